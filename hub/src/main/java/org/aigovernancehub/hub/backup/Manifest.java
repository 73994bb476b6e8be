package org.aigovernancehub.hub.backup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup holds, in {@code manifest.json}.
 *
 * @param format of the backup; a hub reads its own and older ones
 * @param hubVersion of the hub that wrote it
 * @param takenAt the database's clock at the snapshot
 * @param highestPosition of the events in it that have one
 * @param events how many it holds, those that have no position yet included
 * @param migrations that had been applied to the database, in their order
 * @param tables in the order in which they can be filled
 */
record Manifest(
        int format,
        String hubVersion,
        Instant takenAt,
        long highestPosition,
        long events,
        List<Migration> migrations,
        List<TableFile> tables,
        List<SequenceValue> sequences) {

    /** The format that this hub writes. */
    static final int FORMAT = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    Manifest {
        migrations = List.copyOf(migrations);
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
    }

    /** A migration, as Flyway's history has it. */
    record Migration(
            String version, String description, @Nullable Integer checksum) {}

    /**
     * The rows of a table, as text of PostgreSQL's COPY in UTF-8, compressed by gzip.
     *
     * @param sha256 of the file as it lies there
     */
    record TableFile(String schema, String table, List<String> columns, String file, long rows, String sha256) {
        TableFile {
            columns = List.copyOf(columns);
        }

        /** Returns the table whose rows these are. */
        Catalogue.Table of() {
            return new Catalogue.Table(schema, table);
        }
    }

    /** @param called whether the next number is the one after this one, or this one itself */
    record SequenceValue(String schema, String sequence, long value, boolean called) {}

    String json() {
        return JSON.writeValueAsString(this) + "\n";
    }

    /** @throws DamagedBackup if it cannot be read, or a newer hub has written it */
    static Manifest of(String json) {
        try {
            var tree = JSON.readTree(json);
            int format = tree.path("format").asInt(0);
            if (format > FORMAT) {
                throw new DamagedBackup(
                        "The backup has format %d, and this hub reads up to %d. Restore it with the hub that wrote it (%s) or a later one."
                                .formatted(
                                        format, FORMAT, tree.path("hub_version").asString("unknown")));
            }
            return JSON.treeToValue(tree, Manifest.class);
        } catch (JacksonException | NullPointerException e) {
            throw new DamagedBackup("%s cannot be read: %s"
                    .formatted(
                            BackupFolder.MANIFEST,
                            String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
        }
    }
}
