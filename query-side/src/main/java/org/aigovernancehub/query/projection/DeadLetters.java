package org.aigovernancehub.query.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aigovernancehub.api.event.EventNames;
import org.aigovernancehub.api.event.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The events that are parked, by generation and in the order of their streams. */
final class DeadLetters {
    private static final int LONGEST_CAUSE = 2_000;

    private final JdbcTemplate jdbc;

    DeadLetters(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the streams with parked events: what comes after has to wait behind them. */
    Set<String> damagedStreams(Generation generation) {
        return generation.parked() == 0
                ? Set.of()
                : new HashSet<>(jdbc.queryForList(
                        "SELECT DISTINCT aggregate_id FROM read_model.dead_letter WHERE generation = ?",
                        String.class,
                        generation.name()));
    }

    /** @param cause why it could not be applied; null for an event that only waits behind another one */
    void park(Generation generation, RecordedEvent recorded, @Nullable String cause) {
        var organization = recorded.event().organizationId();
        jdbc.update(
                """
                INSERT INTO read_model.dead_letter
                    (generation, position, aggregate_id, organization_id, action, cause, attempts, parked_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, clock_timestamp())""",
                generation.name(),
                recorded.position(),
                recorded.event().aggregateId().toString(),
                organization == null ? null : organization.value(),
                EventNames.action(recorded.event().getClass()),
                shortened(cause),
                cause == null ? 0 : 1);
        count(generation);
    }

    List<DeadLetter> all(Generation generation) {
        return jdbc.query(
                "SELECT * FROM read_model.dead_letter WHERE generation = ? ORDER BY position",
                (row, _) -> letter(row),
                generation.name());
    }

    /** Returns what is parked of the stream that a dead letter belongs to, in order; empty where there is no such letter. */
    List<DeadLetter> streamOf(Generation generation, long position) {
        return jdbc.query("""
                SELECT * FROM read_model.dead_letter
                 WHERE generation = ?
                   AND aggregate_id = (SELECT aggregate_id FROM read_model.dead_letter WHERE generation = ? AND position = ?)
                 ORDER BY position""", (row, _) -> letter(row), generation.name(), generation.name(), position);
    }

    void remove(Generation generation, long position) {
        jdbc.update(
                "DELETE FROM read_model.dead_letter WHERE generation = ? AND position = ?",
                generation.name(),
                position);
        count(generation);
    }

    void failedAgain(Generation generation, long position, String cause) {
        jdbc.update("""
                UPDATE read_model.dead_letter SET attempts = attempts + 1, cause = ?
                 WHERE generation = ? AND position = ?""", shortened(cause), generation.name(), position);
    }

    void discard(Generation generation, long position) {
        jdbc.update("""
                UPDATE read_model.dead_letter SET discarded_at = clock_timestamp()
                 WHERE generation = ? AND position = ? AND discarded_at IS NULL""", generation.name(), position);
    }

    private void count(Generation generation) {
        jdbc.update("""
                UPDATE read_model.generation SET parked = (SELECT count(*) FROM read_model.dead_letter WHERE generation = ?)
                 WHERE name = ?""", generation.name(), generation.name());
    }

    private static @Nullable String shortened(@Nullable String cause) {
        return cause == null || cause.length() <= LONGEST_CAUSE ? cause : cause.substring(0, LONGEST_CAUSE);
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        var discardedAt = row.getObject("discarded_at", OffsetDateTime.class);
        return new DeadLetter(
                row.getLong("position"),
                row.getString("aggregate_id"),
                row.getObject("organization_id", Long.class),
                row.getString("action"),
                row.getString("cause"),
                row.getInt("attempts"),
                row.getObject("parked_at", OffsetDateTime.class).toInstant(),
                discardedAt == null ? null : discardedAt.toInstant());
    }
}
