package org.aigovernancehub.query.policy;

import java.util.ArrayList;
import java.util.List;
import org.aigovernancehub.api.event.RecordedEvent;
import org.aigovernancehub.api.policy.Finding;
import org.aigovernancehub.api.policy.ViolationView;
import org.aigovernancehub.api.policy.ViolationView.Outcome;
import org.aigovernancehub.api.registry.ModelEvent;
import org.aigovernancehub.api.registry.ModelEvent.ComplianceStatusChangeBlocked;
import org.aigovernancehub.api.registry.ModelEvent.ComplianceStatusChanged;
import org.aigovernancehub.query.projection.Projection;
import org.aigovernancehub.query.projection.ProjectionTables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes each finding that was recorded a violation: those that blocked a move, and those that only warned. */
@Component
class ViolationProjection implements Projection {
    private final ViolationRows rows;
    private final ProjectionTables tables;

    ViolationProjection(ViolationRows rows, ProjectionTables tables) {
        this.rows = rows;
        this.tables = tables;
    }

    @Override
    public String name() {
        return "violations";
    }

    @Override
    public void apply(List<RecordedEvent> events) {
        var found = new ArrayList<@Nullable Object[]>();
        for (var recorded : events) {
            switch (recorded.event()) {
                case ComplianceStatusChangeBlocked blocked -> {
                    add(blocked.findings(), Outcome.BLOCKED, blocked, recorded, found);
                    add(blocked.warnings(), Outcome.WARNED, blocked, recorded, found);
                }
                case ComplianceStatusChanged changed ->
                    add(changed.warnings(), Outcome.WARNED, changed, recorded, found);
                default -> {} // nobody judged anything
            }
        }
        tables.upsert(ViolationRows.TABLE, found);
    }

    private void add(
            List<Finding> findings,
            Outcome outcome,
            ModelEvent event,
            RecordedEvent recorded,
            List<@Nullable Object[]> found) {
        for (var finding : findings) {
            var view = new ViolationView(
                    finding.violationId(),
                    finding.policyId().value(),
                    event.modelId().value(),
                    null,
                    recorded.metadata().actorId(),
                    ViolationView.CHANGE_COMPLIANCE_STATUS,
                    outcome,
                    ViolationView.details(finding),
                    recorded.recordedAt());
            found.add(rows.values(
                    new ViolationRows.Stored(view, event.organizationId().value(), recorded.position())));
        }
    }
}
