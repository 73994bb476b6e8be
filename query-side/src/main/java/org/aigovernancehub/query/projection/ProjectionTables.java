package org.aigovernancehub.query.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aigovernancehub.api.event.DomainEvent;
import org.aigovernancehub.api.event.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** How projections read and write their tables: whole batches at a time. */
public final class ProjectionTables {
    /** Few enough that their arrays are no burden to the garbage collector, which treats large objects apart. */
    private static final int ROWS_A_STATEMENT = 500;

    private final JdbcTemplate jdbc;
    private final Map<Table, Insert> inserts = new ConcurrentHashMap<>();

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
     * Writes rows; what becomes of one whose key is there already, the table says. No key may be there twice among them.
     *
     * @param rows the values of each, in the order of the table's columns
     */
    public void upsert(Table table, List<@Nullable Object[]> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_A_STATEMENT) {
            insert(table, rows.subList(from, Math.min(from + ROWS_A_STATEMENT, rows.size())));
        }
    }

    /** An array a column: PostgreSQL plans the statement once, however many rows there are. */
    private void insert(Table table, List<@Nullable Object[]> rows) {
        var insert = inserts.computeIfAbsent(table, this::insert);
        var types = insert.types();
        jdbc.update(insert.sql(), statement -> {
            for (int column = 0; column < types.size(); column++) {
                var type = types.get(column);
                statement.setArray(
                        column + 1, statement.getConnection().createArrayOf(type, values(type, rows, column)));
            }
        });
    }

    private Insert insert(Table table) {
        var types = jdbc.queryForList("""
                SELECT t.typname FROM unnest(?::text[]) WITH ORDINALITY AS c (name, place)
                  JOIN pg_attribute a ON a.attrelid = ?::regclass AND a.attname = c.name
                  JOIN pg_type t ON t.oid = a.atttypid
                 ORDER BY c.place""", String.class, table.columns().toArray(String[]::new), table.name());
        var arrays = types.stream().map("?::%s[]"::formatted).collect(Collectors.joining(", "));
        return new Insert(table.upsert().formatted(arrays), types);
    }

    /** @param types of the columns, as the database has them */
    private record Insert(String sql, List<String> types) {}

    private static @Nullable Object[] values(String type, List<@Nullable Object[]> rows, int column) {
        var values = rows.stream().map(row -> row[column]);
        return switch (type) {
            case "int8" -> values.toArray(Long[]::new);
            case "float8" -> values.toArray(Double[]::new);
            case "bool" -> values.toArray(Boolean[]::new);
            default ->
                values.map(value -> value == null ? null : value.toString()).toArray(String[]::new);
        };
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
     * @param columns in the order in which rows are given
     * @param upsert the statement that writes rows, with a place for the arrays of their values
     */
    public record Table(String name, List<String> columns, String upsert) {
        private static Table of(String name, List<String> columns, int keys, String conflict) {
            return new Table(
                    name,
                    columns,
                    "INSERT INTO %1$s AS t (%2$s) SELECT * FROM unnest(%%s) ON CONFLICT (%3$s) DO %4$s"
                            .formatted(
                                    name,
                                    String.join(", ", columns),
                                    String.join(", ", columns.subList(0, keys)),
                                    conflict));
        }

        /**
         * A table of what changes: a row that is there already is replaced.
         *
         * @param keys how many of the first columns are the key
         */
        public static Table of(String name, int keys, String... columns) {
            var updates = Stream.of(columns)
                    .skip(keys)
                    .map(column -> column + " = excluded." + column)
                    .collect(Collectors.joining(", "));
            return of(name, List.of(columns), keys, "UPDATE SET " + updates);
        }

        /**
         * A table of facts: a row that is there already is left as it is.
         *
         * @param keys how many of the first columns are the key
         */
        public static Table ofFacts(String name, int keys, String... columns) {
            return of(name, List.of(columns), keys, "NOTHING");
        }

        /**
         * A table of sums: a row that is there already is added to.
         *
         * @param columns the key's, then the sum's
         */
        public static Table ofSums(String name, String... columns) {
            int sum = columns.length - 1;
            return of(name, List.of(columns), sum, "UPDATE SET %1$s = t.%1$s + excluded.%1$s".formatted(columns[sum]));
        }
    }
}
