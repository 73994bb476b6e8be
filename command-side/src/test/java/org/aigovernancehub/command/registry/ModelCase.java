package org.aigovernancehub.command.registry;

import static org.aigovernancehub.command.pipeline.Callers.ACME;
import static org.aigovernancehub.command.pipeline.Callers.ENGINEER;
import static org.aigovernancehub.command.pipeline.Callers.OFFICER;

import java.util.List;
import org.aigovernancehub.api.Patch;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.policy.PolicyMode;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.DataClassification;
import org.aigovernancehub.api.registry.DataSensitivity;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.api.registry.ModelCommand;
import org.aigovernancehub.api.registry.ModelDetails;
import org.aigovernancehub.api.registry.ModelEvent;
import org.aigovernancehub.api.registry.ModelId;
import org.aigovernancehub.api.registry.ModelView;
import org.aigovernancehub.api.registry.ReviewOutcome;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.api.registry.RiskProfile;
import org.aigovernancehub.command.organization.KnownTenants;
import org.aigovernancehub.command.pipeline.CountedIds;
import org.aigovernancehub.command.pipeline.Decision;
import org.aigovernancehub.command.pipeline.Scenario;
import org.aigovernancehub.command.policy.GivenPolicies;
import org.jspecify.annotations.Nullable;

/** Model 42, what has happened to it, and what its rules may ask. */
final class ModelCase {
    static final ModelId MODEL = new ModelId(42);
    static final long VERSION = 500;

    final KnownTenants tenants = new KnownTenants();
    final KnownNames names = new KnownNames();
    final KnownVersions versions = new KnownVersions();
    final KnownLineage lineage = new KnownLineage();
    final GivenPolicies policies = new GivenPolicies();

    private final Scenario scenario =
            new Scenario(Model.class, tenants, names, versions, lineage, policies, new CountedIds());
    private OrganizationId organization = ACME;

    /** Registered by the engineer. */
    static ModelCase registered(RiskLevel risk) {
        return registered(risk, ACME);
    }

    static ModelCase registered(RiskLevel risk, OrganizationId organization) {
        var created = new ModelCase();
        created.organization = organization;
        created.scenario.given(ENGINEER, registration(organization, risk));
        return created;
    }

    static ModelEvent.ModelRegistered registration(OrganizationId organization, RiskLevel risk) {
        return new ModelEvent.ModelRegistered(MODEL, organization, Environment.PROD, details("scorer"), risk(risk));
    }

    static ModelDetails details(String name) {
        return new ModelDetails(
                name, "Scores loans.", "Risk team", DataSensitivity.PII, DataClassification.CONFIDENTIAL, "US", null);
    }

    static RiskProfile risk(RiskLevel level) {
        return new RiskProfile(level, "credit", null, null, null, null);
    }

    /** Moved on, by the officer, as a straight way there goes. */
    ModelCase in(ComplianceStatus status) {
        return switch (status) {
            case DRAFT -> this;
            case UNDER_REVIEW, APPROVED, RETIRED -> given(OFFICER, moved(ComplianceStatus.DRAFT, status));
        };
    }

    ModelCase given(Caller actor, ModelEvent... events) {
        scenario.given(actor, events);
        return this;
    }

    ModelCase with(PolicyMode mode) {
        policies.withAll(mode);
        return this;
    }

    ModelEvent.ComplianceStatusChanged moved(ComplianceStatus from, ComplianceStatus to) {
        return new ModelEvent.ComplianceStatusChanged(
                MODEL,
                organization,
                from,
                to,
                ModelEvent.Cause.REQUESTED,
                null,
                to == ComplianceStatus.APPROVED ? "Good." : null,
                List.of(),
                List.of());
    }

    ModelEvent.MetricRecorded metric(long id) {
        return new ModelEvent.MetricRecorded(MODEL, organization, id, VERSION, "auc", 0.9);
    }

    ModelEvent.ReviewRecorded review(ReviewOutcome outcome) {
        return new ModelEvent.ReviewRecorded(MODEL, organization, 1, outcome, "Looked at it.");
    }

    Decision when(Caller caller, ModelCommand command) {
        return scenario.when(caller, command);
    }

    Decision when(Caller caller, @Nullable Long expectedVersion, ModelCommand command) {
        return scenario.when(caller, expectedVersion, command);
    }

    /** What the events alone say of the model. */
    ModelView view() {
        return scenario.folded(
                MODEL,
                (view, event, context) -> view == null
                        ? ModelView.of((ModelEvent.ModelRegistered) event, context)
                        : view.after((ModelEvent) event, context));
    }

    static ModelCommand.ChangeComplianceStatus move(ComplianceStatus to) {
        return new ModelCommand.ChangeComplianceStatus(
                MODEL, to, "It is time.", to == ComplianceStatus.APPROVED ? "Evidence is complete." : null);
    }

    static ModelCommand.ChangeRiskProfile riskTo(RiskLevel level) {
        return new ModelCommand.ChangeRiskProfile(
                MODEL, Patch.of(level), Patch.absent(), Patch.absent(), Patch.absent(), Patch.absent(), Patch.absent());
    }

    static ModelCommand.ChangeModelDetails renaming(String name) {
        return new ModelCommand.ChangeModelDetails(
                MODEL,
                Patch.of(name),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent());
    }
}
