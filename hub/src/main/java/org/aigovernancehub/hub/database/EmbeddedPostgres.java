package org.aigovernancehub.hub.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.aigovernancehub.hub.settings.DatabaseUrl;
import org.aigovernancehub.hub.settings.InvalidSettings;
import org.aigovernancehub.hub.settings.Secret;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hub's own PostgreSQL: a real server under the data directory, durable, reachable from this machine only and by password only. It
 * runs beside the hub, not as its child, so that Ctrl-C reaches the hub first; if it dies it is started again.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String SUPERUSER = "hub_admin";
    private static final String LOG_FILE = "postgres.log";
    private static final long WATCH_MILLIS = 500;
    private static final Duration ORPHANS_LEAVE_WITHIN = Duration.ofSeconds(30);

    private final Path dataDir;
    private final Path cluster;
    private final FileLock lock;
    private final Path binaries;
    private final Secret password;
    private final int port;
    private final List<String> asUser;
    private volatile boolean closing;

    private EmbeddedPostgres(Path dataDir) throws IOException {
        Files.createDirectories(dataDir);
        this.dataDir = dataDir;
        this.lock = lock(dataDir);
        this.cluster = dataDir.resolve("postgres");
        this.binaries = PostgresBinaries.unpack(dataDir);
        this.password = new Secret(PrivateFiles.readOrGenerate(dataDir.resolve("postgres-password")));
        this.asUser = asUser();
        stopSurvivor();
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            initialize();
        }
        this.port = port();
        configure();
        startAfterWhatWasThere();
        Thread.ofPlatform().name("postgres-watchdog").daemon().start(this::watch);
    }

    /** Starts the server of this data directory, making it first where there is none. */
    public static EmbeddedPostgres start(Path dataDir) {
        try {
            return new EmbeddedPostgres(dataDir);
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("The embedded PostgreSQL did not start", e);
            throw new InvalidSettings("No PostgreSQL could be started under HUB_DATA_DIR=%s: %s. Its log is %s."
                    .formatted(dataDir, e.getMessage(), dataDir.resolve(LOG_FILE)));
        }
    }

    /**
     * Returns where to log in to the server of the hub that runs in this data directory now; empty if none does.
     *
     * @throws InvalidSettings if there is no database in it
     */
    public static Optional<DatabaseUrl> running(Path dataDir) {
        if (!Files.exists(dataDir.resolve("postgres").resolve("PG_VERSION"))) {
            throw new InvalidSettings("There is no database under HUB_DATA_DIR=%s.".formatted(dataDir));
        }
        try {
            lock(dataDir).channel().close();
            return Optional.empty();
        } catch (InvalidSettings e) {
            var port = PrivateFiles.read(dataDir.resolve("postgres-port"));
            var password = PrivateFiles.read(dataDir.resolve("postgres-password"));
            return Optional.of(
                    url(Integer.parseInt(port.orElseThrow(() -> e)), new Secret(password.orElseThrow(() -> e))));
        } catch (IOException e) {
            throw new InvalidSettings("HUB_DATA_DIR=%s cannot be used: %s".formatted(dataDir, e.getMessage()));
        }
    }

    /** Returns where to log in, as its superuser. */
    public DatabaseUrl url() {
        return url(port, password);
    }

    private static DatabaseUrl url(int port, Secret password) {
        return new DatabaseUrl("jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), SUPERUSER, password);
    }

    private static FileLock lock(Path dataDir) throws IOException {
        var channel =
                FileChannel.open(dataDir.resolve("hub.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            @Nullable FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process; the sentence below holds all the same.
        }
        channel.close();
        throw new InvalidSettings("Another hub runs in %s; stop it, or set HUB_DATA_DIR to a folder of this one's own."
                .formatted(dataDir));
    }

    /** PostgreSQL refuses to run as root; a user namespace without a mapping makes root nobody in particular. */
    private static List<String> asUser() throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        var probe = new ProcessBuilder("unshare", "-U", "id", "-u").redirectErrorStream(true);
        try {
            var process = probe.start();
            var id = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .strip();
            if (process.waitFor() == 0 && !id.equals("0")) {
                return List.of("unshare", "-U");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.debug("unshare cannot be run", e);
        }
        throw new InvalidSettings("PostgreSQL does not run as root and this system has no user namespaces (unshare -U);"
                + " start the hub as another user, or set DATABASE_URL.");
    }

    private void initialize() throws IOException {
        LOG.info("Making a database under {}", cluster);
        var part = Files.createTempDirectory(dataDir, ".postgres-");
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwx------"));
        run(
                "initdb",
                "-D",
                part.toString(),
                "-U",
                SUPERUSER,
                "--pwfile=" + dataDir.resolve("postgres-password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--data-checksums",
                // Rounds make a password that somebody thought of harder to guess; this one is random, and each
                // connection pays for them.
                "--set=scram_iterations=1");
        Files.move(part, cluster);
    }

    /** A fixed port, so that tools find the database again; another one only if somebody else has taken it meanwhile. */
    private int port() throws IOException {
        var file = dataDir.resolve("postgres-port");
        var known = PrivateFiles.read(file).filter(text -> text.matches("[0-9]{1,5}"));
        if (known.isPresent() && isFree(Integer.parseInt(known.get()))) {
            return Integer.parseInt(known.get());
        }
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        known.ifPresent(
                taken -> LOG.warn("Port {} of the embedded PostgreSQL is taken; using {} from now on", taken, free));
        PrivateFiles.write(file, Integer.toString(free));
        return free;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private void configure() throws IOException {
        // Written at every start: an upgrade of the hub may change them, and nobody else may have weakened them.
        Files.writeString(cluster.resolve("postgresql.auto.conf"), """
                # Written by the hub at every start.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                password_encryption = 'scram-sha-256'
                max_connections = 100
                shared_buffers = '256MB'
                max_wal_size = '2GB'
                checkpoint_timeout = '15min'
                idle_in_transaction_session_timeout = '30s'
                timezone = 'UTC'
                log_timezone = 'UTC'
                jit = off
                """.formatted(port));
        Files.writeString(cluster.resolve("pg_hba.conf"), """
                # Written by the hub at every start: by password only, from this machine only.
                host all all 127.0.0.1/32 scram-sha-256
                """);
    }

    private void startServer() throws IOException {
        run("pg_ctl", "-D", cluster.toString(), "-w", "-t", "120", "-l", log().toString(), "start");
    }

    /** A server that outlived its hub may still be writing: it has to be gone before its files are touched. */
    private void stopSurvivor() throws IOException {
        if (isRunning()) {
            LOG.info("Stopping the PostgreSQL that an earlier hub left running");
            try {
                stopServer();
            } catch (IOException e) {
                // One that dies while it is asked to stop leaves its pid file behind, which pg_ctl takes for a failure.
                if (isRunning()) {
                    throw e;
                }
            }
        }
    }

    private void stopServer() throws IOException {
        run("pg_ctl", "-D", cluster.toString(), "-w", "-t", "60", "-m", "fast", "stop");
    }

    /** The children of a server that was killed hold on to its memory for a moment, and nothing starts before they are gone. */
    private void startAfterWhatWasThere() throws IOException {
        boolean wasKilled = Files.exists(cluster.resolve("postmaster.pid"));
        long deadline = System.nanoTime() + ORPHANS_LEAVE_WITHIN.toNanos();
        while (true) {
            try {
                startServer();
                return;
            } catch (IOException e) {
                if (!wasKilled || System.nanoTime() > deadline) {
                    throw e;
                }
                LOG.info("Waiting for what is left of a killed PostgreSQL");
                pause();
            }
        }
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(WATCH_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private boolean isRunning() throws IOException {
        return Files.exists(cluster.resolve("postmaster.pid"))
                && status("pg_ctl", "-D", cluster.toString(), "status") == 0;
    }

    private void watch() {
        while (!closing) {
            try {
                TimeUnit.MILLISECONDS.sleep(WATCH_MILLIS);
                synchronized (this) {
                    if (!closing && !postmasterLives()) {
                        LOG.error("The embedded PostgreSQL has died; starting it again");
                        startServer();
                    }
                }
            } catch (IOException | UncheckedIOException e) {
                LOG.error("The embedded PostgreSQL could not be started again; see {}", log(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean postmasterLives() throws IOException {
        var file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return false;
        }
        var lines = Files.readAllLines(file);
        return !lines.isEmpty()
                && ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                        .map(ProcessHandle::isAlive)
                        .orElse(false);
    }

    private Path log() {
        return dataDir.resolve(LOG_FILE);
    }

    private void run(String tool, String... arguments) throws IOException {
        var command = command(tool, arguments);
        // pg_ctl's server inherits the descriptors: a pipe would never end, so its words go to a file.
        var output = Files.createTempFile(dataDir, tool, ".out");
        try {
            var process = start(command, output);
            if (process.waitFor() != 0) {
                throw new IOException(
                        "%s failed: %s".formatted(tool, Files.readString(output).strip()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(tool + " was interrupted", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private int status(String tool, String... arguments) throws IOException {
        try {
            return start(command(tool, arguments), Path.of("/dev/null")).waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(tool + " was interrupted", e);
        }
    }

    private static Process start(List<String> command, Path output) throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(new java.io.File("/dev/null"))
                .redirectOutput(output.toFile());
        // The operator's locale must not decide how the server sorts or what it prints.
        builder.environment().put("LC_ALL", "C");
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        return builder.start();
    }

    private List<String> command(String tool, String... arguments) {
        var command = new ArrayList<String>(asUser);
        command.add(binaries.resolve("bin").resolve(tool).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** Stops the server; everything that was committed stays. */
    @Override
    public void close() {
        closing = true;
        synchronized (this) {
            try {
                if (isRunning()) {
                    stopServer();
                }
                lock.channel().close();
            } catch (IOException e) {
                LOG.warn("The embedded PostgreSQL was not stopped cleanly", e);
            }
        }
    }
}
