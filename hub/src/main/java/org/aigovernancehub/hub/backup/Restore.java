package org.aigovernancehub.hub.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.aigovernancehub.hub.database.DatabaseBootstrap;
import org.aigovernancehub.hub.settings.InvalidSettings;
import org.postgresql.PGConnection;

/**
 * Makes a hub of a backup, in a database that holds none. The tables are made as they were when the backup was written, filled in one
 * transaction, and migrated from there, as any older database is. Positions stay what they were; events that had none get theirs, after
 * all others, when a hub starts. Read models are built from the events.
 */
public final class Restore {
    private final DatabaseBootstrap bootstrap;
    private final DataSource dataSource;

    /** @param dataSource of the login that migrates */
    public Restore(DatabaseBootstrap bootstrap, DataSource dataSource) {
        this.bootstrap = bootstrap;
        this.dataSource = dataSource;
    }

    /**
     * Restores a backup, or nothing.
     *
     * @return what was restored, in a sentence
     * @throws InvalidSettings if that cannot be done, with the reason
     */
    public String run(Path folder) {
        try {
            var manifest = BackupFolder.check(folder);
            requireKnown(manifest);
            try (var connection = dataSource.getConnection()) {
                requireEmpty(connection, manifest);
                bootstrap.run(manifest.migrations().getLast().version());
                load(connection, folder, manifest);
            }
            bootstrap.run();
            return "%d events are restored, up to position %d, as they were at %s (hub %s)."
                    .formatted(
                            manifest.events(), manifest.highestPosition(), manifest.takenAt(), manifest.hubVersion());
        } catch (DamagedBackup e) {
            throw new InvalidSettings(e.getMessage() + " Nothing was restored.");
        } catch (SQLException e) {
            throw new InvalidSettings("Nothing was restored: %s".formatted(e.getMessage()));
        } catch (IOException e) {
            throw new InvalidSettings("Nothing was restored: %s cannot be read: %s".formatted(folder, e));
        }
    }

    private void requireKnown(Manifest manifest) {
        if (manifest.migrations().isEmpty()) {
            throw new DamagedBackup("The backup does not say which tables it is of.");
        }
        var known = bootstrap.knownMigrations();
        for (var migration : manifest.migrations()) {
            if (!known.containsKey(migration.version())) {
                throw new DamagedBackup(
                        "The backup was written by a newer hub (%s): this one does not know migration %s, '%s'. Restore it with that version or a later one."
                                .formatted(manifest.hubVersion(), migration.version(), migration.description()));
            }
            if (!java.util.Objects.equals(known.get(migration.version()), migration.checksum())) {
                throw new DamagedBackup(
                        "Migration %s is another one in this hub than in the one that wrote the backup (%s)."
                                .formatted(migration.version(), manifest.hubVersion()));
            }
        }
    }

    private static void requireEmpty(Connection connection, Manifest manifest) throws SQLException {
        if (!Catalogue.isThere(connection)) {
            return;
        }
        Sql.execute(connection, "SET ROLE hub_owner");
        for (var table : Catalogue.tables(connection)) {
            requireNoRows(connection, table);
        }
        var versions =
                manifest.migrations().stream().map(Manifest.Migration::version).toList();
        for (var applied : Catalogue.migrations(connection)) {
            if (!versions.contains(applied.version())) {
                throw new InvalidSettings(
                        "The database has tables of a later version than the backup has. Use a new database. Nothing was restored.");
            }
        }
        Sql.execute(connection, "RESET ROLE");
    }

    private static void requireNoRows(Connection connection, Catalogue.Table table) throws SQLException {
        if (Sql.number(connection, "SELECT count(*) FROM (SELECT FROM %s LIMIT 1) t".formatted(table)) != 0) {
            throw new InvalidSettings(
                    "There is a hub in this database already (%s has rows). Restore into an empty one; nothing was changed."
                            .formatted(table));
        }
    }

