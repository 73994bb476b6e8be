package org.aigovernancehub.hub.health;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.aigovernancehub.command.eventstore.Sequencer;
import org.aigovernancehub.hub.launch.OnRole;
import org.aigovernancehub.query.operations.ProcessorView;
import org.aigovernancehub.query.operations.Processors;
import org.aigovernancehub.query.projection.ReadModels;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * The indicators, by the names that the management port shows. Each of them makes {@code /health} say {@code degraded}; only the database
 * and projections that stand still make the hub unready, since another hub would serve calls no better in the other cases.
 */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Something is not as it should be, but calls are served. */
    private static final Status DEGRADED = new Status("DEGRADED");

    @Bean
    DatabaseHealth database(Map<String, DataSource> pools) {
        var asked = new HashMap<>(pools);
        // Numbering and listening hold all of its connections for good; the sequencer tells by itself.
        asked.remove("sequencerDataSource");
        return new DatabaseHealth(asked);
    }

    /** Each call of the sequencing thread numbers all that has committed; as long as they succeed nothing waits for long. */
    @Bean
    HealthIndicator sequencing(Sequencer sequencer) {
        return () -> {
            var silent = sequencer.sinceLastSuccess();
            return (silent.compareTo(PATIENCE) <= 0 ? Health.up() : Health.down())
                    .withDetail("seconds_since_last_success", silent.toSeconds())
                    .build();
        };
    }

    @Bean
    PendingEvents pendingEvents(@Qualifier("feedDataSource") DataSource dataSource, PrometheusRegistry registry) {
        return new PendingEvents(dataSource, registry);
    }

    /** What only hubs that answer reads have. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(OnRole.QueryRole.class)
    static class OfReads {

        /** Does not ask the database: a hub whose projections stand still must say so whatever else fails. */
        @Bean
        HealthIndicator projections(ReadModels models) {
            return () -> {
                var failure = models.failure();
                if (failure.isPresent()) {
                    return Health.down().withDetail("failure", failure.get()).build();
                }
                return (models.isRunning() ? Health.up() : Health.down()).build();
            };
        }

        @Bean
        HealthIndicator projectionLag(Processors processors) {
            return () -> {
                double lag = processors.all().stream()
                        .filter(ProcessorView::live)
                        .map(ProcessorView::lagSeconds)
                        .filter(java.util.Objects::nonNull)
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElse(0);
                return (lag <= PATIENCE.toSeconds() ? Health.up() : Health.status(DEGRADED))
                        .withDetail("seconds", lag)
                        .build();
            };
        }

        @Bean
        HealthIndicator deadLetters(ReadModels models) {
            return () -> {
                long parked = models.live().parked();
                return (parked == 0 ? Health.up() : Health.status(DEGRADED))
                        .withDetail("parked", parked)
                        .build();
            };
        }
    }
}
