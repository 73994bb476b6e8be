package org.aigovernancehub.query.dashboard;

import static org.aigovernancehub.query.read.Columns.constant;
import static org.aigovernancehub.query.read.Columns.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.DataSensitivity;
import org.aigovernancehub.api.registry.ModelEvent;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.query.projection.ProjectionTables.Table;
import org.jspecify.annotations.Nullable;

/**
 * Where a model is counted at present.
 *
 * @param day of the last change that counted
 */
record CountedModel(
        long modelId,
        long organizationId,
        String environment,
        RiskLevel risk,
        ComplianceStatus status,
        DataSensitivity sensitivity,
        LocalDate day) {
    static final Table TABLE = Table.of(
            "counted_model",
            1,
            "model_id",
            "organization_id",
            "environment",
            "risk_level",
            "compliance_status",
            "data_sensitivity",
            "day");
    static final String SELECT = "SELECT * FROM counted_model WHERE model_id";

    static CountedModel of(ResultSet row, int index) throws SQLException {
        return new CountedModel(
                row.getLong("model_id"),
                row.getLong("organization_id"),
                text(row, "environment"),
                constant(row, "risk_level", RiskLevel.class),
                constant(row, "compliance_status", ComplianceStatus.class),
                constant(row, "data_sensitivity", DataSensitivity.class),
                row.getObject("day", LocalDate.class));
    }

    static CountedModel of(ModelEvent.ModelRegistered event, LocalDate day) {
        return new CountedModel(
                event.modelId().value(),
                event.organizationId().value(),
                event.environment().wire(),
                event.risk().riskLevel(),
                ComplianceStatus.DRAFT,
                event.details().dataSensitivity(),
                day);
    }

    CountedModel with(RiskLevel newRisk, LocalDate changedOn) {
        return new CountedModel(modelId, organizationId, environment, newRisk, status, sensitivity, later(changedOn));
    }

    CountedModel with(ComplianceStatus newStatus, LocalDate changedOn) {
        return new CountedModel(modelId, organizationId, environment, risk, newStatus, sensitivity, later(changedOn));
    }

    /** The history does not tell sensitivities apart, so that the day stays. */
    CountedModel with(DataSensitivity newSensitivity) {
        return new CountedModel(modelId, organizationId, environment, risk, status, newSensitivity, day);
    }

    /** Clocks of hubs differ; a model must not leave a state on a day before it came there. */
    private LocalDate later(LocalDate changedOn) {
        return changedOn.isAfter(day) ? changedOn : day;
    }

    @Nullable
    Object[] values() {
        return new @Nullable Object[] {
            modelId, organizationId, environment, risk.wire(), status.wire(), sensitivity.wire(), day
        };
    }
}
