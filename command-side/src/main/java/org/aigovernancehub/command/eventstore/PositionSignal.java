package org.aigovernancehub.command.eventstore;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Wakes those who follow positions: raised by this process when it has given some, and by {@link PositionListener} for the others'. */
public final class PositionSignal {
    private final List<Runnable> tasks = new CopyOnWriteArrayList<>();

    /** Runs all tasks; they are short and do not throw. */
    public void raise() {
        tasks.forEach(Runnable::run);
    }

    AutoCloseable subscribe(Runnable task) {
        tasks.add(task);
        return () -> tasks.remove(task);
    }
}
