package org.aigovernancehub.api.registry;

import java.util.List;
import org.aigovernancehub.api.FieldChange;
import org.aigovernancehub.api.FieldChange.Differences;
import org.aigovernancehub.api.Wire;
import org.jspecify.annotations.Nullable;

/**
 * What a model is called, whose it is and what data it touches.
 *
 * @param name 1-255 characters, unique within organisation and environment
 * @param owner 1-255 characters
 * @param description at most 2,000 characters
 * @param jurisdiction at most 50 characters
 * @param sector at most 100 characters
 */
public record ModelDetails(
        String name,
        @Nullable String description,
        String owner,
        DataSensitivity dataSensitivity,
        DataClassification dataClassification,
        @Nullable String jurisdiction,
        @Nullable String sector) {

    /** Lists the fields that the other state would change. */
    public List<FieldChange> changesTo(ModelDetails other) {
        return new Differences()
                .field("name", name, other.name)
                .field("description", description, other.description)
                .field("owner", owner, other.owner)
                .field("data_sensitivity", dataSensitivity, other.dataSensitivity)
                .field("data_classification", dataClassification, other.dataClassification)
                .field("jurisdiction", jurisdiction, other.jurisdiction)
                .field("sector", sector, other.sector)
                .list();
    }

    /** Returns the state after these changes. */
    public ModelDetails with(List<FieldChange> changes) {
        var result = this;
        for (var change : changes) {
            result = result.with(change);
        }
        return result;
    }

    private ModelDetails with(FieldChange change) {
        var to = change.to();
        return switch (change.field()) {
            case "name" ->
                new ModelDetails(
                        change.required(),
                        description,
                        owner,
                        dataSensitivity,
                        dataClassification,
                        jurisdiction,
                        sector);
            case "description" ->
                new ModelDetails(name, to, owner, dataSensitivity, dataClassification, jurisdiction, sector);
            case "owner" ->
                new ModelDetails(
                        name,
                        description,
                        change.required(),
                        dataSensitivity,
                        dataClassification,
                        jurisdiction,
                        sector);
            case "data_sensitivity" ->
                new ModelDetails(
                        name,
                        description,
                        owner,
                        Wire.of(DataSensitivity.class, change.required()),
                        dataClassification,
                        jurisdiction,
                        sector);
            case "data_classification" ->
                new ModelDetails(
                        name,
                        description,
                        owner,
                        dataSensitivity,
                        Wire.of(DataClassification.class, change.required()),
                        jurisdiction,
                        sector);
            case "jurisdiction" ->
                new ModelDetails(name, description, owner, dataSensitivity, dataClassification, to, sector);
            case "sector" ->
                new ModelDetails(name, description, owner, dataSensitivity, dataClassification, jurisdiction, to);
            default -> throw new IllegalArgumentException("no field of a model: " + change.field());
        };
    }
}
