package org.aigovernancehub.command.proposal;

import java.sql.SQLException;
import org.aigovernancehub.api.problem.DatabaseTrouble;
import org.jspecify.annotations.Nullable;

/** Tells what a failure says of the database: that it is away, or that it answers, and refuses. */
public final class DatabaseFailure {
    private DatabaseFailure() {}

    /** Tells whether something failed because the database is away, and not because of what it was asked for. */
    public static boolean isAway(Throwable failure) {
        var error = errorOf(failure);
        return error != null && DatabaseTrouble.isAway(error.getSQLState());
    }

    /** Tells whether the database answered, refused what it was asked for, and was there afterwards: one that panics has not refused. */
    public static boolean isRefusal(Throwable failure) {
        var error = errorOf(failure);
        boolean isThere = error != null;
        for (; error != null; error = error.getNextException()) {
            isThere &= !DatabaseTrouble.isAway(error.getSQLState());
        }
        return isThere;
    }

    private static @Nullable SQLException errorOf(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException error) {
                return error;
            }
        }
        return null;
    }
}
