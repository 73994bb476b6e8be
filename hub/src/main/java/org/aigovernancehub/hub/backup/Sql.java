package org.aigovernancehub.hub.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Short statements. */
final class Sql {
    private Sql() {}

    /** Takes a row. */
    interface Row {
        void take(ResultSet row) throws SQLException;
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Makes the transaction the owner's, for as long as it takes, and lets it write and read times in one way. */
    static void settle(Connection connection) throws SQLException {
        execute(connection, """
                SET LOCAL ROLE hub_owner;
                SET LOCAL statement_timeout = 0;
                SET LOCAL idle_in_transaction_session_timeout = 0;
                SET LOCAL datestyle = 'ISO';
                SET LOCAL timezone = 'UTC'""");
    }

    static void each(Connection connection, String sql, Row taker) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                taker.take(rows);
            }
        }
    }

    static List<String> texts(Connection connection, String sql) throws SQLException {
        var texts = new ArrayList<String>();
        each(connection, sql, row -> texts.add(row.getString(1)));
        return texts;
    }

    static long number(Connection connection, String sql) throws SQLException {
        return Long.parseLong(texts(connection, sql).getFirst());
    }

    static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String identifiers(List<String> names) {
        return names.stream().map(Sql::identifier).collect(Collectors.joining(", "));
    }

    static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }
}
