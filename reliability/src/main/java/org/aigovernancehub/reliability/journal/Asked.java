package org.aigovernancehub.reliability.journal;

import org.jspecify.annotations.Nullable;

/**
 * A request that was, or is about to be, sent.
 *
 * @param key the Idempotency-Key, and the correlation id that its events carry; unique in a run
 * @param kind what it is meant to do
 * @param ifMatch the version that it was decided on; null if on any
 * @param events how many events it leaves if it is accepted
 */
public record Asked(
        String key,
        Kind kind,
        String method,
        String path,
        String body,
        @Nullable String ifMatch,
        int events) {

    /** What a request is meant to do. */
    public enum Kind {
        /** A change. */
        CHANGE,
        /** Nothing, since it is wrong in itself. */
        REFUSED,
        /** A change or nothing, as the model's state has it; what policies and the lifecycle refuse is an event, too. */
        DECIDED
    }
}
