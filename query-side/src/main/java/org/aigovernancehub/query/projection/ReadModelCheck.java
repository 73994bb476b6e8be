package org.aigovernancehub.query.projection;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.aigovernancehub.api.event.EventFeed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.Lifecycle;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Builds the live read models anew from the events, by the projections that hubs run, in temporary tables of one connection, and compares
 * them row for row with those that answer reads. Whoever has changed a row of either finds out here, and so does who has changed an event.
 */
public final class ReadModelCheck {
    private static final int BATCH = 2_000;
    private static final int LONGEST_VALUE = 80;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcTemplate jdbc;
    private final EventFeed feed;
    private final JsonMapper mapper;
    private final int shown;

    /**
     * @param connection in a transaction of its own that may make temporary tables, and that the caller rolls back
     * @param feed reads by the same connection
     * @param mapper the hub's
     * @param shown how many rows of one table somebody will read of; one more is looked for, to tell that there are more
     */
    public ReadModelCheck(Connection connection, EventFeed feed, JsonMapper mapper, int shown) {
        this.jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        this.feed = feed;
        this.mapper = mapper;
        this.shown = shown;
    }

    /** @param summary what was compared, or why it was not */
    public record Outcome(String summary, List<String> problems) {
        public Outcome {
            problems = List.copyOf(problems);
        }
    }

    /** Compares; or says why there is nothing to compare. */
    public Outcome run() {
        var live = new GenerationStore(jdbc)
                .all().stream()
                        .filter(generation -> generation.state() == Generation.State.LIVE)
                        .findFirst();
        if (live.isEmpty()) {
            return new Outcome("not compared", List.of("no generation is live"));
        }
        var generation = live.get();
        long highest = Objects.requireNonNull(
                jdbc.queryForObject("SELECT coalesce(max(position), 0) FROM event_store.event_position", Long.class));
        if (generation.position() > highest) {
            return new Outcome(
                    "not compared",
                    List.of("generation %s is at position %d, but the highest one is %d"
                            .formatted(generation.name(), generation.position(), highest)));
        }
        if (generation.format() != ReadModels.FORMAT) {
            return new Outcome(
                    "not compared: another version of the hub has made them; this one rebuilds them", List.of());
        }
        var parked = jdbc.query(
                "SELECT position, aggregate_id FROM read_model.dead_letter WHERE generation = ? ORDER BY position",
                (row, _) -> "event #%d of %s is parked: reads of it are refused, and lists lack it"
                        .formatted(row.getLong(1), row.getString(2)),
                generation.name());
        if (!parked.isEmpty()) {
            return new Outcome("not compared: there are dead letters", parked);
        }
        return compare(generation, highest);
    }

    private Outcome compare(Generation generation, long highest) {
        var schema = generation.schema();
        var tables = jdbc.queryForList(
                "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = ?::regnamespace ORDER BY 1",
                String.class,
                schema);
        var keys = new LinkedHashMap<String, List<String>>();
        for (var table : tables) {
            var key = key(table, schema);
            keys.put(table, key);
            // Projections look rows up by their keys only.
            jdbc.execute(
                    "CREATE TEMPORARY TABLE %1$s (LIKE %2$s.%1$s INCLUDING ALL EXCLUDING INDEXES, PRIMARY KEY (%3$s)) ON COMMIT DROP"
                            .formatted(table, schema, String.join(", ", key)));
        }
        jdbc.execute("SET LOCAL search_path = pg_temp, pg_catalog");
        try {
            replay(generation.position());
        } catch (RuntimeException e) {
            return new Outcome(
                    "not compared", List.of("they cannot be built from the events: %s".formatted(e.getMessage())));
        }
        var problems = new ArrayList<String>();
        long rows = 0;
        for (var table : keys.entrySet()) {
            problems.addAll(differences(table.getKey(), table.getValue(), schema));
            rows += Objects.requireNonNull(
                    jdbc.queryForObject("SELECT count(*) FROM %s.%s".formatted(schema, table.getKey()), Long.class));
        }
        return new Outcome(
                "%d rows of %d tables are what %d of %d events make of them"
                        .formatted(rows, tables.size(), generation.position(), highest),
                problems);
    }

    private void replay(long to) {
        var projections = projections();
        for (long at = 0; at < to; ) {
            var events = feed.after(at, (int) Math.min(BATCH, to - at));
            if (events.isEmpty()) {
                throw new IllegalStateException("there is no event after position " + at);
            }
            projections.forEach(projection -> projection.apply(events));
            at = events.getLast().position();
        }
    }

    /** The very beans of a hub, found as a hub finds them, and of the others only those that they need. */
    private List<Projection> projections() {
        try (var context = new AnnotationConfigApplicationContext()) {
            var scanner = new ClassPathBeanDefinitionScanner(context);
            scanner.addExcludeFilter(new AssignableTypeFilter(ProjectionConfiguration.class));
            // What runs by itself is made even where nobody asks for it.
            scanner.addExcludeFilter(new AssignableTypeFilter(Lifecycle.class));
            scanner.scan("org.aigovernancehub.query");
            context.registerBean(ProjectionTables.class, () -> new ProjectionTables(jdbc));
            context.registerBean(JsonMapper.class, () -> mapper);
            context.addBeanFactoryPostProcessor(beans -> {
                for (var name : beans.getBeanDefinitionNames()) {
                    beans.getBeanDefinition(name).setLazyInit(true);
                }
            });
            context.refresh();
            return List.copyOf(context.getBeansOfType(Projection.class).values());
        }
    }

    private List<String> differences(String table, List<String> key, String schema) {
        var columns = String.join(", ", key);
        return jdbc.query(
                """
                SELECT to_jsonb(l)::text, to_jsonb(r)::text FROM %1$s.%2$s l FULL JOIN pg_temp.%2$s r USING (%3$s)
                 WHERE l IS DISTINCT FROM r ORDER BY %3$s LIMIT %4$d""".formatted(schema, table, columns, shown + 1),
                (row, _) -> difference(table, key, tree(row.getString(1)), tree(row.getString(2))));
    }

    private List<String> key(String table, String schema) {
        return jdbc.queryForList("""
                SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
                 WHERE i.indisprimary AND i.indrelid = (? || '.' || ?)::regclass ORDER BY a.attnum""", String.class, schema, table);
    }

    private static @Nullable JsonNode tree(@Nullable String json) {
        return json == null ? null : JSON.readTree(json);
    }

    private static String difference(
            String table, List<String> key, @Nullable JsonNode live, @Nullable JsonNode rebuilt) {
        if (live == null) {
            return "%s %s is missing".formatted(table, place(key, Objects.requireNonNull(rebuilt)));
        }
        if (rebuilt == null) {
            return "%s %s has no event".formatted(table, place(key, live));
        }
        return new TreeSet<>(live.propertyNames())
                .stream()
                        .filter(column -> !live.path(column).equals(rebuilt.path(column)))
                        .map(column -> "%s is %s, and should be %s"
                                .formatted(column, value(live.path(column)), value(rebuilt.path(column))))
                        .collect(Collectors.joining("; ", "%s %s: ".formatted(table, place(key, live)), ""));
    }

    private static String place(List<String> key, JsonNode row) {
        return key.stream()
                .map(column -> Map.entry(column, value(row.path(column))))
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String value(JsonNode node) {
        var text = node.toString();
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "...";
    }
}
