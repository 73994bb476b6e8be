package org.aigovernancehub.query.dashboard;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.query.dashboard.History.Day;

/**
 * What the dashboard shows. Every value of an enumeration is there, in its order, zero included.
 *
 * @param totalViolations findings that blocked
 * @param riskByStatus every pair
 * @param history a day each, oldest first; the last one is today, in UTC
 */
record DashboardStats(
        long totalModels,
        long totalVersions,
        long totalViolations,
        List<RiskCount> byRiskLevel,
        List<StatusCount> byComplianceStatus,
        List<PairCount> riskByStatus,
        List<Day> history) {
    DashboardStats {
        byRiskLevel = List.copyOf(byRiskLevel);
        byComplianceStatus = List.copyOf(byComplianceStatus);
        riskByStatus = List.copyOf(riskByStatus);
        history = List.copyOf(history);
    }

    @Schema(name = "RiskCount")
    record RiskCount(RiskLevel riskLevel, long count) {}

    @Schema(name = "StatusCount")
    record StatusCount(ComplianceStatus status, long count) {}

    @Schema(name = "RiskStatusCount")
    record PairCount(RiskLevel riskLevel, ComplianceStatus complianceStatus, long count) {}

    static DashboardStats of(ModelCounts models, Map<Activity, Long> activities, List<Day> history) {
        return new DashboardStats(
                models.total(),
                activities.getOrDefault(Activity.VERSIONS, 0L),
                activities.getOrDefault(Activity.VIOLATIONS, 0L),
                Arrays.stream(RiskLevel.values())
                        .map(risk -> new RiskCount(risk, models.of(risk)))
                        .toList(),
                Arrays.stream(ComplianceStatus.values())
                        .map(status -> new StatusCount(status, models.of(status)))
                        .toList(),
                Arrays.stream(RiskLevel.values())
                        .flatMap(risk -> Arrays.stream(ComplianceStatus.values())
                                .map(status -> new PairCount(risk, status, models.of(risk, status))))
                        .toList(),
                history);
    }
}
