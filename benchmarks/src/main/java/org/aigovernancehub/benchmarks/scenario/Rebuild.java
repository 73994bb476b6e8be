package org.aigovernancehub.benchmarks.scenario;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.aigovernancehub.benchmarks.Figure;
import org.aigovernancehub.benchmarks.Figure.Goal;
import org.aigovernancehub.benchmarks.load.HttpRequest;
import org.aigovernancehub.benchmarks.load.Load;

/** Builds all read models anew from every event, while single models are read, two hundred a second. */
public final class Rebuild implements Scenario {
    private static final String TITLE = "rebuild of all read models";
    private static final double EVENTS_A_SECOND = 20_000;
    private static final double READS_A_SECOND = 200;
    private static final Duration BEFORE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration SLICE = Duration.ofSeconds(2);

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public void prepare(World world) {
        ManyModels.fill(world);
    }

    @Override
    public List<Figure> run(World world) {
        var read = HttpRequest.get(World.API + "/models/" + world.model(""), world.engineer());
        var before = reads(world, read, world.scaled(BEFORE));
        var building = new AtomicBoolean(true);
        var beside = CompletableFuture.supplyAsync(() -> {
            var during = reads(world, read, SLICE);
            while (building.get()) {
                during.micros().add(reads(world, read, SLICE).micros());
            }
            return during;
        });
        var took = rebuild(world);
        building.set(false);
        var during = beside.join();
        long events = world.hub().postgres().number("SELECT max(position) FROM event_store.event_position");
        return List.of(
                new Figure(TITLE, "events", "1/s", events * 1e9 / took.toNanos(), Goal.atLeast(EVENTS_A_SECOND)),
                new Figure(TITLE, "p99 of reads before", "ms", before.millis(99), null),
                new Figure(TITLE, "p99 of reads meanwhile", "ms", during.millis(99), null),
                new Figure(
                        TITLE,
                        "p99 of reads, meanwhile to before",
                        "",
                        during.millis(99) / before.millis(99),
                        Goal.atMost(2)));
    }

    private static Load.Outcome reads(World world, HttpRequest read, Duration duration) {
        return World.all(200, world.load(4).atRate(READS_A_SECOND, duration, (_, _) -> read));
    }

    /** Returns how long it is built: not how long a generation that was in use lately is left alone before. */
    private static Duration rebuild(World world) {
        world.post("/operations/rebuild", world.administrator(), "{}");
        awaitGenerations(world, "building", 1);
        long begin = System.nanoTime();
        awaitGenerations(world, "building", 0);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static void awaitGenerations(World world, String state, long count) {
        var postgres = world.hub().postgres();
        Waiting.until(
                PATIENCE,
                () -> postgres.number("SELECT count(*) FROM read_model.generation WHERE state = '%s'".formatted(state))
                        == count);
    }
}
