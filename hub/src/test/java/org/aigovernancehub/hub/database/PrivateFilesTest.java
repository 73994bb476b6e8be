package org.aigovernancehub.hub.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with secrets are their owner's alone and never half written. */
class PrivateFilesTest {
    @TempDir
    private Path directory;

    @Test
    void aSecretIsReadableByItsOwnerOnly() throws IOException {
        var file = directory.resolve("secret-key");
        PrivateFiles.write(file, "secret");
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(Files.readString(file)).isEqualTo("secret\n");
        assertThat(PrivateFiles.read(file)).contains("secret");
    }

    @Test
    void aSecretThatIsReplacedIsStillReadableByItsOwnerOnly() throws IOException {
        var file = directory.resolve("secret-key");
        Files.writeString(file, "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        PrivateFiles.write(file, "new");
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(PrivateFiles.read(file)).contains("new");
    }

    @Test
    void whereThereIsNoneYetNoneIsRead() {
        assertThat(PrivateFiles.read(directory.resolve("secret-key"))).isEmpty();
    }

    @Test
    void aGeneratedSecretIsKept() throws IOException {
        var file = directory.resolve("secret-key");
        var first = PrivateFiles.readOrGenerate(file);
        assertThat(PrivateFiles.readOrGenerate(file)).isEqualTo(first);
        assertThat(mode(file)).isEqualTo("rw-------");
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void generatedSecretsHave256BitsAndDiffer() {
        var secrets = new HashSet<String>();
        for (int i = 0; i < 1_000; i++) {
            var secret = PrivateFiles.generate();
            assertThat(secret).matches("[A-Za-z0-9_-]{43}");
            secrets.add(secret);
        }
        assertThat(secrets).hasSize(1_000);
    }

    @Test
    void whoReadsWhileItIsWrittenSeesTheOldOrTheNewOneWhole() throws Exception {
        var file = directory.resolve("secret-key");
        var one = "1".repeat(100_000);
        var two = "2".repeat(100_000);
        PrivateFiles.write(file, one);
        var done = new AtomicBoolean();
        try (var writer = Executors.newSingleThreadExecutor()) {
            writer.submit(() -> {
                for (int i = 0; i < 200; i++) {
                    PrivateFiles.write(file, i % 2 == 0 ? two : one);
                }
                done.set(true);
            });
            writer.shutdown();
            while (!done.get() && !writer.isTerminated()) {
                assertThat(PrivateFiles.read(file)).get().isIn(one, two);
            }
            assertThat(writer.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(done).isTrue();
    }

    @Test
    void aDirectoryThatCannotBeWrittenToIsAnError() {
        assertThatThrownBy(() -> PrivateFiles.write(directory.resolve("absent/secret-key"), "secret"))
                .isInstanceOf(UncheckedIOException.class);
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
