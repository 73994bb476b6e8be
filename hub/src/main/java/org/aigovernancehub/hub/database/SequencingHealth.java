package org.aigovernancehub.hub.database;

import java.time.Duration;
import org.aigovernancehub.command.eventstore.Sequencer;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Each call of the sequencing thread numbers all that has committed; as long as they succeed nothing waits for long. */
@Component
final class SequencingHealth implements HealthIndicator {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Sequencer sequencer;

    SequencingHealth(Sequencer sequencer) {
        this.sequencer = sequencer;
    }

    @Override
    public Health health() {
        var silent = sequencer.sinceLastSuccess();
        return (silent.compareTo(PATIENCE) <= 0 ? Health.up() : Health.down())
                .withDetail("seconds_since_last_success", silent.toSeconds())
                .build();
    }
}
