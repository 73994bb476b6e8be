package org.aigovernancehub.command.pipeline;

import org.aigovernancehub.api.Command;

/** Sends commands to aggregates inside the transaction of one call. */
@FunctionalInterface
public interface Dispatch {

    /**
     * Sends a command and returns what its handler returned. What the handler throws, this throws; the whole call then rolls back.
     *
     * @param context who sends it; usually {@link CommandCall#context()}
     */
    <R> R send(Command command, CommandContext context);
}
