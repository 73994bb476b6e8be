package org.aigovernancehub.hub.launch;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What the hub is made of, by role. Pools, migrations and users are our own, so Boot's stay out. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        exclude = {
            DataSourceAutoConfiguration.class,
            DataSourceTransactionManagerAutoConfiguration.class,
            JdbcTemplateAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        })
@EnableScheduling
@ComponentScan("org.aigovernancehub.hub")
@Import({
    org.aigovernancehub.command.eventstore.EventStoreConfiguration.class,
    HubContext.CommandPart.class,
    HubContext.QueryPart.class
})
public class HubContext {

    /** What takes commands. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(OnRole.CommandRole.class)
    @ComponentScan("org.aigovernancehub.command")
    static class CommandPart {}

    /** What answers reads. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(OnRole.QueryRole.class)
    @ComponentScan("org.aigovernancehub.query")
    static class QueryPart {}
}
