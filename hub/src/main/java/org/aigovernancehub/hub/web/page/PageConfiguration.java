package org.aigovernancehub.hub.web.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Collects what health is judged by. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {

    @Bean
    HubHealth hubHealth(Map<String, DataSource> pools, List<HealthIndicator> indicators) {
        var asked = new HashMap<>(pools);
        // Numbering and listening hold all of its connections for good; the sequencer tells by itself.
        asked.remove("sequencerDataSource");
        return new HubHealth(asked, indicators);
    }
}
