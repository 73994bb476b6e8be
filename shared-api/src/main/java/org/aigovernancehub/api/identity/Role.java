package org.aigovernancehub.api.identity;

import org.aigovernancehub.api.Wire;

/** What a user may do, from the least to the most: each may do all that those before it may. */
public enum Role implements Wire {
    AUDITOR,
    MODEL_OWNER,
    COMPLIANCE_OFFICER,
    ADMIN;

    /** Returns the weaker of two roles: a token never does more than its creator may do now. */
    public static Role min(Role one, Role other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
