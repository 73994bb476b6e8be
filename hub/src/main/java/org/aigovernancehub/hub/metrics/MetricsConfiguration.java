package org.aigovernancehub.hub.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aigovernancehub.hub.settings.HubSettings;
import org.aigovernancehub.hub.web.page.HubVersion;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what the process tells of itself. */
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {
    /** The parts that the documentation describes, by the names that the management port gives them; command hubs have some of them. */
    private static final List<String> PARTS = List.of(
            "database", "sequencing", "pendingEvents", "projections", "projectionLag", "deadLetters", "diskSpace");

    private static final String SUFFIX = "HealthIndicator";

    @Bean
    MeterFilter libraryMeters() {
        return new LibraryMeters();
    }

    /** So that monitoring can tell which hubs there are, and whether there is one of each kind. */
    @Bean
    Collector hubInfo(PrometheusRegistry registry, HubSettings settings, HubVersion version) {
        var info = InfoSnapshot.builder()
                .name("hub")
                .help("The version and role of this hub")
                .dataPoint(InfoSnapshot.InfoDataPointSnapshot.builder()
                        .labels(Labels.of("role", settings.role().wire(), "version", version.value()))
                        .build())
                .build();
        Collector collector = () -> info;
        registry.register(collector);
        return collector;
    }

    @Bean(initMethod = "start")
    HealthSamples healthSamples(Map<String, HealthIndicator> indicators, MeterRegistry meters) {
        var parts = new HashMap<String, HealthIndicator>();
        indicators.forEach((bean, indicator) -> {
            var part = bean.endsWith(SUFFIX) ? bean.substring(0, bean.length() - SUFFIX.length()) : bean;
            if (PARTS.contains(part)) {
                parts.put(part, indicator);
            }
        });
        return new HealthSamples(parts, meters);
    }
}
