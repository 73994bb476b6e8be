package org.aigovernancehub.hub.web.page;

import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Collects what health is judged by. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {

    @Bean
    HubHealth hubHealth(@Qualifier("database") HealthIndicator database, List<HealthIndicator> indicators) {
        return new HubHealth(
                database,
                indicators.stream().filter(indicator -> indicator != database).toList());
    }
}
