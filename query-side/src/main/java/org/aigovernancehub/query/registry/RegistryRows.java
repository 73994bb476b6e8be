package org.aigovernancehub.query.registry;

import static org.aigovernancehub.query.read.Columns.constant;
import static org.aigovernancehub.query.read.Columns.number;
import static org.aigovernancehub.query.read.Columns.text;
import static org.aigovernancehub.query.read.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.registry.DatasetType;
import org.aigovernancehub.api.registry.DependencyType;
import org.aigovernancehub.api.registry.DependencyView;
import org.aigovernancehub.api.registry.LinkView;
import org.aigovernancehub.api.registry.MetricView;
import org.aigovernancehub.api.registry.ModelEvent;
import org.aigovernancehub.api.registry.ModelId;
import org.aigovernancehub.api.registry.ReviewOutcome;
import org.aigovernancehub.api.registry.ReviewView;
import org.aigovernancehub.api.registry.VersionView;
import org.aigovernancehub.query.read.EntityQuery;
import org.aigovernancehub.query.read.Snapshot;

/** Rows of what belongs to models, and how they are found. */
final class RegistryRows {
    private RegistryRows() {}

    static EntityQuery<ModelRow> model(long modelId) {
        return new EntityQuery<>(new ModelId(modelId), ModelRow.COLUMNS, "model", ModelRow::of);
    }

    /** A version with the version of the model that it belongs to. */
    record VersionRow(VersionView view, long aggregateVersion) {}

    /** Finds a version, or throws {@code not-found}, or {@code projection-damaged}. */
    static VersionRow version(Snapshot snapshot, long versionId) {
        var row = snapshot.one(
                        "SELECT v.*, m.version FROM model_version v JOIN model m USING (model_id) WHERE v.version_id = ?",
                        (found, index) -> new VersionRow(version(found, index), found.getLong("version")),
                        versionId)
                .orElseThrow(() -> {
                    snapshot.requireNoneWaits(ModelEvent.VersionRegistered.class);
                    return ProblemException.notFound("version", versionId);
                });
        snapshot.requireSound(new ModelId(row.view().modelId()));
        return row;
    }

    static VersionView version(ResultSet row, int index) throws SQLException {
        return new VersionView(
                row.getLong("version_id"),
                row.getLong("model_id"),
                text(row, "version_tag"),
                row.getString("s3_path"),
                row.getString("artifact_digest"),
                time(row, "created_at"));
    }

    static MetricView metric(ResultSet row, int index) throws SQLException {
        return new MetricView(
                row.getLong("metric_id"),
                row.getLong("version_id"),
                text(row, "metric_name"),
                row.getDouble("value"),
                time(row, "recorded_at"));
    }

    static ReviewView review(ResultSet row, int index) throws SQLException {
        return new ReviewView(
                row.getLong("review_id"),
                row.getLong("model_id"),
                number(row, "user_id"),
                constant(row, "outcome", ReviewOutcome.class),
                text(row, "notes"),
                time(row, "created_at"));
    }

    static LinkView link(ResultSet row, int index) throws SQLException {
        return new LinkView(
                row.getLong("link_id"),
                row.getLong("model_id"),
                number(row, "model_version_id"),
                row.getLong("dataset_id"),
                constant(row, "dataset_type", DatasetType.class),
                row.getString("notes"),
                time(row, "created_at"));
    }

    static DependencyView dependency(ResultSet row, int index) throws SQLException {
        return new DependencyView(
                row.getLong("dependency_id"),
                row.getLong("parent_model_id"),
                number(row, "parent_version_id"),
                row.getLong("child_model_id"),
                number(row, "child_version_id"),
                constant(row, "dependency_type", DependencyType.class),
                row.getString("notes"),
                time(row, "created_at"));
    }
}
