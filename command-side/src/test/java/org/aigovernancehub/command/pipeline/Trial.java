package org.aigovernancehub.command.pipeline;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.aigovernancehub.api.AggregateId;
import org.aigovernancehub.api.event.EventContext;
import org.aigovernancehub.api.operations.OperationsEvent;
import org.aigovernancehub.api.operations.OperationsEvent.ReadModelRebuildRequested;
import org.aigovernancehub.api.operations.OperationsId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** An aggregate that does what tests of the pipeline need and no real one does: it decides, and then fails. */
public class Trial {
    @AggregateIdentifier
    private @Nullable String id;

    private int notes;

    protected Trial() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome<Integer> handle(Note command, CommandContext context) throws Throwable {
        context.requireExpectedVersion();
        apply(new ReadModelRebuildRequested(new OperationsId(command.number()), command.text()));
        if (command.failure() != null) {
            throw command.failure();
        }
        return new Outcome.Accepted<>(notes, CommandContext.currentVersion());
    }

    @EventSourcingHandler
    void on(OperationsEvent event, EventContext context) {
        id = new TrialId(event.operationsId().value()).toString();
        notes++;
    }

    /** @param failure what the handler throws after it has decided; null for none */
    record Note(long number, String text, @Nullable Throwable failure) implements org.aigovernancehub.api.Command {
        Note(long number, String text) {
            this(number, text, null);
        }

        @Override
        public AggregateId target() {
            return new TrialId(number);
        }
    }

    record TrialId(long value) implements AggregateId {
        @Override
        public String kind() {
            return "Trial";
        }

        @Override
        public String toString() {
            return "trial-" + value;
        }
    }
}
