package org.aigovernancehub.benchmarks.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private static final double HIGHEST_SECONDS = 5;
    private static final double HIGHEST_SECONDS_CACHED = 2;

    private Path unpacked = Path.of("");

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
            unpacked = world.hub().unpacked(world.scratch().resolve("unpacked"));
            // The cache is written when the hub has stopped.
            try (var training = world.hub().another(folder(world), unpacked, "-XX:AOTCacheOutput=" + cache(world))) {
                World.require(training.process().isAlive(), "it did not stay");
            }
            World.require(Files.exists(cache(world)), "the JVM has written no cache");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Figure> run(World world) {
        var figures = new ArrayList<Figure>();
        try {
            try (var asItIs = world.hub().another(folder(world))) {
                figures.add(figure("until it answers that it is healthy", asItIs, HIGHEST_SECONDS));
            }
            try (var cached = world.hub().another(folder(world), unpacked, "-XX:AOTCache=" + cache(world))) {
                figures.add(figure("unpacked, with a cache of the JVM", cached, HIGHEST_SECONDS_CACHED));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return figures;
    }

    private static Figure figure(String name, HubUnderTest hub, double highest) {
        return new Figure(TITLE, name, "s", hub.readyIn().toMillis() / 1000.0, Goal.atMost(highest));
    }

    private static Path folder(World world) {
        return world.scratch().resolve("another");
    }

    private static Path cache(World world) {
        return world.scratch().resolve("hub.aot");
    }
}
