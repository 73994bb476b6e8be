package org.aigovernancehub.api.policy;

import org.aigovernancehub.api.Wire;

/** Which models a policy applies to: all, one organisation's, or those of one environment of an organisation. */
public enum PolicyScope implements Wire {
    GLOBAL,
    ORGANIZATION,
    ENVIRONMENT
}
