package org.aigovernancehub.query.projection;

import java.time.Instant;
import org.aigovernancehub.api.Wire;

/**
 * One of the two sets of read-model tables.
 *
 * @param name {@code a} or {@code b}
 * @param position the last event that it reflects
 * @param format the shape that the code which filled it gave it
 * @param parked how many dead letters it has
 * @param advancedAt when its position last moved
 * @param changedAt when its state last changed
 */
public record Generation(
        String name, State state, long position, int format, long parked, Instant advancedAt, Instant changedAt) {
    /** Returns the schema of its tables. */
    String schema() {
        return "read_model_" + name;
    }

    /** What a generation is for. */
    public enum State implements Wire {
        /** It answers reads. */
        LIVE,
        /** Somebody wants it built. */
        REQUESTED,
        /** It is being built, beside the live one. */
        BUILDING,
        /** It answered reads before the live one did. */
        RETIRED
    }
}
