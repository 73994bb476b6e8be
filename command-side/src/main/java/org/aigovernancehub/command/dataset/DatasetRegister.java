package org.aigovernancehub.command.dataset;

import org.aigovernancehub.api.dataset.DatasetId;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.command.pipeline.DecisionPort;

/** Which dataset belongs to which organisation; links of models ask it. */
public interface DatasetRegister extends DecisionPort {

    void add(DatasetId datasetId, OrganizationId organizationId);
}
