package org.aigovernancehub.command.registry;

import static org.aigovernancehub.command.pipeline.Callers.ACME;
import static org.aigovernancehub.command.pipeline.Callers.ADMIN;
import static org.aigovernancehub.command.pipeline.Callers.AUDITOR;
import static org.aigovernancehub.command.pipeline.Callers.CLOSED;
import static org.aigovernancehub.command.pipeline.Callers.ENGINEER;
import static org.aigovernancehub.command.pipeline.Callers.OTHER;
import static org.aigovernancehub.command.pipeline.Callers.PLATFORM_ADMIN;
import static org.aigovernancehub.command.pipeline.Callers.PLATFORM_AUDITOR;
import static org.aigovernancehub.command.registry.ModelCase.MODEL;
import static org.aigovernancehub.command.registry.ModelCase.details;
import static org.aigovernancehub.command.registry.ModelCase.renaming;
import static org.aigovernancehub.command.registry.ModelCase.risk;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aigovernancehub.api.FieldChange;
import org.aigovernancehub.api.Patch;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.api.registry.ComplianceState;
import org.aigovernancehub.api.registry.DataClassification;
import org.aigovernancehub.api.registry.DataSensitivity;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.api.registry.ModelCommand.ChangeModelDetails;
import org.aigovernancehub.api.registry.ModelCommand.RegisterModel;
import org.aigovernancehub.api.registry.ModelDetails;
import org.aigovernancehub.api.registry.ModelEvent.ModelDetailsChanged;
import org.aigovernancehub.api.registry.ModelEvent.ModelRegistered;
import org.aigovernancehub.api.registry.ModelView;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.command.pipeline.Scenario;
import org.junit.jupiter.api.Test;

/** Registering a model, and changing what it is called. */
class ModelRegistrationTest {
    private final ModelCase unknown = new ModelCase();
    private final ModelCase model = ModelCase.registered(RiskLevel.LIMITED);

    @Test
    void aRegisteredModelIsADraftWithTheNameItClaimed() {
        var decision = unknown.when(ENGINEER, registering("scorer", ACME));
        assertThat(decision.<ModelView>thenAccepted())
                .isEqualTo(new ModelView(
                        42,
                        ACME.value(),
                        Environment.PROD,
                        Scenario.NOW,
                        Scenario.NOW,
                        details("scorer"),
                        risk(RiskLevel.HIGH),
                        ComplianceState.DRAFT,
                        null));
        decision.thenEvents(
                new ModelRegistered(MODEL, ACME, Environment.PROD, details("scorer"), risk(RiskLevel.HIGH)));
        assertThat(decision.length()).isEqualTo(1);
        assertThat(unknown.names.claims).containsExactly("model-42 organization-1 prod scorer");
    }

    @Test
    void aTakenNameIsADuplicateThatNamesItsHolder() {
        var problem =
                unknown.when(ENGINEER, registering(KnownNames.TAKEN, ACME)).thenProblem(ProblemType.DUPLICATE);
        assertThat(problem.members()).containsEntry("id", 7L);
        assertThat(problem.status()).isEqualTo(409);
    }

    @Test
    void auditorsRegisterNothing() {
        unknown.when(AUDITOR, registering("scorer", ACME)).thenProblem(ProblemType.FORBIDDEN);
        unknown.when(PLATFORM_AUDITOR, registering("scorer", ACME)).thenProblem(ProblemType.FORBIDDEN);
        assertThat(unknown.names.claims).isEmpty();
    }

    @Test
    void anotherOrganisationLooksAbsent() {
        unknown.when(ADMIN, registering("scorer", OTHER)).thenProblem(ProblemType.NOT_FOUND);
        unknown.when(PLATFORM_ADMIN, registering("scorer", new OrganizationId(99)))
                .thenProblem(ProblemType.NOT_FOUND);
    }

    @Test
    void platformStaffRegistersEverywhere() {
        unknown.when(PLATFORM_ADMIN, registering("scorer", OTHER)).thenAccepted();
    }

    @Test
    void anInactiveOrganisationTakesNone() {
        unknown.when(PLATFORM_ADMIN, registering("scorer", CLOSED)).thenProblem(ProblemType.FORBIDDEN);
        assertThat(unknown.names.claims).isEmpty();
    }

    @Test
    void everyFieldCanBeChangedAndEachChangeIsReadable() {
        var decision = model.when(
                ENGINEER,
                new ChangeModelDetails(
                        MODEL,
                        Patch.of("ranker"),
                        Patch.of(null),
                        Patch.of("Loans team"),
                        Patch.of(DataSensitivity.PHI),
                        Patch.of(DataClassification.RESTRICTED),
                        Patch.of("EU"),
                        Patch.of("finance")));
        assertThat(decision.<ModelView>thenAccepted().details())
                .isEqualTo(new ModelDetails(
                        "ranker",
                        null,
                        "Loans team",
                        DataSensitivity.PHI,
                        DataClassification.RESTRICTED,
                        "EU",
                        "finance"));
        decision.thenEvents(new ModelDetailsChanged(
                MODEL,
                ACME,
                List.of(
                        new FieldChange("name", "scorer", "ranker"),
                        new FieldChange("description", "Scores loans.", null),
                        new FieldChange("owner", "Risk team", "Loans team"),
                        new FieldChange("data_sensitivity", "pii", "phi"),
                        new FieldChange("data_classification", "confidential", "restricted"),
                        new FieldChange("jurisdiction", "US", "EU"),
                        new FieldChange("sector", null, "finance"))));
        assertThat(model.names.claims).containsExactly("model-42 organization-1 prod ranker");
    }

    @Test
    void aChangeMovesOnlyTheTimeOfTheLastUpdate() {
        var changed = model.when(ENGINEER, renaming("ranker")).<ModelView>thenAccepted();
        assertThat(changed.createdAt()).isEqualTo(Scenario.BEFORE);
        assertThat(changed.updatedAt()).isEqualTo(Scenario.NOW);
        assertThat(changed).isEqualTo(model.view());
    }

    @Test
    void whatIsAsItWasIsNoNewFact() {
        var before = model.view();
        assertThat(model.when(ENGINEER, renaming("scorer")).<ModelView>thenUnchanged())
                .isEqualTo(before);
        assertThat(model.names.claims).isEmpty();
    }

    @Test
    void anEmptyPatchIsNoNewFact() {
        var nothing = new ChangeModelDetails(
                MODEL,
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent());
        model.when(ENGINEER, nothing).thenUnchanged();
    }

    @Test
    void aNewNameThatIsTakenIsADuplicate() {
        var before = model.view();
        model.when(ENGINEER, renaming(KnownNames.TAKEN)).thenProblem(ProblemType.DUPLICATE);
        assertThat(model.view()).isEqualTo(before);
    }

    private static RegisterModel registering(String name, OrganizationId organization) {
        return new RegisterModel(MODEL, organization, Environment.PROD, details(name), risk(RiskLevel.HIGH));
    }
}
