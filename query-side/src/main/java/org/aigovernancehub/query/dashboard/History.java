package org.aigovernancehub.query.dashboard;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.RiskLevel;

/** What changed the counts, and when. Days are UTC's. */
record History(List<Change> changes, List<ActivityOfDay> activities) {
    History {
        changes = List.copyOf(changes);
        activities = List.copyOf(activities);
    }

    /** By how much a day changed a count. */
    record Change(LocalDate day, RiskLevel risk, ComplianceStatus status, long by) {}

    /** How often something happened on a day. */
    record ActivityOfDay(LocalDate day, Activity activity, long total) {}

    /**
     * How a day ended.
     *
     * @param modelsByRiskLevel how many there were
     * @param approvals of that day
     * @param violations of that day
     */
    @Schema(name = "DashboardDay")
    record Day(
            LocalDate date,
            Map<RiskLevel, Long> modelsByRiskLevel,
            Map<ComplianceStatus, Long> modelsByComplianceStatus,
            long approvals,
            long violations) {
        Day {
            modelsByRiskLevel = Collections.unmodifiableMap(new EnumMap<>(modelsByRiskLevel));
            modelsByComplianceStatus = Collections.unmodifiableMap(new EnumMap<>(modelsByComplianceStatus));
        }
    }

    /**
     * Walks back from the counts of now, so that only the days in question are read however long the hub has been running.
     *
     * @param now the present counts; changed on the way
     * @param today the last day
     * @param days how many
     * @return oldest first
     */
    List<Day> before(ModelCounts now, LocalDate today, int days) {
        var changesOf = new HashMap<LocalDate, List<Change>>();
        for (var change : changes) {
            if (change.day().isAfter(today)) {
                take(now, change); // recorded by a hub whose clock is ahead
            } else {
                changesOf.computeIfAbsent(change.day(), _ -> new ArrayList<>()).add(change);
            }
        }
        var walked = new ArrayList<Day>();
        for (var day = today; walked.size() < days; day = day.minusDays(1)) {
            walked.add(new Day(
                    day,
                    now.byRiskLevel(),
                    now.byComplianceStatus(),
                    total(day, Activity.APPROVALS),
                    total(day, Activity.VIOLATIONS)));
            changesOf.getOrDefault(day, List.of()).forEach(change -> take(now, change));
        }
        return walked.reversed();
    }

    private static void take(ModelCounts counts, Change change) {
        counts.add(change.risk(), change.status(), -change.by());
    }

    private long total(LocalDate day, Activity activity) {
        return activities.stream()
                .filter(entry -> entry.day().equals(day) && entry.activity() == activity)
                .mapToLong(ActivityOfDay::total)
                .sum();
    }
}
