package org.aigovernancehub.query.read;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.aigovernancehub.api.AggregateId;
import org.aigovernancehub.api.event.DomainEvent;
import org.aigovernancehub.api.event.EventNames;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;

/**
 * One state of the live generation, as the caller may see it: every statement through it sees the same rows. Good until the read that it
 * was given to ends.
 */
public final class Snapshot {
    private static final int PART = 10_000;

    private final JdbcTemplate jdbc;
    private final ReadCall call;
    private final long position;
    private final long parked;

    Snapshot(JdbcTemplate jdbc, ReadCall call, long position, long parked) {
        this.jdbc = jdbc;
        this.call = call;
        this.position = position;
        this.parked = parked;
    }

    public ReadCall call() {
        return call;
    }

    /** Returns the position that the rows reflect. */
    public long position() {
        return position;
    }

    public <T> List<T> list(String sql, RowMapper<T> mapper, @Nullable Object... arguments) {
        return jdbc.query(sql, mapper, arguments);
    }

    public <T> Optional<T> one(String sql, RowMapper<T> mapper, @Nullable Object... arguments) {
        return jdbc.query(sql, mapper, arguments).stream().findFirst();
    }

    /**
     * Lets the statements that follow walk an index in the order of the list instead of sorting what they find. Under row-level security
     * the database knows nothing of how often a text occurs, and would take one that is everywhere for rare.
     */
    public void walkInOrder() {
        jdbc.query(
                "SELECT set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true)", _ -> {});
    }

    /** Returns the numbers that a statement answers with, of which there may be millions: never are all its rows in memory at once. */
    public long[] numbers(String sql, @Nullable Object... arguments) {
        var inParts = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        inParts.setFetchSize(PART);
        var numbers = LongStream.builder();
        inParts.query(sql, (RowCallbackHandler) row -> numbers.add(row.getLong(1)), arguments);
        return numbers.build().toArray();
    }

    /** Returns the number that a statement answers with. */
    public long number(String sql, @Nullable Object... arguments) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class, arguments));
    }

    /**
     * Throws {@code projection-damaged} while an event of the entity waits: its rows are not what the events say. To be asked before
     * looking for the entity, which may be missing for that very reason.
     */
    public void requireSound(AggregateId id) {
        if (waits("aggregate_id", id.toString())) {
            throw new ProblemException(
                    ProblemType.PROJECTION_DAMAGED,
                    "An event of %s %d could not be applied to the read model, which would show an older state. A platform administrator has to retry it or rebuild."
                            .formatted(id.kind().toLowerCase(java.util.Locale.ROOT), id.value()));
        }
    }

    /**
     * Throws {@code projection-damaged} while an event of this kind waits: what cannot be found may be what it would have made. For who
     * knows only afterwards to which entity a thing belongs.
     */
    public void requireNoneWaits(Class<? extends DomainEvent> event) {
        if (waits("action", EventNames.action(event))) {
            throw new ProblemException(
                    ProblemType.PROJECTION_DAMAGED,
                    "It may be what an event would have made that could not be applied to the read model. A platform administrator has to retry it or rebuild.");
        }
    }

    private boolean waits(String column, String value) {
        return parked > 0 && number("""
                        SELECT count(*) FROM read_model.dead_letter d JOIN read_model.generation g ON g.name = d.generation
                         WHERE g.state = 'live' AND d.%s = ?""".formatted(column), value) > 0;
    }

    /** Returns how many entities that the caller may see are damaged: lists and sums that could include them say so. */
    long damagedEntities() {
        return parked == 0 ? 0 : number("""
                        SELECT count(DISTINCT d.aggregate_id)
                          FROM read_model.dead_letter d JOIN read_model.generation g ON g.name = d.generation
                         WHERE g.state = 'live'""");
    }
}
