package org.aigovernancehub.query.dataset;

import static org.aigovernancehub.query.read.Columns.constant;
import static org.aigovernancehub.query.read.Columns.number;
import static org.aigovernancehub.query.read.Columns.stored;
import static org.aigovernancehub.query.read.Columns.text;
import static org.aigovernancehub.query.read.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.aigovernancehub.api.dataset.DatasetDetails;
import org.aigovernancehub.api.dataset.DatasetEvent;
import org.aigovernancehub.api.dataset.DatasetEvent.DatasetRegistered;
import org.aigovernancehub.api.dataset.DatasetView;
import org.aigovernancehub.api.event.EventContext;
import org.aigovernancehub.api.event.RecordedEvent;
import org.aigovernancehub.api.registry.DataClassification;
import org.aigovernancehub.api.registry.DataSensitivity;
import org.aigovernancehub.query.listing.SearchText;
import org.aigovernancehub.query.projection.FoldingProjection.Rows;
import org.aigovernancehub.query.projection.ProjectionTables.Table;
import org.jspecify.annotations.Nullable;

/** A row of {@code dataset}. */
record DatasetRow(DatasetView view, long version) {
    static final String COLUMNS = "dataset_id, organization_id, name, description, source_system, location,"
            + " data_sensitivity, data_classification, record_count, created_at, version";

    static final Rows<DatasetRow> ROWS = new Rows<>(
            Table.of("dataset", 1, (COLUMNS + ", search_text").split(", ")),
            "SELECT " + COLUMNS + " FROM dataset WHERE dataset_id",
            DatasetRow::of,
            row -> row.view().id(),
            DatasetRow::values);

    static DatasetRow after(@Nullable DatasetRow row, DatasetEvent event, RecordedEvent recorded) {
        var context = EventContext.of(recorded);
        var view = row == null
                ? DatasetView.of((DatasetRegistered) event, context)
                : row.view().after(event, context);
        return new DatasetRow(view, recorded.sequenceNumber() + 1);
    }

    static DatasetRow of(ResultSet row, int index) throws SQLException {
        return new DatasetRow(
                new DatasetView(
                        row.getLong("dataset_id"),
                        row.getLong("organization_id"),
                        time(row, "created_at"),
                        new DatasetDetails(
                                text(row, "name"),
                                row.getString("description"),
                                row.getString("source_system"),
                                row.getString("location"),
                                constant(row, "data_sensitivity", DataSensitivity.class),
                                constant(row, "data_classification", DataClassification.class),
                                number(row, "record_count"))),
                row.getLong("version"));
    }

    @Nullable
    Object[] values() {
        var details = view.details();
        return new @Nullable Object[] {
            view.id(),
            view.organizationId(),
            details.name(),
            details.description(),
            details.sourceSystem(),
            details.location(),
            details.dataSensitivity().wire(),
            details.dataClassification().wire(),
            details.recordCount(),
            stored(view.createdAt()),
            version,
            SearchText.of(details.name(), details.description(), details.sourceSystem(), details.location())
        };
    }
}
