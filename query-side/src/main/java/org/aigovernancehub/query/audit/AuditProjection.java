package org.aigovernancehub.query.audit;

import static org.aigovernancehub.query.read.Columns.stored;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.TreeMap;
import org.aigovernancehub.api.event.RecordedEvent;
import org.aigovernancehub.query.projection.Projection;
import org.aigovernancehub.query.projection.ProjectionTables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows every event, those too that another projection cannot apply; and notes between which positions each hour's events lie. */
@Component
class AuditProjection implements Projection {
    private static final String WIDEN_HOUR = """
            INSERT INTO recorded_hour AS h (hour, first_position, last_position) VALUES (?, ?, ?)
            ON CONFLICT (hour) DO UPDATE SET first_position = least(h.first_position, excluded.first_position),
                                             last_position = greatest(h.last_position, excluded.last_position)""";

    private final ProjectionTables tables;

    AuditProjection(ProjectionTables tables) {
        this.tables = tables;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public boolean appliesParkedEvents() {
        return true;
    }

    @Override
    public void apply(List<RecordedEvent> events) {
        var names = AuditedNames.before(events, tables);
        tables.insert(
                AuditRows.TABLE,
                events.stream()
                        .map(recorded -> AuditRows.values(recorded, names.after(recorded.event())))
                        .toList());
        names.writeTo(tables);
        var hours = new TreeMap<Instant, LongSummaryStatistics>();
        for (var recorded : events) {
            hours.computeIfAbsent(recorded.recordedAt().truncatedTo(ChronoUnit.HOURS), _ -> new LongSummaryStatistics())
                    .accept(recorded.position());
        }
        var rows = new ArrayList<@Nullable Object[]>();
        hours.forEach((hour, positions) ->
                rows.add(new @Nullable Object[] {stored(hour), positions.getMin(), positions.getMax()}));
        tables.batch(WIDEN_HOUR, rows);
    }
}
