package org.aigovernancehub.command.registry;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.aigovernancehub.api.Patch;
import org.aigovernancehub.api.dataset.DatasetId;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.DataClassification;
import org.aigovernancehub.api.registry.DataSensitivity;
import org.aigovernancehub.api.registry.DatasetType;
import org.aigovernancehub.api.registry.DependencyType;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.api.registry.ModelCommand;
import org.aigovernancehub.api.registry.ModelDetails;
import org.aigovernancehub.api.registry.ModelId;
import org.aigovernancehub.api.registry.ReviewOutcome;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.api.registry.RiskProfile;
import org.aigovernancehub.command.web.Finite;
import org.aigovernancehub.command.web.Text;
import org.jspecify.annotations.Nullable;

/** The bodies of writes on models, with their limits. */
final class ModelRequests {
    private static final String DEFAULT_JURISDICTION = "US";

    private ModelRequests() {}

    record Register(
            @JsonProperty(required = true) @Text(min = 1, max = 255, required = true)
            String name,

            @JsonProperty(required = true) @Text(min = 1, max = 255, required = true)
            String owner,

            @Text(max = 2000) @Nullable String description,
            @Text(max = 2000) @Nullable String potentialHarm,
            @Text(max = 2000) @Nullable String intendedPurpose,
            @Text(max = 2000) @Nullable String dataSources,
            @Text(max = 2000) @Nullable String oversightPlan,
            @Text(max = 100) @Nullable String domain,
            @Text(max = 100) @Nullable String sector,
            @Schema(defaultValue = DEFAULT_JURISDICTION) Patch<@Text(max = 50) String> jurisdiction,
            @Schema(defaultValue = "unclassified") Patch<@NotNull RiskLevel> riskLevel,
            @Schema(defaultValue = "internal") Patch<@NotNull DataSensitivity> dataSensitivity,
            @Schema(defaultValue = "internal") Patch<@NotNull DataClassification> dataClassification,
            @Nullable Long organizationId,
            @Schema(defaultValue = "dev") Patch<@NotNull Environment> environment) {

        ModelCommand.RegisterModel command(ModelId modelId, OrganizationId organization) {
            return new ModelCommand.RegisterModel(
                    modelId,
                    organization,
                    environment.orKeepRequired(Environment.DEV),
                    new ModelDetails(
                            name,
                            description,
                            owner,
                            dataSensitivity.orKeepRequired(DataSensitivity.INTERNAL),
                            dataClassification.orKeepRequired(DataClassification.INTERNAL),
                            jurisdiction.orKeep(DEFAULT_JURISDICTION),
                            sector),
                    new RiskProfile(
                            riskLevel.orKeepRequired(RiskLevel.UNCLASSIFIED),
                            domain,
                            potentialHarm,
                            intendedPurpose,
                            dataSources,
                            oversightPlan));
        }
    }

    record Change(
            Patch<@Text(min = 1, max = 255, required = true) String> name,
            Patch<@Text(max = 2000) String> description,
            Patch<@Text(min = 1, max = 255, required = true) String> owner,
            Patch<@NotNull DataSensitivity> dataSensitivity,
            Patch<@NotNull DataClassification> dataClassification,
            Patch<@Text(max = 50) String> jurisdiction,
            Patch<@Text(max = 100) String> sector) {

        ModelCommand.ChangeModelDetails command(ModelId modelId) {
            return new ModelCommand.ChangeModelDetails(
                    modelId, name, description, owner, dataSensitivity, dataClassification, jurisdiction, sector);
        }
    }

    @Schema(name = "ChangeRiskProfile")
    record ChangeRisk(
            Patch<@NotNull RiskLevel> riskLevel,
            Patch<@Text(max = 100) String> domain,
            Patch<@Text(max = 2000) String> potentialHarm,
            Patch<@Text(max = 2000) String> intendedPurpose,
            Patch<@Text(max = 2000) String> dataSources,
            Patch<@Text(max = 2000) String> oversightPlan) {

        ModelCommand.ChangeRiskProfile command(ModelId modelId) {
            return new ModelCommand.ChangeRiskProfile(
                    modelId, riskLevel, domain, potentialHarm, intendedPurpose, dataSources, oversightPlan);
        }
    }

    @Schema(name = "ChangeComplianceStatus")
    record ChangeStatus(
            @JsonProperty(required = true) @NotNull ComplianceStatus status,
            @Text(max = 500) @Nullable String reason,
            @Text(max = 2000) @Nullable String approvalNotes) {

        ModelCommand.ChangeComplianceStatus command(ModelId modelId) {
            return new ModelCommand.ChangeComplianceStatus(modelId, status, reason, approvalNotes);
        }
    }

    @Schema(name = "RecordReview")
    record Review(
            @JsonProperty(required = true) @NotNull ReviewOutcome outcome,

            @JsonProperty(required = true) @Text(min = 1, max = 2000, required = true)
            String notes) {}

    @Schema(name = "RegisterVersion")
    record RegisterVersion(
            @JsonProperty(required = true) @NotNull Long modelId,

            @JsonProperty(required = true) @Text(min = 1, max = 50, required = true)
            String versionTag,

            @Text(max = 500) @Nullable String s3Path,

            @Text(max = 71, pattern = "sha256:[0-9a-f]{64}", message = "must be sha256: and 64 hexadecimal digits")
            @Nullable
            String artifactDigest) {}

    @Schema(name = "RecordMetric")
    record Metric(
            @JsonProperty(required = true) @NotNull Long versionId,

            @JsonProperty(required = true) @Text(min = 1, max = 100, required = true)
            String metricName,

            @JsonProperty(required = true) @NotNull @Finite Double value) {}

    /** One of a batch; the version is in the address. */
    @Schema(name = "Measurement")
    record MetricOfVersion(
            @JsonProperty(required = true) @Text(min = 1, max = 100, required = true)
            String metricName,

            @JsonProperty(required = true) @NotNull @Finite Double value) {

        static List<ModelCommand.Measurement> measurements(List<@Valid MetricOfVersion> metrics) {
            return metrics.stream()
                    .map(metric -> new ModelCommand.Measurement(metric.metricName(), metric.value()))
                    .toList();
        }
    }

    @Schema(name = "LinkDataset")
    record Link(
            @JsonProperty(required = true) @NotNull Long datasetId,
            @Schema(defaultValue = "training") Patch<@NotNull DatasetType> datasetType,
            @Nullable Long modelVersionId,
            @Text(max = 2000) @Nullable String notes) {

        ModelCommand.LinkDataset command(ModelId modelId) {
            return new ModelCommand.LinkDataset(
                    modelId,
                    new DatasetId(datasetId),
                    datasetType.orKeepRequired(DatasetType.TRAINING),
                    modelVersionId,
                    notes);
        }
    }

    @Schema(name = "AddDependency")
    record Dependency(
            @JsonProperty(required = true) @NotNull Long parentModelId,
            @Nullable Long parentVersionId,
            @Nullable Long childVersionId,
            @Schema(defaultValue = "derived_from") Patch<@NotNull DependencyType> dependencyType,
            @Text(max = 2000) @Nullable String notes) {

        ModelCommand.AddDependency command(ModelId modelId) {
            return new ModelCommand.AddDependency(
                    modelId,
                    new ModelId(parentModelId),
                    parentVersionId,
                    childVersionId,
                    dependencyType.orKeepRequired(DependencyType.DERIVED_FROM),
                    notes);
        }
    }
}
