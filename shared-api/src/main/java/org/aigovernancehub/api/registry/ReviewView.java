package org.aigovernancehub.api.registry;

import java.time.Instant;
import org.aigovernancehub.api.event.EventContext;
import org.jspecify.annotations.Nullable;

/** A reviewer's conclusion. */
public record ReviewView(
        long id, long modelId, @Nullable Long userId, ReviewOutcome outcome, String notes, Instant createdAt) {

    public static ReviewView of(ModelEvent.ReviewRecorded event, EventContext context) {
        return new ReviewView(
                event.reviewId(),
                event.modelId().value(),
                context.actorId(),
                event.outcome(),
                event.notes(),
                context.at());
    }
}
