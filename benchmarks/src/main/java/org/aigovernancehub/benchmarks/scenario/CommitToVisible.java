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
 * change is visible: its time is that of the way from commit to visible, and of the read itself. Elsewhere is a query hub on the same
 * database, which hears of the change from PostgreSQL.
 */
public final class CommitToVisible implements Scenario {
    private static final double HIGHEST_P99_MILLIS = 100;
    private static final Duration RUN = Duration.ofSeconds(15);
    private static final int OTHERS = 16;

    private final boolean elsewhere;

    private CommitToVisible(boolean elsewhere) {
        this.elsewhere = elsewhere;
    }

    /** Reads at the hub that was written to. */
    public static CommitToVisible here() {
        return new CommitToVisible(false);
    }

    /** Reads at another hub. */
    public static CommitToVisible elsewhere() {
        return new CommitToVisible(true);
    }

    @Override
    public String name() {
        return elsewhere ? "visible-elsewhere" : "visible";
    }

    @Override
    public List<Figure> run(World world) {
        if (!elsewhere) {
            return run(world, world.hub().port());
        }
        try (var other = world.hub().queryHub(world.scratch().resolve("query"))) {
            // It has just started, at each run: the first time is not counted.
            run(world, other.port());
            return run(world, other.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Figure> run(World world, int readAt) {
        var title = "read one's own write under full load" + (elsewhere ? ", at another hub" : "");
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
        long stale = own(world, readAt, duration, micros);
        World.all(201, beside.join());
        World.require(stale == 0, "%d reads did not show the write before them".formatted(stale));
        return List.of(
                new Figure(title, "p50", "ms", micros.getValueAtPercentile(50) / 1000.0, null),
                new Figure(
                        title, "p99", "ms", micros.getValueAtPercentile(99) / 1000.0, Goal.atMost(HIGHEST_P99_MILLIS)));
    }

    private static long own(World world, int readAt, Duration duration, Histogram micros) {
        long model = world.model("");
        var path = World.API + "/models/" + model;
        var read = HttpRequest.get(path, world.engineer());
        long end = System.nanoTime() + duration.toNanos();
        long stale = 0;
        try (var connection = new HttpConnection(world.hub().port());
                var reading = new HttpConnection(readAt)) {
            for (long i = 0; System.nanoTime() < end; i++) {
                var description = "change " + i;
                int status = connection.send(HttpRequest.of(
                        "PATCH", path, world.engineer(), "{\"description\":\"%s\"}".formatted(description)));
                World.require(status == 200, connection.body());
                long answered = System.nanoTime();
                status = reading.send(read);
                micros.recordValue((System.nanoTime() - answered) / 1000);
                World.require(status == 200, reading.body());
                stale += reading.body().contains("\"" + description + "\"") ? 0 : 1;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stale;
    }
}
