package org.aigovernancehub.hub.demonstration;

import java.time.Clock;
import javax.sql.DataSource;
import org.aigovernancehub.command.demonstration.Demonstration;
import org.aigovernancehub.command.identity.FirstContent;
import org.aigovernancehub.command.pipeline.Ids;
import org.aigovernancehub.hub.settings.HubSettings;
import org.aigovernancehub.hub.web.page.DemonstrationMark;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the demonstration. */
@Configuration(proxyBeanMethods = false)
class DemonstrationConfiguration {

    @Bean
    DemonstrationMark demonstrationMark(@Qualifier("feedDataSource") DataSource source) {
        return new Demonstrated(source);
    }

    @Bean
    @ConditionalOnProperty(DemonstrationFile.PROPERTY)
    FirstContent demonstration(Ids ids, Clock clock, HubSettings settings) {
        return new Demonstration(ids, clock, new DemonstrationFile(settings));
    }
}
