package org.aigovernancehub.query.projection;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a database that is away, or in another's way, from an event that cannot be applied. The first is tried again as it is; only the
 * second may park an event.
 */
final class PassingFailures {
    /**
     * Classes of SQLState: connection, transaction state, rollback by the server, resources, operator's intervention, system error. Class
     * 25 is there because the server ends transactions that a paused process holds open.
     */
    private static final Set<String> CLASSES = Set.of("08", "25", "40", "53", "55", "57", "58");

    private PassingFailures() {}

    static boolean include(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                var state = sql.getSQLState();
                return state == null || CLASSES.contains(state.substring(0, Math.min(2, state.length())));
            }
            if (cause instanceof org.springframework.transaction.CannotCreateTransactionException
                    || cause instanceof org.springframework.dao.TransientDataAccessException
                    || cause instanceof InterruptedException) {
                return true;
            }
        }
        return false;
    }
}
