package org.aigovernancehub.benchmarks.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.aigovernancehub.benchmarks.Figure;
import org.aigovernancehub.benchmarks.Figure.Goal;
import org.aigovernancehub.benchmarks.system.HubUnderTest;

/** Starts another hub, on a database of its own that an earlier start has made. */
public final class Start implements Scenario {
    private static final double HIGHEST_SECONDS = 5;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public void prepare(World world) {
        try (var first = world.hub().another(folder(world))) {
            World.require(first.process().isAlive(), "it did not stay");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Figure> run(World world) {
        try (HubUnderTest again = world.hub().another(folder(world))) {
            return List.of(new Figure(
                    "start, the database kept",
                    "until it answers that it is healthy",
                    "s",
                    again.readyIn().toMillis() / 1000.0,
                    Goal.atMost(HIGHEST_SECONDS)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(World world) {
        return world.scratch().resolve("another");
    }
}
