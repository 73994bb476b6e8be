package org.aigovernancehub.query.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.aigovernancehub.api.event.DomainEvent;
import org.aigovernancehub.api.event.RecordedEvent;
import org.aigovernancehub.query.projection.ProjectionTables.Table;
import org.jspecify.annotations.Nullable;

/**
 * A read model of facts that never change: each event of one kind is a row.
 *
 * @param <E> the kind of event
 */
public final class AppendingProjection<E extends DomainEvent> implements Projection {
    private final String name;
    private final Class<E> kind;
    private final Table table;
    private final Function<Fact<E>, @Nullable Object[]> row;
    private final ProjectionTables tables;

    /** @param row makes the values of a row, in the order of the table's columns */
    public AppendingProjection(
            String name,
            Class<E> kind,
            Table table,
            Function<Fact<E>, @Nullable Object[]> row,
            ProjectionTables tables) {
        this.name = name;
        this.kind = kind;
        this.table = table;
        this.row = row;
        this.tables = tables;
    }

    /** An event with what was recorded about it. */
    public record Fact<E>(E event, RecordedEvent recorded) {}

    @Override
    public String name() {
        return name;
    }

    @Override
    public void apply(List<RecordedEvent> events) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (var recorded : events) {
            if (kind.isInstance(recorded.event())) {
                rows.add(row.apply(new Fact<>(kind.cast(recorded.event()), recorded)));
            }
        }
        tables.upsert(table, rows);
    }
}
