package org.aigovernancehub.hub.web.page;

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
        return new HubHealth(pools, indicators);
    }
}
