package org.aigovernancehub.command.operations;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.aigovernancehub.api.event.EventContext;
import org.aigovernancehub.api.operations.OperationsCommand;
import org.aigovernancehub.api.operations.OperationsCommand.DiscardDeadLetter;
import org.aigovernancehub.api.operations.OperationsCommand.RequestReadModelRebuild;
import org.aigovernancehub.api.operations.OperationsCommand.RetryDeadLetter;
import org.aigovernancehub.api.operations.OperationsEvent;
import org.aigovernancehub.api.operations.OperationsEvent.DeadLetterDiscarded;
import org.aigovernancehub.api.operations.OperationsEvent.DeadLetterRetryRequested;
import org.aigovernancehub.api.operations.OperationsEvent.ReadModelRebuildRequested;
import org.aigovernancehub.command.pipeline.CommandContext;
import org.aigovernancehub.command.pipeline.Outcome;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The log of what platform administrators ask of the read side; the live read model acts when it reaches an entry. */
public class Operations {
    @AggregateIdentifier
    private @Nullable String id;

    /** For Axon, which folds the events into it. */
    protected Operations() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome<Boolean> handle(RequestReadModelRebuild command, CommandContext context) {
        context.caller().requirePlatformAdmin();
        apply(new ReadModelRebuildRequested(OperationsCommand.LOG, command.reason()));
        return accepted();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome<Boolean> handle(RetryDeadLetter command, CommandContext context) {
        context.caller().requirePlatformAdmin();
        apply(new DeadLetterRetryRequested(OperationsCommand.LOG, command.position()));
        return accepted();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome<Boolean> handle(DiscardDeadLetter command, CommandContext context) {
        context.caller().requirePlatformAdmin();
        apply(new DeadLetterDiscarded(OperationsCommand.LOG, command.position(), command.reason()));
        return accepted();
    }

    private static Outcome<Boolean> accepted() {
        return new Outcome.Accepted<>(true, CommandContext.currentVersion());
    }

    @EventSourcingHandler
    void on(OperationsEvent event, EventContext context) {
        id = event.operationsId().toString();
    }
}
