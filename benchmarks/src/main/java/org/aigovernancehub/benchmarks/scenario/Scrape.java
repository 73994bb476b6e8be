package org.aigovernancehub.benchmarks.scenario;

import java.util.List;
import org.aigovernancehub.benchmarks.Figure;
import org.aigovernancehub.benchmarks.Figure.Goal;
import org.aigovernancehub.benchmarks.load.HttpRequest;

/** What Prometheus asks for, among very many models. */
public final class Scrape implements Scenario {
    private static final int REQUESTS = 400;
    private static final double HIGHEST_MILLIS = 10;

    @Override
    public String name() {
        return "scrape";
    }

    @Override
    public void prepare(World world) {
        ManyModels.fill(world);
    }

    @Override
    public List<Figure> run(World world) {
        var request = HttpRequest.get(World.API + "/metrics", world.administrator());
        var outcome = world.oneByOne(request, REQUESTS);
        return List.of(
                new Figure("scrape of the metrics", "p99", "ms", outcome.millis(99), Goal.atMost(HIGHEST_MILLIS)));
    }
}
