package org.aigovernancehub.benchmarks.scenario;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what a hub does by itself. */
final class Waiting {
    private static final long PAUSE_MILLIS = 50;
    private static final Duration LONGEST = Duration.ofHours(2);

    private Waiting() {}

    /** Returns once everything that has been written has its position. */
    static void forNumbers(World world) {
        var postgres = world.hub().postgres();
        until(LONGEST, () -> postgres.number("SELECT count(*) FROM event_store.event_pending") == 0);
    }

    /** Returns once reads reflect everything that has been written. */
    static void forProjections(World world) {
        var postgres = world.hub().postgres();
        until(LONGEST, () -> postgres.number("""
                        SELECT (SELECT count(*) FROM event_store.event_pending)
                             + (SELECT max(position) FROM event_store.event_position)
                             - (SELECT position FROM read_model.generation WHERE state = 'live')""") == 0);
    }

    static void until(Duration patience, BooleanSupplier reached) {
        long end = System.nanoTime() + patience.toNanos();
        while (!reached.getAsBoolean()) {
            World.require(System.nanoTime() < end, "waited in vain for %s".formatted(patience));
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
