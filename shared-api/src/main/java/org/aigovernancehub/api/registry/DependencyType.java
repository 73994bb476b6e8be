package org.aigovernancehub.api.registry;

import org.aigovernancehub.api.Wire;

/** How a model came from another. */
public enum DependencyType implements Wire {
    FINE_TUNED_FROM,
    ENSEMBLE_COMPONENT_OF,
    DISTILLED_FROM,
    DERIVED_FROM
}
