package org.aigovernancehub.api.event;

import java.util.List;

/** Reads committed events in the order of their positions. No event is ever missing below the highest one that it returned. */
public interface EventFeed {

    /**
     * Reads the next events after a position: one or more, if there are any, and fewer than the limit where they are large.
     *
     * @param position exclusive; 0 reads from the start
     * @param limit at most so many
     * @throws UnreadableEvent when a stored event cannot be understood
     */
    List<RecordedEvent> after(long position, int limit);

    /** Runs the task, briefly and from another thread, whenever new positions may exist. */
    AutoCloseable onNewPositions(Runnable task);

    /** A stored event that this version of the hub cannot read. */
    final class UnreadableEvent extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final long position;

        public UnreadableEvent(long position, String message, Throwable cause) {
            super(message, cause);
            this.position = position;
        }

        public long position() {
            return position;
        }
    }
}
