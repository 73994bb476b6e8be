package org.aigovernancehub.api.dataset;

import java.util.List;
import org.aigovernancehub.api.FieldChange;
import org.aigovernancehub.api.event.DomainEvent;
import org.aigovernancehub.api.event.EventType;
import org.aigovernancehub.api.organization.OrganizationId;

/** What happens to a dataset. */
public sealed interface DatasetEvent extends DomainEvent {

    DatasetId datasetId();

    @Override
    OrganizationId organizationId();

    @Override
    default DatasetId aggregateId() {
        return datasetId();
    }

    @EventType(name = "DatasetRegistered")
    record DatasetRegistered(DatasetId datasetId, OrganizationId organizationId, DatasetDetails details)
            implements DatasetEvent {}

    @EventType(name = "DatasetDetailsChanged")
    record DatasetDetailsChanged(DatasetId datasetId, OrganizationId organizationId, List<FieldChange> changes)
            implements DatasetEvent {
        public DatasetDetailsChanged {
            changes = List.copyOf(changes);
        }
    }
}
