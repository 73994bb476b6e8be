package org.aigovernancehub.hub.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The highest number of each kind that events mention, and where its sequence stands: one that is behind would give a number twice. Kinds
 * are those that have a sequence, {@code model} for {@code model_id_seq}; events call the number {@code model_id}.
 */
final class Numbers {
    /** Inside of a text the quotation mark before the colon would have a backslash. */
    private static final Pattern NUMBER = Pattern.compile("\"([a-z]+)_id\" ?: ?([0-9]{1,18})");

    private final Map<String, Long> highest = new HashMap<>();

    void note(String payload) {
        var numbers = NUMBER.matcher(payload);
        while (numbers.find()) {
            highest.merge(numbers.group(1), Long.parseLong(numbers.group(2)), Math::max);
        }
    }

    void compare(Connection connection, Report report) throws SQLException {
        var check = "sequences";
        int compared = 0;
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                SELECT regexp_replace(sequencename, '_id_seq$', ''), coalesce(last_value, 0) FROM pg_sequences
                 WHERE schemaname = 'event_store' AND sequencename LIKE '%\\_id\\_seq' ORDER BY 1""")) {
            while (rows.next()) {
                compared++;
                behind(
                        report,
                        rows.getString(1) + "_id_seq",
                        rows.getLong(2),
                        highest.getOrDefault(rows.getString(1), 0L));
            }
        }
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                SELECT coalesce((SELECT last_value FROM pg_sequences
                                  WHERE schemaname = 'event_store' AND sequencename = 'global_index_seq'), 0),
                       coalesce((SELECT max(global_index) FROM event_store.event), 0)""")) {
            rows.next();
            behind(report, "global_index_seq", rows.getLong(1), rows.getLong(2));
        }
        report.checked(check, "%d are past every number that is used".formatted(compared + 1));
    }

    private static void behind(Report report, String sequence, long stands, long used) {
        if (stands < used) {
            report.problem(
                    "sequences",
                    "event_store.%s stands at %d, and %d is used: a number would be given twice"
                            .formatted(sequence, stands, used));
        }
    }
}
