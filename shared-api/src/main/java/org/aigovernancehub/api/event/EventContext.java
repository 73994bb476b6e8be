package org.aigovernancehub.api.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a fold may know of an event beside its payload: when it was recorded, and by whom. */
public record EventContext(Instant at, @Nullable Long actorId) {

    public static EventContext of(RecordedEvent recorded) {
        return new EventContext(recorded.recordedAt(), recorded.metadata().actorId());
    }
}
