package org.aigovernancehub.reliability.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.aigovernancehub.hub.e2e.Folders;

/** A file system of a few hundred megabytes, which can be filled and emptied again. Only root may make one. */
public final class SmallDisk implements AutoCloseable {
    private static final long MIB = 1L << 20;
    private static final int SIZE_MIB = 600;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Mounts one; empty if this system does not let us. */
    public static Optional<SmallDisk> mount() {
        var folder = Folders.temporary("disk");
        var mounted =
                run("mount", "-t", "tmpfs", "-o", "size=%dm,mode=0700".formatted(SIZE_MIB), "tmpfs", folder.toString());
        if (!mounted) {
            Folders.delete(folder);
            return Optional.empty();
        }
        return Optional.of(new SmallDisk(folder));
    }

    /** Where data may lie on it. */
    public Path dataFolder() {
        return folder.resolve("data");
    }

    /** Takes all of the space but so much. */
    public void fill(int leftMib) {
        try {
            long left = Files.getFileStore(folder).getUsableSpace() - leftMib * MIB;
            var zeros = new byte[(int) MIB];
            try (var out = Files.newOutputStream(ballast())) {
                for (; left > MIB; left -= MIB) {
                    out.write(zeros);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes what is left, while others write. */
    public void fillToTheBrim() {
        try (var out = Files.newOutputStream(ballast().resolveSibling("ballast-2"))) {
            var zeros = new byte[4096];
            while (true) {
                out.write(zeros);
            }
        } catch (IOException e) {
            // Full, which is what was wanted.
        }
    }

    /** Gives the space back. */
    public void empty() {
        try {
            Files.deleteIfExists(ballast());
            Files.deleteIfExists(ballast().resolveSibling("ballast-2"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    private static boolean run(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean done = process.waitFor() == 0;
            if (!done) {
                System.out.println("  " + words.strip());
            }
            return done;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        run("umount", "-l", folder.toString());
        Folders.delete(folder);
    }
}
