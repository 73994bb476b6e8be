package org.aigovernancehub.hub.e2e;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what has to come, and no longer than it may take. */
public final class Await {
    private static final long PAUSE_MILLIS = 20;

    private Await() {}

    /** Returns whether it came in time. */
    public static boolean until(Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return condition.getAsBoolean();
            }
            aMoment();
        }
        return true;
    }

    /** Repeats an assertion until it holds; when the time is over its failure is thrown. */
    public static <T> T untilAsserted(Duration patience, Supplier<T> assertion) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return assertion.get();
            } catch (AssertionError e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                aMoment();
            }
        }
    }

    /** Lets others do something. */
    public static void aMoment() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
