package org.aigovernancehub.hub.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.aigovernancehub.hub.settings.InvalidSettings;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what cannot be computed again into a folder, from one snapshot, while hubs go on working: every event whose command was answered
 * before it began is in it. Read models are left out; they are a function of the events.
 */
public final class Backup {
    private static final Logger LOG = LoggerFactory.getLogger(Backup.class);

    private final DataSource dataSource;
    private final String hubVersion;

    /** @param dataSource of the login that migrates */
    public Backup(DataSource dataSource, String hubVersion) {
        this.dataSource = dataSource;
        this.hubVersion = hubVersion;
    }

    /**
     * Writes a backup.
     *
     * @param folder must not exist, and exists only when the backup is whole
     * @return what was written, in a sentence
     * @throws InvalidSettings if that cannot be done, with the reason
     */
    public String run(Path folder) {
        BackupFolder.requireUnused(folder);
        try (var connection = dataSource.getConnection()) {
            if (!Catalogue.isThere(connection)) {
                throw new InvalidSettings("There is no hub in this database, so nothing to back up.");
            }
            return write(connection, folder);
        } catch (SQLException e) {
            throw new InvalidSettings("The database cannot be read: %s".formatted(e.getMessage()));
        } catch (IOException e) {
            throw new InvalidSettings("%s cannot be written: %s".formatted(folder, e));
        }
    }

    private String write(Connection connection, Path folder) throws SQLException, IOException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        Sql.settle(connection);
        Sql.execute(connection, "SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'");
        var tables = Catalogue.tables(connection);
        // Nobody may change a table's shape meanwhile; reading and writing go on.
        Sql.execute(
                connection,
                "LOCK TABLE %s IN ACCESS SHARE MODE"
                        .formatted(
                                tables.stream().map(Catalogue.Table::toString).collect(Collectors.joining(", "))));
        try (var part = BackupFolder.begin(folder)) {
            var files = new ArrayList<Manifest.TableFile>();
            for (var table : tables) {
                files.add(copy(connection, table, part));
            }
            var manifest = manifest(connection, files);
            part.finish(manifest);
            connection.rollback();
            return "%s holds %d events, up to position %d."
                    .formatted(folder, manifest.events(), manifest.highestPosition());
        }
    }

    private static Manifest.TableFile copy(Connection connection, Catalogue.Table table, BackupFolder.Part part)
            throws SQLException, IOException {
        var columns = Catalogue.columns(connection, table);
        var copy = "COPY (SELECT %s FROM %s%s) TO STDOUT (FORMAT text, ENCODING 'UTF8')"
                .formatted(Sql.identifiers(columns), table, Catalogue.order(connection, table));
        var manager = connection.unwrap(PGConnection.class).getCopyAPI();
        var file = "%s.%s.copy.gz".formatted(table.schema(), table.name());
        var rows = new long[1];
        var sum = part.writeCompressed(file, out -> rows[0] = manager.copyOut(copy, out));
        LOG.debug("{} rows of {}", rows[0], table);
        return new Manifest.TableFile(table.schema(), table.name(), columns, file, rows[0], sum);
    }

    private Manifest manifest(Connection connection, ArrayList<Manifest.TableFile> files) throws SQLException {
        return new Manifest(
                Manifest.FORMAT,
                hubVersion,
                Instant.parse(Sql.texts(
                                connection,
                                "SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                        .getFirst()),
                Sql.number(connection, "SELECT coalesce(max(position), 0) FROM event_store.event_position"),
                Sql.number(connection, "SELECT count(*) FROM event_store.event"),
                Catalogue.migrations(connection),
                files,
                // Sequences know no snapshot: read after it was taken, they are past all that it shows.
                Catalogue.sequences(connection));
    }
}
