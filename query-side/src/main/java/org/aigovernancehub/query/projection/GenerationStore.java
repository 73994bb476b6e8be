package org.aigovernancehub.query.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.aigovernancehub.api.Wire;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads and moves the rows that say which generation is live and how far each has come. */
final class GenerationStore {
    private static final String SELECT =
            "SELECT name, state, position, format, parked, advanced_at, changed_at FROM read_model.generation ";

    private final JdbcTemplate jdbc;

    GenerationStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Generation> all() {
        return jdbc.query(SELECT + "ORDER BY state, name", (row, _) -> generation(row));
    }

    /** Takes the right to apply events to the generation in this state; empty while somebody else has it, or where there is none. */
    Optional<Generation> claim(Generation.State state) {
        return jdbc
                .query(SELECT + "WHERE state = ? FOR UPDATE SKIP LOCKED", (row, _) -> generation(row), state.wire())
                .stream()
                .findFirst();
    }

    /** The same, but waits for whoever has it. */
    Generation await(Generation.State state) {
        return jdbc.query(SELECT + "WHERE state = ? FOR UPDATE", (row, _) -> generation(row), state.wire())
                .getFirst();
    }

    /**
     * Makes statements of this connection mean the tables of a generation. It stays there after the transaction: a change of the path
     * makes the driver prepare all of the connection's statements anew (PostgreSQL reports it from version 18 on).
     */
    void enter(Generation generation) {
        jdbc.query(
                "SELECT set_config('search_path', ?, false) WHERE current_setting('search_path') <> ?",
                _ -> {},
                generation.schema(),
                generation.schema());
    }

    void advance(Generation generation, long position) {
        jdbc.update(
                "UPDATE read_model.generation SET position = ?, advanced_at = clock_timestamp() WHERE name = ?",
                position,
                generation.name());
    }

    void change(Generation generation, Generation.State state) {
        jdbc.update(
                "UPDATE read_model.generation SET state = ?, changed_at = clock_timestamp() WHERE name = ?",
                state.wire(),
                generation.name());
    }

    /** Takes a live generation that is still empty for one of this format: there is nothing in it that another version wrote. */
    void adoptEmpty(int format) {
        jdbc.update(
                "UPDATE read_model.generation SET format = ? WHERE state = 'live' AND position = 0 AND format < ?",
                format,
                format);
    }

    /** Asks for the generation that is not live to be built; nothing happens where that was asked already. */
    void request() {
        jdbc.update("UPDATE read_model.generation SET state = 'requested' WHERE state = 'retired'");
    }

    /**
     * Empties a requested generation, its indexes too, and begins to build it.
     *
     * @param settled how long it must have been out of use: a read that began while it was live must not find it empty
     */
    Optional<Generation> begin(Duration settled, int format) {
        var requested = claim(Generation.State.REQUESTED);
        if (requested.isEmpty() || !isSettled(requested.get(), settled)) {
            return Optional.empty();
        }
        jdbc.query(
                "SELECT read_model.empty_generation(?)",
                _ -> {},
                requested.get().name());
        jdbc.update("""
                UPDATE read_model.generation
                   SET state = 'building', position = 0, parked = 0, format = ?, changed_at = clock_timestamp()
                 WHERE name = ?""", format, requested.get().name());
        return requested;
    }

    /**
     * Makes the indexes of one table, which a generation that is being built does without until it has its rows.
     *
     * @param longest how long that may take
     * @return the table; empty if none lacks an index
     */
    Optional<String> createMissingIndexes(Generation generation, Duration longest) {
        return jdbc.execute((ConnectionCallback<Optional<String>>) connection -> {
            int timeout = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, (int) longest.toMillis());
            try (var unlimited = connection.createStatement();
                    var create = connection.prepareStatement("SELECT read_model.create_missing_indexes(?)")) {
                unlimited.execute("SET LOCAL statement_timeout = " + longest.toMillis());
                create.setString(1, generation.name());
                try (var row = create.executeQuery()) {
                    row.next();
                    return Optional.ofNullable(row.getString(1));
                }
            } finally {
                connection.setNetworkTimeout(Runnable::run, timeout);
            }
        });
    }

    boolean lacksIndexes(Generation generation) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT EXISTS (SELECT FROM read_model.missing_indexes(?))", Boolean.class, generation.name()));
    }

    private boolean isSettled(Generation generation, Duration settled) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("""
                SELECT position = 0 OR changed_at < clock_timestamp() - make_interval(secs => ?)
                  FROM read_model.generation WHERE name = ?""", Boolean.class, settled.toMillis() / 1_000.0, generation.name()));
    }

    private static Generation generation(ResultSet row) throws SQLException {
        return new Generation(
                row.getString("name"),
                Wire.of(Generation.State.class, row.getString("state")),
                row.getLong("position"),
                row.getInt("format"),
                row.getLong("parked"),
                row.getObject("advanced_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
