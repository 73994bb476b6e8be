package org.aigovernancehub.benchmarks.system;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.aigovernancehub.benchmarks.load.HttpConnection;
import org.aigovernancehub.benchmarks.load.HttpRequest;

/** The hub as people run it: the executable jar, its own PostgreSQL beside it unless it is to use another's, nothing else configured. */
public final class HubUnderTest implements AutoCloseable {
    public static final String ADMIN_PASSWORD = "an administrator of benchmarks";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Set<HubUnderTest> RUNNING = ConcurrentHashMap.newKeySet();
    private static boolean stopping;

    private final Path jar;
    private final Path folder;
    private final List<String> jvmOptions;
    private final int port;
    private final Process process;
    private Duration readyIn = Duration.ZERO;

    private HubUnderTest(Path jar, Path folder, List<String> jvmOptions, Map<String, String> settings)
            throws IOException {
        this.jar = jar;
        this.folder = folder;
        this.jvmOptions = List.copyOf(jvmOptions);
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = socket.getLocalPort();
        }
        synchronized (RUNNING) {
            if (stopping) {
                throw new IllegalStateException("no hub is started any more");
            }
            this.process = launch(settings);
            RUNNING.add(this);
        }
    }

    /** Stops all that run, for who is told to end; none is started after it. */
    public static void stopAll() {
        synchronized (RUNNING) {
            stopping = true;
        }
        RUNNING.forEach(HubUnderTest::close);
    }

    /** Starts a hub on a data directory, made where there is none, and waits until it answers that it is healthy. */
    public static HubUnderTest start(Path jar, Path folder, List<String> jvmOptions) throws IOException {
        return start(jar, folder, jvmOptions, Map.of());
    }

    private static HubUnderTest start(Path jar, Path folder, List<String> jvmOptions, Map<String, String> settings)
            throws IOException {
        Files.createDirectories(folder);
        var hub = new HubUnderTest(jar, folder, jvmOptions, settings);
        try {
            hub.awaitHealthy();
        } catch (RuntimeException e) {
            hub.close();
            throw e;
        }
        return hub;
    }

    /** Starts another hub of the same jar and options on another data directory. */
    public HubUnderTest another(Path otherFolder) throws IOException {
        return start(jar, otherFolder, jvmOptions);
    }

    /** Starts a hub of the same jar and options with another option more. */
    public HubUnderTest another(Path otherFolder, Path otherJar, String jvmOption) throws IOException {
        var options = new ArrayList<>(jvmOptions);
        options.add(jvmOption);
        return start(otherJar, otherFolder, options);
    }

    /** Starts a hub of the same jar and options that only answers queries, on this one's database. */
    public HubUnderTest queryHub(Path otherFolder) throws IOException {
        return start(
                jar,
                otherFolder,
                jvmOptions,
                Map.of(
                        "HUB_ROLE",
                        "query",
                        "DATABASE_URL",
                        postgres().url(),
                        "SECRET_KEY",
                        file("secret-key").orElseThrow()));
    }

    private Process launch(Map<String, String> settings) throws IOException {
        var command = new ArrayList<>(List.of(java()));
        command.addAll(jvmOptions);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-jar", jar.toString()));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().keySet().removeIf(name -> name.matches("HUB_.*|DATABASE_URL|SECRET_KEY|SPRING_.*"));
        builder.environment().put("HUB_PORT", Integer.toString(port));
        builder.environment().put("HUB_DATA_DIR", folder.toString());
        builder.environment().put("HUB_ADMIN_PASSWORD", ADMIN_PASSWORD);
        builder.environment().putAll(settings);
        return builder.start();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Unpacks the executable jar into a folder, as the image has it, and returns the jar to start there. */
    public Path unpacked(Path unpackedInto) throws IOException {
        var process = new ProcessBuilder(
                        java(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--application-filename",
                        "hub.jar",
                        "--destination",
                        unpackedInto.toString())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var application = unpackedInto.resolve("hub.jar");
        if (!Files.exists(application)) {
            throw new IllegalStateException("The jar was not unpacked: " + output);
        }
        return application;
    }

    private void awaitHealthy() throws IOException {
        long begin = System.nanoTime();
        while (!isHealthy()) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IllegalStateException("The hub did not start:\n" + Files.readString(log()));
            }
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        readyIn = Duration.between(process.info().startInstant().orElseThrow(), java.time.Instant.now());
    }

    private boolean isHealthy() {
        try (var connection = new HttpConnection(port)) {
            return connection.send(HttpRequest.get("/health", "")) == 200
                    && connection.body().contains("\"status\":\"ok\"");
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns how long it took from the start of the process to the first healthy answer. */
    public Duration readyIn() {
        return readyIn;
    }

    public int port() {
        return port;
    }

    public Path log() {
        return folder.resolve("hub.log");
    }

    public Process process() {
        return process;
    }

    /** Returns the process id of its PostgreSQL. */
    public long postgresPid() {
        try (var lines = Files.lines(folder.resolve("postgres").resolve("postmaster.pid"))) {
            return Long.parseLong(lines.findFirst().orElseThrow().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns its PostgreSQL, reached as the superuser. */
    public Postgres postgres() {
        return new Postgres(
                Integer.parseInt(file("postgres-port").orElseThrow()),
                file("postgres-password").orElseThrow());
    }

    private Optional<String> file(String name) {
        try {
            return Optional.of(Files.readString(folder.resolve(name)).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
        RUNNING.remove(this);
    }
}
