package org.aigovernancehub.hub.web.page;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.event.EventListener;

/**
 * Asks the health indicators how the hub is. At most once a second, since anybody may ask: neither many questions nor a
 * database that does not answer may keep the hub busy.
 */
final class HubHealth {
    private static final Logger LOG = LoggerFactory.getLogger(HubHealth.class);
    private static final long KEPT_NANOS = Duration.ofSeconds(1).toNanos();

    private final HealthIndicator database;
    private final List<HealthIndicator> indicators;
    private @Nullable State last;
    private long lastAt;

    /** @param indicators of everything beside the database: projections, dead letters, pending events */
    HubHealth(HealthIndicator database, List<HealthIndicator> indicators) {
        this.database = database;
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

    /** What the hub says while it starts must not be what it says a moment later. */
    @EventListener(AvailabilityChangeEvent.class)
    synchronized void forget() {
        last = null;
    }

    private State ask() {
        boolean answers = works(database);
        return new State(answers, answers && indicators.stream().allMatch(HubHealth::works));
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
