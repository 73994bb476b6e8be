package org.aigovernancehub.query.projection;

import java.sql.SQLException;
import java.util.Set;
import org.aigovernancehub.api.problem.DatabaseTrouble;
import org.jspecify.annotations.Nullable;

/**
 * Tells a database that is away, or in another's way, from an event that cannot be applied. The first is tried again as it is; only the
 * second may park an event.
 */
final class PassingFailures {
    /** Classes of SQLSTATE: rolled back by the server, an object that another one holds. */
    private static final Set<String> IN_ANOTHERS_WAY = Set.of("40", "55");

    private PassingFailures() {}

    static boolean include(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                var state = sql.getSQLState();
                return DatabaseTrouble.isAway(state) || DatabaseTrouble.isOf(IN_ANOTHERS_WAY, state);
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
