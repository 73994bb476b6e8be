package org.aigovernancehub.benchmarks.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;
import org.aigovernancehub.benchmarks.Figure;
import org.aigovernancehub.benchmarks.Figure.Goal;
import org.aigovernancehub.benchmarks.load.HttpConnection;
import org.aigovernancehub.benchmarks.load.HttpRequest;

/**
 * Changes a model and reads it at once, while 16 other connections register models as fast as they can. The strict read waits until the
 * change is visible: its time is that of the way from commit to visible, and of the read itself.
 */
public final class CommitToVisible implements Scenario {
    private static final String TITLE = "read one's own write under full load";
    private static final double HIGHEST_P99_MILLIS = 100;
    private static final Duration RUN = Duration.ofSeconds(15);
    private static final int OTHERS = 16;

    @Override
    public String name() {
        return "visible";
    }

    @Override
    public List<Figure> run(World world) {
        var duration = world.scaled(RUN);
        var prefix = world.unique("beside");
        var beside = CompletableFuture.supplyAsync(() -> world.load(OTHERS)
                .asFastAsPossible(
                        duration,
                        (connection, number) -> HttpRequest.of(
                                "POST",
                                World.API + "/models/",
                                world.engineer(),
                                "{\"name\":\"%s-%d-%d\",\"owner\":\"Others\"}".formatted(prefix, connection, number))));
        var micros = new Histogram(Duration.ofMinutes(1).toNanos() / 1000, 3);
        long stale = own(world, duration, micros);
        World.all(201, beside.join());
        World.require(stale == 0, "%d reads did not show the write before them".formatted(stale));
        return List.of(
                new Figure(TITLE, "p50", "ms", micros.getValueAtPercentile(50) / 1000.0, null),
                new Figure(
                        TITLE, "p99", "ms", micros.getValueAtPercentile(99) / 1000.0, Goal.atMost(HIGHEST_P99_MILLIS)));
    }

    private static long own(World world, Duration duration, Histogram micros) {
        long model = world.model("");
        var path = World.API + "/models/" + model;
        var read = HttpRequest.get(path, world.engineer());
        long end = System.nanoTime() + duration.toNanos();
        long stale = 0;
        try (var connection = new HttpConnection(world.hub().port())) {
            for (long i = 0; System.nanoTime() < end; i++) {
                var description = "change " + i;
                int status = connection.send(HttpRequest.of(
                        "PATCH", path, world.engineer(), "{\"description\":\"%s\"}".formatted(description)));
                World.require(status == 200, connection.body());
                long answered = System.nanoTime();
                status = connection.send(read);
                micros.recordValue((System.nanoTime() - answered) / 1000);
                World.require(status == 200, connection.body());
                stale += connection.body().contains("\"" + description + "\"") ? 0 : 1;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stale;
    }
}
