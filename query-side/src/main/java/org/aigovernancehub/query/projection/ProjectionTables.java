package org.aigovernancehub.query.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
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
     * Writes rows whose keys are not there. One that is there already fails, and is a defect: each event counts once.
     *
     * @param rows the values of each, in the order of the table's columns
     */
    public void insert(Table table, List<@Nullable Object[]> rows) {
        write(table, "", rows);
    }

    /**
     * Writes rows; what becomes of one whose key is there already, the table says. That PostgreSQL looks for it first makes it dearer than
     * {@link #insert}. No key may be there twice among them.
     *
     * @param rows the values of each, in the order of the table's columns
     */
    public void upsert(Table table, List<@Nullable Object[]> rows) {
        write(table, table.onConflict(), rows);
    }

    /**
     * Writes what has become of some rows: those that are new, and those that differ.
     *
     * @param before as they were read, by their keys
     * @param values makes the values of a row of this key, in the order of the table's columns
     */
    public <K, T> void replace(
            Table table, Map<K, T> before, Map<K, T> after, BiFunction<K, T, @Nullable Object[]> values) {
        var added = new ArrayList<@Nullable Object[]>();
        var changed = new ArrayList<@Nullable Object[]>();
        after.forEach((key, row) -> {
            var known = before.get(key);
            if (known == null) {
                added.add(values.apply(key, row));
            } else if (!known.equals(row)) {
                changed.add(values.apply(key, row));
            }
        });
        insert(table, added);
        upsert(table, changed);
    }

    /** An array a column: PostgreSQL plans the statement once, however many rows there are. */
    private void write(Table table, String onConflict, List<@Nullable Object[]> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_A_STATEMENT) {
            var some = rows.subList(from, Math.min(from + ROWS_A_STATEMENT, rows.size()));
            var insert = inserts.computeIfAbsent(table, this::prepare);
            var types = insert.types();
            jdbc.update(insert.sql() + onConflict, statement -> {
                for (int column = 0; column < types.size(); column++) {
                    var type = types.get(column);
                    statement.setArray(
                            column + 1, statement.getConnection().createArrayOf(type, values(type, some, column)));
                }
            });
        }
    }

    private Insert prepare(Table table) {
        var types = jdbc.queryForList("""
                SELECT t.typname FROM unnest(?::text[]) WITH ORDINALITY AS c (name, place)
                  JOIN pg_attribute a ON a.attrelid = ?::regclass AND a.attname = c.name
                  JOIN pg_type t ON t.oid = a.atttypid
                 ORDER BY c.place""", String.class, table.columns().toArray(String[]::new), table.name());
        var arrays = types.stream().map("?::%s[]"::formatted).collect(Collectors.joining(", "));
        return new Insert(
                "INSERT INTO %s AS t (%s) SELECT * FROM unnest(%s)"
                        .formatted(table.name(), String.join(", ", table.columns()), arrays),
                types);
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
     * @param onConflict the end of the statement that writes rows whose keys may be there; empty for facts, whose never are
     */
    public record Table(String name, List<String> columns, String onConflict) {
        private static Table of(String name, List<String> columns, int keys, String update) {
            return new Table(
                    name,
                    columns,
                    " ON CONFLICT (%s) DO UPDATE SET %s"
                            .formatted(String.join(", ", columns.subList(0, keys)), update));
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
            return of(name, List.of(columns), keys, updates);
        }

        /** A table of facts: each row is written once. */
        public static Table ofFacts(String name, String... columns) {
            return new Table(name, List.of(columns), "");
        }

        /**
         * A table of sums: a row that is there already is added to.
         *
         * @param columns the key's, then the sum's
         */
        public static Table ofSums(String name, String... columns) {
            int sum = columns.length - 1;
            return of(name, List.of(columns), sum, "%1$s = t.%1$s + excluded.%1$s".formatted(columns[sum]));
        }
    }
}
