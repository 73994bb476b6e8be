package org.aigovernancehub.hub.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.aigovernancehub.hub.settings.DatabaseUrl;
import org.aigovernancehub.hub.settings.InvalidSettings;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a database ready: roles, schemas, migrations, and the assertions without which the hub does not start. Safe when several hubs
 * start at once on an empty database.
 */
public final class DatabaseBootstrap {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseBootstrap.class);
    private static final int OLDEST_VERSION = 15;
    /** Since when a member of a role need not be allowed to act as it. */
    private static final int SET_OPTION_SINCE = 16;

    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final int ANSWER_WITHIN_SECONDS = 2;

    /** The class of SQL states of a connection that could not be made. */
    private static final String CONNECTION_FAILED = "08";

    /** It starts, recovers, or has no connection to spare. */
    private static final Set<String> PASSING = Set.of("57P03", "57P01", "57P02", "53300");

    private static final List<String> POOL_ROLES = List.of("hub_command", "hub_query", "hub_projector");

    private final DatabaseUrl login;
    private final DatabaseUrl migrator;

    /**
     * @param login the one that the pools use
     * @param migrator the one that migrates; may be the same
     */
    public DatabaseBootstrap(DatabaseUrl login, DatabaseUrl migrator) {
        this.login = login;
        this.migrator = migrator;
    }

    /** Returns connections of a login, without a pool. */
    public static DataSource connections(DatabaseUrl url) {
        var source = new PGSimpleDataSource();
        source.setURL(url.jdbcUrl());
        source.setUser(url.user());
        source.setPassword(url.password() == null ? null : url.password().value());
        source.setApplicationName("ai-governance-hub migration");
        return source;
    }

    /**
     * Waits for a database that is not there yet, so that hub and database may be started in any order. What is wrong with the login, or
     * with the database itself, is not waited for: {@link #run} says it.
     */
    public void await(Duration patience) {
        var source = connections(migrator);
        long end = System.nanoTime() + patience.toNanos();
        while (!answers(source) && System.nanoTime() < end) {
            try {
                Thread.sleep(WAIT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static boolean answers(DataSource source) {
        try (var connection = source.getConnection()) {
            return connection.isValid(ANSWER_WITHIN_SECONDS);
        } catch (SQLException e) {
            boolean passing = e.getSQLState() != null
                    && (e.getSQLState().startsWith(CONNECTION_FAILED) || PASSING.contains(e.getSQLState()));
            if (passing) {
                LOG.warn("The database does not answer yet; waiting for it: {}", e.getMessage());
            }
            return !passing;
        }
    }

    /** @throws InvalidSettings if the database cannot be used, with what to do */
    public void run() {
        run(MigrationVersion.LATEST);
    }

    /** The same, up to a version and no further: for who brings the rows of an older database. */
    public void run(String version) {
        run(MigrationVersion.fromVersion(version));
    }

    /** Returns the migrations that this hub knows, with their checksums, by version. */
    public Map<String, Integer> knownMigrations() {
        // Nothing is looked up in the database, where the owner's role may not exist yet.
        return known(flyway(connections(migrator)).initSql("").load());
    }

    private static Map<String, Integer> known(Flyway flyway) {
        var known = new HashMap<String, Integer>();
        for (var migration : flyway.info().all()) {
            if (migration.getVersion() != null && migration.getResolvedChecksum() != null) {
                known.put(migration.getVersion().getVersion(), migration.getResolvedChecksum());
            }
        }
        return known;
    }

    private void run(MigrationVersion target) {
        var source = connections(migrator);
        try (var connection = source.getConnection()) {
            requireVersion(connection);
            requireDurability(connection);
            // One hub at a time, also across databases of one cluster: roles belong to the cluster.
            execute(connection, "SELECT pg_advisory_lock(hashtextextended('hub.bootstrap', 0))");
            createRoles(connection);
            grantRoles(connection);
            createAppSchema(connection);
            migrate(flyway(source).target(target).load());
            requireSoundStore(connection);
        } catch (SQLException e) {
            throw new InvalidSettings("The database cannot be used: %s".formatted(e.getMessage()));
        } catch (FlywayException e) {
            throw new InvalidSettings("The database cannot be migrated: %s".formatted(e.getMessage()));
        }
        requireUnprivilegedRoles();
    }

    private static void requireVersion(Connection connection) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        if (major < OLDEST_VERSION) {
            throw new InvalidSettings("PostgreSQL 15 to 18 is required; this is %d.".formatted(major));
        }
    }

    /** A database that answers COMMIT before it is on disk makes every promise of the hub void. */
    private static void requireDurability(Connection connection) throws SQLException {
        for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            if ("off".equals(text(connection, "SHOW " + setting))) {
                throw new InvalidSettings(
                        "PostgreSQL runs with %s = off and would lose what it has confirmed; switch it on."
                                .formatted(setting));
            }
        }
    }

    private static void createRoles(Connection connection) throws SQLException {
        for (var role : List.of("hub_owner", "hub_command", "hub_query", "hub_projector")) {
            if (number(connection, "SELECT count(*) FROM pg_roles WHERE rolname = '%s'".formatted(role)) == 0) {
                try {
                    execute(connection, "CREATE ROLE %s NOLOGIN NOINHERIT".formatted(role));
                } catch (SQLException e) {
                    // Another database of the cluster may have been first: its lock is not ours.
                    if (number(connection, "SELECT count(*) FROM pg_roles WHERE rolname = '%s'".formatted(role)) == 0) {
                        throw mayNotCreateRoles(connection);
                    }
                }
            }
        }
    }

    private void grantRoles(Connection connection) throws SQLException {
        var user = text(connection, "SELECT current_user");
        if (!mayActAs(connection, user, "hub_owner")) {
            grant(connection, "hub_owner", user);
        }
        var loginUser = login.user() == null ? user : login.user();
        for (var role : POOL_ROLES) {
            if (!mayActAs(connection, loginUser, role)) {
                grant(connection, role, loginUser);
            }
        }
    }

    /** Who makes a role is a member that may give it to others, but, since 16, may not act as it. */
    private static boolean mayActAs(Connection connection, String user, String role) throws SQLException {
        var right = connection.getMetaData().getDatabaseMajorVersion() < SET_OPTION_SINCE ? "MEMBER" : "SET";
        return "t"
                .equals(text(
                        connection,
                        "SELECT pg_has_role(%s, %s, '%s')::text::char(1)"
                                .formatted(literal(user), literal(role), right)));
    }

    private static void grant(Connection connection, String role, String user) throws SQLException {
        try {
            execute(connection, "GRANT %s TO %s".formatted(role, identifier(user)));
        } catch (SQLException e) {
            throw mayNotCreateRoles(connection);
        }
    }

    private static InvalidSettings mayNotCreateRoles(Connection connection) throws SQLException {
        var user = identifier(text(connection, "SELECT current_user"));
        return new InvalidSettings(
                ("The login %1$s may not create roles. Let an administrator run: CREATE ROLE hub_owner NOLOGIN"
                                + " NOINHERIT; CREATE ROLE hub_command NOLOGIN NOINHERIT; CREATE ROLE hub_query NOLOGIN NOINHERIT;"
                                + " CREATE ROLE hub_projector NOLOGIN NOINHERIT; GRANT hub_owner, hub_command, hub_query,"
                                + " hub_projector TO %1$s; GRANT CREATE ON DATABASE %2$s TO hub_owner; Or, if another login has"
                                + " migrated before, set HUB_MIGRATION_URL to it.")
                        .formatted(user, identifier(text(connection, "SELECT current_database()"))));
    }

    /** Flyway keeps its history in app, which therefore exists before the first migration. */
    private static void createAppSchema(Connection connection) throws SQLException {
        if (number(connection, "SELECT count(*) FROM pg_namespace WHERE nspname = 'app'") == 0) {
            var database = identifier(text(connection, "SELECT current_database()"));
            if (!"t"
                    .equals(
                            text(
                                    connection,
                                    "SELECT has_database_privilege('hub_owner', current_database(), 'CREATE')::text::char(1)"))) {
                execute(connection, "GRANT CREATE ON DATABASE %s TO hub_owner".formatted(database));
            }
            execute(
                    connection,
                    "SET ROLE hub_owner; CREATE SCHEMA app; REVOKE ALL ON SCHEMA app FROM PUBLIC; RESET ROLE");
        }
    }

    private static FluentConfiguration flyway(DataSource source) {
        return Flyway.configure()
                .dataSource(source)
                .initSql("SET ROLE hub_owner")
                .defaultSchema("app")
                .table("schema_history")
                .locations("classpath:db/migration")
                .createSchemas(false)
                .validateMigrationNaming(true)
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"));
    }

    private static void migrate(Flyway flyway) {
        var migrations = flyway.info().all();
        requireNoNewerSchema(migrations);
        // Flyway would look at all of them again, which most starts can do without.
        if (!Arrays.stream(migrations).allMatch(DatabaseBootstrap::isDone)) {
            var result = flyway.migrate();
            if (result.migrationsExecuted > 0) {
                LOG.info("Applied {} migrations", result.migrationsExecuted);
            }
        }
    }

    /** A newer hub may have changed the meaning of what this one would write. */
    private static void requireNoNewerSchema(MigrationInfo[] migrations) {
        var newer = Arrays.stream(migrations)
                .filter(migration -> migration.getResolvedChecksum() == null && migration.getVersion() != null)
                .map(migration -> migration.getVersion().getVersion())
                .toList();
        if (!newer.isEmpty()) {
            throw new InvalidSettings(
                    ("The database was migrated by a newer hub: this one does not know its migration %s. Start a hub of that version"
                                    + " or a later one; to go back, restore the backup that was made before the upgrade into a new database.")
                            .formatted(String.join(", ", newer)));
        }
    }

    /** Whether it was applied as this hub has it; what is wrong with one that was not, Flyway says when it is to apply it. */
    private static boolean isDone(MigrationInfo migration) {
        return migration.getState() == MigrationState.SUCCESS
                && migration.isChecksumMatching()
                && migration.isDescriptionMatching()
                && migration.isTypeMatching();
    }

    private static void requireSoundStore(Connection connection) throws SQLException {
        if (number(connection, """
                SELECT count(*) FROM pg_sequences WHERE schemaname = 'event_store' AND sequencename = 'global_index_seq'
                   AND increment_by = 1 AND cache_size = 1""") != 1) {
            throw new InvalidSettings(
                    "event_store.global_index_seq must have INCREMENT 1 and CACHE 1, or the order of events breaks.");
        }
        if (number(connection, """
                SELECT count(*) FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                 WHERE c.relnamespace = 'event_store'::regnamespace AND c.relkind = 'r' AND a.attnum > 0
                   AND a.atttypid = 'oid'::regtype""") != 0) {
            throw new InvalidSettings(
                    "event_store has a large-object column, which grants and triggers do not protect.");
        }
    }

    /** Whoever reads or writes for callers must be unable to change events or to see past row-level security. */
    private void requireUnprivilegedRoles() {
        for (var role : POOL_ROLES) {
            try (var connection = connections(login).getConnection()) {
                execute(connection, "SET ROLE " + role);
                if (number(connection, """
                        SELECT count(*) FROM pg_roles WHERE rolname = current_user
                           AND (rolsuper OR rolbypassrls OR pg_has_role(rolname, 'hub_owner', 'MEMBER'))""") != 0) {
                    throw new InvalidSettings(
                            "The role %s must be neither superuser nor BYPASSRLS nor a member of hub_owner."
                                    .formatted(role));
                }
            } catch (SQLException e) {
                throw new InvalidSettings(
                        "The login of DATABASE_URL cannot act as %s: %s".formatted(role, e.getMessage()));
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        return Long.parseLong(text(connection, sql));
    }

    private static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }
}
