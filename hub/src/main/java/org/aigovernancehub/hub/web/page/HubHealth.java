package org.aigovernancehub.hub.web.page;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Asks the pools and the health indicators how the hub is. At most once a second, since anybody may ask: neither many questions nor a
 * database that does not answer may keep the hub busy.
 */
final class HubHealth {
    private static final Logger LOG = LoggerFactory.getLogger(HubHealth.class);
    private static final long KEPT_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int ANSWER_WITHIN_SECONDS = 2;

    private final Map<String, DataSource> pools;
    private final List<HealthIndicator> indicators;
    private @Nullable State last;
    private long lastAt;

    /** @param indicators of everything beside the database: projections, dead letters, pending events */
    HubHealth(Map<String, DataSource> pools, List<HealthIndicator> indicators) {
        this.pools = Map.copyOf(pools);
        this.indicators = List.copyOf(indicators);
    }

    /** What is known of the hub's health. */
    record State(boolean databaseAnswers, boolean everythingWorks) {}

    synchronized State state() {
        var known = last;
        if (known == null || System.nanoTime() - lastAt > KEPT_NANOS) {
            known = ask();
            last = known;
            lastAt = System.nanoTime();
        }
        return known;
    }

    private State ask() {
        boolean database = pools.values().stream().allMatch(HubHealth::answers);
        return new State(database, database && indicators.stream().allMatch(HubHealth::works));
    }

    private static boolean answers(DataSource pool) {
        try (var connection = pool.getConnection()) {
            return connection.isValid(ANSWER_WITHIN_SECONDS);
        } catch (SQLException e) {
            LOG.warn("The database does not answer: {}", e.toString());
            return false;
        }
    }

    private static boolean works(HealthIndicator indicator) {
        try {
            var health = indicator.health();
            return health != null && health.getStatus().equals(Status.UP);
        } catch (RuntimeException e) {
            LOG.warn("A health indicator failed", e);
            return false;
        }
    }
}
