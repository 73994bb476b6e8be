package org.aigovernancehub.hub.demonstration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.aigovernancehub.hub.settings.InvalidSettings;

/** What a database holds: a demonstration is made in the transaction of its very first events, so the first one tells. */
public final class DemonstrationCheck {
    private static final String FIRST_EVENT = """
            SELECT coalesce((metadata::json ->> 'demo')::boolean, false) FROM event_store.event
             ORDER BY global_index LIMIT 1""";

    private DemonstrationCheck() {}

    /**
     * Lets a start with a wish for a demonstration go on. Asked before anything is migrated, so that a refusal changes nothing.
     *
     * @throws InvalidSettings unless the database is empty or holds a demonstration already
     */
    public static void require(DataSource source) {
        try (var connection = source.getConnection()) {
            if (hasEventTable(connection) && !firstIsMadeUp(connection).orElse(true)) {
                throw new InvalidSettings(
                        "HUB_DEMO=true is for an empty database, and this one holds a hub's data; unset HUB_DEMO, or set"
                                + " HUB_DATA_DIR or DATABASE_URL to an empty one. Nothing was changed.");
            }
        } catch (SQLException e) {
            throw new InvalidSettings("The database cannot be read: %s".formatted(e.getMessage()));
        }
    }

    /** Tells of a database that has been migrated; empty while it has no event. */
    static Optional<Boolean> firstIsMadeUp(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(FIRST_EVENT)) {
            return rows.next() ? Optional.of(rows.getBoolean(1)) : Optional.empty();
        }
    }

    private static boolean hasEventTable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT count(*) FROM pg_tables WHERE schemaname = 'event_store' AND tablename = 'event'")) {
            return rows.next() && rows.getLong(1) > 0;
        }
    }
}
