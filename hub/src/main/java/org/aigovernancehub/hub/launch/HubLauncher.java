package org.aigovernancehub.hub.launch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToIntFunction;
import org.aigovernancehub.hub.backup.Backup;
import org.aigovernancehub.hub.backup.Restore;
import org.aigovernancehub.hub.database.DatabaseBootstrap;
import org.aigovernancehub.hub.database.EmbeddedPostgres;
import org.aigovernancehub.hub.database.PrivateFiles;
import org.aigovernancehub.hub.demonstration.DemonstrationFile;
import org.aigovernancehub.hub.settings.DatabaseUrl;
import org.aigovernancehub.hub.settings.HubSettings;
import org.aigovernancehub.hub.settings.InvalidSettings;
import org.aigovernancehub.hub.settings.Secret;
import org.aigovernancehub.hub.settings.SettingsReader;
import org.aigovernancehub.hub.verify.HubVerification;
import org.aigovernancehub.hub.web.proxy.Departure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** Reads the settings, then makes database and application ready; stops the application before the database. */
public final class HubLauncher {
    private static final Logger LOG = LoggerFactory.getLogger(HubLauncher.class);
    private static final int RUNNING = -1;

    private final SettingsReader reader;

    public HubLauncher(Map<String, String> environment) {
        this.reader = new SettingsReader(environment);
    }

    /**
     * Runs what the arguments ask for.
     *
     * @return the exit code, or a negative number if the hub is now running
     */
    public int run(String[] args) {
        var settings = reader.read();
        Logs.start(settings.jsonLogs());
        if (args.length == 0) {
            start(settings);
            return RUNNING;
        }
        return switch (List.of(args)) {
            case List<String> command
            when command.equals(List.of("verify")) -> onDatabase(settings, HubLauncher::verify);
            case List<String> command
            when isWithFolder(command, "backup") ->
                onDatabase(settings, migrator -> backup(migrator, folder(command.getLast())));
            case List<String> command
            when isWithFolder(command, "restore") -> restore(settings, folder(command.getLast()));
            default ->
                throw new InvalidSettings(
                        "It takes no argument, to run, or 'verify', to check a database, 'backup FOLDER', to"
                                + " write one into a new folder, or 'restore FOLDER', to make one of that.");
        };
    }

    private static boolean isWithFolder(List<String> command, String name) {
        return command.size() == 2 && command.getFirst().equals(name);
    }

    private static Path folder(String argument) {
        return Path.of(argument).toAbsolutePath().normalize();
    }

    /** What is done with a database, by the login that migrates; returns the exit code. */
    private interface Task {
        int on(DatabaseUrl migrator);
    }

    /** Beside the hub, where one runs: what only reads needs nothing stopped. */
    private static int onDatabase(HubSettings settings, Task task) {
        var running = settings.isEmbedded() ? EmbeddedPostgres.running(settings.dataDir()) : null;
        if (running != null && running.isPresent()) {
            return task.on(settings.migrationDatabase() == null ? running.get() : settings.migrationDatabase());
        }
        return onOwnDatabase(settings, embedded -> task.on(migrator(settings, embedded)));
    }

    private static int onOwnDatabase(HubSettings settings, ToIntFunction<@Nullable EmbeddedPostgres> task) {
        var embedded = settings.isEmbedded() ? EmbeddedPostgres.start(settings.dataDir()) : null;
        try {
            return task.applyAsInt(embedded);
        } finally {
            close(embedded);
        }
    }

    private static int verify(DatabaseUrl migrator) {
        try {
            return new HubVerification(DatabaseBootstrap.connections(migrator), Aggregates.classes()).run(System.out);
        } catch (SQLException e) {
            throw new InvalidSettings("The database cannot be read: %s".formatted(e.getMessage()));
        }
    }

    private static int backup(DatabaseUrl migrator, Path folder) {
        System.out.println(new Backup(DatabaseBootstrap.connections(migrator), HubBuild.version()).run(folder));
        return 0;
    }

    private static int restore(HubSettings settings, Path folder) {
        return onOwnDatabase(settings, embedded -> {
            var migrator = migrator(settings, embedded);
            var bootstrap = new DatabaseBootstrap(login(settings, embedded), migrator);
            System.out.println(new Restore(bootstrap, DatabaseBootstrap.connections(migrator)).run(folder));
            return verify(migrator);
        });
    }

