package org.aigovernancehub.query.dashboard;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.query.projection.ProjectionTables;
import org.aigovernancehub.query.projection.ProjectionTables.Table;
import org.jspecify.annotations.Nullable;

/** What a batch of events adds to the counters, summed up before it is written. */
final class Counts {
    /** Owns what belongs to no organisation. */
    private static final long PLATFORM = 0;

    private static final String NO_ENVIRONMENT = "";

    private static final Table MODELS = Table.ofSums(
            "model_count",
            "organization_id",
            "environment",
            "risk_level",
            "compliance_status",
            "data_sensitivity",
            "models");
    private static final Table MODEL_CHANGES = Table.ofSums(
            "model_count_change", "organization_id", "environment", "day", "risk_level", "compliance_status", "models");
    private static final Table ACTIVITIES =
            Table.ofSums("activity_count", "organization_id", "environment", "activity", "total");
    private static final Table ACTIVITIES_OF_DAY =
            Table.ofSums("activity_of_day", "organization_id", "environment", "day", "activity", "total");

    private final Map<List<Object>, Long> models = new LinkedHashMap<>();
    private final Map<List<Object>, Long> modelChanges = new LinkedHashMap<>();
    private final Map<List<Object>, Long> activities = new LinkedHashMap<>();
    private final Map<List<Object>, Long> activitiesOfDay = new LinkedHashMap<>();

    /** Counts a model where it is now, and no longer where it was. */
    void move(@Nullable CountedModel before, CountedModel after) {
        if (!after.equals(before)) {
            if (before != null) {
                count(before, after.day(), -1);
            }
            count(after, after.day(), 1);
        }
    }

    /** Counts a model under another sensitivity, of which the history knows nothing. */
    void reclassify(CountedModel before, CountedModel after) {
        count(before, -1);
        count(after, 1);
    }

    private void count(CountedModel model, LocalDate day, long by) {
        count(model, by);
        var risk = model.risk().wire();
        var status = model.status().wire();
        modelChanges.merge(List.of(model.organizationId(), model.environment(), day, risk, status), by, Long::sum);
    }

    private void count(CountedModel model, long by) {
        var key = List.<Object>of(
                model.organizationId(),
                model.environment(),
                model.risk().wire(),
                model.status().wire(),
                model.sensitivity().wire());
        models.merge(key, by, Long::sum);
    }

    /** Counts what happened to a model. */
    void add(CountedModel model, LocalDate day, Activity activity, long by) {
        add(model.organizationId(), model.environment(), day, activity, by);
    }

    /** Counts what happened to a policy; one without an organisation belongs to the platform. */
    void add(@Nullable OrganizationId owner, LocalDate day, Activity activity, long by) {
        add(owner == null ? PLATFORM : owner.value(), NO_ENVIRONMENT, day, activity, by);
    }

    private void add(long organizationId, String environment, LocalDate day, Activity activity, long by) {
        if (by != 0) {
            activities.merge(List.of(organizationId, environment, activity.wire()), by, Long::sum);
            activitiesOfDay.merge(List.of(organizationId, environment, day, activity.wire()), by, Long::sum);
        }
    }

    void writeTo(ProjectionTables tables) {
        tables.add(MODELS, models);
        tables.add(MODEL_CHANGES, modelChanges);
        tables.add(ACTIVITIES, activities);
        tables.add(ACTIVITIES_OF_DAY, activitiesOfDay);
    }
}
