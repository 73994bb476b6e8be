package org.aigovernancehub.benchmarks.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.aigovernancehub.benchmarks.load.Threads;
import org.aigovernancehub.benchmarks.system.Postgres;

/** Appends events to an event store of its own beside the hub's, on the same server: no hub knows of it, projects or numbers. */
final class Appends {
    private static final String DATABASE = "appends";

    private final DataSource source;
    private final EventRow row;

    private Appends(DataSource source, EventRow row) {
        this.source = source;
        this.row = row;
    }

    /** Makes the store anew. */
    static Appends to(World world) {
        Postgres postgres = world.hub().postgres();
        postgres.execute("DROP DATABASE IF EXISTS " + DATABASE);
        postgres.execute("CREATE DATABASE " + DATABASE);
        var appends = new Appends(postgres.source(DATABASE), EventRow.ofLastRegistration(world));
        appends.execute("GRANT CREATE ON DATABASE %s TO hub_owner; CREATE SCHEMA app AUTHORIZATION hub_owner"
                .formatted(DATABASE));
        // Of the hub's own migrations those of its command side, which is on the path of the classes here.
        postgres.texts("SELECT script FROM app.schema_history ORDER BY installed_rank").stream()
                .map(script -> Appends.class.getResource("/db/migration/" + script))
                .filter(Objects::nonNull)
                .forEach(migration -> appends.execute("SET ROLE hub_owner;" + text(migration)));
        appends.execute("CREATE SCHEMA plain; CREATE TABLE plain.event (LIKE event_store.event INCLUDING ALL)");
        return appends;
    }

    private static String text(URL migration) {
        try (var sql = migration.openStream()) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void execute(String sql) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    DataSource source() {
        return source;
    }

    /** Appends one event, the first of a stream, and returns its index. */
    long one(Connection connection) throws SQLException {
        try (var insert = insert(connection, "event_store")) {
            return append(insert);
        }
    }

    /**
     * Appends events from as many connections as the load has, each in a transaction of its own.
     *
     * @param schema of the table: {@code event_store}, or {@code plain} for one like it that notes no event as pending
     * @param then with the index of each event that has committed
     * @return events in each of the parts of the time, which are of equal length
     */
    double[] run(String schema, Duration duration, int parts, LongConsumer then) {
        var counts = new LongAdder[parts];
        Arrays.setAll(counts, _ -> new LongAdder());
        long begin = System.nanoTime();
        Threads.run(World.CONNECTIONS, _ -> () -> {
            try (var connection = source.getConnection();
                    var insert = insert(connection, schema)) {
                for (long elapsed = 0; elapsed < duration.toNanos(); elapsed = System.nanoTime() - begin) {
                    then.accept(append(insert));
                    counts[(int) Math.min(parts - 1, elapsed * parts / duration.toNanos())].increment();
                }
            }
            return schema;
        });
        double seconds = duration.toNanos() / 1e9 / parts;
        return Arrays.stream(counts).mapToDouble(count -> count.sum() / seconds).toArray();
    }

    private PreparedStatement insert(Connection connection, String schema) throws SQLException {
        var insert = connection.prepareStatement("""
                INSERT INTO %s.event (event_id, aggregate_id, sequence_number, event_name, revision, payload, metadata, recorded_at)
                VALUES (?, ?, 0, 'ModelRegistered', 1, ?, ?, now()) RETURNING global_index""".formatted(schema));
        insert.setString(3, row.payload());
        insert.setString(4, row.metadata());
        return insert;
    }

    private static long append(PreparedStatement insert) throws SQLException {
        var id = UUID.randomUUID().toString();
        insert.setString(1, id);
        insert.setString(2, "model-" + id);
        try (var index = insert.executeQuery()) {
            index.next();
            return index.getLong(1);
        }
    }
}