    private void start(HubSettings settings) {
        reader.unknownVariables().forEach(name -> LOG.warn("{} is not a setting of the hub; is it misspelt?", name));
        // Before anything is made: a first start that fails late would not tell again where the password is.
        requireFree("HUB_PORT", settings.port());
        if (settings.managementPort() != null) {
            requireFree("HUB_MANAGEMENT_PORT", settings.managementPort());
        }
        var database = DatabaseStart.of(settings);
        var running = new AtomicReference<@Nullable ConfigurableApplicationContext>();
        // Spring's own hook would run beside ours in any order; the database has to outlive the application.
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> stop(running.get(), database, settings.shutdownDelay()), "hub-shutdown"));
        try {
            running.set(application(settings, database).run());
            announce(settings, database.secrets());
        } catch (RuntimeException e) {
            database.close();
            throw sentence(e, settings);
        }
    }

    private static void requireFree(String variable, int port) {
        try (var socket = new ServerSocket(port)) {
            LOG.debug("{} is free", socket.getLocalPort());
        } catch (IOException e) {
            throw portTaken(variable, port);
        }
    }

    private static InvalidSettings portTaken(String variable, int port) {
        return new InvalidSettings("Port %d is taken; stop what uses it, or set %s.".formatted(port, variable));
    }

    private static SpringApplication application(HubSettings settings, DatabaseStart database) {
        var application = new SpringApplication(HubContext.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        // A start that fails is to leave its reason alone on the screen.
        application.setLogStartupInfo(false);
        application.setDefaultProperties(properties(settings));
        application.addInitializers(context -> {
            var beans = context.getBeanFactory();
            beans.registerSingleton("hubSettings", settings);
            beans.registerSingleton("clock", Clock.systemUTC());
            context.addBeanFactoryPostProcessor(database);
        });
        return application;
    }

    private static Map<String, Object> properties(HubSettings settings) {
        var properties = new HashMap<String, Object>();
        properties.put(OnRole.PROPERTY, settings.role().wire());
        properties.put("server.port", settings.port());
        properties.put("management.server.port", settings.managementPort() == null ? -1 : settings.managementPort());
        if (settings.isEmbedded()) {
            // The disk that matters is the one that the database grows on; without one of ours, the one where the hub
            // was started.
            properties.put("management.metrics.system.diskspace.paths", settings.dataDir());
            properties.put("management.health.diskspace.path", settings.dataDir());
        }
        properties.put(DemonstrationFile.PROPERTY, settings.demonstration());
        properties.putAll(Logs.properties(settings.jsonLogs()));
        return properties;
    }

    static DatabaseUrl login(HubSettings settings, @Nullable EmbeddedPostgres embedded) {
        return embedded == null ? Objects.requireNonNull(settings.database()) : embedded.url();
    }

    static DatabaseUrl migrator(HubSettings settings, @Nullable EmbeddedPostgres embedded) {
        return settings.migrationDatabase() == null ? login(settings, embedded) : settings.migrationDatabase();
    }

    private static void announce(HubSettings settings, Secrets secrets) {
        var url = "http://localhost:" + settings.port();
        var block = new StringBuilder(System.lineSeparator())
                .append("  AI Governance Hub is ready (role ")
                .append(settings.role().wire())
                .append(")%n".formatted())
                .append("  Hub       ")
                .append(url)
                .append("%n".formatted())
                .append("  API docs  ")
                .append(url)
                .append("/docs%n".formatted());
        if (settings.isEmbedded()) {
            block.append("  Data      ").append(settings.dataDir()).append("%n".formatted());
        }
        if (settings.demonstration()) {
            block.append("  All data are made up; who can sign in, with passwords, is in ")
                    .append(new DemonstrationFile(settings).path())
                    .append("%n".formatted());
        }
        var generated = secrets.generatedAdminPassword();
        if (generated != null) {
            block.append("  Sign in as admin; the password is in ")
                    .append(generated)
                    .append("%n".formatted());
        }
        LOG.info("{}", block);
        var process = ManagementFactory.getRuntimeMXBean();
        LOG.info(
                "Version {} on Java {}, process {}, ready after {} s",
                HubBuild.version(),
                Runtime.version(),
                process.getPid(),
                "%.1f".formatted(process.getUptime() / 1000.0));
    }

    private static RuntimeException sentence(RuntimeException failure, HubSettings settings) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidSettings invalid) {
                return invalid;
            }
            if (cause instanceof PortInUseException || cause instanceof BindException) {
                return portTaken("HUB_PORT", settings.port());
            }
        }
        return failure instanceof SpringApplication.AbandonedRunException
                        && failure.getCause() instanceof RuntimeException cause
                ? cause
                : failure;
    }

    private static void stop(@Nullable ConfigurableApplicationContext context, DatabaseStart database, Duration delay) {
        try {
            if (context != null) {
                context.getBean(Departure.class).take(delay);
                context.close();
            }
        } finally {
            database.close();
        }
    }

    static void close(@Nullable EmbeddedPostgres embedded) {
        if (embedded != null) {
            embedded.close();
        }
    }

    /** The secrets that the hub works with. */
    public static final class Secrets {
        private final HubSettings settings;
        private final Secret secretKey;
        private volatile @Nullable Path generatedAdminPassword;

        Secrets(HubSettings settings) {
            this.settings = settings;
            this.secretKey = settings.secretKey() == null
                    ? new Secret(PrivateFiles.readOrGenerate(settings.dataDir().resolve("secret-key")))
                    : settings.secretKey();
        }

        public Secret secretKey() {
            return secretKey;
        }

        /** Asked on the very first start only, so that no later one leaves a file with a password that opens nothing. */
        public Secret adminPassword() {
            if (settings.adminPassword() != null) {
                return settings.adminPassword();
            }
            var file = settings.dataDir().resolve("admin-password");
            var password = new Secret(PrivateFiles.readOrGenerate(file));
            generatedAdminPassword = file;
            return password;
        }

        /** Returns the file with the password that this start gave the first administrator; null on every later one. */
        @Nullable
        Path generatedAdminPassword() {
            return generatedAdminPassword;
        }
    }
}
