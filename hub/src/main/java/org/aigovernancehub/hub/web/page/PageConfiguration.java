package org.aigovernancehub.hub.web.page;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.aigovernancehub.command.eventstore.Sequencer;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Collects what health is judged by. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    HubHealth hubHealth(Map<String, DataSource> pools, List<HealthIndicator> indicators) {
        var asked = new HashMap<>(pools);
        // Numbering and listening hold all of its connections for good; the sequencer tells by itself.
        asked.remove("sequencerDataSource");
        return new HubHealth(asked, indicators);
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
}
