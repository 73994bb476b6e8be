package org.aigovernancehub.hub.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL that the build brings, as the first hub of these tests has unpacked it. The next ones get links to its files: to unpack it
 * takes as long as all the rest of a hub's first start.
 */
final class UnpackedPostgres {
    private static final String NAME = "postgres-binaries-";

    /** A folder with the one folder of that name in it; null until somebody has unpacked it. */
    private static @Nullable Path kept;

    private UnpackedPostgres() {}

    /** Keeps what a data directory has, for others to come, if it is the first one. */
    static synchronized void keep(Path dataDir) {
        if (kept == null && !in(dataDir).isEmpty()) {
            var folder = Folders.temporaryUntilTheEnd("postgres");
            link(dataDir, folder);
            kept = folder;
        }
    }

    /** Gives a new data directory what is kept, if anything is. */
    static synchronized void give(Path dataDir) {
        if (kept != null && in(dataDir).isEmpty()) {
            link(kept, dataDir);
        }
    }

    private static List<Path> in(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(NAME))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void link(Path from, Path to) {
        for (var binaries : in(from)) {
            try (Stream<Path> files = Files.walk(binaries)) {
                for (var file : files.toList()) {
                    var target = to.resolve(from.relativize(file));
                    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                        Files.createLink(target, file);
                    } else {
                        // A folder, or a link, is copied as such, without what is in it.
                        Files.copy(file, target, LinkOption.NOFOLLOW_LINKS);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
