package org.aigovernancehub.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.aigovernancehub.architecture.Checked.holdsButNotFor;
import static org.aigovernancehub.architecture.Packages.API;
import static org.aigovernancehub.architecture.Packages.COMMAND;
import static org.aigovernancehub.architecture.Packages.HUB;
import static org.aigovernancehub.architecture.Packages.QUERY;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.aigovernancehub.api.fixture.AsksJdbc;
import org.aigovernancehub.api.fixture.AsksSpring;
import org.aigovernancehub.api.fixture.AsksTheCommandSide;
import org.aigovernancehub.command.fixture.AsksTheHub;
import org.aigovernancehub.command.fixture.AsksTheQuerySide;
import org.aigovernancehub.command.fixture.one.DependsOnTheOther;
import org.aigovernancehub.command.fixture.other.DependsOnTheOne;
import org.aigovernancehub.query.fixture.AsksCommandSide;
import org.aigovernancehub.query.fixture.AsksHub;
import org.junit.jupiter.api.Test;

/** {@code shared-api <- command-side}, {@code shared-api <- query-side}, never sideways; the hub sees both. */
class ModuleRulesTest {

    @Test
    void theLanguageIsPlainJavaAndAnnotations() {
        holdsButNotFor(
                classes()
                        .that()
                        .resideInAPackage(API)
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                API,
                                "java.lang..",
                                "java.util..",
                                "java.time..",
                                "com.fasterxml.jackson.annotation..",
                                "io.swagger.v3.oas.annotations..",
                                "org.jspecify.annotations..")
                        .because("every part speaks it, and none may be forced on another"),
                AsksSpring.class,
                AsksJdbc.class,
                AsksTheCommandSide.class);
    }

    @Test
    void theCommandSideSeesNeitherTheQuerySideNorTheHub() {
        holdsButNotFor(
                noClasses()
                        .that()
                        .resideInAPackage(COMMAND)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(QUERY, HUB)
                        .because("a decision never rests on a read model"),
                AsksTheQuerySide.class,
                AsksTheHub.class);
    }

    @Test
    void theQuerySideSeesNeitherTheCommandSideNorTheHub() {
        holdsButNotFor(
                noClasses()
                        .that()
                        .resideInAPackage(QUERY)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(COMMAND, HUB)
                        .because("read models are a function of events"),
                AsksCommandSide.class,
                AsksHub.class);
    }

    @Test
    void theFeaturesOfTheCommandSideFormNoCycle() {
        var rule =
                slices().matching("org.aigovernancehub.command.(**)").should().beFreeOfCycles();
        var cycle = new ClassFileImporter().importClasses(DependsOnTheOther.class, DependsOnTheOne.class);
        assertThat(rule.evaluate(cycle).hasViolation()).isTrue();
        rule.check(Checked.PRODUCTION);
    }
}
