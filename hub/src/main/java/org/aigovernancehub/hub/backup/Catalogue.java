package org.aigovernancehub.hub.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which tables and sequences cannot be computed again, as the database itself lists them, so that none is forgotten when a migration adds
 * one: all of {@code event_store} and {@code app}, but Flyway's history, which migrations write, and the queue of events without a
 * position, whose transaction ids mean nothing elsewhere and which follows from the events and the positions.
 */
final class Catalogue {
    private static final Set<Table> LEFT_OUT =
            Set.of(new Table("app", "schema_history"), new Table("event_store", "event_pending"));

    private Catalogue() {}

    /** A table; it prints as SQL takes it. */
    record Table(String schema, String name) {
        @Override
        public String toString() {
            return Sql.identifier(schema) + "." + Sql.identifier(name);
        }
    }

    /** Returns the tables in an order in which they can be filled: what others refer to comes first. */
    static List<Table> tables(Connection connection) throws SQLException {
        var all = new ArrayList<Table>();
        Sql.each(connection, """
                SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE n.nspname IN ('event_store', 'app') AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                 ORDER BY 1, 2""", row -> all.add(new Table(row.getString(1), row.getString(2))));
        all.removeAll(LEFT_OUT);
        var references = new LinkedHashMap<Table, Set<Table>>();
        Sql.each(
                connection,
                """
                SELECT n.nspname, c.relname, rn.nspname, rc.relname
                  FROM pg_constraint k
                  JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                  JOIN pg_class rc ON rc.oid = k.confrelid JOIN pg_namespace rn ON rn.oid = rc.relnamespace
                 WHERE k.contype = 'f' AND k.conrelid <> k.confrelid""",
                row -> references
                        .computeIfAbsent(new Table(row.getString(1), row.getString(2)), _ -> new LinkedHashSet<>())
                        .add(new Table(row.getString(3), row.getString(4))));
        return ordered(all, references);
    }

    private static List<Table> ordered(List<Table> all, Map<Table, Set<Table>> references) {
        var ordered = new LinkedHashSet<Table>();
        while (ordered.size() < all.size()) {
            var ready = all.stream()
                    .filter(table -> !ordered.contains(table)
                            && references.getOrDefault(table, Set.of()).stream()
                                    .allMatch(other -> ordered.contains(other) || !all.contains(other)))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException("tables refer to each other in a circle");
            }
            ordered.addAll(ready);
        }
        return List.copyOf(ordered);
    }

    /** Returns the columns that hold something of their own, and in that order. */
    static List<String> columns(Connection connection, Table table) throws SQLException {
        return Sql.texts(
                connection,
                "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum"
                        .formatted(Sql.literal(table.toString())));
    }

    /** Returns the columns of the primary key, so that the same rows always come in the same order. */
    static String order(Connection connection, Table table) throws SQLException {
        var key = Sql.texts(connection, """
                SELECT a.attname FROM pg_index i
                  CROSS JOIN unnest(i.indkey) WITH ORDINALITY AS k (attnum, place)
                  JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
                 WHERE i.indrelid = %s::regclass AND i.indisprimary ORDER BY k.place""".formatted(Sql.literal(table.toString())));
        return key.isEmpty()
                ? ""
                : " ORDER BY " + key.stream().map(Sql::identifier).collect(Collectors.joining(", "));
    }

    /** Returns where each sequence stands; at or past every number that a snapshot taken before shows. */
    static List<Manifest.SequenceValue> sequences(Connection connection) throws SQLException {
        var names = new ArrayList<Table>();
        Sql.each(
                connection,
                "SELECT schemaname, sequencename FROM pg_sequences WHERE schemaname IN ('event_store', 'app') ORDER BY 1, 2",
                row -> names.add(new Table(row.getString(1), row.getString(2))));
        var values = new ArrayList<Manifest.SequenceValue>();
        for (var name : names) {
            Sql.each(
                    connection,
                    "SELECT last_value, is_called FROM " + name,
                    row -> values.add(
                            new Manifest.SequenceValue(name.schema(), name.name(), row.getLong(1), row.getBoolean(2))));
        }
        return values;
    }

    /** Returns the migrations that were applied, in their order. */
    static List<Manifest.Migration> migrations(Connection connection) throws SQLException {
        var migrations = new ArrayList<Manifest.Migration>();
        Sql.each(
                connection,
                "SELECT version, description, checksum FROM app.schema_history WHERE success AND version IS NOT NULL ORDER BY installed_rank",
                row -> migrations.add(
                        new Manifest.Migration(row.getString(1), row.getString(2), row.getObject(3, Integer.class))));
        return migrations;
    }

    /** Tells whether a hub has made its tables here. */
    static boolean isThere(Connection connection) throws SQLException {
        // In the catalogue alone, which needs no right to the schemas.
        return Sql.number(connection, """
                SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE (n.nspname, c.relname) IN (('event_store', 'event'), ('app', 'schema_history'))""") == 2;
    }
}
