package org.aigovernancehub.query.policy;

import static org.aigovernancehub.query.read.Columns.constant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aigovernancehub.api.event.RecordedEvent;
import org.aigovernancehub.api.policy.Finding;
import org.aigovernancehub.api.policy.ViolationView.Outcome;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.api.registry.ModelEvent;
import org.aigovernancehub.api.registry.ModelEvent.ComplianceStatusChangeBlocked;
import org.aigovernancehub.api.registry.ModelEvent.ComplianceStatusChanged;
import org.aigovernancehub.api.registry.ModelEvent.ModelRegistered;
import org.aigovernancehub.query.projection.Projection;
import org.aigovernancehub.query.projection.ProjectionTables;
import org.aigovernancehub.query.projection.ProjectionTables.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes each finding that was recorded a violation: those that blocked a move, and those that only warned. */
@Component
class ViolationProjection implements Projection {
    private static final Table MODELS = Table.ofFacts("judged_model", "model_id", "organization_id", "environment");

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
        var environments = environments(events);
        var found = new ArrayList<@Nullable Object[]>();
        for (var recorded : events) {
            switch (recorded.event()) {
                case ComplianceStatusChangeBlocked blocked -> {
                    add(blocked.findings(), Outcome.BLOCKED, environments, blocked, recorded, found);
                    add(blocked.warnings(), Outcome.WARNED, environments, blocked, recorded, found);
                }
                case ComplianceStatusChanged changed ->
                    add(changed.warnings(), Outcome.WARNED, environments, changed, recorded, found);
                default -> {} // nobody judged anything
            }
        }
        tables.insert(ViolationRows.TABLE, found);
    }

    /** Keeps where models run, and tells it of those that something was found about. */
    private Map<Long, Environment> environments(List<RecordedEvent> events) {
        var registered = new ArrayList<@Nullable Object[]>();
        var judged = new LinkedHashSet<Long>();
        for (var recorded : events) {
            switch (recorded.event()) {
                case ModelRegistered event ->
                    registered.add(new @Nullable Object[] {
                        event.modelId().value(),
                        event.organizationId().value(),
                        event.environment().wire()
                    });
                case ComplianceStatusChangeBlocked event ->
                    judged.add(event.modelId().value());
                case ComplianceStatusChanged event
                when !event.warnings().isEmpty() -> judged.add(event.modelId().value());
                default -> {} // says nothing of where a model runs, and needs not know
            }
        }
        tables.insert(MODELS, registered);
        var environments = new HashMap<Long, Environment>();
        tables.byIds("SELECT model_id, environment FROM judged_model WHERE model_id", judged, Place::of, Place::modelId)
                .forEach((id, place) -> environments.put(id, place.environment()));
        return environments;
    }

    private record Place(long modelId, Environment environment) {
        static Place of(ResultSet row, int index) throws SQLException {
            return new Place(row.getLong("model_id"), constant(row, "environment", Environment.class));
        }
    }

    private void add(
            List<Finding> findings,
            Outcome outcome,
            Map<Long, Environment> environments,
            ModelEvent event,
            RecordedEvent recorded,
            List<@Nullable Object[]> found) {
        for (var finding : findings) {
            var environment = Objects.requireNonNull(
                    environments.get(event.modelId().value()), "a finding about a model that was never registered");
            found.add(rows.values(finding, outcome, environment, event, recorded));
        }
    }
}
