package org.aigovernancehub.benchmarks.scenario;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.aigovernancehub.benchmarks.Figure;
import org.aigovernancehub.benchmarks.load.HttpRequest;
import org.aigovernancehub.benchmarks.load.Load;

/** Reads single models, never stale, the token checked. */
public final class ReadModels implements Scenario {
    private static final TwoPaces PACES = new TwoPaces("read a model", 200, 10_000, 10);
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
        return PACES.run(world, RUN, models, RUN, models);
    }
}
