package org.aigovernancehub.benchmarks.scenario;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aigovernancehub.benchmarks.Figure;
import org.aigovernancehub.benchmarks.Figure.Goal;
import org.aigovernancehub.benchmarks.load.HttpRequest;

/** Records metrics in batches of a hundred, each connection for a version of its own. */
public final class RecordMetrics implements Scenario {
    private static final String TITLE = "record metrics, 100 a request";
    private static final int BATCH = 100;
    private static final double RATE = 50_000;
    private static final Duration RUN = Duration.ofSeconds(20);
    private static final String BODY = IntStream.range(0, BATCH)
            .mapToObj(i -> "{\"metric_name\":\"metric %d\",\"value\":0.%d}".formatted(i, 100 + i))
            .collect(Collectors.joining(",", "[", "]"));

    private long[] versions = new long[0];

    @Override
    public String name() {
        return "metrics";
    }

    @Override
    public void prepare(World world) {
        versions = IntStream.range(0, World.CONNECTIONS)
                .mapToLong(_ -> world.post(
                                "/versions/",
                                world.engineer(),
                                "{\"model_id\":%d,\"version_tag\":\"v1\"}".formatted(world.model("")))
                        .get("id")
                        .asLong())
                .toArray();
    }

    @Override
    public List<Figure> run(World world) {
        var outcome = World.all(
                201,
                world.load()
                        .asFastAsPossible(
                                world.scaled(RUN),
                                (connection, _) -> HttpRequest.of(
                                        "POST",
                                        World.API + "/versions/%d/metrics".formatted(versions[connection]),
                                        world.engineer(),
                                        BODY)));
        long recorded = System.nanoTime();
        Waiting.forProjections(world);
        double behind = (System.nanoTime() - recorded) / 1e9;
        return List.of(
                new Figure(TITLE, "metrics", "1/s", BATCH * outcome.perSecond(), Goal.atLeast(RATE)),
                new Figure(TITLE, "p99 of a request", "ms", outcome.millis(99), null),
                new Figure(TITLE, "until reads reflect the last of them", "s", behind, null));
    }
}
