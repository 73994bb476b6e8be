package org.aigovernancehub.benchmarks.scenario;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.aigovernancehub.benchmarks.Figure;
import org.aigovernancehub.benchmarks.Figure.Goal;
import org.aigovernancehub.benchmarks.load.HttpRequest;
import org.aigovernancehub.benchmarks.load.Load;

/** Reads single models, never stale, the token checked. */
public final class ReadModels implements Scenario {
    private static final String TITLE = "read a model";
    private static final double RATE = 10_000;
    private static final double HIGHEST_P99_MILLIS = 10;
    private static final Duration RUN = Duration.ofSeconds(15);
    private static final int MODELS = 1_000;

    private HttpRequest[] requests = new HttpRequest[0];

    @Override
    public String name() {
        return "read";
    }

    @Override
    public void prepare(World world) {
        requests = LongStream.generate(() -> world.model(""))
                .limit(world.scaled(MODELS))
                .mapToObj(id -> HttpRequest.get(World.API + "/models/" + id, world.engineer()))
                .toArray(HttpRequest[]::new);
    }

    @Override
    public List<Figure> run(World world) {
        Load.Source models = (connection, number) -> requests[(int) ((connection * 31L + number) % requests.length)];
        var fastest = World.all(200, world.load().asFastAsPossible(world.scaled(RUN), models));
        var steady = World.all(200, world.load().atRate(RATE, world.scaled(RUN), models));
        return List.of(
                new Figure(TITLE, "as fast as possible", "1/s", fastest.perSecond(), Goal.atLeast(RATE)),
                new Figure(
                        TITLE,
                        "answered at 10,000 a second asked for",
                        "1/s",
                        steady.perSecond(),
                        Goal.atLeast(RATE * 0.99)),
                new Figure(TITLE, "p50 at that rate", "ms", steady.millis(50), null),
                new Figure(TITLE, "p99 at that rate", "ms", steady.millis(99), Goal.atMost(HIGHEST_P99_MILLIS)));
    }
}
