package org.aigovernancehub.hub.health;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Committed events that have no position yet: nobody reads them until they have, and they should not wait for long. */
final class PendingEvents implements HealthIndicator, MultiCollector {
    private static final Logger LOG = LoggerFactory.getLogger(PendingEvents.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Enough to say that there are far too many, and few enough to be counted at any time. */
    private static final int COUNTED = 100_000;

    /** One statement, so that a scrape waits only once for a database that is away. Indexes are drawn in the order of recording, nearly. */
    private static final String SELECT = """
            SELECT (SELECT count(*) FROM (SELECT 1 FROM event_store.event_pending LIMIT %d) pending) AS pending,
                   (SELECT coalesce(greatest(0, extract(epoch FROM clock_timestamp() - max(recorded_at))), 0) FROM event_store.event
                     WHERE global_index = (SELECT min(global_index) FROM event_store.event_pending)) AS oldest""".formatted(COUNTED);

    private final JdbcTemplate jdbc;

    /** @param dataSource of a role that may read events */
    PendingEvents(DataSource dataSource, PrometheusRegistry registry) {
        this.jdbc = new JdbcTemplate(dataSource);
        registry.register(this);
    }

    private record Pending(long count, double oldestSeconds) {}

    @Override
    public Health health() {
        var pending = ask();
        return (pending.oldestSeconds <= PATIENCE.toSeconds() ? Health.up() : Health.down())
                .withDetail("pending", pending.count)
                .withDetail("seconds_of_the_oldest", Math.round(pending.oldestSeconds))
                .build();
    }

    @Override
    public MetricSnapshots collect() {
        try {
            var pending = ask();
            return MetricSnapshots.of(
                    gauge(
                            "hub_events_pending",
                            "Committed events without a position; at most 100,000 are counted",
                            pending.count),
                    gauge(
                            "hub_events_pending_oldest_seconds",
                            "Age of the oldest committed event without a position; 0 if there is none",
                            pending.oldestSeconds));
        } catch (DataAccessException e) {
            // What the process knows by itself is worth most when the database does not answer.
            LOG.warn("Events without a position cannot be counted: {}", e.getMessage());
            return new MetricSnapshots();
        }
    }

    private static GaugeSnapshot gauge(String name, String help, double value) {
        return GaugeSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(GaugeDataPointSnapshot.builder().value(value).build())
                .build();
    }

    private Pending ask() {
        // Prepared, so that PostgreSQL plans it once and not at each scrape.
        return jdbc.query(
                        connection -> connection.prepareStatement(SELECT),
                        (row, _) -> new Pending(row.getLong("pending"), row.getDouble("oldest")))
                .getFirst();
    }
}
