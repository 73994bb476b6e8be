package org.aigovernancehub.benchmarks.scenario;

import java.time.Duration;
import java.util.List;
import org.aigovernancehub.benchmarks.Figure;
import org.aigovernancehub.benchmarks.Figure.Goal;
import org.aigovernancehub.benchmarks.load.HttpRequest;

/** Approves models and opens them for review again, judged by four policies; each has ten versions and fifty metrics. */
public final class ChangeStatus implements Scenario {
    private static final String TITLE = "change a model's status";
    private static final double RATE = 2_000;
    private static final Duration RUN = Duration.ofSeconds(20);
    private static final int MODELS_EACH = 4;
    private static final int VERSIONS = 10;
    private static final String METRICS = """
            [{"metric_name":"auc","value":0.91},{"metric_name":"f1","value":0.8},{"metric_name":"recall","value":0.7},\
            {"metric_name":"precision","value":0.9},{"metric_name":"latency_ms","value":12}]""";

    private long[] models = new long[0];

    @Override
    public String name() {
        return "status";
    }

    @Override
    public void prepare(World world) {
        models = new long[World.CONNECTIONS * MODELS_EACH];
        for (int i = 0; i < models.length; i++) {
            long model = world.model(",\"risk_level\":\"limited\"");
            for (int version = 1; version <= VERSIONS; version++) {
                long id = world.post(
                                "/versions/",
                                world.engineer(),
                                "{\"model_id\":%d,\"version_tag\":\"v%d\"}".formatted(model, version))
                        .get("id")
                        .asLong();
                world.post("/versions/%d/metrics".formatted(id), world.engineer(), METRICS);
            }
            world.patch(status(model), world.engineer(), "{\"status\":\"under_review\"}");
            models[i] = model;
        }
    }

    private static String status(long model) {
        return "/models/%d/compliance-status".formatted(model);
    }

    @Override
    public List<Figure> run(World world) {
        // Every model is under review when a run begins: each connection takes its own in turn, and ends where it began
        // or one further.
        for (long model : models) {
            world.patch(status(model), world.officer(), "{\"status\":\"under_review\"}");
        }
        var outcome = World.all(200, world.load().asFastAsPossible(world.scaled(RUN), (connection, number) -> {
            long model = models[connection * MODELS_EACH + (int) (number % MODELS_EACH)];
            boolean approves = number / MODELS_EACH % 2 == 0;
            return HttpRequest.of(
                    "PATCH",
                    World.API + status(model),
                    world.officer(),
                    approves
                            ? "{\"status\":\"approved\",\"approval_notes\":\"Looked at all metrics\"}"
                            : "{\"status\":\"under_review\",\"reason\":\"Yearly review\"}");
        }));
        return List.of(
                new Figure(TITLE, "as fast as possible", "1/s", outcome.perSecond(), Goal.atLeast(RATE)),
                new Figure(TITLE, "p99 then", "ms", outcome.millis(99), null));
    }
}
