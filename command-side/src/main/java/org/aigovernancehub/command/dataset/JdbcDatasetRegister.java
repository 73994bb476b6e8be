package org.aigovernancehub.command.dataset;

import javax.sql.DataSource;
import org.aigovernancehub.api.dataset.DatasetId;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.command.pipeline.DecisionTable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

@Component
class JdbcDatasetRegister extends DecisionTable implements DatasetRegister {

    JdbcDatasetRegister(@Qualifier("commandDataSource") DataSource dataSource) {
        super(dataSource);
    }

    @Override
    public void add(DatasetId datasetId, OrganizationId organizationId) {
        jdbc().update(
                        "INSERT INTO event_store.dataset (dataset_id, organization_id) VALUES (?, ?)",
                        datasetId.value(),
                        organizationId.value());
    }
}
