package org.aigovernancehub.query.policy;

import static org.aigovernancehub.query.read.Columns.constant;
import static org.aigovernancehub.query.read.Columns.constantOrNull;
import static org.aigovernancehub.query.read.Columns.number;
import static org.aigovernancehub.query.read.Columns.stored;
import static org.aigovernancehub.query.read.Columns.text;
import static org.aigovernancehub.query.read.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.aigovernancehub.api.event.EventContext;
import org.aigovernancehub.api.event.RecordedEvent;
import org.aigovernancehub.api.policy.ConditionType;
import org.aigovernancehub.api.policy.PolicyEvent;
import org.aigovernancehub.api.policy.PolicyEvent.PolicyCreated;
import org.aigovernancehub.api.policy.PolicyMode;
import org.aigovernancehub.api.policy.PolicyScope;
import org.aigovernancehub.api.policy.PolicyTerms;
import org.aigovernancehub.api.policy.PolicyView;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.query.projection.FoldingProjection.Rows;
import org.aigovernancehub.query.projection.ProjectionTables.Table;
import org.jspecify.annotations.Nullable;

/** A row of {@code policy}; the view's own version counts every event of the stream. */
final class PolicyRow {
    static final String COLUMNS = "policy_id, organization_id, environment, scope, condition_type, name, description,"
            + " mode, is_active, created_at, updated_at, version";

    static final Rows<PolicyView> ROWS = new Rows<>(
            Table.of("policy", 1, COLUMNS.split(", ")),
            "SELECT " + COLUMNS + " FROM policy WHERE policy_id",
            PolicyRow::view,
            PolicyView::id,
            PolicyRow::values);

    private PolicyRow() {}

    static PolicyView after(@Nullable PolicyView view, PolicyEvent event, RecordedEvent recorded) {
        var context = EventContext.of(recorded);
        return view == null ? PolicyView.of((PolicyCreated) event, context) : view.after(event, context);
    }

    static PolicyView view(ResultSet row, int index) throws SQLException {
        return new PolicyView(
                row.getLong("policy_id"),
                new PolicyTerms(
                        text(row, "name"), row.getString("description"), constant(row, "mode", PolicyMode.class)),
                constant(row, "scope", PolicyScope.class),
                constant(row, "condition_type", ConditionType.class),
                row.getBoolean("is_active"),
                number(row, "organization_id"),
                constantOrNull(row, "environment", Environment.class),
                time(row, "created_at"),
                time(row, "updated_at"),
                row.getLong("version"));
    }

    private static @Nullable Object[] values(PolicyView view) {
        var environment = view.environment();
        return new @Nullable Object[] {
            view.id(),
            view.organizationId(),
            environment == null ? null : environment.wire(),
            view.scope().wire(),
            view.conditionType().wire(),
            view.terms().name(),
            view.terms().description(),
            view.terms().mode().wire(),
            view.active(),
            stored(view.createdAt()),
            stored(view.updatedAt()),
            view.version()
        };
    }
}
