package org.aigovernancehub.reliability.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.aigovernancehub.hub.e2e.Folders;

/** Clocks of hubs that can be set while they run, each by itself: libfaketime adds to the time what a file of the hub says. */
public final class Clocks implements AutoCloseable {
    /** How often a hub looks into its file. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final Path LIBRARIES = Path.of("/usr/lib");
    private static final int DEPTH = 3;

    private final Path library;
    private final Path folder;

    private Clocks(Path library) {
        this.library = library;
        this.folder = Folders.temporary("clocks");
    }

    /** Returns clocks that are right; empty where libfaketime is not installed. */
    public static Optional<Clocks> find() {
        try (Stream<Path> files =
                Files.find(LIBRARIES, DEPTH, (file, _) -> file.endsWith(Path.of("faketime", "libfaketime.so.1")))) {
            return files.findFirst().map(Clocks::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the variables of the hub in this role. */
    Map<String, String> environment(String role) {
        set(role, Duration.ZERO);
        return Map.of(
                "LD_PRELOAD", library.toString(),
                "FAKETIME_TIMESTAMP_FILE", file(role).toString(),
                "FAKETIME_CACHE_DURATION", Long.toString(LOOK.toSeconds()),
                // Time that passes is measured right, as it is where only the date is wrong; timed waits use that one,
                // too.
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                "FAKETIME_FORCE_MONOTONIC_FIX", "0");
    }

    /** Sets the clock of the hub in this role, so far ahead of the right time, or behind it if negative. */
    public void set(String role, Duration ahead) {
        try {
            var written = Files.writeString(folder.resolve(role + ".new"), "%+d%n".formatted(ahead.toSeconds()));
            Files.move(written, file(role), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String role) {
        return folder.resolve(role);
    }

    @Override
    public void close() {
        Folders.delete(folder);
    }
}
