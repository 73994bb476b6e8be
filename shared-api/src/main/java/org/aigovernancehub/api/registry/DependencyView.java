package org.aigovernancehub.api.registry;

import java.time.Instant;
import org.aigovernancehub.api.event.EventContext;
import org.jspecify.annotations.Nullable;

/** An edge of the lineage: the child came from the parent. */
public record DependencyView(
        long id,
        long parentModelId,
        @Nullable Long parentVersionId,
        long childModelId,
        @Nullable Long childVersionId,
        DependencyType dependencyType,
        @Nullable String notes,
        Instant createdAt) {

    public static DependencyView of(ModelEvent.DependencyAdded event, EventContext context) {
        return new DependencyView(
                event.dependencyId(),
                event.parentModelId().value(),
                event.parentVersionId(),
                event.modelId().value(),
                event.childVersionId(),
                event.dependencyType(),
                event.notes(),
                context.at());
    }
}
