package org.aigovernancehub.command.dataset;

import static org.aigovernancehub.command.pipeline.Callers.ACME;
import static org.aigovernancehub.command.pipeline.Callers.ADMIN;
import static org.aigovernancehub.command.pipeline.Callers.CLOSED;
import static org.aigovernancehub.command.pipeline.Callers.ENGINEER;
import static org.aigovernancehub.command.pipeline.Callers.OTHER;
import static org.aigovernancehub.command.pipeline.Callers.PLATFORM_ADMIN;
import static org.aigovernancehub.command.pipeline.Callers.PLATFORM_AUDITOR;
import static org.aigovernancehub.command.pipeline.Callers.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.aigovernancehub.api.FieldChange;
import org.aigovernancehub.api.Patch;
import org.aigovernancehub.api.dataset.DatasetCommand.ChangeDatasetDetails;
import org.aigovernancehub.api.dataset.DatasetCommand.RegisterDataset;
import org.aigovernancehub.api.dataset.DatasetDetails;
import org.aigovernancehub.api.dataset.DatasetEvent.DatasetDetailsChanged;
import org.aigovernancehub.api.dataset.DatasetEvent.DatasetRegistered;
import org.aigovernancehub.api.dataset.DatasetId;
import org.aigovernancehub.api.dataset.DatasetView;
import org.aigovernancehub.api.identity.Role;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.api.registry.DataClassification;
import org.aigovernancehub.api.registry.DataSensitivity;
import org.aigovernancehub.command.organization.KnownTenants;
import org.aigovernancehub.command.pipeline.Callers;
import org.aigovernancehub.command.pipeline.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Registering datasets and changing what is known of them. */
class DatasetTest {
    private static final DatasetId DATASET = new DatasetId(5);
    private static final DatasetDetails DETAILS = new DatasetDetails(
            "loans", null, "ledger", "s3://loans", DataSensitivity.PII, DataClassification.INTERNAL, 1_000L);

    private final KnownTenants tenants = new KnownTenants();
    private final List<String> added = new ArrayList<>();
    private final DatasetRegister register = (dataset, owner) -> added.add(dataset + " of " + owner);
    private final Scenario unknown = new Scenario(Dataset.class, tenants, register);
    private final Scenario scenario = new Scenario(Dataset.class, tenants, register)
            .given(ENGINEER, new DatasetRegistered(DATASET, ACME, DETAILS));

    @Test
    void aDatasetIsRegistered() {
        var decision = unknown.when(ENGINEER, new RegisterDataset(DATASET, ACME, DETAILS));
        assertThat(decision.<DatasetView>thenAccepted())
                .isEqualTo(new DatasetView(5, ACME.value(), Scenario.NOW, DETAILS));
        decision.thenEvents(new DatasetRegistered(DATASET, ACME, DETAILS));
        assertThat(added).containsExactly("dataset-5 of organization-1");
    }

    @Test
    void everyFieldCanBeChangedAndEachChangeIsReadable() {
        var decision = scenario.when(
                ENGINEER,
                new ChangeDatasetDetails(
                        DATASET,
                        Patch.of("loans 2025"),
                        Patch.of("All loans."),
                        Patch.of(null),
                        Patch.of("s3://loans/2025"),
                        Patch.of(DataSensitivity.PCI),
                        Patch.of(DataClassification.RESTRICTED),
                        Patch.of(2_000L)));
        decision.thenEvents(new DatasetDetailsChanged(
                DATASET,
                ACME,
                List.of(
                        new FieldChange("name", "loans", "loans 2025"),
                        new FieldChange("description", null, "All loans."),
                        new FieldChange("source_system", "ledger", null),
                        new FieldChange("location", "s3://loans", "s3://loans/2025"),
                        new FieldChange("data_sensitivity", "pii", "pci"),
                        new FieldChange("data_classification", "internal", "restricted"),
                        new FieldChange("record_count", "1000", "2000"))));
        assertThat(decision.<DatasetView>thenAccepted())
                .isEqualTo(new DatasetView(
                        5,
                        ACME.value(),
                        Scenario.BEFORE,
                        new DatasetDetails(
                                "loans 2025",
                                "All loans.",
                                null,
                                "s3://loans/2025",
                                DataSensitivity.PCI,
                                DataClassification.RESTRICTED,
                                2_000L)));
    }

