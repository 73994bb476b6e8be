package org.aigovernancehub.query.projection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.aigovernancehub.api.event.DomainEvent;
import org.aigovernancehub.api.event.RecordedEvent;
import org.aigovernancehub.query.projection.ProjectionTables.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * A read model of what changes: each stream of one kind is a row, folded by the same function as the aggregate, so that a read answers
 * what the command did.
 *
 * @param <E> the kind of event
 * @param <R> the row
 */
public final class FoldingProjection<E extends DomainEvent, R> implements Projection {
    private final String name;
    private final Class<E> kind;
    private final Rows<R> rows;
    private final Fold<E, R> fold;
    private final ProjectionTables tables;

    public FoldingProjection(String name, Class<E> kind, Rows<R> rows, Fold<E, R> fold, ProjectionTables tables) {
        this.name = name;
        this.kind = kind;
        this.rows = rows;
        this.fold = fold;
        this.tables = tables;
    }

    /**
     * How rows are read and written.
     *
     * @param select reads them, up to where the ids follow: {@code SELECT ... FROM dataset WHERE dataset_id}
     * @param values makes the values of a row, in the order of the table's columns
     */
    public record Rows<R>(
            Table table,
            String select,
            RowMapper<R> mapper,
            ToLongFunction<R> id,
            Function<R, @Nullable Object[]> values) {}

    /** Makes the row after an event. */
    @FunctionalInterface
    public interface Fold<E, R> {
        /** @param row null before the first event of its stream */
        R after(@Nullable R row, E event, RecordedEvent recorded);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void apply(List<RecordedEvent> events) {
        var before = tables.byIds(rows.select(), ProjectionTables.streams(kind, events), rows.mapper(), rows.id());
        var folded = new LinkedHashMap<>(before);
        for (var recorded : events) {
            if (kind.isInstance(recorded.event())) {
                folded.compute(
                        recorded.event().aggregateId().value(),
                        (_, row) -> fold.after(row, kind.cast(recorded.event()), recorded));
            }
        }
        tables.replace(rows.table(), before, folded, (_, row) -> rows.values().apply(row));
    }
}
