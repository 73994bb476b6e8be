package org.aigovernancehub.command.pipeline;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.aigovernancehub.api.Command;
import org.aigovernancehub.api.event.Metadata;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.command.eventstore.PostgresEventStorageEngine;
import org.aigovernancehub.command.proposal.Proposal;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;

/** Sends to the bus, on this thread, nested in the unit of work of the call. */
record BusDispatch(CommandBus bus, CommandStatistics statistics) implements Dispatch {

    @Override
    @SuppressWarnings(
            "unchecked") // the handler's return type is what the sender asks for, by convention of each command
    public <R> R send(Command command, CommandContext context) {
        var caller = context.caller();
        var metadata = new Metadata(
                caller.username(), caller.userId(), caller.tokenId(), caller.correlationId(), Simulation.isRunning());
        CommandMessage<Command> message = GenericCommandMessage.<Command>asCommandMessage(command)
                .withMetaData(MetaData.with(AxonConfiguration.CONTEXT, context)
                        .and(PostgresEventStorageEngine.METADATA, metadata));
        var answer = new AtomicReference<@Nullable CommandResultMessage<?>>();
        bus.dispatch(message, (_, result) -> answer.set(result));
        var result = Objects.requireNonNull(answer.get(), "the bus answers on the calling thread");
        if (result.isExceptional()) {
            var failure = failure(command, result.exceptionResult());
            if (Proposal.current() == null) { // else it is decided anew, and counts then
                statistics.failed(command, failure);
            }
            throw failure;
        }
        var outcome = result.getPayload();
        Proposal.onceWritten(() -> statistics.decided(command, outcome));
        return (R) outcome;
    }

    private static RuntimeException failure(Command command, Throwable failure) {
        return switch (failure) {
            case AggregateNotFoundException _ -> ProblemException.notFound(command.target());
            case RuntimeException e -> e;
            default -> new IllegalStateException(failure);
        };
    }
}
