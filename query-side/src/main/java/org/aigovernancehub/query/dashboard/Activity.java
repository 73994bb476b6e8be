package org.aigovernancehub.query.dashboard;

import org.aigovernancehub.api.Wire;

/** What is counted beside models. */
enum Activity implements Wire {
    VERSIONS,
    /** Models that became approved. */
    APPROVALS,
    /** Findings that blocked. */
    VIOLATIONS,
    POLICIES,
    ACTIVE_POLICIES
}
