package org.aigovernancehub.hub.e2e;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The class path of the hubs of tests, and, once many of them are started, a cache of the JVM's (JEP 483), with which a start takes a third
 * less computing. A hub that does little more than start and stop trains it, beside the tests. Where the time that a hub takes is what is
 * looked at, nothing runs beside it: the build has to ask for the cache, by the property {@code hubs.cache}.
 */
final class JvmCache {
    private static final boolean WANTED = Boolean.getBoolean("hubs.cache");

    /** Who runs one test does not wait for a cache that nobody uses. */
    private static final int WORTH_IT = 4;

    /** What only tests need; the authorization server among it would configure itself inside of the hub. */
    private static final Pattern OF_TESTS = Pattern.compile(
            ".*[/\\\\](test-classes|[^/\\\\]*(authorization-server|junit|assertj|mockito|byte-buddy|-test-|-test\\.|starter-test|hamcrest"
                    + "|json-path|jsonassert|awaitility|xmlunit|tests\\.jar)[^/\\\\]*)");

    private static final AtomicInteger STARTS = new AtomicInteger();
    private static volatile List<String> arguments = List.of("-cp", classPath(Map.of()));

    private JvmCache() {}

    /** Returns the arguments for the class path, and for the cache if there is one. */
    static List<String> arguments() {
        if (WANTED && STARTS.incrementAndGet() == WORTH_IT) {
            Thread.ofPlatform().daemon().name("jvm-cache").start(JvmCache::make);
        }
        return arguments;
    }

    private static void make() {
        var folder = Folders.temporaryUntilTheEnd("jvm-cache");
        var cache = folder.resolve("hub.aot");
        var classPath = List.of("-cp", classPath(jars(folder)));
        HubProcess.train(join(classPath, "-XX:AOTCacheOutput=" + cache));
        if (!Files.exists(cache)) {
            throw new IllegalStateException("The training run has made no cache.");
        }
        arguments = join(classPath, "-XX:AOTCache=" + cache);
    }

    private static List<String> join(List<String> arguments, String last) {
        return Stream.concat(arguments.stream(), Stream.of(last)).toList();
    }

    /** A cache is of jars alone: each folder of classes becomes one. */
    private static Map<String, String> jars(Path folder) {
        var jars = new HashMap<String, String>();
        for (var entry : entries()) {
            if (Files.isDirectory(Path.of(entry))) {
                var jar = folder.resolve("classes-" + jars.size() + ".jar").toString();
                var said = new StringWriter();
                var writer = new PrintWriter(said, true);
                int code = ToolProvider.findFirst("jar")
                        .orElseThrow()
                        .run(writer, writer, "--create", "--file", jar, "-C", entry, ".");
                if (code != 0) {
                    throw new IllegalStateException(said.toString());
                }
                jars.put(entry, jar);
            }
        }
        return jars;
    }

    private static String classPath(Map<String, String> instead) {
        return entries().stream()
                .map(entry -> instead.getOrDefault(entry, entry))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static List<String> entries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !OF_TESTS.matcher(entry).matches())
                .toList();
    }
}
