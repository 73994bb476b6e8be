package org.aigovernancehub.benchmarks.scenario;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what a hub does by itself. */
final class Waiting {
    private static final long PAUSE_MILLIS = 50;

    private Waiting() {}

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
