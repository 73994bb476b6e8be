package org.aigovernancehub.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.aigovernancehub.architecture.Aggregates.ARE_AGGREGATES;
import static org.aigovernancehub.architecture.Checked.holdsButNotFor;
import static org.aigovernancehub.architecture.Packages.API;
import static org.aigovernancehub.architecture.Packages.CONDITIONS;
import static org.aigovernancehub.architecture.Packages.REPORT_CONTENT;
import static org.aigovernancehub.architecture.Packages.REPORT_PAPER;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.aigovernancehub.command.fixture.AggregateWithClock;
import org.aigovernancehub.command.fixture.AggregateWithDice;
import org.aigovernancehub.command.fixture.AggregateWithJdbc;
import org.aigovernancehub.command.policy.condition.fixture.ConditionWithAxon;
import org.aigovernancehub.command.policy.condition.fixture.ConditionWithClock;
import org.aigovernancehub.command.policy.condition.fixture.ConditionWithLookup;
import org.aigovernancehub.command.report.content.fixture.ReportWithClock;
import org.aigovernancehub.command.report.paper.fixture.PaperWithFiles;
import org.junit.jupiter.api.Test;

/** What decides is a function: of its own state, of what it is handed, and of nothing else. */
class PurityRulesTest {
    private static final Set<String> TELLING_TIME = Set.of("now", "currentTimeMillis", "nanoTime", "systemUTC");

    private static final DescribedPredicate<JavaClass> DECIDE =
            ARE_AGGREGATES.or(resideInAPackage(CONDITIONS)).as("are aggregates or conditions");

    @Test
    void conditionsKnowTheLanguageAndNothingElse() {
        holdsButNotFor(
                classes()
                        .that()
                        .resideInAPackage(CONDITIONS)
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                CONDITIONS, API, "java.lang..", "java.util..", "org.jspecify.annotations.."),
                ConditionWithAxon.class,
                ConditionWithLookup.class,
                ConditionWithClock.class);
    }

    @Test
    void reportsAreFoldedFromEventsAndPrintedFromTheirContent() {
        holdsButNotFor(
                noClasses()
                        .that()
                        .resideInAnyPackage(REPORT_CONTENT, REPORT_PAPER)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "java.sql..", "javax.sql..", "java.net..", "java.nio.file..", "org.springframework..")
                        .orShould()
                        .dependOnClassesThat()
                        .belongToAnyOf(Clock.class, java.io.File.class)
                        .orShould()
                        .callMethod(java.time.Instant.class, "now")
                        .because(
                                "the same events must give the same bytes, and texts of users must not reach anything"),
                ReportWithClock.class,
                PaperWithFiles.class);
    }

    @Test
    void aggregatesAskPortsAndNoDatabase() {
        assertThat(Checked.PRODUCTION.that(ARE_AGGREGATES)).hasSizeGreaterThanOrEqualTo(6);
        holdsButNotFor(
                noClasses()
                        .that(ARE_AGGREGATES)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.."),
                AggregateWithJdbc.class);
    }

    @Test
    void whatDecidesHasNoClock() {
        holdsButNotFor(
                noClasses()
                        .that(DECIDE)
                        .should()
                        .callMethodWhere(DescribedPredicate.describe(
                                "tells the time",
                                (JavaMethodCall call) ->
                                        TELLING_TIME.contains(call.getTarget().getName())
                                                && call.getTargetOwner()
                                                        .getPackageName()
                                                        .startsWith("java.")))
                        .orShould()
                        .dependOnClassesThat()
                        .belongToAnyOf(Clock.class)
                        .because("the same events must lead to the same state whenever they are folded"),
                AggregateWithClock.class,
                ConditionWithClock.class);
    }

    @Test
    void whatDecidesThrowsNoDice() {
        holdsButNotFor(
                noClasses()
                        .that(DECIDE)
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(RandomGenerator.class)
                        .orShould()
                        .callMethod(UUID.class, "randomUUID")
                        .orShould()
                        .callMethod(Math.class, "random"),
                AggregateWithDice.class);
    }
}
