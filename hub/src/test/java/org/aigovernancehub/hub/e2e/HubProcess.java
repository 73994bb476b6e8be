package org.aigovernancehub.hub.e2e;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.aigovernancehub.hub.HubApplication;
import org.aigovernancehub.hub.settings.DatabaseUrl;
import org.aigovernancehub.hub.settings.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A hub as operators run it: an operating-system process of its own, configured by environment variables alone, with what the product
 * brings on its class path and nothing that tests bring.
 */
public final class HubProcess implements AutoCloseable {
    /** As the value of {@code HUB_MANAGEMENT_PORT}: whichever is free, see {@link #managementPort}. */
    public static final String ANY_PORT = "any";

    /** The administrator's password where a test does not set one. */
    public static final String ADMIN_PASSWORD = "an administrator of tests";

    private static final Duration START_PATIENCE = Duration.ofSeconds(90);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);
    private static final int PORT_ATTEMPTS = 5;
    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 32_000;
    private static final Pattern INHERITED =
            Pattern.compile("HUB_.*|DATABASE_URL|SECRET_KEY|SPRING_.*|SERVER_.*|MANAGEMENT_.*|LOGGING_.*|PG.*");

    private static final Set<HubProcess> ALL = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> ALL.parallelStream().forEach(HubProcess::close), "hubs-of-tests"));
    }

    private final Map<String, String> environment;
    private final Path dataDir;
    private final boolean ownsDataDir;
    private final Path log;
    private @Nullable List<String> classes;
    private int port;
    private int managementPort;
    private @Nullable Process process;
    private @Nullable Database database;
    private @Nullable DatabaseUrl databaseUrl;

    private HubProcess(Map<String, String> environment, @Nullable Path dataDir) {
        this.environment = new HashMap<>(environment);
        this.ownsDataDir = dataDir == null;
        this.dataDir = dataDir == null ? Folders.temporary("hub") : dataDir;
        this.log = Folders.log("hub");
    }

    /**
     * Starts a hub, with its own PostgreSQL unless the variables name one, and waits until it is healthy.
     *
     * @param environment variables; {@code HUB_ADMIN_PASSWORD} is {@link #ADMIN_PASSWORD} unless it is given
     */
    public static HubProcess start(Map<String, String> environment) {
        var complete = new HashMap<>(environment);
        complete.putIfAbsent("HUB_ADMIN_PASSWORD", ADMIN_PASSWORD);
        return startExactly(complete);
    }

    /** Starts a hub with these variables and no others, beside its port and its data directory. */
    public static HubProcess startExactly(Map<String, String> environment) {
        var hub = new HubProcess(environment, null);
        ALL.add(hub);
        try {
            hub.start();
        } catch (RuntimeException | Error e) {
            hub.close();
            throw e;
        }
        return hub;
    }

    /** Returns one that does not run yet, for who has to do something with its data first. */
    public static HubProcess unstarted(Map<String, String> environment) {
        var complete = new HashMap<>(environment);
        complete.putIfAbsent("HUB_ADMIN_PASSWORD", ADMIN_PASSWORD);
        var hub = new HubProcess(complete, null);
        ALL.add(hub);
        return hub;
    }

    /** Starts a hub with these arguments for its classes, uses it a little, and stops it. */
    static void train(List<String> classes) {
        try (var hub = unstarted(Map.of())) {
            hub.classes = classes;
            hub.start();
            hub.admin().get("/api/v1/models");
            hub.stop();
        }
    }

    /** Begins to start a hub, and does not wait for it. */
    public static HubProcess begin(Map<String, String> environment) {
        var hub = unstarted(environment);
        hub.port = freePort();
        hub.launch();
        return hub;
    }

    /** How a hub ended that was not meant to run on. */
    public record Exit(int code, String output) {}

    /** Runs a hub that is expected to end by itself, such as one with wrong settings. */
    public static Exit runToEnd(Map<String, String> environment, String... arguments) {
        var hub = new HubProcess(environment, null);
        ALL.add(hub);
        try {
            hub.port = freePort();
            return hub.runToEnd(arguments);
        } finally {
            hub.close();
        }
    }

    private Exit runToEnd(String... arguments) {
        launch(arguments);
        if (!exited(START_PATIENCE)) {
            throw new AssertionError("The hub runs on, where it should have ended:\n" + log());
        }
        return new Exit(process().exitValue(), log());
    }

    /** Runs the same jar with arguments, on this hub's database and data, while it runs or not. */
    public Exit runBeside(String... arguments) {
        return runBesideWith(Map.of(), arguments);
    }

    /** As {@link #runBeside}, with variables of its own beside those of this hub. */
    public Exit runBesideWith(Map<String, String> more, String... arguments) {
        var variables = new HashMap<>(environment);
        variables.putAll(more);
        var beside = new HubProcess(variables, dataDir);
        ALL.add(beside);
        try {
            beside.port = freePort();
            return beside.runToEnd(arguments);
        } finally {
            beside.close();
        }
    }

    /** Starts it, the first time or again, with the same variables and data. */
    public void start() {
        if (!environment.containsKey("DATABASE_URL")) {
            UnpackedPostgres.give(dataDir);
        }
        for (int attempt = 1; ; attempt++) {
            port = freePort();
            launch();
            if (Await.until(START_PATIENCE, () -> !process().isAlive() || isHealthy())
                    && process().isAlive()) {
                UnpackedPostgres.keep(dataDir);
                return;
            }
            boolean portTaken = !process().isAlive() && log().contains("is taken; stop what uses it");
            if (!portTaken || attempt == PORT_ATTEMPTS) {
                destroy();
                throw new AssertionError("The hub did not start:\n" + log());
            }
        }
    }

    private void launch(String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(classes != null ? classes : JvmCache.arguments());
        command.add(HubApplication.class.getName());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        var variables = builder.environment();
        variables.keySet().removeIf(name -> INHERITED.matcher(name).matches());
        variables.put("HUB_PORT", Integer.toString(port));
        variables.put("HUB_DATA_DIR", dataDir.toString());
        variables.putAll(environment);
        if (ANY_PORT.equals(environment.get("HUB_MANAGEMENT_PORT"))) {
            managementPort = freePort();
            variables.put("HUB_MANAGEMENT_PORT", Integer.toString(managementPort));
        }
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it is healthy again, after something that it recovers from by itself. */
    public void awaitHealthy() {
        if (!Await.until(START_PATIENCE, this::isHealthy)) {
            throw new AssertionError("The hub did not recover:\n" + log());
        }
    }

    /** The log tells that it is this hub, and not somebody else's on the same port, that answers. */
    private boolean isHealthy() {
        try {
            return log().contains("AI Governance Hub is ready")
                    && api().get(url() + "/health")
                            .json()
                            .path("status")
                            .asString()
                            .equals("ok");
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** One that is free, and that no outgoing connection takes by chance before the hub does: systems take those from higher up. */
    private static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
            try (var _ = new ServerSocket(port)) {
                return port;
            } catch (IOException e) {
                // Taken; there are others.
            }
        }
    }

    public int port() {
        return port;
    }

    public int managementPort() {
        return managementPort;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Nobody's client. */
    public Api api() {
        return Api.of(url());
    }

    /** A client of the first administrator. */
    public Api admin() {
        return api().signIn("admin", adminPassword());
    }

    private String adminPassword() {
        var configured = environment.get("HUB_ADMIN_PASSWORD");
        return configured == null ? file("admin-password") : configured;
    }

    public Path dataDir() {
        return dataDir;
    }

    /** Reads one of the small files of the data directory. */
    public String file(String name) {
        try {
            return Files.readString(dataDir.resolve(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database, as its superuser. */
    public synchronized Database database() {
        var url = databaseUrl();
        var known = database;
        if (known == null || !url.equals(databaseUrl)) {
            known = new Database(url);
            database = known;
            databaseUrl = url;
        }
        return known;
    }

    private DatabaseUrl databaseUrl() {
        var external = environment.get("DATABASE_URL");
        return external == null
                ? new DatabaseUrl(
                        "jdbc:postgresql://127.0.0.1:%s/postgres".formatted(file("postgres-port")),
                        "hub_admin",
                        new Secret(file("postgres-password")))
                : DatabaseUrl.parse("DATABASE_URL", external);
    }

    /** Everything that it has written so far, over all of its starts. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** The process, for who stops it for a while or looks at what it uses. */
    public ProcessHandle handle() {
        return process().toHandle();
    }

    /** Ends it without a chance to do anything; its PostgreSQL, which is no child of it, lives on. */
    public void kill9() {
        process().destroyForcibly();
        exited(STOP_PATIENCE);
    }

    /** The embedded PostgreSQL; empty if it does not run. */
    public java.util.Optional<ProcessHandle> postmaster() {
        var file = dataDir.resolve("postgres").resolve("postmaster.pid");
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .findFirst()
                            .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                            .filter(ProcessHandle::isAlive)
                    : java.util.Optional.empty();
        } catch (IOException e) {
            return java.util.Optional.empty();
        }
    }

    /** Asks it to stop, as {@code kill} and service managers do, and waits; returns its exit code. */
    public int stop() {
        process().destroy();
        if (!exited(STOP_PATIENCE)) {
            destroy();
            throw new AssertionError("The hub did not stop:\n" + log());
        }
        return process().exitValue();
    }

    private boolean exited(Duration patience) {
        try {
            return process().waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void destroy() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private Process process() {
        return java.util.Objects.requireNonNull(process, "never started");
    }

    /** Stops it and removes its data; its log stays. */
    @Override
    public void close() {
        ALL.remove(this);
        if (database != null) {
            database.close();
        }
        if (process != null && process.isAlive()) {
            process.destroy();
            if (!exited(STOP_PATIENCE)) {
                destroy();
            }
        }
        if (ownsDataDir) {
            postmaster().ifPresent(survivor -> {
                survivor.destroyForcibly();
                survivor.onExit().join();
            });
            Folders.delete(dataDir);
        }
    }
}
