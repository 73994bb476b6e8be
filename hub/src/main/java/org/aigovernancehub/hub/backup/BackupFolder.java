package org.aigovernancehub.hub.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.aigovernancehub.command.Sha256;
import org.aigovernancehub.hub.settings.InvalidSettings;

/**
 * The folder of a backup. It is written under another name, is flushed to the disk, and gets its own name last, so that whatever has that
 * name is whole. Nobody but its owner can read it: it has hashes of passwords in it.
 */
final class BackupFolder {
    static final String MANIFEST = "manifest.json";
    static final String SUMS = "SHA256SUMS";

    private static final int BUFFER = 1 << 16;

    private BackupFolder() {}

    /** A backup that is being written; closed before it is finished, it leaves nothing behind. */
    static final class Part implements AutoCloseable {
        private final Path target;
        private final Path parent;
        private final Path part;
        private final SortedMap<String, String> sums = new TreeMap<>();

        private Part(Path target, Path parent) throws IOException {
            this.target = target;
            this.parent = parent;
            this.part = Files.createTempDirectory(
                    parent,
                    "." + target.getFileName() + ".part-",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }

        /** Writes a file; returns its SHA-256. */
        String write(String name, Content content) throws IOException, java.sql.SQLException {
            var digest = Sha256.begin();
            try (var channel = FileChannel.open(
                            part.resolve(name),
                            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                    var stream = new DigestOutputStream(Channels.newOutputStream(channel), digest)) {
                content.to(stream);
                channel.force(true);
            }
            var sum = HexFormat.of().formatHex(digest.digest());
            sums.put(name, sum);
            return sum;
        }

        /** Writes a file that is compressed; returns its SHA-256. */
        String writeCompressed(String name, Content content) throws IOException, java.sql.SQLException {
            return write(name, out -> {
                var compressed = new GZIPOutputStream(out, BUFFER);
                content.to(compressed);
                compressed.finish();
            });
        }

        private void writeText(String name, String text) throws IOException, java.sql.SQLException {
            write(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        }

        /** Gives the backup its name. */
        void finish(Manifest manifest) throws IOException, java.sql.SQLException {
            writeText(MANIFEST, manifest.json());
            writeText(
                    SUMS,
                    sums.entrySet().stream()
                            .map(sum -> "%s  %s%n".formatted(sum.getValue(), sum.getKey()))
                            .collect(Collectors.joining()));
            flush(part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            flush(parent);
        }

        @Override
        public void close() throws IOException {
            if (Files.exists(part)) {
                try (Stream<Path> files = Files.walk(part)) {
                    for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
    }

    /** Writes the bytes of a file. */
    interface Content {
        void to(OutputStream out) throws IOException, java.sql.SQLException;
    }

    /** Begins a backup that will have this name. */
    static Part begin(Path target) throws IOException {
        return new Part(target, requireUnused(target));
    }

    /**
     * Returns the folder that it will be in.
     *
     * @throws InvalidSettings if a backup cannot get this name
     */
    static Path requireUnused(Path target) {
        if (Files.exists(target, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            throw new InvalidSettings("%s is there already; name a folder that is not.".formatted(target));
        }
        var parent = target.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new InvalidSettings("%s is to be made in a folder that does not exist.".formatted(target));
        }
        return parent;
    }

    /**
     * Reads the manifest of a backup and checks every file of it.
     *
     * @throws DamagedBackup if a file is missing or is not what it was
     */
    static Manifest check(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new DamagedBackup("There is no backup in %s.".formatted(folder));
        }
        var listed = read(folder, SUMS)
                .lines()
                .map(line -> line.split(" [ *]", 2))
                .filter(parts -> parts.length == 2)
                .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0], (first, _) -> first, TreeMap::new));
        if (!listed.containsKey(MANIFEST)) {
            throw new DamagedBackup("%s does not list %s.".formatted(SUMS, MANIFEST));
        }
        for (var sum : listed.entrySet()) {
            requireSum(folder, sum.getKey(), sum.getValue());
        }
        var manifest = Manifest.of(read(folder, MANIFEST));
        for (var table : manifest.tables()) {
            requireSum(folder, table.file(), table.sha256());
        }
        return manifest;
    }

    /** Opens a compressed file of a backup. */
    static InputStream open(Path folder, String file) throws IOException {
        return new GZIPInputStream(
                new BufferedInputStream(Files.newInputStream(resolve(folder, file)), BUFFER), BUFFER);
    }

    private static void requireSum(Path folder, String file, String expected) throws IOException {
        var digest = Sha256.begin();
        try (var in = Files.newInputStream(resolve(folder, file))) {
            var buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (NoSuchFileException e) {
            throw new DamagedBackup("The backup is damaged: %s is missing.".formatted(file));
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(expected)) {
            throw new DamagedBackup("The backup is damaged: %s is not what was written.".formatted(file));
        }
    }

    private static String read(Path folder, String file) throws IOException {
        try {
            return Files.readString(folder.resolve(file));
        } catch (NoSuchFileException e) {
            throw new DamagedBackup("%s is no backup, or a damaged one: it has no %s.".formatted(folder, file));
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new DamagedBackup("The backup is damaged: %s is not what was written.".formatted(file));
        }
    }

    private static Path resolve(Path folder, String file) {
        var resolved = folder.resolve(file).normalize();
        if (!folder.normalize().equals(resolved.getParent())) {
            throw new DamagedBackup("The backup names a file outside of its folder: %s.".formatted(file));
        }
        return resolved;
    }

    private static void flush(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
