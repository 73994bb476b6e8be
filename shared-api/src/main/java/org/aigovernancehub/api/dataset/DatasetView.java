package org.aigovernancehub.api.dataset;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.aigovernancehub.api.event.EventContext;

/** A dataset as clients see it. */
public record DatasetView(
        long id,
        long organizationId,
        Instant createdAt,
        @JsonUnwrapped DatasetDetails details) {

    public static DatasetView of(DatasetEvent.DatasetRegistered event, EventContext context) {
        return new DatasetView(
                event.datasetId().value(), event.organizationId().value(), context.at(), event.details());
    }

    /** Returns the dataset after an event of its stream. */
    public DatasetView after(DatasetEvent event, EventContext context) {
        return switch (event) {
            case DatasetEvent.DatasetRegistered registered -> of(registered, context);
            case DatasetEvent.DatasetDetailsChanged changed ->
                new DatasetView(id, organizationId, createdAt, details.with(changed.changes()));
        };
    }
}
