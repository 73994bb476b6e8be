package org.aigovernancehub.api.organization;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.aigovernancehub.api.AggregateId;

/** Identifies an organization's stream; the bare number on the wire. */
public record OrganizationId(@JsonValue long value) implements AggregateId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrganizationId {}

    @Override
    public String kind() {
        return "Organization";
    }

    @Override
    public String toString() {
        return "organization-" + value;
    }
}
