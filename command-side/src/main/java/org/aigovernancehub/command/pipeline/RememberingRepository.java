package org.aigovernancehub.command.pipeline;

import org.aigovernancehub.command.eventstore.CommittedStates;
import org.aigovernancehub.command.eventstore.PostgresEventStorageEngine;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Tells what an aggregate has come to once its events have committed, while its lock is still held. Axon's own cache would hand out the
 * aggregate itself and not look whether another hub has appended meanwhile.
 */
final class RememberingRepository<A> extends EventSourcingRepository<A> {
    private final CommittedStates states;

    RememberingRepository(Builder<A> builder, CommittedStates states) {
        super(builder);
        this.states = states;
    }

    @Override
    protected void doSaveWithLock(EventSourcedAggregate<A> aggregate) {
        super.doSaveWithLock(aggregate);
        CurrentUnitOfWork.get().root().afterCommit(committed -> {
            var id = aggregate.identifierAsString();
            var eventId = PostgresEventStorageEngine.lastAppended(committed, id);
            if (eventId != null) {
                states.committed(id, aggregate.version(), eventId, aggregate.getAggregateRoot());
            }
        });
    }
}
