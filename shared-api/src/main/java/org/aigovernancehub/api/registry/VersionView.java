package org.aigovernancehub.api.registry;

import java.time.Instant;
import org.aigovernancehub.api.event.EventContext;
import org.jspecify.annotations.Nullable;

/** A version of a model. */
public record VersionView(
        long id,
        long modelId,
        String versionTag,
        @Nullable String s3Path,
        @Nullable String artifactDigest,
        Instant createdAt) {

    public static VersionView of(ModelEvent.VersionRegistered event, EventContext context) {
        return new VersionView(
                event.versionId(),
                event.modelId().value(),
                event.versionTag(),
                event.s3Path(),
                event.artifactDigest(),
                context.at());
    }
}
