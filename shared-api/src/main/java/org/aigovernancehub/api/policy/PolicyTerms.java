package org.aigovernancehub.api.policy;

import java.util.List;
import org.aigovernancehub.api.FieldChange;
import org.aigovernancehub.api.FieldChange.Differences;
import org.aigovernancehub.api.Wire;
import org.jspecify.annotations.Nullable;

/** What of a policy can be changed after it was made; its scope and condition cannot. */
public record PolicyTerms(String name, @Nullable String description, PolicyMode mode) {

    /** Lists the fields that the other state would change. */
    public List<FieldChange> changesTo(PolicyTerms other) {
        return new Differences()
                .field("name", name, other.name)
                .field("description", description, other.description)
                .field("mode", mode, other.mode)
                .list();
    }

    /** Returns the state after these changes. */
    public PolicyTerms with(List<FieldChange> changes) {
        var result = this;
        for (var change : changes) {
            result = switch (change.field()) {
                case "name" -> new PolicyTerms(change.required(), result.description, result.mode);
                case "description" -> new PolicyTerms(result.name, change.to(), result.mode);
                case "mode" ->
                    new PolicyTerms(result.name, result.description, Wire.of(PolicyMode.class, change.required()));
                default -> throw new IllegalArgumentException("no field of a policy: " + change.field());
            };
        }
        return result;
    }
}
