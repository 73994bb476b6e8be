package org.aigovernancehub.api.operations;

import org.aigovernancehub.api.Command;
import org.jspecify.annotations.Nullable;

/** What an operator may want of the read side. */
public sealed interface OperationsCommand extends Command {

    /** There is one log of operations. */
    OperationsId LOG = new OperationsId(1);

    @Override
    default OperationsId target() {
        return LOG;
    }

    record RequestReadModelRebuild(@Nullable String reason) implements OperationsCommand {}

    record RetryDeadLetter(long position) implements OperationsCommand {}

    record DiscardDeadLetter(long position, @Nullable String reason) implements OperationsCommand {}
}
