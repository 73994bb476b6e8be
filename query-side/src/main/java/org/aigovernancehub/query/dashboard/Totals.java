package org.aigovernancehub.query.dashboard;

import static org.aigovernancehub.query.read.Columns.text;

import java.util.EnumMap;
import java.util.Map;
import org.aigovernancehub.api.Wire;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.query.read.Snapshot;

/** The counts of everything that the caller sees, by one short statement. */
record Totals(ModelCounts models, Map<Activity, Long> activities) {
    private static final String SELECT = """
            SELECT NULL AS activity, risk_level, compliance_status, sum(models) AS total FROM model_count GROUP BY 2, 3
            UNION ALL
            SELECT activity, NULL, NULL, sum(total) FROM activity_count GROUP BY 1""";

    static Totals read(Snapshot snapshot) {
        var models = new ModelCounts();
        var activities = new EnumMap<Activity, Long>(Activity.class);
        snapshot.list(SELECT, (row, _) -> {
            var activity = row.getString("activity");
            if (activity == null) {
                models.add(
                        Wire.of(RiskLevel.class, text(row, "risk_level")),
                        Wire.of(ComplianceStatus.class, text(row, "compliance_status")),
                        row.getLong("total"));
            } else {
                activities.put(Wire.of(Activity.class, activity), row.getLong("total"));
            }
            return activity == null;
        });
        return new Totals(models, activities);
    }

    long of(Activity activity) {
        return activities.getOrDefault(activity, 0L);
    }
}
