package org.aigovernancehub.command.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Commits a transaction that has appended, and gives its events their positions while it does: by the same call as the {@link Sequencer}, after
 * everything else in the transaction, in one message with COMMIT. So the lock under which events are numbered is held for as long as
 * PostgreSQL takes, and never while a client that is paused or dead has yet to commit.
 */
public final class NumberedCommit {
    /** Nobody but PostgreSQL has the lock for long, so that it is worth more patience than other locks are. */
    private static final String STATEMENTS =
            "SELECT set_config('lock_timeout', '2s', true); " + Sequencer.SEQUENCE + "; COMMIT";

    private final PositionSignal signal;

    /** @param signal told of the new positions */
    public NumberedCommit(PositionSignal signal) {
        this.signal = signal;
    }

    /**
     * Commits the transaction that the template is in.
     *
     * @param indexes of what it has appended
     * @return their positions; without those of events that have to wait behind more than one call numbers
     * @throws RuntimeException if it was not committed, or may have been: only where PostgreSQL says that it refuses it was not
     */
    public Map<Long, Long> of(JdbcTemplate transaction, Collection<Long> indexes) {
        var positions = Objects.requireNonNull(
                transaction.execute((ConnectionCallback<Map<Long, Long>>) connection -> commit(connection, indexes)));
        signal.raise();
        return positions;
    }

    private static Map<Long, Long> commit(Connection connection, Collection<Long> indexes) throws SQLException {
        try (var statement = connection.prepareStatement(STATEMENTS)) {
            statement.setArray(1, connection.createArrayOf("bigint", indexes.toArray(Long[]::new)));
            statement.execute();
            statement.getMoreResults();
            try (var rows = statement.getResultSet()) {
                return Sequencer.positions(rows);
            }
        }
    }
}
