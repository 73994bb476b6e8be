package org.aigovernancehub.api.policy;

import org.aigovernancehub.api.Wire;

/** Whether a failing policy blocks, or is recorded as a warning and lets pass. */
public enum PolicyMode implements Wire {
    ENFORCE,
    WARN
}
