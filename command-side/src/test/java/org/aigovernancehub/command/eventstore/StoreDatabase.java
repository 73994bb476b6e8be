package org.aigovernancehub.command.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A database with the schemas of this module on a real PostgreSQL; the server is one for all tests of a run. */
public final class StoreDatabase implements AutoCloseable {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private static final int POOL_SIZE = 24;

    private final Map<String, HikariDataSource> pools = new ConcurrentHashMap<>();
    private final String name = "store_" + NUMBERS.incrementAndGet();

    public StoreDatabase() throws IOException, SQLException {
        onServer("CREATE DATABASE " + name);
        execute("""
                GRANT CREATE ON DATABASE %s TO hub_owner;
                CREATE SCHEMA app AUTHORIZATION hub_owner;""".formatted(name));
        for (var migration : migrations()) {
            execute("SET ROLE hub_owner;" + migration.getContentAsString(StandardCharsets.UTF_8));
        }
    }

    /** Connections of a role, from a pool that closes with the database. */
    public DataSource as(String role) {
        return pools.computeIfAbsent(role, this::pool);
    }

    /** A connection of a role that no pool knows, for who breaks it. */
    Connection unpooled(String role) throws SQLException {
        return source(role).getConnection();
    }

    private PGSimpleDataSource source(String role) {
        var source = superusers();
        source.setOptions("-c role=" + role);
        return source;
    }

    private HikariDataSource pool(String role) {
        var source = source(role);
        var config = new HikariConfig();
        config.setDataSource(source);
        config.setPoolName("%s %s".formatted(name, role));
        config.setMaximumPoolSize(POOL_SIZE);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    public Connection superuser() throws SQLException {
        return superusers().getConnection();
    }

    public void execute(String sql) throws SQLException {
        try (var connection = superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Makes each COMMIT of an event whose payload contains some words end with its session instead. */
    public void breakOffAtCommitOf(String words) throws SQLException {
        execute("""
                CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
                BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
                CREATE CONSTRAINT TRIGGER break_off AFTER INSERT ON event_store.event DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW WHEN (new.payload LIKE '%%%s%%') EXECUTE FUNCTION break_off()""".formatted(words));
    }

    private PGSimpleDataSource superusers() {
        var source = new PGSimpleDataSource();
        source.setURL(Server.RUNNING.getJdbcUrl("postgres", name));
        return source;
    }

    private static List<Resource> migrations() throws IOException {
        var found = new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/V*.sql");
        return Arrays.stream(found)
                .sorted(Comparator.comparingInt(migration ->
                        Integer.parseInt(String.valueOf(migration.getFilename()).replaceFirst("V([0-9]+)__.*", "$1"))))
                .toList();
    }

    private static void onServer(String sql) throws SQLException {
        try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        pools.values().forEach(HikariDataSource::close);
        onServer("DROP DATABASE %s WITH (FORCE)".formatted(name));
    }

    /** Stops with the process. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                var server = EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .setServerConfig("max_connections", "200")
                        .start();
                try (var connection = server.getPostgresDatabase().getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("""
                            CREATE ROLE hub_owner NOLOGIN NOINHERIT; CREATE ROLE hub_command NOLOGIN NOINHERIT;
                            CREATE ROLE hub_query NOLOGIN NOINHERIT; CREATE ROLE hub_projector NOLOGIN NOINHERIT;""");
                }
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
