package org.aigovernancehub.query.dashboard;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.RiskLevel;

/** How many models there are of each risk level in each state. */
final class ModelCounts {
    private final long[][] counts;

    ModelCounts() {
        counts = new long[RiskLevel.values().length][ComplianceStatus.values().length];
    }

    ModelCounts(ModelCounts other) {
        counts = Arrays.stream(other.counts).map(long[]::clone).toArray(long[][]::new);
    }

    void add(RiskLevel risk, ComplianceStatus status, long by) {
        counts[risk.ordinal()][status.ordinal()] += by;
    }

    long of(RiskLevel risk, ComplianceStatus status) {
        return counts[risk.ordinal()][status.ordinal()];
    }

    long of(RiskLevel risk) {
        return Arrays.stream(counts[risk.ordinal()]).sum();
    }

    long of(ComplianceStatus status) {
        return Arrays.stream(counts).mapToLong(row -> row[status.ordinal()]).sum();
    }

    long total() {
        return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    }

    Map<RiskLevel, Long> byRiskLevel() {
        var byRisk = new EnumMap<RiskLevel, Long>(RiskLevel.class);
        Arrays.stream(RiskLevel.values()).forEach(risk -> byRisk.put(risk, of(risk)));
        return byRisk;
    }

    Map<ComplianceStatus, Long> byComplianceStatus() {
        var byStatus = new EnumMap<ComplianceStatus, Long>(ComplianceStatus.class);
        Arrays.stream(ComplianceStatus.values()).forEach(status -> byStatus.put(status, of(status)));
        return byStatus;
    }
}
