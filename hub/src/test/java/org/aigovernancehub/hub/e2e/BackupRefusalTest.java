package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.BackupTest.files;
import static org.aigovernancehub.hub.e2e.BackupTest.permissions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.aigovernancehub.hub.backup.Backup;
import org.aigovernancehub.hub.backup.Restore;
import org.aigovernancehub.hub.database.DatabaseBootstrap;
import org.aigovernancehub.hub.settings.DatabaseUrl;
import org.aigovernancehub.hub.settings.InvalidSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A backup is whole or is not there, and one that is not what was written, or that this hub does not understand, restores nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OwnHubs
class BackupRefusalTest {
    private final Path folder = Folders.temporary("backups");
    private final Path backup = folder.resolve("backup");
    private TestPostgres postgres;

    @BeforeAll
    void backUp() {
        postgres = TestPostgres.start();
        postgres.createDatabase("original");
        try (var hub = HubProcess.start(postgres.environment("DATABASE_URL", postgres.url("original")))) {
            Tenant.on(hub, hub.admin()).model();
        }
        backup("original").run(backup);
    }

    @AfterAll
    void stop() {
        postgres.close();
        Folders.delete(folder);
    }

    private Backup backup(String database) {
        return new Backup(
                DatabaseBootstrap.connections(DatabaseUrl.parse("DATABASE_URL", postgres.url(database))), "0.1.0");
    }

    private String restore(String database, Path from) {
        var url = DatabaseUrl.parse("DATABASE_URL", postgres.url(database));
        return new Restore(new DatabaseBootstrap(url, url), DatabaseBootstrap.connections(url)).run(from);
    }

    private String database() {
        var name = Tenant.unique("target").replace('-', '_');
        postgres.createDatabase(name);
        return name;
    }

    /** A copy that a test may damage. */
    private Path copy() throws IOException {
        var copy = Files.createDirectory(folder.resolve(Tenant.unique("copy")));
        for (var file : files(backup)) {
            Files.copy(file, copy.resolve(file.getFileName()));
        }
        return copy;
    }

    private void assertRefused(Path damaged, String... sentences) {
        var database = database();
        assertThatThrownBy(() -> restore(database, damaged))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContainingAll(sentences)
                .hasMessageContaining("Nothing was restored");
        assertThat(postgres.database(database)
                        .number("SELECT count(*) FROM pg_namespace WHERE nspname = 'event_store'"))
                .isZero();
    }

    @Test
    void aBackupCanBeReadByItsOwnerOnlyAndCheckedWithCommonTools() throws Exception {
        assertThat(permissions(backup)).isEqualTo("rwx------");
        assertThat(files(backup))
                .hasSizeGreaterThan(15)
                .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
        assertThat(files(folder).stream().map(path -> path.getFileName().toString()))
                .noneMatch(name -> name.contains(".part-"));

        var check = new ProcessBuilder("sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS")
                .directory(backup.toFile())
                .inheritIO()
                .start();
        assertThat(check.waitFor()).isZero();
    }

