package org.aigovernancehub.benchmarks.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The machine, the versions and the settings that figures depend on. */
public final class Machine {
    private static final double GIB = 1024.0 * 1024;

    private Machine() {}

    /** Describes it in the order in which people read it. */
    public static Map<String, String> describe(Postgres postgres) throws IOException {
        var facts = new LinkedHashMap<String, String>();
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            facts.put(
                    "processor",
                    lines.filter(line -> line.startsWith("model name"))
                            .map(line -> line.substring(line.indexOf(':') + 2))
                            .findFirst()
                            .orElse(System.getProperty("os.arch")));
        }
        facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("memory", "%.0f GiB".formatted(Processes.field(Path.of("/proc/meminfo"), "MemTotal:") / GIB));
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        for (var setting : Postgres.settings()) {
            facts.put("postgresql " + setting, postgres.text("SHOW " + setting));
        }
        facts.put("commit", output("git", "rev-parse", "--short=12", "HEAD") + changed());
        facts.put(
                "load average before",
                Files.readString(Path.of("/proc/loadavg")).strip());
        return facts;
    }

    private static String changed() throws IOException {
        return output("git", "status", "--porcelain", "--untracked-files=no").isEmpty() ? "" : " with changes";
    }

    private static String output(String... command) throws IOException {
        var process = new ProcessBuilder(command).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
