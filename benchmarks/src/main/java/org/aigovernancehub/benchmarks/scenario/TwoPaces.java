package org.aigovernancehub.benchmarks.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.aigovernancehub.benchmarks.Figure;
import org.aigovernancehub.benchmarks.Figure.Goal;
import org.aigovernancehub.benchmarks.load.Load;

/**
 * The same load twice: as fast as the hub answers, and at the rate that it ought to keep up with, which is where latencies mean something.
 *
 * @param title what is done
 * @param status that every answer has
 * @param rate requests a second
 * @param highestP99Millis at that rate
 */
record TwoPaces(String title, int status, double rate, double highestP99Millis) {
    /** Of the rate, what counts as kept: the last requests are still under way when time is up. */
    private static final double KEPT = 0.99;

    List<Figure> run(World world, Duration fastest, Load.Source first, Duration steady, Load.Source second) {
        var free = World.all(status, world.load().asFastAsPossible(world.scaled(fastest), first));
        var paced = World.all(status, world.load().atRate(rate, world.scaled(steady), second));
        return List.of(
                new Figure(title, "as fast as possible", "1/s", free.perSecond(), Goal.atLeast(rate)),
                new Figure(
                        title,
                        String.format(Locale.ROOT, "answered at %,.0f a second asked for", rate),
                        "1/s",
                        paced.perSecond(),
                        Goal.atLeast(rate * KEPT)),
                new Figure(title, "p50 at that rate", "ms", paced.millis(50), null),
                new Figure(title, "p99 at that rate", "ms", paced.millis(99), Goal.atMost(highestP99Millis)));
    }
}
