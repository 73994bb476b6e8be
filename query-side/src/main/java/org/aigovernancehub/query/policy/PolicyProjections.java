package org.aigovernancehub.query.policy;

import org.aigovernancehub.api.policy.PolicyEvent;
import org.aigovernancehub.query.projection.FoldingProjection;
import org.aigovernancehub.query.projection.Projection;
import org.aigovernancehub.query.projection.ProjectionTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps policies up with their events. */
@Configuration(proxyBeanMethods = false)
class PolicyProjections {
    @Bean
    Projection policyProjection(ProjectionTables tables) {
        return new FoldingProjection<>("policies", PolicyEvent.class, PolicyRow.ROWS, PolicyRow::after, tables);
    }
}
