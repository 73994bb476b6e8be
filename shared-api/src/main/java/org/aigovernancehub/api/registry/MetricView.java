package org.aigovernancehub.api.registry;

import java.time.Instant;
import org.aigovernancehub.api.event.EventContext;

/** One recorded value of an evaluation. */
public record MetricView(long id, long versionId, String metricName, double value, Instant timestamp) {

    public static MetricView of(ModelEvent.MetricRecorded event, EventContext context) {
        return new MetricView(event.metricId(), event.versionId(), event.metricName(), event.value(), context.at());
    }
}
