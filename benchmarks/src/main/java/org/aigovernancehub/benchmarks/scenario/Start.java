package org.aigovernancehub.benchmarks.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aigovernancehub.benchmarks.Figure;
import org.aigovernancehub.benchmarks.Figure.Goal;
import org.aigovernancehub.benchmarks.system.HubUnderTest;

/**
 * Starts another hub, on a database of its own that an earlier start has made: the executable jar as it is, and unpacked with the cache that
 * the JVM writes of an earlier start, as the image has it.
 */
public final class Start implements Scenario {
    private static final String TITLE = "start, the database kept";
    private static final String UNPACKED = "unpacked";
    private static final String APPLICATION = "hub.jar";
    private static final double HIGHEST_SECONDS = 5;
    private static final double HIGHEST_SECONDS_CACHED = 2;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public void prepare(World world) {
        try {
            try (var first = world.hub().another(folder(world))) {
                World.require(first.process().isAlive(), "it did not stay");
            }
            unpack(world);
            // The cache is written when the hub has stopped.
            try (var training =
                    world.hub().another(folder(world), unpacked(world), "-XX:AOTCacheOutput=" + cache(world))) {
                World.require(training.process().isAlive(), "it did not stay");
            }
            World.require(Files.exists(cache(world)), "the JVM has written no cache");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(World world) throws IOException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Djarmode=tools",
                        "-jar",
                        world.hub().jar().toString(),
                        "extract",
                        "--application-filename",
                        APPLICATION,
                        "--destination",
                        world.scratch().resolve(UNPACKED).toString())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        World.require(Files.exists(unpacked(world)), "the jar was not unpacked: " + output);
    }

    @Override
    public List<Figure> run(World world) {
        try (var again = world.hub().another(folder(world))) {
            var asItIs = figure("until it answers that it is healthy", again, HIGHEST_SECONDS);
            again.close();
            try (var cached = world.hub().another(folder(world), unpacked(world), "-XX:AOTCache=" + cache(world))) {
                return List.of(asItIs, figure("unpacked, with a cache of the JVM", cached, HIGHEST_SECONDS_CACHED));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Figure figure(String name, HubUnderTest hub, double highest) {
        return new Figure(TITLE, name, "s", hub.readyIn().toMillis() / 1000.0, Goal.atMost(highest));
    }

    private static Path folder(World world) {
        return world.scratch().resolve("another");
    }

    private static Path unpacked(World world) {
        return world.scratch().resolve(UNPACKED).resolve(APPLICATION);
    }

    private static Path cache(World world) {
        return world.scratch().resolve("hub.aot");
    }
}
