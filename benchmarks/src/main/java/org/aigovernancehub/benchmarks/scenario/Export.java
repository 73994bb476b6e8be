package org.aigovernancehub.benchmarks.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.aigovernancehub.benchmarks.Figure;
import org.aigovernancehub.benchmarks.Figure.Goal;
import org.aigovernancehub.benchmarks.load.HttpConnection;
import org.aigovernancehub.benchmarks.load.HttpRequest;

/** Exports whole lists, to a reader that takes them as fast as they come. */
public final class Export implements Scenario {
    private static final double ROWS_A_SECOND = 50_000;

    @Override
    public String name() {
        return "export";
    }

    @Override
    public void prepare(World world) {
        ManyModels.fill(world);
    }

    @Override
    public List<Figure> run(World world) {
        return List.of(figure(world, "models", "/models/"), figure(world, "the audit trail", "/audit-logs/"));
    }

    private static Figure figure(World world, String what, String path) {
        var request = HttpRequest.get(World.API + path, world.officer(), "Accept: application/x-ndjson\r\n");
        try (var connection = new HttpConnection(world.hub().port())) {
            long begin = System.nanoTime();
            World.require(connection.send(request) == 200, "an export was refused");
            double seconds = (System.nanoTime() - begin) / 1e9;
            return new Figure(
                    "export", "rows of " + what, "1/s", connection.lines() / seconds, Goal.atLeast(ROWS_A_SECOND));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
