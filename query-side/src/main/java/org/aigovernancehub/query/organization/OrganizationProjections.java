package org.aigovernancehub.query.organization;

import org.aigovernancehub.api.organization.OrganizationEvent;
import org.aigovernancehub.query.projection.FoldingProjection;
import org.aigovernancehub.query.projection.Projection;
import org.aigovernancehub.query.projection.ProjectionTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps organisations up with their events. */
@Configuration(proxyBeanMethods = false)
class OrganizationProjections {
    @Bean
    Projection organizationProjection(ProjectionTables tables) {
        return new FoldingProjection<>(
                "organizations", OrganizationEvent.class, OrganizationRow.ROWS, OrganizationRow::after, tables);
    }
}