    private static void load(Connection connection, Path folder, Manifest manifest) throws SQLException, IOException {
        connection.setAutoCommit(false);
        Sql.settle(connection);
        Sql.execute(connection, "LOCK TABLE event_store.event IN ACCESS EXCLUSIVE MODE");
        // Again, under the lock: a hub may have been started meanwhile.
        requireNoRows(connection, new Catalogue.Table("event_store", "event"));
        requireSameTables(Catalogue.tables(connection), manifest);
        var triggers = triggersOfInserts(connection);
        for (var trigger : triggers) {
            Sql.execute(connection, trigger.formatted("DISABLE"));
        }
        for (var table : manifest.tables()) {
            copy(connection, folder, table);
        }
        for (var trigger : triggers) {
            Sql.execute(connection, trigger.formatted("ENABLE"));
        }
        // By this transaction's own id: those of the other database mean nothing here.
        Sql.execute(connection, """
                INSERT INTO event_store.event_pending (xid, global_index)
                SELECT pg_current_xact_id(), e.global_index FROM event_store.event e
                 WHERE NOT EXISTS (SELECT FROM event_store.event_position p WHERE p.global_index = e.global_index)""");
        for (var sequence : manifest.sequences()) {
            Sql.execute(
                    connection,
                    "SELECT setval(%s, %d, %s)"
                            .formatted(
                                    Sql.literal(new Catalogue.Table(sequence.schema(), sequence.sequence()).toString()),
                                    sequence.value(),
                                    sequence.called()));
        }
        requireCounts(connection, manifest);
        connection.commit();
        connection.setAutoCommit(true);
        Sql.execute(
                connection,
                "SET ROLE hub_owner; ANALYZE %s; RESET ROLE"
                        .formatted(Catalogue.tables(connection).stream()
                                .map(Catalogue.Table::toString)
                                .collect(Collectors.joining(", "))));
    }

    private static void requireSameTables(List<Catalogue.Table> tables, Manifest manifest) {
        var backed = manifest.tables().stream().map(Manifest.TableFile::of).collect(Collectors.toSet());
        if (!backed.equals(java.util.Set.copyOf(tables))) {
            throw new DamagedBackup("The backup has the tables %s, where its version has %s."
                    .formatted(backed.stream().map(Object::toString).sorted().toList(), tables));
        }
    }

    /** What triggers would add is in the backup, or added below. */
    private static List<String> triggersOfInserts(Connection connection) throws SQLException {
        return Sql.texts(connection, """
                SELECT format('ALTER TABLE %I.%I %%s TRIGGER %I', n.nspname, c.relname, t.tgname)
                  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE n.nspname IN ('event_store', 'app') AND NOT t.tgisinternal AND t.tgenabled = 'O'
                   AND t.tgtype & 4 <> 0""");
    }

    private static void copy(Connection connection, Path folder, Manifest.TableFile table)
            throws SQLException, IOException {
        var name = table.of();
        long rows;
        try (var in = BackupFolder.open(folder, table.file())) {
            rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY %s (%s) FROM STDIN (FORMAT text, ENCODING 'UTF8')"
                                    .formatted(name, Sql.identifiers(table.columns())),
                            in);
        }
        if (rows != table.rows()) {
            throw new DamagedBackup("%s has %d rows, where the manifest says %d.".formatted(name, rows, table.rows()));
        }
    }

    private static void requireCounts(Connection connection, Manifest manifest) throws SQLException {
        long events = Sql.number(connection, "SELECT count(*) FROM event_store.event");
        long highest = Sql.number(connection, "SELECT coalesce(max(position), 0) FROM event_store.event_position");
        if (events != manifest.events() || highest != manifest.highestPosition()) {
            throw new DamagedBackup("The files hold %d events up to position %d, where the manifest says %d up to %d."
                    .formatted(events, highest, manifest.events(), manifest.highestPosition()));
        }
    }
}
