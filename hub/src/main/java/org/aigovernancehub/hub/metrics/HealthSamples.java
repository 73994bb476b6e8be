package org.aigovernancehub.hub.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Each part of the hub's health as a number. Asked by a thread of its own every few seconds, not by the scrape: a database that does not
 * answer must not make a scrape fail that is to tell of it.
 */
final class HealthSamples implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HealthSamples.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Map<String, HealthIndicator> parts;
    private final Map<String, Double> samples = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean closed;

    HealthSamples(Map<String, HealthIndicator> parts, MeterRegistry meters) {
        this.parts = Map.copyOf(parts);
        this.parts
                .keySet()
                .forEach(part -> Gauge.builder("hub.health", samples, known -> known.getOrDefault(part, Double.NaN))
                        .description("1 if a part of the hub's health is up, 0 if it is not; a few seconds old")
                        .tag("part", part)
                        .register(meters));
        this.thread = Thread.ofVirtual().name("health").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!closed) {
                parts.forEach((part, indicator) -> samples.put(part, isUp(part, indicator) ? 1.0 : 0.0));
                TimeUnit.MILLISECONDS.sleep(EVERY.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isUp(String part, HealthIndicator indicator) {
        try {
            var health = indicator.health();
            return health != null && Status.UP.equals(health.getStatus());
        } catch (RuntimeException e) {
            LOG.debug("{} cannot tell its health: {}", part, e.getMessage());
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
