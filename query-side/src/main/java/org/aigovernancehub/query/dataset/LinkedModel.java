package org.aigovernancehub.query.dataset;

import static org.aigovernancehub.query.read.Columns.constant;
import static org.aigovernancehub.query.read.Columns.number;
import static org.aigovernancehub.query.read.Columns.text;
import static org.aigovernancehub.query.read.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.DatasetType;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.query.listing.ListQuery;
import org.aigovernancehub.query.listing.Order;
import org.aigovernancehub.query.listing.Order.Key;
import org.jspecify.annotations.Nullable;

/** The use of a dataset, seen from the dataset: a link, with the model as it is now. */
record LinkedModel(
        long id,
        long datasetId,
        DatasetType datasetType,
        long modelId,
        String modelName,
        Environment environment,
        RiskLevel riskLevel,
        ComplianceStatus complianceStatus,
        @Nullable Long modelVersionId,
        @Nullable String notes,
        Instant createdAt) {
    private static final String LINKS = """
            (SELECT l.*, m.name AS model_name, m.environment, m.risk_level, m.compliance_status
               FROM dataset_link l JOIN model m ON m.model_id = l.model_id) linked""";

    static ListQuery<LinkedModel> query() {
        return new ListQuery<>("*", LINKS, LinkedModel::of, Order.ascending("id", Key.number("link_id")));
    }

    private static LinkedModel of(ResultSet row, int index) throws SQLException {
        return new LinkedModel(
                row.getLong("link_id"),
                row.getLong("dataset_id"),
                constant(row, "dataset_type", DatasetType.class),
                row.getLong("model_id"),
                text(row, "model_name"),
                constant(row, "environment", Environment.class),
                constant(row, "risk_level", RiskLevel.class),
                constant(row, "compliance_status", ComplianceStatus.class),
                number(row, "model_version_id"),
                row.getString("notes"),
                time(row, "created_at"));
    }
}
