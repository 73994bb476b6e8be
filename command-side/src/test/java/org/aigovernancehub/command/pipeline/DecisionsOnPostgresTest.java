package org.aigovernancehub.command.pipeline;

import static org.aigovernancehub.command.pipeline.Callers.ENGINEER;
import static org.aigovernancehub.command.pipeline.Callers.OFFICER;
import static org.aigovernancehub.command.pipeline.Callers.PLATFORM_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aigovernancehub.api.Patch;
import org.aigovernancehub.api.event.DomainEvent;
import org.aigovernancehub.api.event.RecordedEvent;
import org.aigovernancehub.api.organization.OrganizationCommand.CreateOrganization;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.policy.ConditionType;
import org.aigovernancehub.api.policy.PolicyCommand.ChangePolicy;
import org.aigovernancehub.api.policy.PolicyCommand.CreatePolicy;
import org.aigovernancehub.api.policy.PolicyId;
import org.aigovernancehub.api.policy.PolicyMode;
import org.aigovernancehub.api.policy.PolicyScope;
import org.aigovernancehub.api.policy.PolicyTerms;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.DataClassification;
import org.aigovernancehub.api.registry.DataSensitivity;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.api.registry.ModelCommand.ChangeComplianceStatus;
import org.aigovernancehub.api.registry.ModelCommand.RegisterModel;
import org.aigovernancehub.api.registry.ModelDetails;
import org.aigovernancehub.api.registry.ModelEvent.ComplianceStatusChangeBlocked;
import org.aigovernancehub.api.registry.ModelEvent.ModelRegistered;
import org.aigovernancehub.api.registry.ModelEvent.TransitionRejected;
import org.aigovernancehub.api.registry.ModelId;
import org.aigovernancehub.api.registry.ModelView;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.api.registry.RiskProfile;
import org.aigovernancehub.command.eventstore.StoreDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The aggregates on their real tables, over two hubs: refusals are committed, failures are not, and what one hub decides binds the other. */
class DecisionsOnPostgresTest {
    private static final OrganizationId ACME = Callers.ACME;
    private static final ModelId MODEL = new ModelId(42);
    private static final PolicyId POLICY = new PolicyId(6);

    private StoreDatabase database;
    private CommandHub hub;
    private CommandHub other;

    @BeforeEach
    void start() throws Exception {
        database = new StoreDatabase();
        hub = new CommandHub(database);
        other = new CommandHub(database);
        hub.send(PLATFORM_ADMIN, new CreateOrganization(ACME, "Acme", null, true));
        hub.send(ENGINEER, registering(MODEL, "scorer"));
        hub.send(
                OFFICER,
                new CreatePolicy(
                        POLICY,
                        ACME,
                        null,
                        PolicyScope.ORGANIZATION,
                        ConditionType.REQUIRE_EVALUATION_BEFORE_APPROVAL,
                        new PolicyTerms("Evidence first", null, PolicyMode.ENFORCE),
                        false));
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
        other.close();
        database.close();
    }

    @Test
    void aPolicyBindsOnEveryHubFromTheMomentOfItsActivationAndItsRefusalIsCommitted() {
        hub.send(OFFICER, activity(true));
        Outcome<ModelView> outcome = other.send(OFFICER, approving());
        assertThat(outcome).isInstanceOf(Outcome.Blocked.class);
        assertThat(outcome.state().status()).isEqualTo(ComplianceStatus.DRAFT);
        assertThat(last().event())
                .isInstanceOfSatisfying(
                        ComplianceStatusChangeBlocked.class,
                        blocked -> assertThat(blocked.findings())
                                .singleElement()
                                .satisfies(finding -> {
                                    assertThat(finding.policyId()).isEqualTo(POLICY);
                                    assertThat(finding.policyVersion()).isEqualTo(2);
                                }));
        assertThat(last().metadata().actor()).isEqualTo(OFFICER.username());
    }

    @Test
    void aDeactivatedPolicyBindsNobodyAnyMore() {
        hub.send(OFFICER, activity(true));
        other.send(OFFICER, activity(false));
        Outcome<ModelView> outcome = hub.send(OFFICER, approving());
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        assertThat(outcome.state().status()).isEqualTo(ComplianceStatus.APPROVED);
    }

    @Test
    void anIllegalMoveIsCommittedToo() {
        hub.send(OFFICER, move(ComplianceStatus.RETIRED));
        Outcome<ModelView> outcome = other.send(OFFICER, move(ComplianceStatus.DRAFT));
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        assertThat(last().event())
                .isEqualTo(new TransitionRejected(MODEL, ACME, ComplianceStatus.RETIRED, ComplianceStatus.DRAFT, null));
    }

    @Test
    void aTakenNameLeavesNeitherEventNorRow() {
        assertThatThrownBy(() -> other.send(ENGINEER, registering(new ModelId(43), "scorer")))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.DUPLICATE);
                    assertThat(problem.members()).containsEntry("id", MODEL.value());
                });
        assertThat(events()).filteredOn(ModelRegistered.class::isInstance).hasSize(1);
        // The number is free again, as if nothing had been.
        other.send(ENGINEER, registering(new ModelId(43), "ranker"));
    }

    private static RegisterModel registering(ModelId id, String name) {
        return new RegisterModel(
                id,
                ACME,
                Environment.DEV,
                new ModelDetails(
                        name, null, "Risk team", DataSensitivity.INTERNAL, DataClassification.INTERNAL, "US", null),
                new RiskProfile(RiskLevel.LIMITED, null, null, null, null, null));
    }

    private static ChangeComplianceStatus approving() {
        return new ChangeComplianceStatus(MODEL, ComplianceStatus.APPROVED, null, "Evidence is complete.");
    }

    private static ChangeComplianceStatus move(ComplianceStatus to) {
        return new ChangeComplianceStatus(MODEL, to, null, null);
    }

    private static ChangePolicy activity(boolean active) {
        return new ChangePolicy(POLICY, Patch.absent(), Patch.absent(), Patch.absent(), Patch.of(active));
    }

    private RecordedEvent last() {
        return hub.events().getLast();
    }

    private List<DomainEvent> events() {
        return hub.events().stream().map(RecordedEvent::event).toList();
    }
}
