package org.aigovernancehub.command.pipeline;

import java.util.Objects;
import org.aigovernancehub.api.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What a command is answered with. Built inside the transaction from what the aggregate said, never from a read model, so that it can
 * be kept for replays of an {@code Idempotency-Key}.
 *
 * @param body written as JSON; a {@link ProblemException} is written as a problem, for refusals that are recorded
 * @param location of what was created
 * @param version of the aggregate, for the {@code ETag}
 */
public record Answer(
        int status,
        @Nullable Object body,
        @Nullable String location,
        @Nullable Long version) {

    public static Answer created(String location, Object body, long version) {
        return new Answer(201, body, location, version);
    }

    public static Answer ok(Object body, long version) {
        return new Answer(200, body, null, version);
    }

    public static Answer ok(Object body) {
        return new Answer(200, body, null, null);
    }

    /** A refusal that is committed as an event; the transaction must not roll back. */
    public static Answer refused(ProblemException problem, long version) {
        return new Answer(problem.status(), Objects.requireNonNull(problem), null, version);
    }
}
