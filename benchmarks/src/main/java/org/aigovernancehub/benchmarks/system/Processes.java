package org.aigovernancehub.benchmarks.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What processes of this machine have used, from {@code /proc}. Linux only. */
public final class Processes {
    /** How many parts a second that the kernel counts CPU time in; the same on every Linux that Java runs on. */
    private static final double TICKS = 100;

    private static final double KIB_OF_MIB = 1024;

    private Processes() {}

    /** Returns the CPU seconds that a process has used. */
    public static double cpuSeconds(long pid) {
        return stat(pid, false);
    }

    /** Returns the CPU seconds of a process and of its children, those that have ended among them. */
    public static double cpuSecondsOfTree(long pid) {
        return stat(pid, true)
                + ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::children)
                        .mapToDouble(child -> stat(child.pid(), true))
                        .sum();
    }

    private static double stat(long pid, boolean ended) {
        try {
            var stat = Files.readString(Path.of("/proc/%d/stat".formatted(pid)));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            if (ended) {
                ticks += Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
            }
            return ticks / TICKS;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Returns the resident memory of a process in MiB. */
    public static double residentMib(long pid) {
        return field(Path.of("/proc/%d/status".formatted(pid)), "VmRSS:") / KIB_OF_MIB;
    }

    static long field(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
