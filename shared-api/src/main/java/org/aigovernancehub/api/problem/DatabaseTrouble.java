package org.aigovernancehub.api.problem;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away for a while from a statement that is wrong: the first passes, and whoever asked may ask again. */
public final class DatabaseTrouble {
    /**
     * Classes of SQLSTATE: connection, transaction state (the server ends transactions that a process held open which stood still),
     * insufficient resources, operator intervention (a shutdown, a cancelled statement), system error.
     */
    private static final Set<String> AWAY = Set.of("08", "25", "53", "57", "58");

    private static final int CLASS_LENGTH = 2;

    private DatabaseTrouble() {}

    /** @param sqlState null where it is no word of the server's: the driver or the pool has lost the connection */
    public static boolean isAway(@Nullable String sqlState) {
        return sqlState == null || isOf(AWAY, sqlState);
    }

    /** Tells whether a SQLSTATE is of one of some classes. */
    public static boolean isOf(Set<String> classes, String sqlState) {
        return classes.contains(sqlState.substring(0, Math.min(CLASS_LENGTH, sqlState.length())));
    }
}