    @Test
    void aByteThatChangedInAnyFileIsFound() throws IOException {
        for (var original : files(backup)) {
            var copy = copy();
            var file = copy.resolve(original.getFileName());
            var bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);

            assertRefused(copy, "damaged");
        }
    }

    @Test
    void aFileThatIsMissingIsFound() throws IOException {
        for (var original : files(backup)) {
            var copy = copy();
            Files.delete(copy.resolve(original.getFileName()));

            assertRefused(copy, original.getFileName().toString());
        }
    }

    @Test
    void aFileThatIsCutOffIsFound() throws IOException {
        var copy = copy();
        var file = copy.resolve("event_store.event.copy.gz");
        Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 100));

        assertRefused(copy, "event_store.event.copy.gz is not what was written");
    }

    @Test
    void aFolderThatIsNoBackupIsRefused() {
        assertRefused(folder, "is no backup");
        assertRefused(folder.resolve("nowhere"), "There is no backup in");
    }

    @Test
    void aBackupOfANewerFormatIsRefusedByASentenceThatTellsWhatToDo() throws IOException {
        assertRefused(
                edited("\"format\" : 1", "\"format\" : 2"),
                "The backup has format 2, and this hub reads up to 1. Restore it with the hub that wrote it (0.1.0) or a later one.");
    }

    @Test
    void aBackupOfANewerSchemaIsRefusedByASentenceThatTellsWhatToDo() throws IOException {
        assertRefused(
                edited(
                        "\"migrations\" : [",
                        "\"migrations\" : [ {\"version\":\"999\",\"description\":\"future\",\"checksum\":1},"),
                "written by a newer hub (0.1.0)",
                "does not know migration 999, 'future'");
    }

    @Test
    void aBackupOfOtherTablesUnderTheSameVersionIsRefused() throws IOException {
        var manifest = Files.readString(backup.resolve("manifest.json"));
        var checksum = manifest.replaceFirst("(?s).*?\"checksum\" : (-?\\d+).*", "$1");
        assertRefused(
                edited("\"checksum\" : " + checksum, "\"checksum\" : 4711"), "Migration 1 is another one in this hub");
    }

    @Test
    void rowsThatAreNotWhatTheManifestSaysAreRefusedAndNothingStays() throws IOException {
        var database = database();
        var copy = edited("\"highest_position\" : ", "\"highest_position\" : 1");
        assertThatThrownBy(() -> restore(database, copy))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("Nothing was restored");
        assertThat(postgres.database(database).number("SELECT count(*) FROM event_store.event"))
                .isZero();

        // What is left are empty tables, and another attempt may have them.
        assertThat(restore(database, backup)).contains("events are restored");
    }

    /** A copy whose manifest says something else, with sums that agree: what another hub might have written. */
    private Path edited(String text, String other) throws IOException {
        var copy = copy();
        var manifest = copy.resolve("manifest.json");
        var before = Files.readString(manifest);
        assertThat(before).contains(text);
        Files.writeString(manifest, before.replaceFirst(java.util.regex.Pattern.quote(text), other));
        var sums = copy.resolve("SHA256SUMS");
        Files.writeString(
                sums,
                Files.readString(sums)
                        .replace(
                                sum(before.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                                sum(Files.readAllBytes(manifest))));
        return copy;
    }

    private static String sum(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aDatabaseThatHasAHubIsNotTouched() {
        var events = postgres.database("original").number("SELECT count(*) FROM event_store.event");

        assertThatThrownBy(() -> restore("original", backup))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContainingAll("There is a hub in this database already", "nothing was changed");

        assertThat(postgres.database("original").number("SELECT count(*) FROM event_store.event"))
                .isEqualTo(events);
    }

    @Test
    void aFolderThatIsThereIsNotWrittenInto() {
        assertThatThrownBy(() -> backup("original").run(backup))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("is there already; name a folder that is not");
        assertThatThrownBy(() -> backup("original").run(folder.resolve("no").resolve("such")))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("in a folder that does not exist");
    }

    @Test
    void anEmptyDatabaseHasNothingToBackUp() {
        var target = folder.resolve("of-nothing");
        assertThatThrownBy(() -> backup(database()).run(target))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("There is no hub in this database");
        assertThat(target).doesNotExist();

        var exit = HubProcess.runToEnd(Map.of(), "backup", target.toString());
        assertThat(exit.code()).isEqualTo(1);
        assertThat(exit.output()).contains("There is no database under HUB_DATA_DIR=");
        assertThat(target).doesNotExist();
    }

    @Test
    void aBackupThatFailsHalfwayLeavesNothingBehind() {
        var name = database();
        restore(name, backup);
        // A table that can be locked and not be read.
        postgres.database(name).execute("""
                ALTER TABLE app.session ENABLE ROW LEVEL SECURITY;
                ALTER TABLE app.session FORCE ROW LEVEL SECURITY;
                CREATE POLICY broken ON app.session USING (1 / 0 = 1)""");
        var target = folder.resolve("halfway");

        assertThatThrownBy(() -> backup(name).run(target))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("division by zero");

        assertThat(files(folder).stream().map(path -> path.getFileName().toString()))
                .noneMatch(entry -> entry.contains("halfway"));
    }
}
