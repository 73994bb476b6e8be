package org.aigovernancehub.benchmarks.scenario;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.aigovernancehub.benchmarks.Figure;
import org.aigovernancehub.benchmarks.Figure.Goal;
import org.aigovernancehub.benchmarks.system.Processes;

/** The loads of other scenarios one after the other, for an hour: what the hub's process holds, and whether that grows. */
public final class Soak implements Scenario {
    private static final Duration RUN = Duration.ofHours(1);
    private static final double HIGHEST_GROWTH = 1.1;
    /** Until the hub has done everything a few times, it may still grow. */
    private static final int WARM_PART = 6;

    private static final long SAMPLE_SECONDS = 1;

    private final List<Scenario> loads;

    public Soak(List<Scenario> loads) {
        this.loads = List.copyOf(loads);
    }

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public boolean onlyByName() {
        return true;
    }

    @Override
    public int runs() {
        return 1;
    }

    @Override
    public void prepare(World world) {
        loads.forEach(load -> load.prepare(world));
    }

    @Override
    public List<Figure> run(World world) {
        long pid = world.hub().process().pid();
        long begin = System.nanoTime();
        var duration = world.scaled(RUN);
        var all = mebibytes();
        var early = mebibytes();
        var late = mebibytes();
        try (var sampler = Executors.newSingleThreadScheduledExecutor()) {
            sampler.scheduleAtFixedRate(
                    () -> {
                        long resident = Math.round(Processes.residentMib(pid));
                        all.recordValue(resident);
                        long part = (System.nanoTime() - begin) * WARM_PART / duration.toNanos();
                        if (part == 1) {
                            early.recordValue(resident);
                        } else if (part == WARM_PART - 1) {
                            late.recordValue(resident);
                        }
                    },
                    0,
                    SAMPLE_SECONDS,
                    TimeUnit.SECONDS);
            while (System.nanoTime() - begin < duration.toNanos()) {
                loads.forEach(load -> load.run(world));
            }
            sampler.shutdownNow();
        }
        var title = "memory, %d min of load".formatted(duration.toMinutes());
        return List.of(
                new Figure(title, "resident, highest", "MiB", all.getMaxValue(), Goal.atMost(Memory.HIGHEST_MIB)),
                new Figure(title, "resident, mean of the second sixth", "MiB", early.getMean(), null),
                new Figure(title, "resident, mean of the last sixth", "MiB", late.getMean(), null),
                new Figure(
                        title,
                        "last sixth to second sixth",
                        "",
                        late.getMean() / early.getMean(),
                        Goal.atMost(HIGHEST_GROWTH)));
    }

    private static Histogram mebibytes() {
        return new Histogram(3);
    }
}
