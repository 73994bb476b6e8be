package org.aigovernancehub.query.organization;

import static org.aigovernancehub.query.read.Columns.stored;
import static org.aigovernancehub.query.read.Columns.text;
import static org.aigovernancehub.query.read.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.aigovernancehub.api.event.EventContext;
import org.aigovernancehub.api.event.RecordedEvent;
import org.aigovernancehub.api.organization.OrganizationEvent;
import org.aigovernancehub.api.organization.OrganizationEvent.OrganizationCreated;
import org.aigovernancehub.api.organization.OrganizationView;
import org.aigovernancehub.query.projection.FoldingProjection.Rows;
import org.aigovernancehub.query.projection.ProjectionTables.Table;
import org.jspecify.annotations.Nullable;

/** A row of {@code organization}. */
record OrganizationRow(OrganizationView view, long version) {
    static final String COLUMNS = "organization_id, name, description, is_active, created_at, version";

    static final Rows<OrganizationRow> ROWS = new Rows<>(
            Table.of("organization", 1, COLUMNS.split(", ")),
            "SELECT " + COLUMNS + " FROM organization WHERE organization_id",
            OrganizationRow::of,
            row -> row.view().id(),
            OrganizationRow::values);

    static OrganizationRow after(@Nullable OrganizationRow row, OrganizationEvent event, RecordedEvent recorded) {
        var context = EventContext.of(recorded);
        var view = row == null
                ? OrganizationView.of((OrganizationCreated) event, context)
                : row.view().after(event, context);
        return new OrganizationRow(view, recorded.sequenceNumber() + 1);
    }

    static OrganizationRow of(ResultSet row, int index) throws SQLException {
        return new OrganizationRow(
                new OrganizationView(
                        row.getLong("organization_id"),
                        text(row, "name"),
                        row.getString("description"),
                        row.getBoolean("is_active"),
                        time(row, "created_at")),
                row.getLong("version"));
    }

    @Nullable
    Object[] values() {
        return new @Nullable Object[] {
            view.id(), view.name(), view.description(), view.active(), stored(view.createdAt()), version
        };
    }
}
