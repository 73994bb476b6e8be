package org.aigovernancehub.command.pipeline;

import static org.aigovernancehub.command.pipeline.Callers.ACME;
import static org.aigovernancehub.command.pipeline.Callers.OTHER;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aigovernancehub.api.FieldChange;
import org.aigovernancehub.api.dataset.DatasetDetails;
import org.aigovernancehub.api.dataset.DatasetEvent;
import org.aigovernancehub.api.dataset.DatasetId;
import org.aigovernancehub.api.event.DomainEvent;
import org.aigovernancehub.api.identity.Role;
import org.aigovernancehub.api.identity.UserEvent;
import org.aigovernancehub.api.identity.UserId;
import org.aigovernancehub.api.operations.OperationsEvent;
import org.aigovernancehub.api.operations.OperationsId;
import org.aigovernancehub.api.organization.OrganizationEvent;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.policy.ConditionType;
import org.aigovernancehub.api.policy.PolicyEvent;
import org.aigovernancehub.api.policy.PolicyId;
import org.aigovernancehub.api.policy.PolicyMode;
import org.aigovernancehub.api.policy.PolicyScope;
import org.aigovernancehub.api.policy.PolicyTerms;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.DataClassification;
import org.aigovernancehub.api.registry.DataSensitivity;
import org.aigovernancehub.api.registry.DatasetType;
import org.aigovernancehub.api.registry.DependencyType;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.api.registry.ModelDetails;
import org.aigovernancehub.api.registry.ModelEvent;
import org.aigovernancehub.api.registry.ModelId;
import org.aigovernancehub.api.registry.ReviewOutcome;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.api.registry.RiskProfile;
import org.aigovernancehub.api.report.ReportEvent;
import org.aigovernancehub.api.report.ReportFormat;
import org.aigovernancehub.api.report.ReportId;
import org.aigovernancehub.command.dataset.Dataset;
import org.aigovernancehub.command.identity.User;
import org.aigovernancehub.command.operations.Operations;
import org.aigovernancehub.command.organization.Organization;
import org.aigovernancehub.command.policy.Policy;
import org.aigovernancehub.command.registry.Model;
import org.aigovernancehub.command.report.Report;

/** For each aggregate a stream with every kind of event, after which as little as possible of its state is empty. */
public final class Histories {
    private static final Instant EXPIRY = Instant.parse("2026-06-01T00:00:00.000001Z");

    private Histories() {}

    /** @param number of every aggregate */
    public static Map<Class<?>, List<DomainEvent>> of(long number) {
        return Map.of(
                Model.class, model(new ModelId(number)),
                User.class, user(new UserId(number)),
                Policy.class, policy(new PolicyId(number)),
                Dataset.class, dataset(new DatasetId(number)),
                Organization.class, organization(new OrganizationId(number)),
                Operations.class, operations(new OperationsId(number)),
                Report.class, reports(new ModelId(number)));
    }

    private static List<DomainEvent> model(ModelId id) {
        return List.of(
                new ModelEvent.ModelRegistered(
                        id,
                        ACME,
                        Environment.PROD,
                        new ModelDetails(
                                "scorer",
                                "Scores \"loans\" – all of them.",
                                "Risk team",
                                DataSensitivity.PII,
                                DataClassification.RESTRICTED,
                                "EU",
                                null),
                        new RiskProfile(RiskLevel.MINIMAL, "credit", "Harm", "Purpose", "Sources", "Plan")),
                new ModelEvent.ModelDetailsChanged(id, ACME, List.of(new FieldChange("sector", null, "finance"))),
                new ModelEvent.VersionRegistered(id, ACME, 5, "1.0", null, null),
                new ModelEvent.MetricRecorded(id, ACME, 6, 5, "auc", 0.9),
                new ModelEvent.MetricsRecorded(
                        id,
                        ACME,
                        5,
                        List.of(new ModelEvent.Metric(7, "auc", 0.91), new ModelEvent.Metric(8, "f1", 0.8))),
                new ModelEvent.DatasetLinked(id, ACME, 7, new DatasetId(1), 5L, DatasetType.TEST, null),
                new ModelEvent.DependencyAdded(
                        id, ACME, 8, new ModelId(1), null, null, DependencyType.DERIVED_FROM, null),
                moved(id, ComplianceStatus.DRAFT, ComplianceStatus.UNDER_REVIEW, ModelEvent.Cause.REQUESTED),
                new ModelEvent.ReviewRecorded(id, ACME, 9, ReviewOutcome.CHANGES_REQUESTED, "No."),
                new ModelEvent.ComplianceStatusChangeBlocked(
                        id,
                        ACME,
                        ComplianceStatus.UNDER_REVIEW,
                        ComplianceStatus.APPROVED,
                        null,
                        "Notes",
                        List.of(),
                        List.of(),
                        List.of()),
                new ModelEvent.TransitionRejected(
                        id, ACME, ComplianceStatus.UNDER_REVIEW, ComplianceStatus.UNDER_REVIEW, null),
                new ModelEvent.ReviewRecorded(id, ACME, 10, ReviewOutcome.ENDORSED, "Yes."),
                new ModelEvent.RiskProfileChanged(
                        id, ACME, RiskLevel.HIGH, List.of(new FieldChange("risk_level", "minimal", "high"))),
                moved(id, ComplianceStatus.UNDER_REVIEW, ComplianceStatus.APPROVED, ModelEvent.Cause.REQUESTED));
    }

