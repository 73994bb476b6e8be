package org.aigovernancehub.query.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aigovernancehub.api.event.DomainEvent;
import org.aigovernancehub.api.event.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** How projections read and write their tables: whole batches at a time. */
public final class ProjectionTables {
    private final JdbcTemplate jdbc;

    ProjectionTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Lists the streams of one kind that some events belong to, each once. */
    public static Set<Long> streams(Class<? extends DomainEvent> kind, List<RecordedEvent> events) {
        return events.stream()
                .map(RecordedEvent::event)
                .filter(kind::isInstance)
                .map(event -> event.aggregateId().value())
                .collect(Collectors.toSet());
    }

    /** Reads rows by their ids, keyed by them; unknown ids are left out. */
    public <T> Map<Long, T> byIds(String select, Collection<Long> ids, RowMapper<T> mapper, ToLongFunction<T> id) {
        if (ids.isEmpty()) {
            return new java.util.HashMap<>();
        }
        return jdbc.query(select + " = ANY (?)", mapper, (Object) ids.toArray(Long[]::new)).stream()
                .collect(Collectors.toMap(
                        id::applyAsLong, Function.identity(), (first, _) -> first, java.util.HashMap::new));
    }

    /**
     * Writes rows as one batch; a row whose key is there already is replaced.
     *
     * @param table its name and columns
     * @param rows the values of each, in the order of the columns
     */
    public void upsert(Table table, List<@Nullable Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(table.upsert(), rows);
        }
    }

    /**
     * Adds to a table of sums. A sum of 0 is a row too: which rows there are must not depend on how events were cut into batches.
     *
     * @param sums by the values of their keys
     */
    public void add(Table table, Map<List<Object>, Long> sums) {
        var rows = new ArrayList<@Nullable Object[]>();
        sums.forEach((key, sum) -> {
            var row = new ArrayList<@Nullable Object>(key);
            row.add(sum);
            rows.add(row.toArray());
        });
        upsert(table, rows);
    }

    /** Runs one statement for each row, as one batch. */
    public void batch(String sql, List<@Nullable Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }

    /**
     * A table that a projection writes.
     *
     * @param upsert the statement that writes a row
     */
    public record Table(String upsert) {
        /**
         * @param keys how many of the first columns are the key
         * @param columns in the order in which rows are given
         */
        public static Table of(String name, int keys, String... columns) {
            var updates = IntStream.range(keys, columns.length)
                    .mapToObj(i -> columns[i] + " = excluded." + columns[i])
                    .collect(Collectors.joining(", "));
            return new Table("INSERT INTO %s (%s) VALUES (%s) ON CONFLICT (%s) DO %s"
                    .formatted(
                            name,
                            String.join(", ", columns),
                            String.join(", ", java.util.Collections.nCopies(columns.length, "?")),
                            String.join(", ", List.of(columns).subList(0, keys)),
                            updates.isEmpty() ? "NOTHING" : "UPDATE SET " + updates));
        }

        /**
         * A table of facts: a row that is there already is left as it is.
         *
         * @param keys how many of the first columns are the key
         */
        public static Table ofFacts(String name, int keys, String... columns) {
            return new Table("INSERT INTO %s (%s) VALUES (%s) ON CONFLICT (%s) DO NOTHING"
                    .formatted(
                            name,
                            String.join(", ", columns),
                            String.join(", ", java.util.Collections.nCopies(columns.length, "?")),
                            String.join(", ", List.of(columns).subList(0, keys))));
        }

        /**
         * A table of sums: a row that is there already is added to.
         *
         * @param columns the key's, then the sum's
         */
        public static Table ofSums(String name, String... columns) {
            var keys = List.of(columns).subList(0, columns.length - 1);
            var sum = columns[columns.length - 1];
            return new Table(
                    "INSERT INTO %1$s AS t (%2$s) VALUES (%3$s) ON CONFLICT (%4$s) DO UPDATE SET %5$s = t.%5$s + excluded.%5$s"
                            .formatted(
                                    name,
                                    String.join(", ", columns),
                                    String.join(", ", java.util.Collections.nCopies(columns.length, "?")),
                                    String.join(", ", keys),
                                    sum));
        }
    }
}
