package org.aigovernancehub.query.operations;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How far the projections that answer reads are behind, and how many events are parked, for Prometheus. */
@Component
final class ProjectionMetrics implements MultiCollector {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionMetrics.class);

    private final Processors processors;

    ProjectionMetrics(Processors processors, PrometheusRegistry registry) {
        this.processors = processors;
        registry.register(this);
    }

    @Override
    public MetricSnapshots collect() {
        try {
            var live = processors.all().stream().filter(ProcessorView::live).toList();
            return MetricSnapshots.of(
                    gauge(
                            "hub_projection_lag_events",
                            "Events that the projection has not applied yet",
                            live,
                            processor -> number(processor.lagEvents())),
                    gauge(
                            "hub_projection_lag_seconds",
                            "Age of the oldest event that the projection has not applied yet",
                            live,
                            processor -> number(processor.lagSeconds())),
                    GaugeSnapshot.builder()
                            .name("hub_dead_letters")
                            .help(
                                    "Events that could not be applied to the read models, and those that wait behind them")
                            .dataPoint(GaugeDataPointSnapshot.builder()
                                    .value(live.isEmpty() ? 0 : live.getFirst().deadLetters())
                                    .build())
                            .build());
        } catch (RuntimeException e) {
            // What the process knows by itself is worth most when the database does not answer.
            LOG.warn("The projections' progress cannot be read: {}", e.getMessage());
            return new MetricSnapshots();
        }
    }

    private static GaugeSnapshot gauge(
            String name, String help, List<ProcessorView> processors, ToDoubleFunction<ProcessorView> value) {
        var gauge = GaugeSnapshot.builder().name(name).help(help);
        for (var processor : processors) {
            gauge.dataPoint(GaugeDataPointSnapshot.builder()
                    .labels(Labels.of("processor", processor.name()))
                    .value(value.applyAsDouble(processor))
                    .build());
        }
        return gauge.build();
    }

    private static double number(@Nullable Number value) {
        return value == null ? 0 : value.doubleValue();
    }
}
