package org.aigovernancehub.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.aigovernancehub.architecture.Checked.holdsButNotFor;
import static org.aigovernancehub.architecture.Packages.COMMAND;
import static org.aigovernancehub.architecture.Packages.COMMAND_WEB;
import static org.aigovernancehub.architecture.Packages.EVENT_STORE;
import static org.aigovernancehub.architecture.Packages.HUB_WEB;
import static org.aigovernancehub.architecture.Packages.PIPELINE;
import static org.aigovernancehub.architecture.Packages.QUERY;

import org.aigovernancehub.api.Command;
import org.aigovernancehub.api.event.DomainEvent;
import org.aigovernancehub.api.event.EventType;
import org.aigovernancehub.api.fixture.CommandThatIsNoRecord;
import org.aigovernancehub.api.fixture.EventThatIsNoRecord;
import org.aigovernancehub.api.fixture.EventWithPassword;
import org.aigovernancehub.api.fixture.EventWithoutName;
import org.aigovernancehub.command.eventstore.fixture.EndpointInTheEventStore;
import org.aigovernancehub.command.fixture.EndpointWithConnections;
import org.aigovernancehub.command.fixture.EndpointWithJdbc;
import org.aigovernancehub.command.fixture.WouldBeController;
import org.aigovernancehub.command.model.InALayer;
import org.aigovernancehub.hub.launch.fixture.EndpointInLaunch;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

/** How things are called, what shape they have, and where they live. */
class LanguageRulesTest {

    @Test
    void eventsAreRecordsWithAStoredName() {
        holdsButNotFor(
                classes()
                        .that()
                        .implement(DomainEvent.class)
                        .and()
                        .areNotInterfaces()
                        .should()
                        .beRecords()
                        .andShould()
                        .beAnnotatedWith(EventType.class),
                EventThatIsNoRecord.class,
                EventWithoutName.class);
    }

    @Test
    void commandsAreRecords() {
        holdsButNotFor(
                classes()
                        .that()
                        .implement(Command.class)
                        .and()
                        .areNotInterfaces()
                        .should()
                        .beRecords(),
                CommandThatIsNoRecord.class);
    }

    @Test
    void noSecretIsInAnEvent() {
        holdsButNotFor(
                noFields()
                        .that()
                        .areDeclaredInClassesThat()
                        .implement(DomainEvent.class)
                        .should()
                        .haveNameMatching("(?i).*(password|passphrase|secret|hash|credential|private_?key).*")
                        .because("events are read by auditors, kept for ever, and cannot be erased"),
                EventWithPassword.class);
    }

    @Test
    void modelIsTheCustomersNounAndNoLayer() {
        holdsButNotFor(
                noClasses()
                        .should()
                        .resideInAnyPackage("..model..", "..models..")
                        .because("a model is what an organisation registers here"),
                InALayer.class);
    }

    @Test
    void endpointsLiveInFeaturesOrInTheHubsWebPart() {
        holdsButNotFor(
                classes()
                        .that()
                        .areAnnotatedWith(RestController.class)
                        .should()
                        .resideInAnyPackage(COMMAND, QUERY, HUB_WEB)
                        .andShould()
                        .resideOutsideOfPackages(EVENT_STORE, PIPELINE, COMMAND_WEB),
                EndpointInLaunch.class,
                EndpointInTheEventStore.class);
    }

    @Test
    void whatIsNamedLikeAControllerIsOne() {
        holdsButNotFor(
                classes().that().haveSimpleNameEndingWith("Controller").should().beAnnotatedWith(RestController.class),
                WouldBeController.class);
    }

    @Test
    void endpointsLeaveTheDatabaseToOthers() {
        holdsButNotFor(
                noClasses()
                        .that()
                        .areAnnotatedWith(RestController.class)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.sql..", "javax.sql..")
                        .orShould()
                        .dependOnClassesThat()
                        .areAssignableTo(JdbcOperations.class)
                        .orShould()
                        .dependOnClassesThat()
                        .areAssignableTo(NamedParameterJdbcOperations.class)
                        .orShould()
                        .dependOnClassesThat()
                        .areAssignableTo(JdbcClient.class),
                EndpointWithJdbc.class,
                EndpointWithConnections.class);
    }
}
