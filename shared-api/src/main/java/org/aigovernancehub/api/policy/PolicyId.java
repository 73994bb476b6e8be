package org.aigovernancehub.api.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.aigovernancehub.api.AggregateId;

/** Identifies a policy's stream; the bare number on the wire. */
public record PolicyId(@JsonValue long value) implements AggregateId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PolicyId {}

    @Override
    public String kind() {
        return "Policy";
    }

    @Override
    public String toString() {
        return "policy-" + value;
    }
}
