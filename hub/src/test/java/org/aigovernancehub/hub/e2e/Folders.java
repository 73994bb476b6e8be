package org.aigovernancehub.hub.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Temporary folders, and where logs stay after a run. */
public final class Folders {
    private static final String PREFIX = "hub-e2e-";
    private static final Pattern OWNER = Pattern.compile(PREFIX + "(\\d+)-.*");

    static {
        clearAwayAfterKilledRuns();
    }

    private Folders() {}

    public static Path temporary(String name) {
        try {
            return Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-" + name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that goes when this JVM ends. */
    public static Path temporaryUntilTheEnd(String name) {
        var folder = temporary(name);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "folder-of-tests"));
        return folder;
    }

    /** A file for a log, under {@code target/}, of a name that no other run has. */
    public static Path log(String name) {
        try {
            var folder = Files.createDirectories(Path.of("target", "e2e-logs"));
            return Files.createTempFile(folder, name + "-", ".log").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A run that was killed could not stop its databases, which live on by themselves: the next one does it. */
    private static void clearAwayAfterKilledRuns() {
        var parent = Path.of(System.getProperty("java.io.tmpdir"));
        try (Stream<Path> folders = Files.list(parent)) {
            folders.filter(Folders::isOfDeadRun).forEach(folder -> {
                killDatabase(folder);
                deleteQuietly(folder);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOfDeadRun(Path folder) {
        var owner = OWNER.matcher(folder.getFileName().toString());
        return owner.matches()
                && ProcessHandle.of(Long.parseLong(owner.group(1))).isEmpty();
    }

    private static void killDatabase(Path folder) {
        try {
            var pidFile = folder.resolve("postgres").resolve("postmaster.pid");
            if (Files.exists(pidFile)) {
                ProcessHandle.of(Long.parseLong(
                                Files.readAllLines(pidFile).getFirst().strip()))
                        .filter(process -> process.info()
                                .commandLine()
                                .filter(line -> line.contains(folder.toString()))
                                .isPresent())
                        .ifPresent(process -> {
                            process.destroyForcibly();
                            process.onExit().join();
                        });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException | NoSuchFileException e) {
            // A server that is on its way out may have deleted a file first.
            deleteQuietly(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteQuietly(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // What cannot be deleted now is tried again by the next run.
            folder.toFile().deleteOnExit();
        }
    }
}
