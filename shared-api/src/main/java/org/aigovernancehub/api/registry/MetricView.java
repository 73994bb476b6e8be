package org.aigovernancehub.api.registry;

import java.time.Instant;
import java.util.List;
import org.aigovernancehub.api.event.EventContext;

/** One recorded value of an evaluation. */
public record MetricView(long id, long versionId, String metricName, double value, Instant timestamp) {

    /** Returns what an event recorded, in the order in which it was sent. */
    public static List<MetricView> of(ModelEvent.Measured event, EventContext context) {
        return event.metrics().stream()
                .map(metric -> new MetricView(
                        metric.metricId(), event.versionId(), metric.metricName(), metric.value(), context.at()))
                .toList();
    }
}
