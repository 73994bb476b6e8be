package org.aigovernancehub.hub.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.JdbcTemplate;

/** Committed events that have no position yet: nobody reads them until they have, and they should not wait for long. */
final class PendingEvents implements HealthIndicator {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Enough to say that there are far too many, and few enough to be counted at any time. */
    private static final int COUNTED = 100_000;

    private static final String COUNT =
            "SELECT count(*) FROM (SELECT 1 FROM event_store.event_pending LIMIT %d) pending".formatted(COUNTED);
    /** Indexes are drawn in the order in which events are recorded, nearly. */
    private static final String OLDEST = """
            SELECT coalesce(extract(epoch FROM clock_timestamp() - max(recorded_at)), 0) FROM event_store.event
             WHERE global_index = (SELECT min(global_index) FROM event_store.event_pending)""";

    private final JdbcTemplate jdbc;

    /** @param dataSource of a role that may read events */
    PendingEvents(DataSource dataSource, MeterRegistry meters) {
        this.jdbc = new JdbcTemplate(dataSource);
        Gauge.builder("hub.events.pending", this, PendingEvents::countOrUnknown)
                .description("Committed events without a position; at most 100,000 are counted")
                .register(meters);
    }

    @Override
    public Health health() {
        var oldest = Objects.requireNonNull(jdbc.queryForObject(OLDEST, Double.class));
        return (oldest <= PATIENCE.toSeconds() ? Health.up() : Health.down())
                .withDetail("pending", count())
                .withDetail("seconds_of_the_oldest", Math.round(oldest))
                .build();
    }

    private long count() {
        return Objects.requireNonNull(jdbc.queryForObject(COUNT, Long.class));
    }

    private double countOrUnknown() {
        try {
            return count();
        } catch (org.springframework.dao.DataAccessException e) {
            return Double.NaN;
        }
    }
}
