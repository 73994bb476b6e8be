package org.aigovernancehub.query.dashboard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aigovernancehub.api.event.RecordedEvent;
import org.aigovernancehub.api.registry.ModelEvent.ComplianceStatusChanged;
import org.aigovernancehub.query.projection.Projection;
import org.aigovernancehub.query.projection.ProjectionTables;
import org.aigovernancehub.query.projection.ProjectionTables.Table;
import org.springframework.stereotype.Component;

/** Measures reviews, from the event that puts a model under review to the one that takes it out. */
@Component
class ReviewTimeProjection implements Projection {
    private static final Table COUNTS =
            Table.ofSums("review_count", "organization_id", "compliance_status", "at_most_seconds", "reviews");
    private static final Table TIMES =
            Table.ofSums("review_time", "organization_id", "compliance_status", "milliseconds");

    private final ProjectionTables tables;

    ReviewTimeProjection(ProjectionTables tables) {
        this.tables = tables;
    }

    @Override
    public String name() {
        return "review times";
    }

    @Override
    public void apply(List<RecordedEvent> events) {
        var before = tables.byIds(
                ReviewWait.SELECT,
                ProjectionTables.streams(ComplianceStatusChanged.class, events),
                ReviewWait::of,
                ReviewWait::modelId);
        var waits = new LinkedHashMap<>(before);
        Map<List<Object>, Long> counts = new LinkedHashMap<>();
        Map<List<Object>, Long> times = new LinkedHashMap<>();
        for (var recorded : events) {
            if (recorded.event() instanceof ComplianceStatusChanged event) {
                var at = recorded.recordedAt();
                var last = waits.put(event.modelId().value(), ReviewWait.after(event, at));
                if (last != null && last.since() != null) {
                    var length = ReviewWait.between(last.since(), at);
                    var organization = event.organizationId().value();
                    var status = event.to().wire();
                    counts.merge(List.of(organization, status, ReviewTimes.boundOf(length)), 1L, Long::sum);
                    times.merge(List.of(organization, status), length.toMillis(), Long::sum);
                }
            }
        }
        tables.replace(ReviewWait.TABLE, before, waits, (_, wait) -> wait.values());
        tables.add(COUNTS, counts);
        tables.add(TIMES, times);
    }
}
