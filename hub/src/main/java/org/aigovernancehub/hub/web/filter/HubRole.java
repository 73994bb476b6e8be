package org.aigovernancehub.hub.web.filter;

/** What a hub serves. */
public enum HubRole {
    ALL,
    COMMAND,
    QUERY;

    public boolean servesCommands() {
        return this != QUERY;
    }

    public boolean servesQueries() {
        return this != COMMAND;
    }
}
