package org.aigovernancehub.api.registry;

import java.util.List;
import org.aigovernancehub.api.FieldChange;
import org.aigovernancehub.api.dataset.DatasetId;
import org.aigovernancehub.api.event.DomainEvent;
import org.aigovernancehub.api.event.EventType;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.policy.Finding;
import org.aigovernancehub.api.policy.PolicyCheck;
import org.jspecify.annotations.Nullable;

/** What happens to a model. Versions, metrics, reviews and links belong to its stream. */
public sealed interface ModelEvent extends DomainEvent {

    ModelId modelId();

    @Override
    OrganizationId organizationId();

    @Override
    default ModelId aggregateId() {
        return modelId();
    }

    @EventType(name = "ModelRegistered")
    record ModelRegistered(
            ModelId modelId,
            OrganizationId organizationId,
            Environment environment,
            ModelDetails details,
            RiskProfile risk)
            implements ModelEvent {}

    @EventType(name = "ModelDetailsChanged")
    record ModelDetailsChanged(ModelId modelId, OrganizationId organizationId, List<FieldChange> changes)
            implements ModelEvent {
        public ModelDetailsChanged {
            changes = List.copyOf(changes);
        }
    }

    /** @param riskLevel the level after the change */
    @EventType(name = "RiskProfileChanged")
    record RiskProfileChanged(
            ModelId modelId, OrganizationId organizationId, RiskLevel riskLevel, List<FieldChange> changes)
            implements ModelEvent {
        public RiskProfileChanged {
            changes = List.copyOf(changes);
        }
    }

    /**
     * An accepted move.
     *
     * @param cause whether somebody asked for it, or a rise in risk demanded it
     * @param checkedBy the policies that were evaluated, with their versions
     * @param warnings the findings of policies that only warn, as they were recorded
     */
    @EventType(name = "ComplianceStatusChanged")
    record ComplianceStatusChanged(
            ModelId modelId,
            OrganizationId organizationId,
            ComplianceStatus from,
            ComplianceStatus to,
            Cause cause,
            @Nullable String reason,
            @Nullable String approvalNotes,
            List<PolicyCheck> checkedBy,
            List<Finding> warnings)
            implements ModelEvent {
        public ComplianceStatusChanged {
            checkedBy = List.copyOf(checkedBy);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * A move that enforced policies refused.
     *
     * @param findings what the enforced policies found; each is a violation that blocked
     */
    @EventType(name = "ComplianceStatusChangeBlocked")
    record ComplianceStatusChangeBlocked(
            ModelId modelId,
            OrganizationId organizationId,
            ComplianceStatus from,
            ComplianceStatus to,
            @Nullable String reason,
            @Nullable String approvalNotes,
            List<PolicyCheck> checkedBy,
            List<Finding> findings,
            List<Finding> warnings)
            implements ModelEvent {
        public ComplianceStatusChangeBlocked {
            checkedBy = List.copyOf(checkedBy);
            findings = List.copyOf(findings);
            warnings = List.copyOf(warnings);
        }
    }

    /** A move that the lifecycle does not have. */
    @EventType(name = "TransitionRejected")
    record TransitionRejected(
            ModelId modelId,
            OrganizationId organizationId,
            ComplianceStatus from,
            ComplianceStatus to,
            @Nullable String reason)
            implements ModelEvent {}

    @EventType(name = "VersionRegistered")
    record VersionRegistered(
            ModelId modelId,
            OrganizationId organizationId,
            long versionId,
            String versionTag,
            @Nullable String s3Path,
            @Nullable String artifactDigest)
            implements ModelEvent {}

    /** Metrics of one version that one call brought. They are accepted all or none, so they are one event. */
    sealed interface Measured extends ModelEvent {
        long versionId();

        List<Metric> metrics();
    }

    /** A value that was measured. */
    record Metric(long metricId, String metricName, double value) {}

    @EventType(name = "MetricRecorded")
    record MetricRecorded(
            ModelId modelId,
            OrganizationId organizationId,
            long metricId,
            long versionId,
            String metricName,
            double value)
            implements Measured {
        @Override
        public List<Metric> metrics() {
            return List.of(new Metric(metricId, metricName, value));
        }
    }

    /** Several of them. */
    @EventType(name = "MetricsRecorded")
    record MetricsRecorded(ModelId modelId, OrganizationId organizationId, long versionId, List<Metric> metrics)
            implements Measured {
        public MetricsRecorded {
            metrics = List.copyOf(metrics);
        }
    }

    @EventType(name = "ReviewRecorded")
    record ReviewRecorded(
            ModelId modelId, OrganizationId organizationId, long reviewId, ReviewOutcome outcome, String notes)
            implements ModelEvent {}

    @EventType(name = "DatasetLinked")
    record DatasetLinked(
            ModelId modelId,
            OrganizationId organizationId,
            long linkId,
            DatasetId datasetId,
            @Nullable Long modelVersionId,
            DatasetType datasetType,
            @Nullable String notes)
            implements ModelEvent {}

    /** The model, as the child, came from a parent. */
    @EventType(name = "DependencyAdded")
    record DependencyAdded(
            ModelId modelId,
            OrganizationId organizationId,
            long dependencyId,
            ModelId parentModelId,
            @Nullable Long parentVersionId,
            @Nullable Long childVersionId,
            DependencyType dependencyType,
            @Nullable String notes)
            implements ModelEvent {}

    /** Why a model changed its state. */
    enum Cause implements org.aigovernancehub.api.Wire {
        REQUESTED,
        RISK_RAISED
    }
}
