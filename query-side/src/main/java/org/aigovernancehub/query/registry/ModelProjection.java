package org.aigovernancehub.query.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.aigovernancehub.api.event.EventContext;
import org.aigovernancehub.api.event.RecordedEvent;
import org.aigovernancehub.api.registry.ModelEvent;
import org.aigovernancehub.api.registry.ModelEvent.ModelRegistered;
import org.aigovernancehub.api.registry.ModelView;
import org.aigovernancehub.query.projection.Projection;
import org.aigovernancehub.query.projection.ProjectionTables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Folds models by the same function as the aggregate, so that a read answers what the command did. */
@Component
class ModelProjection implements Projection {
    private static final String MOVE_VERSION = "UPDATE model SET version = ? WHERE model_id = ?";

    private final ProjectionTables tables;

    ModelProjection(ProjectionTables tables) {
        this.tables = tables;
    }

    @Override
    public String name() {
        return "models";
    }

    @Override
    public void apply(List<RecordedEvent> events) {
        var before = tables.byIds(
                "SELECT " + ModelRow.COLUMNS + " FROM model WHERE model_id",
                ProjectionTables.streams(ModelEvent.class, events),
                ModelRow::of,
                row -> row.view().id());
        var after = new LinkedHashMap<>(before);
        for (var recorded : events) {
            if (recorded.event() instanceof ModelEvent event) {
                after.compute(event.modelId().value(), (_, row) -> fold(row, event, recorded));
            }
        }
        write(before, after);
    }

    private static ModelRow fold(@Nullable ModelRow row, ModelEvent event, RecordedEvent recorded) {
        var context = EventContext.of(recorded);
        var view = row == null
                ? ModelView.of((ModelRegistered) event, context)
                : row.view().after(event, context);
        return new ModelRow(view, recorded.sequenceNumber() + 1);
    }

    /** Metrics and reviews move nothing but the version: that update touches no index. */
    private void write(java.util.Map<Long, ModelRow> before, java.util.Map<Long, ModelRow> after) {
        var whole = new LinkedHashMap<Long, ModelRow>();
        var versions = new ArrayList<@Nullable Object[]>();
        after.forEach((id, row) -> {
            var known = before.get(id);
            if (known == null || !known.view().equals(row.view())) {
                whole.put(id, row);
            } else if (known.version() != row.version()) {
                versions.add(new @Nullable Object[] {row.version(), id});
            }
        });
        tables.replace(ModelRow.TABLE, before, whole, (_, row) -> row.values());
        tables.batch(MOVE_VERSION, versions);
    }
}
