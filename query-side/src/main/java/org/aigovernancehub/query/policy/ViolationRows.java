package org.aigovernancehub.query.policy;

import static org.aigovernancehub.query.read.Columns.constant;
import static org.aigovernancehub.query.read.Columns.number;
import static org.aigovernancehub.query.read.Columns.stored;
import static org.aigovernancehub.query.read.Columns.text;
import static org.aigovernancehub.query.read.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.aigovernancehub.api.event.RecordedEvent;
import org.aigovernancehub.api.policy.Finding;
import org.aigovernancehub.api.policy.ViolationView;
import org.aigovernancehub.api.policy.ViolationView.Outcome;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.api.registry.ModelEvent;
import org.aigovernancehub.query.listing.ListQuery;
import org.aigovernancehub.query.listing.Order;
import org.aigovernancehub.query.listing.Order.Key;
import org.aigovernancehub.query.projection.ProjectionTables.Table;
import org.aigovernancehub.query.read.ReadCall;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code violation}: written once, as the event says. */
@Component
class ViolationRows {
    private static final String STORED =
            "violation_id, organization_id, environment, position, policy_id, model_id, user_id, outcome, details, created_at";

    /** The name is the present one: who reads looks for the model. */
    private static final String COLUMNS =
            STORED + ", (SELECT m.name FROM model m WHERE m.model_id = violation.model_id) AS model_name";

    static final Table TABLE = Table.ofFacts("violation", STORED.split(", "));

    /** One event can record several. */
    private static final Order NEWEST_FIRST =
            Order.descending("-id", Key.number("position"), Key.number("violation_id"));

    private final JsonMapper mapper;

    ViolationRows(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Makes a row of a finding.
     *
     * @param event that recorded it
     */
    @Nullable
    Object[] values(
            Finding finding, Outcome outcome, Environment environment, ModelEvent event, RecordedEvent recorded) {
        return new @Nullable Object[] {
            finding.violationId(),
            event.organizationId().value(),
            environment.wire(),
            recorded.position(),
            finding.policyId().value(),
            event.modelId().value(),
            recorded.metadata().actorId(),
            outcome.wire(),
            mapper.writeValueAsString(ViolationView.details(finding)),
            stored(recorded.recordedAt())
        };
    }

    ListQuery<ViolationView> query(ViolationFilter filter, ReadCall call) {
        return new ListQuery<>(COLUMNS, "violation", this::view, NEWEST_FIRST)
                .where("organization_id = ?", call.tenant(filter.organizationId()))
                .where("environment = ?", filter.environment())
                .where("outcome = ?", Objects.requireNonNullElse(filter.outcome(), Outcome.BLOCKED))
                .where("model_id = ?", filter.modelId())
                .where("policy_id = ?", filter.policyId())
                .where("user_id = ?", filter.userId())
                .recorded("created_at", filter.from(), filter.to())
                .endingAt("position");
    }

    private ViolationView view(ResultSet row, int index) throws SQLException {
        return new ViolationView(
                row.getLong("violation_id"),
                row.getLong("policy_id"),
                row.getLong("model_id"),
                row.getString("model_name"),
                null,
                row.getLong("organization_id"),
                constant(row, "environment", Environment.class),
                number(row, "user_id"),
                ViolationView.CHANGE_COMPLIANCE_STATUS,
                constant(row, "outcome", Outcome.class),
                mapper.readValue(text(row, "details"), ViolationView.Details.class),
                time(row, "created_at"));
    }
}
