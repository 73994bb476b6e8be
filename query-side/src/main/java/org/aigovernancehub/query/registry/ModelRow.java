package org.aigovernancehub.query.registry;

import static org.aigovernancehub.query.read.Columns.constant;
import static org.aigovernancehub.query.read.Columns.number;
import static org.aigovernancehub.query.read.Columns.stored;
import static org.aigovernancehub.query.read.Columns.text;
import static org.aigovernancehub.query.read.Columns.time;
import static org.aigovernancehub.query.read.Columns.timeOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.aigovernancehub.api.registry.ComplianceState;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.DataClassification;
import org.aigovernancehub.api.registry.DataSensitivity;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.api.registry.ModelDetails;
import org.aigovernancehub.api.registry.ModelView;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.api.registry.RiskProfile;
import org.aigovernancehub.query.listing.SearchText;
import org.aigovernancehub.query.projection.ProjectionTables.Table;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code model}.
 *
 * @param version counts every event of the model's stream, those too that change nothing else here
 */
record ModelRow(ModelView view, long version) {
    static final String COLUMNS = "model_id, organization_id, environment, name, description, owner, data_sensitivity,"
            + " data_classification, jurisdiction, sector, risk_level, domain, potential_harm, intended_purpose, data_sources,"
            + " oversight_plan, compliance_status, submitted_by, approved_by_user_id, approved_at, approval_notes,"
            + " latest_version, created_at, updated_at, version";

    static final Table TABLE = Table.of("model", 1, (COLUMNS + ", search_text").split(", "));

    static ModelRow of(ResultSet row, int index) throws SQLException {
        return new ModelRow(
                new ModelView(
                        row.getLong("model_id"),
                        row.getLong("organization_id"),
                        constant(row, "environment", Environment.class),
                        time(row, "created_at"),
                        time(row, "updated_at"),
                        new ModelDetails(
                                text(row, "name"),
                                row.getString("description"),
                                text(row, "owner"),
                                constant(row, "data_sensitivity", DataSensitivity.class),
                                constant(row, "data_classification", DataClassification.class),
                                row.getString("jurisdiction"),
                                row.getString("sector")),
                        new RiskProfile(
                                constant(row, "risk_level", RiskLevel.class),
                                row.getString("domain"),
                                row.getString("potential_harm"),
                                row.getString("intended_purpose"),
                                row.getString("data_sources"),
                                row.getString("oversight_plan")),
                        new ComplianceState(
                                constant(row, "compliance_status", ComplianceStatus.class),
                                number(row, "submitted_by"),
                                number(row, "approved_by_user_id"),
                                timeOrNull(row, "approved_at"),
                                row.getString("approval_notes")),
                        row.getString("latest_version")),
                row.getLong("version"));
    }

    @Nullable
    Object[] values() {
        var details = view.details();
        var risk = view.risk();
        var compliance = view.compliance();
        return new @Nullable Object[] {
            view.id(),
            view.organizationId(),
            view.environment().wire(),
            details.name(),
            details.description(),
            details.owner(),
            details.dataSensitivity().wire(),
            details.dataClassification().wire(),
            details.jurisdiction(),
            details.sector(),
            risk.riskLevel().wire(),
            risk.domain(),
            risk.potentialHarm(),
            risk.intendedPurpose(),
            risk.dataSources(),
            risk.oversightPlan(),
            compliance.complianceStatus().wire(),
            compliance.submittedBy(),
            compliance.approvedByUserId(),
            stored(compliance.approvedAt()),
            compliance.approvalNotes(),
            view.latestVersion(),
            stored(view.createdAt()),
            stored(view.updatedAt()),
            version,
            SearchText.of(details.name(), details.owner(), details.description())
        };
    }
}
