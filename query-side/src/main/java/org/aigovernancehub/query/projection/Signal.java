package org.aigovernancehub.query.projection;

import java.util.concurrent.TimeUnit;

/** Wakes everybody who waits for something new. A waiter says what it has seen, so that nothing raised meanwhile is missed. */
public final class Signal {
    private long raised;

    /** Returns what there is to be seen now; to be asked before looking. */
    public synchronized long seen() {
        return raised;
    }

    public synchronized void raise() {
        raised++;
        notifyAll();
    }

    /** Waits until it is raised after {@code seen}, or for so long. */
    public synchronized void await(long seen, long millis) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (raised == seen) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }
}
