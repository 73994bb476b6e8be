package org.aigovernancehub.reliability.scenario;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.aigovernancehub.reliability.check.Findings;
import org.aigovernancehub.reliability.fleet.Clocks;
import org.aigovernancehub.reliability.fleet.Fleet;
import org.aigovernancehub.reliability.fleet.SmallDisk;
import org.aigovernancehub.reliability.load.Clients;
import org.jspecify.annotations.Nullable;

/**
 * What scenarios play on.
 *
 * @param disk that the database lies on, where it is one that can be filled
 * @param calls how many calls are made up in a cycle that does that
 * @param clocks of the hubs, where they can be set
 * @param thorough the long profile: what lasts, lasts longer
 */
public record Stage(
        Fleet fleet,
        Clients clients,
        Findings findings,
        long seed,
        boolean thorough,
        int calls,
        @Nullable SmallDisk disk,
        @Nullable Clocks clocks) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LEAST = 60;
    private static final int MORE = 120;

    /** The same numbers for the same seed, scenario and cycle, whatever else happened. */
    Random random(Scenario.Kind kind, int cycle) {
        return new Random(seed * 1_000_003 + kind.ordinal() * 7_919L + cycle);
    }

    /** Lets clients work, for as many changes as the die says, so that things break at any moment of their work. */
    void work(Random random) {
        int many = LEAST + random.nextInt(MORE);
        if (!clients.awaitAccepted(many, PATIENCE)) {
            findings.add("Clients did not get %d changes through within %s, with nothing broken", many, PATIENCE);
        }
        sleep(Duration.ofMillis(random.nextInt(50)));
    }

    public static void sleep(Duration duration) {
        try {
            TimeUnit.MILLISECONDS.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void say(String sentence, Object... arguments) {
        System.out.println("  " + sentence.formatted(arguments));
    }
}
