package org.aigovernancehub.query.dataset;

import org.aigovernancehub.api.dataset.DatasetEvent;
import org.aigovernancehub.query.projection.FoldingProjection;
import org.aigovernancehub.query.projection.Projection;
import org.aigovernancehub.query.projection.ProjectionTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps datasets up with their events. */
@Configuration(proxyBeanMethods = false)
class DatasetProjections {
    @Bean
    Projection datasetProjection(ProjectionTables tables) {
        return new FoldingProjection<>("datasets", DatasetEvent.class, DatasetRow.ROWS, DatasetRow::after, tables);
    }
}
