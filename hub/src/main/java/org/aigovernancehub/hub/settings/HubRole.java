package org.aigovernancehub.hub.settings;

import org.aigovernancehub.api.Wire;

/** Which part of the work a hub does. */
public enum HubRole implements Wire {
    /** Everything, in one process. */
    ALL,
    /** Writes, sign-in and what is answered from decision tables; no projections. */
    COMMAND,
    /** Reads, projections and the event stream; appends nothing. */
    QUERY;

    public boolean commands() {
        return this != QUERY;
    }

    public boolean queries() {
        return this != COMMAND;
    }
}
