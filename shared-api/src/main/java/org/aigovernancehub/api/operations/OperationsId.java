package org.aigovernancehub.api.operations;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.aigovernancehub.api.AggregateId;

/** Identifies an operations log's stream; the bare number on the wire. */
public record OperationsId(@JsonValue long value) implements AggregateId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OperationsId {}

    @Override
    public String kind() {
        return "Operations";
    }

    @Override
    public String toString() {
        return "operations-" + value;
    }
}
