package org.aigovernancehub.query.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.aigovernancehub.api.event.DomainEvent;
import org.aigovernancehub.api.event.RecordedEvent;
import org.aigovernancehub.query.projection.ProjectionTables.Table;
import org.jspecify.annotations.Nullable;

/**
 * A read model of facts that never change: each event of one kind brings its rows.
 *
 * @param <E> the kind of event
 */
public final class AppendingProjection<E extends DomainEvent> implements Projection {
    private final String name;
    private final Class<E> kind;
    private final Table table;
    private final Function<Fact<E>, List<@Nullable Object[]>> rows;
    private final ProjectionTables tables;

    private AppendingProjection(
            String name,
            Class<E> kind,
            Table table,
            Function<Fact<E>, List<@Nullable Object[]>> rows,
            ProjectionTables tables) {
        this.name = name;
        this.kind = kind;
        this.table = table;
        this.rows = rows;
        this.tables = tables;
    }

    /** @param row makes the values of an event's row, in the order of the table's columns */
    public static <E extends DomainEvent> AppendingProjection<E> ofRow(
            String name,
            Class<E> kind,
            Table table,
            Function<Fact<E>, @Nullable Object[]> row,
            ProjectionTables tables) {
        return ofRows(name, kind, table, fact -> List.<@Nullable Object[]>of(row.apply(fact)), tables);
    }

    /** @param rows makes the values of all rows that an event brings, in the order of the table's columns */
    public static <E extends DomainEvent> AppendingProjection<E> ofRows(
            String name,
            Class<E> kind,
            Table table,
            Function<Fact<E>, List<@Nullable Object[]>> rows,
            ProjectionTables tables) {
        return new AppendingProjection<>(name, kind, table, rows, tables);
    }

    /** An event with what was recorded about it. */
    public record Fact<E>(E event, RecordedEvent recorded) {}

    @Override
    public String name() {
        return name;
    }

    @Override
    public void apply(List<RecordedEvent> events) {
        var all = new ArrayList<@Nullable Object[]>();
        for (var recorded : events) {
            if (kind.isInstance(recorded.event())) {
                all.addAll(rows.apply(new Fact<>(kind.cast(recorded.event()), recorded)));
            }
        }
        tables.insert(table, all);
    }
}
