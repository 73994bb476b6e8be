package org.aigovernancehub.command.report.content;

import java.time.Instant;
import java.util.List;
import org.aigovernancehub.api.event.RecordedEvent;

/**
 * The events that a report is made of, each list in the order of positions and none above the report's.
 *
 * @param position the one that the report stands at
 * @param asOf when the event at that position was recorded
 * @param model the model's whole stream
 * @param organization the stream of its organisation
 * @param datasets the streams of the datasets that it uses
 * @param relatives of its parents and children: what names, classes and moves them, their versions and their dependencies on it
 * @param policies the streams of the policies that may apply to it
 */
public record ReportSources(
        long position,
        Instant asOf,
        List<RecordedEvent> model,
        List<RecordedEvent> organization,
        List<RecordedEvent> datasets,
        List<RecordedEvent> relatives,
        List<RecordedEvent> policies) {
    public ReportSources {
        model = List.copyOf(model);
        organization = List.copyOf(organization);
        datasets = List.copyOf(datasets);
        relatives = List.copyOf(relatives);
        policies = List.copyOf(policies);
    }
}
