package org.aigovernancehub.query.registry;

import static org.aigovernancehub.query.read.Columns.stored;

import org.aigovernancehub.api.registry.ModelEvent;
import org.aigovernancehub.query.projection.AppendingProjection;
import org.aigovernancehub.query.projection.Projection;
import org.aigovernancehub.query.projection.ProjectionTables;
import org.aigovernancehub.query.projection.ProjectionTables.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a model gathers and never changes: versions, metrics, reviews, links and dependencies. */
@Configuration(proxyBeanMethods = false)
class RegistryProjections {
    @Bean
    Projection versionProjection(ProjectionTables tables) {
        return AppendingProjection.ofRow(
                "versions",
                ModelEvent.VersionRegistered.class,
                Table.ofFacts(
                        "model_version",
                        "version_id",
                        "organization_id",
                        "model_id",
                        "version_tag",
                        "s3_path",
                        "artifact_digest",
                        "created_at"),
                fact -> new @Nullable Object[] {
                    fact.event().versionId(),
                    fact.event().organizationId().value(),
                    fact.event().modelId().value(),
                    fact.event().versionTag(),
                    fact.event().s3Path(),
                    fact.event().artifactDigest(),
                    stored(fact.recorded().recordedAt())
                },
                tables);
    }

    @Bean
    Projection metricProjection(ProjectionTables tables) {
        return AppendingProjection.ofRows(
                "metrics",
                ModelEvent.Measured.class,
                Table.ofFacts(
                        "metric",
                        "metric_id",
                        "organization_id",
                        "model_id",
                        "version_id",
                        "metric_name",
                        "value",
                        "recorded_at"),
                fact -> fact.event().metrics().stream()
                        .map(metric -> new @Nullable Object[] {
                            metric.metricId(),
                            fact.event().organizationId().value(),
                            fact.event().modelId().value(),
                            fact.event().versionId(),
                            metric.metricName(),
                            metric.value(),
                            stored(fact.recorded().recordedAt())
                        })
                        .toList(),
                tables);
    }

    @Bean
    Projection reviewProjection(ProjectionTables tables) {
        return AppendingProjection.ofRow(
                "reviews",
                ModelEvent.ReviewRecorded.class,
                Table.ofFacts(
                        "review",
                        "review_id",
                        "organization_id",
                        "model_id",
                        "user_id",
                        "outcome",
                        "notes",
                        "created_at"),
                fact -> new @Nullable Object[] {
                    fact.event().reviewId(),
                    fact.event().organizationId().value(),
                    fact.event().modelId().value(),
                    fact.recorded().metadata().actorId(),
                    fact.event().outcome().wire(),
                    fact.event().notes(),
                    stored(fact.recorded().recordedAt())
                },
                tables);
    }

    @Bean
    Projection linkProjection(ProjectionTables tables) {
        return AppendingProjection.ofRow(
                "dataset links",
                ModelEvent.DatasetLinked.class,
                Table.ofFacts(
                        "dataset_link",
                        "link_id",
                        "organization_id",
                        "model_id",
                        "model_version_id",
                        "dataset_id",
                        "dataset_type",
                        "notes",
                        "created_at"),
                fact -> new @Nullable Object[] {
                    fact.event().linkId(),
                    fact.event().organizationId().value(),
                    fact.event().modelId().value(),
                    fact.event().modelVersionId(),
                    fact.event().datasetId().value(),
                    fact.event().datasetType().wire(),
                    fact.event().notes(),
                    stored(fact.recorded().recordedAt())
                },
                tables);
    }

    @Bean
    Projection dependencyProjection(ProjectionTables tables) {
        return AppendingProjection.ofRow(
                "dependencies",
                ModelEvent.DependencyAdded.class,
                Table.ofFacts(
                        "dependency",
                        "dependency_id",
                        "organization_id",
                        "parent_model_id",
                        "parent_version_id",
                        "child_model_id",
                        "child_version_id",
                        "dependency_type",
                        "notes",
                        "created_at"),
                fact -> new @Nullable Object[] {
                    fact.event().dependencyId(),
                    fact.event().organizationId().value(),
                    fact.event().parentModelId().value(),
                    fact.event().parentVersionId(),
                    fact.event().modelId().value(),
                    fact.event().childVersionId(),
                    fact.event().dependencyType().wire(),
                    fact.event().notes(),
                    stored(fact.recorded().recordedAt())
                },
                tables);
    }
}
