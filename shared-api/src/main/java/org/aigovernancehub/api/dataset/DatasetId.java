package org.aigovernancehub.api.dataset;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.aigovernancehub.api.AggregateId;

/** Identifies a dataset's stream; the bare number on the wire. */
public record DatasetId(@JsonValue long value) implements AggregateId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DatasetId {}

    @Override
    public String kind() {
        return "Dataset";
    }

    @Override
    public String toString() {
        return "dataset-" + value;
    }
}
