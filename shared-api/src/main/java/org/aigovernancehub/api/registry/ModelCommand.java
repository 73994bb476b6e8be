package org.aigovernancehub.api.registry;

import java.util.List;
import org.aigovernancehub.api.Command;
import org.aigovernancehub.api.Patch;
import org.aigovernancehub.api.dataset.DatasetId;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.policy.PolicyId;
import org.jspecify.annotations.Nullable;

/** What somebody may want of a model. */
public sealed interface ModelCommand extends Command {

    ModelId modelId();

    @Override
    default ModelId target() {
        return modelId();
    }

    record RegisterModel(
            ModelId modelId,
            OrganizationId organizationId,
            Environment environment,
            ModelDetails details,
            RiskProfile risk)
            implements ModelCommand {}

    record ChangeModelDetails(
            ModelId modelId,
            Patch<String> name,
            Patch<String> description,
            Patch<String> owner,
            Patch<DataSensitivity> dataSensitivity,
            Patch<DataClassification> dataClassification,
            Patch<String> jurisdiction,
            Patch<String> sector)
            implements ModelCommand {

        /** Returns the details as they would be after this command. */
        public ModelDetails appliedTo(ModelDetails details) {
            return new ModelDetails(
                    name.orKeepRequired(details.name()),
                    description.orKeep(details.description()),
                    owner.orKeepRequired(details.owner()),
                    dataSensitivity.orKeepRequired(details.dataSensitivity()),
                    dataClassification.orKeepRequired(details.dataClassification()),
                    jurisdiction.orKeep(details.jurisdiction()),
                    sector.orKeep(details.sector()));
        }
    }

    record ChangeRiskProfile(
            ModelId modelId,
            Patch<RiskLevel> riskLevel,
            Patch<String> domain,
            Patch<String> potentialHarm,
            Patch<String> intendedPurpose,
            Patch<String> dataSources,
            Patch<String> oversightPlan)
            implements ModelCommand {

        /** Returns the profile as it would be after this command. */
        public RiskProfile appliedTo(RiskProfile risk) {
            return new RiskProfile(
                    riskLevel.orKeepRequired(risk.riskLevel()),
                    domain.orKeep(risk.domain()),
                    potentialHarm.orKeep(risk.potentialHarm()),
                    intendedPurpose.orKeep(risk.intendedPurpose()),
                    dataSources.orKeep(risk.dataSources()),
                    oversightPlan.orKeep(risk.oversightPlan()));
        }
    }

    record ChangeComplianceStatus(
            ModelId modelId,
            ComplianceStatus requested,
            @Nullable String reason,
            @Nullable String approvalNotes) implements ModelCommand {}

    record RecordReview(ModelId modelId, ReviewOutcome outcome, String notes) implements ModelCommand {}

    record RegisterVersion(
            ModelId modelId,
            String versionTag,
            @Nullable String s3Path,
            @Nullable String artifactDigest) implements ModelCommand {}

    /** Records metrics of one version, all or none. */
    record RecordMetrics(ModelId modelId, long versionId, List<Measurement> measurements) implements ModelCommand {
        public RecordMetrics {
            measurements = List.copyOf(measurements);
        }
    }

    record LinkDataset(
            ModelId modelId,
            DatasetId datasetId,
            DatasetType datasetType,
            @Nullable Long modelVersionId,
            @Nullable String notes)
            implements ModelCommand {}

    record AddDependency(
            ModelId modelId,
            ModelId parentModelId,
            @Nullable Long parentVersionId,
            @Nullable Long childVersionId,
            DependencyType dependencyType,
            @Nullable String notes)
            implements ModelCommand {}

    /** Asks what enforcement would say of each move; changes nothing. */
    record AssessTransitions(ModelId modelId, List<ComplianceStatus> targets) implements ModelCommand {
        public AssessTransitions {
            targets = List.copyOf(targets);
        }
    }

    /** Asks what one policy, active or not, would say of approving the model; changes nothing. */
    record AssessApproval(ModelId modelId, PolicyId policyId) implements ModelCommand {}

    /**
     * One value of an evaluation.
     *
     * @param name 1-100 characters
     * @param value finite
     */
    record Measurement(String name, double value) {}
}