    @Test
    void aNumberOfRecordsCanBeCleared() {
        var decision = scenario.when(ENGINEER, counting(Patch.of(null)));
        assertThat(decision.<DatasetView>thenAccepted().details().recordCount()).isNull();
    }

    @Test
    void whatIsAsItWasIsNoNewFact() {
        scenario.when(ENGINEER, counting(Patch.of(1_000L))).thenUnchanged();
        scenario.when(ENGINEER, counting(Patch.absent())).thenUnchanged();
    }

    @ParameterizedTest
    @EnumSource
    void exactlyTheRolesThatMayAreLetIn(Role role) {
        var registered = unknown.when(Callers.with(role), new RegisterDataset(DATASET, ACME, DETAILS));
        var changed = scenario.when(Callers.with(role), counting(Patch.of(role.ordinal() + 1L)));
        if (role == Role.AUDITOR) {
            registered.thenProblem(ProblemType.FORBIDDEN);
            changed.thenProblem(ProblemType.FORBIDDEN);
        } else {
            registered.thenAccepted();
            changed.thenAccepted();
        }
    }

    @Test
    void platformAdminsActEverywhereAndPlatformAuditorsNowhere() {
        unknown.when(PLATFORM_AUDITOR, new RegisterDataset(DATASET, OTHER, DETAILS))
                .thenProblem(ProblemType.FORBIDDEN);
        unknown.when(PLATFORM_ADMIN, new RegisterDataset(DATASET, OTHER, DETAILS))
                .thenAccepted();
    }

    @Test
    void anotherOrganisationLooksAbsent() {
        unknown.when(ADMIN, new RegisterDataset(DATASET, OTHER, DETAILS)).thenProblem(ProblemType.NOT_FOUND);
        unknown.when(PLATFORM_ADMIN, new RegisterDataset(DATASET, new OrganizationId(99), DETAILS))
                .thenProblem(ProblemType.NOT_FOUND);
        assertThat(added).isEmpty();
    }

    @Test
    void anUnknownDatasetAndAForeignOneLookTheSame() {
        var absent = unknown.when(ADMIN, counting(Patch.of(7L))).thenProblem(ProblemType.NOT_FOUND);
        var foreign = scenario.when(STRANGER, counting(Patch.of(7L))).thenProblem(ProblemType.NOT_FOUND);
        assertThat(foreign.detail()).isEqualTo(absent.detail()).isEqualTo("There is no dataset 5.");
    }

    @Test
    void anInactiveOrganisationTakesNoWrites() {
        unknown.when(PLATFORM_ADMIN, new RegisterDataset(DATASET, CLOSED, DETAILS))
                .thenProblem(ProblemType.FORBIDDEN);
        tenants.deactivateAll();
        scenario.when(ADMIN, counting(Patch.of(7L))).thenProblem(ProblemType.FORBIDDEN);
    }

    @Test
    void onlyTheVersionThatItHasIsFresh() {
        scenario.when(ADMIN, 0L, counting(Patch.of(7L))).thenProblem(ProblemType.STALE_VERSION);
        scenario.when(ADMIN, 2L, counting(Patch.of(1_000L))).thenProblem(ProblemType.STALE_VERSION);
        scenario.when(ADMIN, 1L, counting(Patch.of(7L))).thenAccepted();
    }

    private static ChangeDatasetDetails counting(Patch<Long> records) {
        return new ChangeDatasetDetails(
                DATASET,
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                records);
    }
}
