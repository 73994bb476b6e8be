package org.aigovernancehub.command.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Lets a demonstration say when something happened: what is sent within it is recorded at that time, and marked as made up. It holds for
 * the code that runs in it and for nothing else, so that no event of anybody else can get a wrong time.
 */
public final class Simulation {
    private static final ScopedValue<Instant> TIME = ScopedValue.newInstance();

    private Simulation() {}

    /** Runs at a time of one's choosing. */
    public static void at(Instant time, Runnable work) {
        ScopedValue.where(TIME, time).run(work);
    }

    static boolean isRunning() {
        return TIME.isBound();
    }

    /** Returns a clock that tells the simulated time within a simulation, and the other's everywhere else. */
    static Clock clock(Clock otherwise) {
        return new Clock() {
            @Override
            public Instant instant() {
                return TIME.isBound() ? TIME.get() : otherwise.instant();
            }

            @Override
            public ZoneId getZone() {
                return otherwise.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return clock(otherwise.withZone(zone));
            }
        };
    }
}
