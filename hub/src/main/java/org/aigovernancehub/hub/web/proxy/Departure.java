package org.aigovernancehub.hub.web.proxy;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * A hub that was told to stop becomes unready first and goes on for a while: as before, so that whoever watches readiness turns away, and
 * that a proxy has rediscovered the hub that was started again before this one; and in the end it sends away whom {@link DepartureFilter}
 * may. That end is short: a proxy that was sent away stays away for longer than it lasts, and so makes no connection in the moment in which
 * the port is closed.
 */
@Component
public final class Departure {
    private static final Logger LOG = LoggerFactory.getLogger(Departure.class);
    /** Half of what the shipped proxy stays away for. */
    private static final Duration LONGEST_END = Duration.ofMillis(1_500);

    private final ApplicationEventPublisher events;
    private volatile boolean sendingAway;

    Departure(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** Leaves; returns after the delay, when the hub may be closed. */
    public void take(Duration delay) {
        AvailabilityChangeEvent.publish(events, this, ReadinessState.REFUSING_TRAFFIC);
        if (delay.isZero()) {
            return;
        }
        LOG.info("Stopping in {} s; other hubs take over", delay.toSeconds());
        try {
            var quarter = delay.dividedBy(4);
            var end = quarter.compareTo(LONGEST_END) < 0 ? quarter : LONGEST_END;
            Thread.sleep(delay.minus(end));
            sendingAway = true;
            Thread.sleep(end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isSendingAway() {
        return sendingAway;
    }
}
