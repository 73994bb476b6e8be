package org.aigovernancehub.hub.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Runs one of the suites of the web interface, which are written where the interface is, in a real browser against a hub. What it says is
 * in {@code target/browser-<suite>.log}; what failed has left a screenshot and a trace in {@code web/target/browser}.
 */
final class Browser {
    private static final Pattern PASSED = Pattern.compile("^ +Tests +\\d+ passed \\(\\d+\\)$", Pattern.MULTILINE);
    private static final int LINES_OF_A_FAILURE = 150;

    private Browser() {}

    /** @param suite the name of a script of the package */
    static void run(String suite, HubProcess hub, Duration patience, Map<String, String> more)
            throws IOException, InterruptedException {
        var log = Path.of("target", "browser-" + suite + ".log").toAbsolutePath();
        Files.deleteIfExists(log);
        var builder = new ProcessBuilder("npm", "run", "--silent", suite)
                .directory(Path.of("..", "web").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "HUB_URL",
                        hub.url().toString(),
                        "HUB_ADMIN_USERNAME",
                        "admin",
                        "HUB_ADMIN_PASSWORD",
                        HubProcess.ADMIN_PASSWORD,
                        "NO_COLOR",
                        "1"));
        builder.environment().putAll(more);
        var process = builder.start();
        try {
            assertThat(process.waitFor(patience.toSeconds(), TimeUnit.SECONDS))
                    .as(() -> "ended within %s: %s".formatted(patience, end(log)))
                    .isTrue();
            assertThat(process.exitValue()).as(() -> end(log)).isZero();
            assertThat(Files.readString(log)).containsPattern(PASSED);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String end(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_OF_A_FAILURE), lines.size()));
        } catch (IOException e) {
            return log + " cannot be read: " + e.getMessage();
        }
    }
}
