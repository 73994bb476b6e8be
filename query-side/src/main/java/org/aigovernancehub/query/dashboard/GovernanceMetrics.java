package org.aigovernancehub.query.dashboard;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.function.ToLongFunction;
import org.aigovernancehub.api.Wire;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.query.read.ReadCall;
import org.aigovernancehub.query.read.ReadGate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The whole platform's counts, for Prometheus. All of a scrape come from one snapshot of the counters. Registered natively, since Micrometer
 * strips {@code _total} from the names of gauges.
 */
@Component
final class GovernanceMetrics implements MultiCollector {
    private static final Logger LOG = LoggerFactory.getLogger(GovernanceMetrics.class);
    private static final ReadCall WHOLE_PLATFORM = new ReadCall(Caller.system(null), true, "", null, List.of());

    private final ReadGate gate;

    GovernanceMetrics(ReadGate gate, PrometheusRegistry registry) {
        this.gate = gate;
        registry.register(this);
    }

    @Override
    public MetricSnapshots collect() {
        try {
            var read =
                    gate.read(WHOLE_PLATFORM, snapshot -> new All(Totals.read(snapshot), ReviewTimes.read(snapshot)));
            return snapshots(read.value().totals(), read.value().reviews(), read.position());
        } catch (RuntimeException e) {
            // What the process knows by itself is worth most when the database does not answer.
            LOG.warn("The counters cannot be read: {}", e.getMessage());
            return new MetricSnapshots();
        }
    }

    private record All(Totals totals, ReviewTimes reviews) {}

    private static MetricSnapshots snapshots(Totals totals, ReviewTimes reviews, long events) {
        var models = totals.models();
        return MetricSnapshots.of(
                gauge("ai_governance_models_total", "Registered models", models.total()),
                gauge("ai_governance_versions_total", "Registered versions", totals.of(Activity.VERSIONS)),
                gauge("ai_governance_policies_total", "Policies", totals.of(Activity.POLICIES)),
                gauge("ai_governance_policies_active", "Active policies", totals.of(Activity.ACTIVE_POLICIES)),
                gauge(
                        "ai_governance_models_by_risk",
                        "Models by risk level",
                        "risk_level",
                        RiskLevel.values(),
                        models::of),
                gauge(
                        "ai_governance_models_by_status",
                        "Models by compliance status",
                        "status",
                        ComplianceStatus.values(),
                        models::of),
                byRiskAndStatus(models),
                reviewDuration(reviews),
                GaugeSnapshot.builder()
                        .name("ai_governance_review_oldest_seconds")
                        .help("How long the model has been under review that has been longest; 0 if none is")
                        .dataPoint(GaugeDataPointSnapshot.builder()
                                .value(reviews.oldestSeconds())
                                .build())
                        .build(),
                counter("ai_governance_violations", "Findings that blocked a change", totals.of(Activity.VIOLATIONS)),
                counter("ai_governance_audit_logs", "Entries of the audit log", events));
    }

    private static GaugeSnapshot gauge(String name, String help, long value) {
        return GaugeSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(GaugeDataPointSnapshot.builder().value(value).build())
                .build();
    }

    private static <E extends Enum<E> & Wire> GaugeSnapshot gauge(
            String name, String help, String label, E[] constants, ToLongFunction<E> value) {
        var gauge = GaugeSnapshot.builder().name(name).help(help);
        for (var constant : constants) {
            gauge.dataPoint(GaugeDataPointSnapshot.builder()
                    .labels(Labels.of(label, constant.wire()))
                    .value(value.applyAsLong(constant))
                    .build());
        }
        return gauge.build();
    }

    private static GaugeSnapshot byRiskAndStatus(ModelCounts models) {
        var gauge = GaugeSnapshot.builder()
                .name("ai_governance_models_by_risk_and_status")
                .help("Models by risk level and compliance status");
        for (var risk : RiskLevel.values()) {
            for (var status : ComplianceStatus.values()) {
                gauge.dataPoint(GaugeDataPointSnapshot.builder()
                        .labels(Labels.of("risk_level", risk.wire(), "status", status.wire()))
                        .value(models.of(risk, status))
                        .build());
            }
        }
        return gauge.build();
    }

    private static HistogramSnapshot reviewDuration(ReviewTimes reviews) {
        var histogram = HistogramSnapshot.builder()
                .name("ai_governance_review_duration_seconds")
                .help("How long reviews took, by the compliance status that they ended in");
        reviews.ended().forEach((status, distribution) -> {
            var buckets = ClassicHistogramBuckets.builder();
            distribution
                    .counts()
                    .forEach((bound, count) -> buckets.bucket(
                            bound == ReviewTimes.UNBOUNDED ? Double.POSITIVE_INFINITY : bound, (long) count));
            histogram.dataPoint(HistogramDataPointSnapshot.builder()
                    .labels(Labels.of("status", status.wire()))
                    .classicHistogramBuckets(buckets.build())
                    .sum(distribution.seconds())
                    .build());
        });
        return histogram.build();
    }

    /** @param name without {@code _total}, which the exposition adds */
    private static CounterSnapshot counter(String name, String help, long value) {
        return CounterSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(CounterDataPointSnapshot.builder().value(value).build())
                .build();
    }
}
