package org.aigovernancehub.query.dashboard;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aigovernancehub.api.Wire;
import org.aigovernancehub.api.event.RecordedEvent;
import org.aigovernancehub.api.policy.PolicyEvent;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.DataSensitivity;
import org.aigovernancehub.api.registry.ModelEvent;
import org.aigovernancehub.query.projection.Projection;
import org.aigovernancehub.query.projection.ProjectionTables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts models by risk and state, and what happens to them, so that nobody has to count rows. */
@Component
class CounterProjection implements Projection {
    private final ProjectionTables tables;

    CounterProjection(ProjectionTables tables) {
        this.tables = tables;
    }

    @Override
    public String name() {
        return "counters";
    }

    @Override
    public void apply(List<RecordedEvent> events) {
        var before = tables.byIds(
                CountedModel.SELECT,
                ProjectionTables.streams(ModelEvent.class, events),
                CountedModel::of,
                CountedModel::modelId);
        var batch = new Batch(before);
        for (var recorded : events) {
            var day = LocalDate.ofInstant(recorded.recordedAt(), ZoneOffset.UTC);
            if (recorded.event() instanceof ModelEvent event) {
                batch.apply(event, day);
            } else if (recorded.event() instanceof PolicyEvent event) {
                batch.apply(event, day);
            }
        }
        tables.replace(CountedModel.TABLE, before, batch.models, (_, model) -> model.values());
        batch.counts.writeTo(tables);
    }

    /** Where the models of some events have come to, and what that counts. */
    private static final class Batch {
        private final Map<Long, CountedModel> models;
        private final Counts counts = new Counts();

        Batch(Map<Long, CountedModel> before) {
            this.models = new LinkedHashMap<>(before);
        }

        void apply(ModelEvent event, LocalDate day) {
            switch (event) {
                case ModelEvent.ModelRegistered registered -> move(null, CountedModel.of(registered, day));
                case ModelEvent.ModelDetailsChanged changed ->
                    changed.changes().stream()
                            .filter(change -> change.field().equals("data_sensitivity"))
                            .forEach(change ->
                                    reclassify(modelOf(event), Wire.of(DataSensitivity.class, change.required())));
                case ModelEvent.RiskProfileChanged changed -> {
                    var model = modelOf(event);
                    move(model, model.with(changed.riskLevel(), day));
                }
                case ModelEvent.ComplianceStatusChanged changed -> {
                    var model = modelOf(event);
                    move(model, model.with(changed.to(), day));
                    counts.add(model, day, Activity.APPROVALS, changed.to() == ComplianceStatus.APPROVED ? 1 : 0);
                }
                case ModelEvent.ComplianceStatusChangeBlocked blocked ->
                    counts.add(
                            modelOf(event),
                            day,
                            Activity.VIOLATIONS,
                            blocked.findings().size());
                case ModelEvent.VersionRegistered _ -> counts.add(modelOf(event), day, Activity.VERSIONS, 1);
                case ModelEvent.TransitionRejected _,
                        ModelEvent.Measured _,
                        ModelEvent.ReviewRecorded _,
                        ModelEvent.DatasetLinked _,
                        ModelEvent.DependencyAdded _ -> {}
            }
        }

        private CountedModel modelOf(ModelEvent event) {
            return Objects.requireNonNull(
                    models.get(event.modelId().value()), "an event of a model that was never registered");
        }

        private void reclassify(CountedModel before, DataSensitivity sensitivity) {
            var after = before.with(sensitivity);
            models.put(after.modelId(), after);
            counts.reclassify(before, after);
        }

        private void move(@Nullable CountedModel before, CountedModel after) {
            models.put(after.modelId(), after);
            counts.move(before, after);
        }

        void apply(PolicyEvent event, LocalDate day) {
            switch (event) {
                case PolicyEvent.PolicyCreated created -> {
                    counts.add(event.organizationId(), day, Activity.POLICIES, 1);
                    counts.add(event.organizationId(), day, Activity.ACTIVE_POLICIES, created.active() ? 1 : 0);
                }
                case PolicyEvent.PolicyActivated _ ->
                    counts.add(event.organizationId(), day, Activity.ACTIVE_POLICIES, 1);
                case PolicyEvent.PolicyDeactivated _ ->
                    counts.add(event.organizationId(), day, Activity.ACTIVE_POLICIES, -1);
                case PolicyEvent.PolicyChanged _ -> {}
            }
        }
    }
}
