package org.aigovernancehub.api.dataset;

import org.aigovernancehub.api.Command;
import org.aigovernancehub.api.Patch;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.registry.DataClassification;
import org.aigovernancehub.api.registry.DataSensitivity;

/** What somebody may want of a dataset. */
public sealed interface DatasetCommand extends Command {

    DatasetId datasetId();

    @Override
    default DatasetId target() {
        return datasetId();
    }

    record RegisterDataset(DatasetId datasetId, OrganizationId organizationId, DatasetDetails details)
            implements DatasetCommand {}

    record ChangeDatasetDetails(
            DatasetId datasetId,
            Patch<String> name,
            Patch<String> description,
            Patch<String> sourceSystem,
            Patch<String> location,
            Patch<DataSensitivity> dataSensitivity,
            Patch<DataClassification> dataClassification,
            Patch<Long> recordCount)
            implements DatasetCommand {

        /** Returns the details as they would be after this command. */
        public DatasetDetails appliedTo(DatasetDetails details) {
            return new DatasetDetails(
                    name.orKeepRequired(details.name()),
                    description.orKeep(details.description()),
                    sourceSystem.orKeep(details.sourceSystem()),
                    location.orKeep(details.location()),
                    dataSensitivity.orKeepRequired(details.dataSensitivity()),
                    dataClassification.orKeepRequired(details.dataClassification()),
                    recordCount.orKeep(details.recordCount()));
        }
    }
}
