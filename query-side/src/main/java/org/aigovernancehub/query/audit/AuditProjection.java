package org.aigovernancehub.query.audit;

import java.util.List;
import org.aigovernancehub.api.event.RecordedEvent;
import org.aigovernancehub.query.projection.Projection;
import org.aigovernancehub.query.projection.ProjectionTables;
import org.springframework.stereotype.Component;

/** Shows every event, those too that another projection cannot apply. */
@Component
class AuditProjection implements Projection {
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
        tables.upsert(AuditRows.TABLE, events.stream().map(AuditRows::values).toList());
    }
}
