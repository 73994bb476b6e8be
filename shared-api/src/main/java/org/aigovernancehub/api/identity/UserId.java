package org.aigovernancehub.api.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.aigovernancehub.api.AggregateId;

/** Identifies a user's stream; the bare number on the wire. */
public record UserId(@JsonValue long value) implements AggregateId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UserId {}

    @Override
    public String kind() {
        return "User";
    }

    @Override
    public String toString() {
        return "user-" + value;
    }
}
