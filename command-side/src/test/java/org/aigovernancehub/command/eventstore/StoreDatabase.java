package org.aigovernancehub.command.eventstore;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL with the event store's schema, for the tests of this module. */
final class StoreDatabase implements AutoCloseable {
    private final EmbeddedPostgres server;

    StoreDatabase() throws IOException, SQLException {
        server = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
        execute("""
                CREATE ROLE hub_owner; CREATE ROLE hub_command; CREATE ROLE hub_query; CREATE ROLE hub_projector;
                CREATE SCHEMA event_store AUTHORIZATION hub_owner; CREATE SCHEMA app AUTHORIZATION hub_owner;""");
        execute("SET ROLE hub_owner;" + resource("/db/migration/V2__event_store.sql"));
        execute("SET ROLE hub_owner;" + resource("/db/migration/V3__idempotency.sql"));
    }

    /** Connections of an application role. */
    DataSource as(String role) {
        var source = new PGSimpleDataSource();
        source.setURL(server.getJdbcUrl("postgres", "postgres"));
        source.setOptions("-c role=" + role);
        return source;
    }

    Connection superuser() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    void execute(String sql) throws SQLException {
        try (var connection = superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String resource(String name) {
        try (var stream = Objects.requireNonNull(StoreDatabase.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
