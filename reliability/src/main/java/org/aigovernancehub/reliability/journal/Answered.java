package org.aigovernancehub.reliability.journal;

import org.jspecify.annotations.Nullable;

/**
 * A definite answer to a request: one after which a client does not ask again.
 *
 * @param key of the request
 * @param type of the problem; empty if there is none
 * @param etag of the resource after it
 * @param position the one that the answer named; 0 for none
 * @param attempts how often the request had been sent
 */
public record Answered(
        String key, int status, String type, @Nullable String etag, long position, String body, int attempts) {

    /** Tells whether the hub said that it has done it. */
    public boolean accepted() {
        return status >= 200 && status < 300;
    }

    /** Tells whether the hub said that it has refused it and keeps that on record. */
    public boolean recordedRefusal() {
        return type.equals("/problems/policy-violation") || type.equals("/problems/illegal-transition");
    }
}
