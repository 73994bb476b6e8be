package org.aigovernancehub.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static org.aigovernancehub.architecture.Checked.holdsButNotFor;
import static org.aigovernancehub.architecture.Packages.LAUNCH;
import static org.aigovernancehub.architecture.Packages.OPENAPI;
import static org.aigovernancehub.architecture.Packages.VERIFY;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.text.DateFormat;
import java.text.SimpleDateFormat;
import java.util.Calendar;
import java.util.Date;
import org.aigovernancehub.command.fixture.FormatsDates;
import org.aigovernancehub.command.fixture.InjectsAField;
import org.aigovernancehub.command.fixture.LogsByItself;
import org.aigovernancehub.command.fixture.PrintsAStackTrace;
import org.aigovernancehub.command.fixture.PrintsToTheConsole;
import org.aigovernancehub.command.fixture.ReadsWithJackson2;
import org.aigovernancehub.hub.HubApplication;
import org.aigovernancehub.hub.unmarked.InAnUnmarkedPackage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What nobody does here. */
class CodingRulesTest {

    @Test
    void ofTheOlderJacksonOnlyTheAnnotationsAreUsed() {
        holdsButNotFor(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(OPENAPI)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "com.fasterxml.jackson.core..",
                                "com.fasterxml.jackson.databind..",
                                "com.fasterxml.jackson.dataformat..",
                                "com.fasterxml.jackson.datatype..")
                        .because("only the library that writes the OpenAPI document takes trees of the older one"),
                ReadsWithJackson2.class);
    }

    @Test
    void nobodyPrintsButTheCommandLine() {
        holdsButNotFor(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(VERIFY, LAUNCH)
                        .and()
                        .doNotBelongToAnyOf(HubApplication.class)
                        .should(ACCESS_STANDARD_STREAMS),
                PrintsToTheConsole.class,
                PrintsAStackTrace.class);
    }

    @Test
    void logsGoThroughOneInterface() {
        holdsButNotFor(NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING, LogsByItself.class);
    }

    @Test
    void whatAClassNeedsItsConstructorTakes() {
        holdsButNotFor(NO_CLASSES_SHOULD_USE_FIELD_INJECTION, InjectsAField.class);
    }

    @Test
    void timesAreOfTheNewerKind() {
        holdsButNotFor(
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .belongToAnyOf(Date.class, Calendar.class, DateFormat.class, SimpleDateFormat.class),
                FormatsDates.class);
    }

    @Test
    void everyPackageSaysWhatLivesInItAndThatNullIsTheException() {
        holdsButNotFor(
                classes().should(new ArchCondition<>("be in a package with a package-info that is @NullMarked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean marked = type.getPackage()
                                .tryGetPackageInfo()
                                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                                .isPresent();
                        events.add(new SimpleConditionEvent(
                                type, marked, type.getName() + " is in a package that is not marked"));
                    }
                }),
                InAnUnmarkedPackage.class);
    }
}
