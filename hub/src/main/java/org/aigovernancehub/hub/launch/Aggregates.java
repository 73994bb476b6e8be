package org.aigovernancehub.hub.launch;

import java.util.List;
import org.aigovernancehub.command.dataset.Dataset;
import org.aigovernancehub.command.identity.User;
import org.aigovernancehub.command.operations.Operations;
import org.aigovernancehub.command.organization.Organization;
import org.aigovernancehub.command.pipeline.AggregateTypes;
import org.aigovernancehub.command.policy.Policy;
import org.aigovernancehub.command.registry.Model;
import org.aigovernancehub.command.report.Report;
import org.aigovernancehub.command.report.ReportLimits;
import org.aigovernancehub.hub.settings.HubSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The classes that decide. */
@Configuration(proxyBeanMethods = false)
@Conditional(OnRole.CommandRole.class)
class Aggregates {

    private static final List<Class<?>> CLASSES = List.of(
            Organization.class, User.class, Model.class, Dataset.class, Policy.class, Operations.class, Report.class);

    /** For who folds streams without a hub. */
    static List<Class<?>> classes() {
        return CLASSES;
    }

    @Bean
    AggregateTypes aggregateTypes() {
        return new AggregateTypes(CLASSES);
    }

    @Bean
    ReportLimits reportLimits(HubSettings settings) {
        return settings.reports();
    }
}
