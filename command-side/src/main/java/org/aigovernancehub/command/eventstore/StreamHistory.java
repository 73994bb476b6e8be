package org.aigovernancehub.command.eventstore;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.aigovernancehub.api.AggregateId;
import org.aigovernancehub.api.event.RecordedEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads streams as they were at a position. What is committed up to a position never changes, so that it needs no snapshot. */
public final class StreamHistory {
    private final JdbcTemplate jdbc;
    private final EventCodec codec;

    /** @param jdbc of a role that may read events */
    public StreamHistory(JdbcTemplate jdbc, EventCodec codec) {
        this.jdbc = jdbc;
        this.codec = codec;
    }

    /** Returns when the event at a position was recorded; empty where there is none. */
    public Optional<Instant> recordedAt(long position) {
        return jdbc
                .query(
                        """
                SELECT e.recorded_at
                  FROM event_store.event_position p
                  JOIN event_store.event e USING (global_index)
                 WHERE p.position = ?""",
                        (row, _) -> row.getObject("recorded_at", OffsetDateTime.class)
                                .toInstant(),
                        position)
                .stream()
                .findFirst();
    }

    /**
     * Reads the events of streams, in the order of positions.
     *
     * @param position inclusive
     * @param names of events; empty for all
     * @param limit at most so many
     * @throws org.aigovernancehub.api.event.EventFeed.UnreadableEvent when a stored event cannot be understood
     */
    public List<RecordedEvent> upTo(
            long position, Collection<? extends AggregateId> streams, Collection<String> names, int limit) {
        if (streams.isEmpty()) {
            return List.of();
        }
        return jdbc.query(
                """
                SELECT p.position, e.event_id, e.sequence_number, e.event_name, e.revision, e.payload, e.metadata, e.recorded_at
                  FROM event_store.event e
                  JOIN event_store.event_position p USING (global_index)
                 WHERE e.aggregate_id = ANY (?)
                   AND (? OR e.event_name = ANY (?))
                   AND p.position <= ?
                 ORDER BY p.position
                 LIMIT ?""",
                (row, _) -> PositionFeed.recorded(row, codec),
                texts(streams),
                names.isEmpty(),
                names.toArray(String[]::new),
                position,
                limit);
    }

    /** How much streams hold up to a position. */
    public record Size(long events, long characters) {}

    /**
     * Measures streams, so that what is too long need not be read to be refused.
     *
     * @param names of events; empty for all
     */
    public Size sizeUpTo(long position, Collection<? extends AggregateId> streams, Collection<String> names) {
        if (streams.isEmpty()) {
            return new Size(0, 0);
        }
        return java.util.Objects.requireNonNull(jdbc.queryForObject(
                """
                SELECT count(*) AS events, coalesce(sum(length(e.payload)), 0) AS characters
                  FROM event_store.event e
                  JOIN event_store.event_position p USING (global_index)
                 WHERE e.aggregate_id = ANY (?) AND (? OR e.event_name = ANY (?)) AND p.position <= ?""",
                (row, _) -> new Size(row.getLong("events"), row.getLong("characters")),
                texts(streams),
                names.isEmpty(),
                names.toArray(String[]::new),
                position));
    }

    private static String[] texts(Collection<? extends AggregateId> streams) {
        return streams.stream().map(AggregateId::toString).sorted().toArray(String[]::new);
    }
}
