package org.aigovernancehub.api.registry;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.aigovernancehub.api.identity.Role;

/** A model as an answer: what it is, and what the caller's role may do with it in its state. */
public record ModelResource(@JsonUnwrapped ModelView model, List<String> allowedActions) {
    public ModelResource {
        allowedActions = List.copyOf(allowedActions);
    }

    public static ModelResource of(ModelView model, Role role) {
        return new ModelResource(model, ModelAction.allowed(role, model.status()));
    }
}
