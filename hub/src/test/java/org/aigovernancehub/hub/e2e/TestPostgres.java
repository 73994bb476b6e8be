package org.aigovernancehub.hub.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.aigovernancehub.hub.database.EmbeddedPostgres;
import org.aigovernancehub.hub.settings.DatabaseUrl;

/** A PostgreSQL of an operator's own, for several hubs on one database; it belongs to the JVM of the tests and not to a hub. */
public final class TestPostgres implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SECRET_KEY = "0123456789-abcdefghij-0123456789-tests";
    private static final Set<TestPostgres> ALL = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> ALL.parallelStream().forEach(TestPostgres::close), "databases-of-tests"));
    }

    private final Path folder;
    private EmbeddedPostgres server;

    private TestPostgres(Path folder) {
        this.folder = folder;
        server = EmbeddedPostgres.start(folder);
    }

    public static TestPostgres start() {
        var folder = Folders.temporary("postgres");
        UnpackedPostgres.give(folder);
        var postgres = startIn(folder);
        UnpackedPostgres.keep(folder);
        return postgres;
    }

    /** Starts one whose data lie in a folder of the caller's choice, which goes with it. */
    public static TestPostgres startIn(Path folder) {
        var postgres = new TestPostgres(folder);
        ALL.add(postgres);
        return postgres;
    }

    /** The value of {@code DATABASE_URL}, with the superuser's name and password. */
    public String url() {
        return url("postgres");
    }

    /** The same, of another database of this server. */
    public String url(String database) {
        var login = server.url();
        return "postgresql://%s:%s@%s/%s"
                .formatted(
                        login.user(),
                        java.util.Objects.requireNonNull(login.password()).value(),
                        login.jdbcUrl().replaceFirst("jdbc:postgresql://([^/]+)/.*", "$1"),
                        database);
    }

    /** The port that it listens on, on this machine alone. */
    public int port() {
        return Integer.parseInt(server.url().jdbcUrl().replaceFirst(".*:([0-9]+)/.*", "$1"));
    }

    /** Makes an empty database beside the others and returns its {@code DATABASE_URL}. */
    public String createDatabase(String name) {
        return createDatabase(name, "");
    }

    /** The same, with options of {@code CREATE DATABASE}. */
    public String createDatabase(String name, String options) {
        database().execute("CREATE DATABASE %s %s".formatted(name, options));
        return url(name);
    }

    /** The variables of a hub on this database, with more after them in turn. */
    public Map<String, String> environment(String... more) {
        var environment = new HashMap<>(Map.of(
                "DATABASE_URL", url(), "SECRET_KEY", SECRET_KEY, "HUB_ADMIN_PASSWORD", HubProcess.ADMIN_PASSWORD));
        for (int i = 0; i < more.length; i += 2) {
            environment.put(more[i], more[i + 1]);
        }
        return environment;
    }

    public Database database() {
        return new Database(server.url());
    }

    public Database database(String name) {
        return new Database(DatabaseUrl.parse("DATABASE_URL", url(name)));
    }

    /** Kills the server in the middle of whatever it does. It comes back by itself, after the recovery, on the same port. */
    public void kill9() {
        postmaster().destroyForcibly();
    }

    /** Waits until it takes connections. */
    public void awaitRunning() {
        if (!Await.until(PATIENCE, this::answers)) {
            throw new AssertionError("PostgreSQL did not come back");
        }
    }

    /** Stops it, for as long as a test wants it to be away. */
    public void stop() {
        server.close();
    }

    /** Starts it again, on the same port, with the same data. */
    public void startAgain() {
        server = EmbeddedPostgres.start(folder);
        awaitRunning();
    }

    private boolean answers() {
        try (var connection = database().connection()) {
            return connection.isValid(1);
        } catch (java.sql.SQLException e) {
            return false;
        }
    }

    private ProcessHandle postmaster() {
        try {
            var pid = Files.readAllLines(folder.resolve("postgres").resolve("postmaster.pid"))
                    .getFirst();
            return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (ALL.remove(this)) {
            server.close();
            Folders.delete(folder);
        }
    }
}
