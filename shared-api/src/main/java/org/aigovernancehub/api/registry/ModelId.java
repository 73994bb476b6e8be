package org.aigovernancehub.api.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.aigovernancehub.api.AggregateId;

/** Identifies a model's stream; the bare number on the wire. */
public record ModelId(@JsonValue long value) implements AggregateId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ModelId {}

    @Override
    public String kind() {
        return "Model";
    }

    @Override
    public String toString() {
        return "model-" + value;
    }
}