    private static ModelEvent moved(ModelId id, ComplianceStatus from, ComplianceStatus to, ModelEvent.Cause cause) {
        return new ModelEvent.ComplianceStatusChanged(id, ACME, from, to, cause, null, "Notes", List.of(), List.of());
    }

    private static List<DomainEvent> user(UserId id) {
        return List.of(
                new UserEvent.UserCreated(
                        id, ACME, "grace", "grace@example.org", Role.AUDITOR, false, "https://id.example.org", "s"),
                new UserEvent.UserRoleChanged(id, ACME, Role.AUDITOR, Role.ADMIN),
                new UserEvent.UserLeft(id, ACME),
                new UserEvent.UserMoved(id, OTHER, ACME),
                new UserEvent.UserDisabled(id, OTHER),
                new UserEvent.UserEnabled(id, OTHER),
                new UserEvent.PasswordChanged(id, OTHER),
                new UserEvent.ApiTokenIssued(id, OTHER, 1, "ci", Role.MODEL_OWNER, EXPIRY),
                new UserEvent.ApiTokenIssued(id, OTHER, 2, "cd", Role.AUDITOR, EXPIRY),
                new UserEvent.ApiTokenRevoked(id, OTHER, 1));
    }

    private static List<DomainEvent> policy(PolicyId id) {
        return List.of(
                new PolicyEvent.PolicyCreated(
                        id,
                        ACME,
                        Environment.PROD,
                        PolicyScope.ENVIRONMENT,
                        ConditionType.PROHIBIT_UNACCEPTABLE_RISK,
                        new PolicyTerms("No", "Never.", PolicyMode.WARN),
                        true),
                new PolicyEvent.PolicyChanged(id, ACME, List.of(new FieldChange("mode", "warn", "enforce"))),
                new PolicyEvent.PolicyDeactivated(id, ACME),
                new PolicyEvent.PolicyActivated(id, ACME));
    }

    private static List<DomainEvent> dataset(DatasetId id) {
        return List.of(
                new DatasetEvent.DatasetRegistered(
                        id,
                        ACME,
                        new DatasetDetails(
                                "loans",
                                "All.",
                                "ledger",
                                "s3://loans",
                                DataSensitivity.PCI,
                                DataClassification.RESTRICTED,
                                1L)),
                new DatasetEvent.DatasetDetailsChanged(id, ACME, List.of(new FieldChange("record_count", "1", "2"))));
    }

    private static List<DomainEvent> organization(OrganizationId id) {
        return List.of(
                new OrganizationEvent.OrganizationCreated(id, "Acme", "Makes all.", true),
                new OrganizationEvent.OrganizationChanged(id, List.of(new FieldChange("name", "Acme", "Acme AG"))),
                new OrganizationEvent.OrganizationDeactivated(id),
                new OrganizationEvent.OrganizationActivated(id));
    }

    private static List<DomainEvent> operations(OperationsId id) {
        return List.of(
                new OperationsEvent.ReadModelRebuildRequested(id, "Why not."),
                new OperationsEvent.DeadLetterRetryRequested(id, 17),
                new OperationsEvent.DeadLetterDiscarded(id, 17, null));
    }

    private static List<DomainEvent> reports(ModelId id) {
        return Stream.of(ReportFormat.PDF, ReportFormat.JSON, ReportFormat.PDF)
                .<DomainEvent>map(format -> new ReportEvent.ComplianceReportIssued(
                        ReportId.of(id), new OrganizationId(1), id, 17, format, "sha256:" + "0a".repeat(32)))
                .toList();
    }
}
