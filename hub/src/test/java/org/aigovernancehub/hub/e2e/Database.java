package org.aigovernancehub.hub.e2e;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.aigovernancehub.hub.settings.DatabaseUrl;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.JsonNode;

/** A hub's database, looked at from behind, as its superuser: what was recorded, whatever the hub says of it. */
public final class Database {
    private final DatabaseUrl url;
    private @Nullable Connection kept;

    public Database(DatabaseUrl url) {
        this.url = url;
    }

    /** An event as it is stored, with its position where it has one. */
    public record StoredEvent(
            long globalIndex,
            @Nullable Long position,
            String aggregateId,
            long sequenceNumber,
            String name,
            JsonNode payload,
            JsonNode metadata,
            Instant recordedAt) {}

    /** A new connection, for who holds a transaction open. */
    public Connection connection() throws SQLException {
        var source = new PGSimpleDataSource();
        source.setURL(url.jdbcUrl());
        source.setUser(url.user());
        source.setPassword(url.password() == null ? null : url.password().value());
        return source.getConnection();
    }

    /** The events of one aggregate, such as {@code model-42}, in their order. */
    public List<StoredEvent> events(String aggregateId) {
        return query("""
                SELECT e.*, p.position FROM event_store.event e LEFT JOIN event_store.event_position p USING (global_index)
                 WHERE aggregate_id = ? ORDER BY sequence_number""", Database::event, aggregateId);
    }

    /** The names of the events of one aggregate, in their order. */
    public List<String> eventNames(String aggregateId) {
        return events(aggregateId).stream().map(StoredEvent::name).toList();
    }

    /** Every event from a global index on, in the order of global indexes. */
    public List<StoredEvent> eventsFrom(long globalIndex) {
        return query("""
                SELECT e.*, p.position FROM event_store.event e LEFT JOIN event_store.event_position p USING (global_index)
                 WHERE e.global_index >= ? ORDER BY e.global_index""", Database::event, globalIndex);
    }

    public long number(String sql, Object... arguments) {
        return query(sql, row -> row.getLong(1), arguments).getFirst();
    }

    public void execute(String sql, Object... arguments) {
        onKept(sql, statement -> statement.execute(), arguments);
    }

    public <T> List<T> query(String sql, Row<T> row, Object... arguments) {
        return onKept(
                sql,
                statement -> {
                    var found = new ArrayList<T>();
                    try (var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            found.add(row.of(rows));
                        }
                    }
                    return found;
                },
                arguments);
    }

    /** Signing in costs more than most questions do. */
    private synchronized <T> T onKept(String sql, Work<T> work, Object... arguments) {
        try {
            var connection = kept;
            if (connection == null || !connection.isValid(5)) {
                connection = connection();
                kept = connection;
            }
            try (var statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < arguments.length; i++) {
                    statement.setObject(i + 1, arguments[i]);
                }
                return work.on(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets go of the kept connection; a later question opens another. */
    public synchronized void close() {
        try {
            if (kept != null) {
                kept.close();
                kept = null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong("global_index"),
                row.getObject("position", Long.class),
                row.getString("aggregate_id"),
                row.getLong("sequence_number"),
                row.getString("event_name"),
                Api.JSON.readTree(row.getString("payload")),
                Api.JSON.readTree(row.getString("metadata")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    /** Reads a row. */
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}
