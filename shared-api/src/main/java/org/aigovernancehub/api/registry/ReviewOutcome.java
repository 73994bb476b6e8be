package org.aigovernancehub.api.registry;

import org.aigovernancehub.api.Wire;

/** What a reviewer concluded. */
public enum ReviewOutcome implements Wire {
    ENDORSED,
    CHANGES_REQUESTED
}
