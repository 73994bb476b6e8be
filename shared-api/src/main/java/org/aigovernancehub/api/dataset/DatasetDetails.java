package org.aigovernancehub.api.dataset;

import java.util.List;
import org.aigovernancehub.api.FieldChange;
import org.aigovernancehub.api.FieldChange.Differences;
import org.aigovernancehub.api.Wire;
import org.aigovernancehub.api.registry.DataClassification;
import org.aigovernancehub.api.registry.DataSensitivity;
import org.jspecify.annotations.Nullable;

/**
 * What a dataset is and where it lies.
 *
 * @param name 1-255 characters; need not be unique
 * @param description at most 2,000 characters
 * @param sourceSystem at most 255 characters
 * @param location at most 500 characters
 * @param recordCount how many records it holds, 0 or more
 */
public record DatasetDetails(
        String name,
        @Nullable String description,
        @Nullable String sourceSystem,
        @Nullable String location,
        DataSensitivity dataSensitivity,
        DataClassification dataClassification,
        @Nullable Long recordCount) {

    /** Lists the fields that the other state would change. */
    public List<FieldChange> changesTo(DatasetDetails other) {
        return new Differences()
                .field("name", name, other.name)
                .field("description", description, other.description)
                .field("source_system", sourceSystem, other.sourceSystem)
                .field("location", location, other.location)
                .field("data_sensitivity", dataSensitivity, other.dataSensitivity)
                .field("data_classification", dataClassification, other.dataClassification)
                .field("record_count", recordCount, other.recordCount)
                .list();
    }

    /** Returns the state after these changes. */
    public DatasetDetails with(List<FieldChange> changes) {
        var result = this;
        for (var change : changes) {
            result = result.with(change);
        }
        return result;
    }

    private DatasetDetails with(FieldChange change) {
        var to = change.to();
        return switch (change.field()) {
            case "name" ->
                new DatasetDetails(
                        change.required(),
                        description,
                        sourceSystem,
                        location,
                        dataSensitivity,
                        dataClassification,
                        recordCount);
            case "description" ->
                new DatasetDetails(name, to, sourceSystem, location, dataSensitivity, dataClassification, recordCount);
            case "source_system" ->
                new DatasetDetails(name, description, to, location, dataSensitivity, dataClassification, recordCount);
            case "location" ->
                new DatasetDetails(
                        name, description, sourceSystem, to, dataSensitivity, dataClassification, recordCount);
            case "data_sensitivity" ->
                new DatasetDetails(
                        name,
                        description,
                        sourceSystem,
                        location,
                        Wire.of(DataSensitivity.class, change.required()),
                        dataClassification,
                        recordCount);
            case "data_classification" ->
                new DatasetDetails(
                        name,
                        description,
                        sourceSystem,
                        location,
                        dataSensitivity,
                        Wire.of(DataClassification.class, change.required()),
                        recordCount);
            case "record_count" ->
                new DatasetDetails(
                        name,
                        description,
                        sourceSystem,
                        location,
                        dataSensitivity,
                        dataClassification,
                        to == null ? null : Long.valueOf(to));
            default -> throw new IllegalArgumentException("no field of a dataset: " + change.field());
        };
    }
}
