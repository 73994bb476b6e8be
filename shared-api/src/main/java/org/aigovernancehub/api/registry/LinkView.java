package org.aigovernancehub.api.registry;

import java.time.Instant;
import org.aigovernancehub.api.event.EventContext;
import org.jspecify.annotations.Nullable;

/** The use of a dataset by a model. */
public record LinkView(
        long id,
        long modelId,
        @Nullable Long modelVersionId,
        long datasetId,
        DatasetType datasetType,
        @Nullable String notes,
        Instant createdAt) {

    public static LinkView of(ModelEvent.DatasetLinked event, EventContext context) {
        return new LinkView(
                event.linkId(),
                event.modelId().value(),
                event.modelVersionId(),
                event.datasetId().value(),
                event.datasetType(),
                event.notes(),
                context.at());
    }
}
