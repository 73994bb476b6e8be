package org.aigovernancehub.command.identity;

/**
 * How names of accounts are compared, in SQL: as the index {@code user_account_username_key} has them, without regard to the case of A to Z.
 * The locale of the database does not count, since a backup moves from one to another.
 */
final class AccountNames {
    /** A name as it is compared; it is a parameter. */
    static final String FOLDED = folded("?");

    /** The column of {@code user_account} as it is compared. */
    static final String FOLDED_COLUMN = folded("username");

    /** Finds the account of a name, which is a parameter. */
    static final String HOLDER =
            "SELECT user_id FROM event_store.user_account WHERE %s = %s".formatted(FOLDED_COLUMN, FOLDED);

    private AccountNames() {}

    private static String folded(String text) {
        return "lower(%s COLLATE \"C\")".formatted(text);
    }
}
