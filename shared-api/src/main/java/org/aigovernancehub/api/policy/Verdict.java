package org.aigovernancehub.api.policy;

import org.aigovernancehub.api.Wire;

/** What a policy says of a move: it passes, fails (and blocks), or fails but only warns. */
public enum Verdict implements Wire {
    PASS,
    FAIL,
    WARN
}
