package org.aigovernancehub.hub.settings;

/** The hub cannot start as it is configured. The message is the one sentence that the operator sees. */
public final class InvalidSettings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidSettings(String sentence) {
        super(sentence);
    }
}
