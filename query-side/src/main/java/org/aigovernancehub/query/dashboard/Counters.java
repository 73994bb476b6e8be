package org.aigovernancehub.query.dashboard;

import static org.aigovernancehub.query.read.Columns.constant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.aigovernancehub.api.Wire;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.query.dashboard.History.ActivityOfDay;
import org.aigovernancehub.query.dashboard.History.Change;
import org.aigovernancehub.query.read.Snapshot;
import org.jspecify.annotations.Nullable;

/** The counters of one organisation or of all, and of one environment or of all. */
final class Counters {
    private final Snapshot snapshot;
    private final List<String> conditions = new ArrayList<>();
    private final List<@Nullable Object> arguments = new ArrayList<>();

    /**
     * @param organizationId null for all that the caller may see
     * @param environment null for all
     */
    Counters(Snapshot snapshot, @Nullable Long organizationId, @Nullable Environment environment) {
        this.snapshot = snapshot;
        if (organizationId != null) {
            conditions.add("organization_id = ?");
            arguments.add(organizationId);
        }
        if (environment != null) {
            conditions.add("environment = ?");
            arguments.add(environment.wire());
        }
    }

    ModelCounts models() {
        var counts = new ModelCounts();
        snapshot.list(
                        "SELECT risk_level, compliance_status, sum(models) AS models FROM model_count%s GROUP BY 1, 2"
                                .formatted(where()),
                        (row, _) -> new Change(
                                LocalDate.MIN,
                                constant(row, "risk_level", RiskLevel.class),
                                constant(row, "compliance_status", ComplianceStatus.class),
                                row.getLong("models")),
                        arguments.toArray())
                .forEach(count -> counts.add(count.risk(), count.status(), count.by()));
        return counts;
    }

    Map<Activity, Long> activities() {
        var totals = new EnumMap<Activity, Long>(Activity.class);
        snapshot.list(
                        "SELECT activity, sum(total) AS total FROM activity_count%s GROUP BY 1".formatted(where()),
                        (row, _) -> Map.entry(constant(row, "activity", Activity.class), row.getLong("total")),
                        arguments.toArray())
                .forEach(total -> totals.put(total.getKey(), total.getValue()));
        return totals;
    }

    /** Reads what happened since a day, that day included. */
    History history(LocalDate since) {
        return new History(
                snapshot.list(
                        "SELECT day, risk_level, compliance_status, sum(models) AS models FROM model_count_change%s GROUP BY 1, 2, 3"
                                .formatted(where("day >= ?")),
                        (row, _) -> new Change(
                                row.getObject("day", LocalDate.class),
                                constant(row, "risk_level", RiskLevel.class),
                                constant(row, "compliance_status", ComplianceStatus.class),
                                row.getLong("models")),
                        with(since)),
                snapshot.list(
                        "SELECT day, activity, sum(total) AS total FROM activity_of_day%s GROUP BY 1, 2"
                                .formatted(where("day >= ?", "activity IN (?, ?)")),
                        (row, _) -> new ActivityOfDay(
                                row.getObject("day", LocalDate.class),
                                Wire.of(Activity.class, row.getString("activity")),
                                row.getLong("total")),
                        with(since, Activity.APPROVALS.wire(), Activity.VIOLATIONS.wire())));
    }

    private String where(String... more) {
        var all = new ArrayList<>(conditions);
        all.addAll(List.of(more));
        return all.isEmpty() ? "" : " WHERE " + String.join(" AND ", all);
    }

    private @Nullable Object[] with(Object... more) {
        var all = new ArrayList<@Nullable Object>(arguments);
        all.addAll(List.of(more));
        return all.toArray();
    }
}
