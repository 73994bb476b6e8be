package org.aigovernancehub.api.operations;

import org.aigovernancehub.api.event.DomainEvent;
import org.aigovernancehub.api.event.EventType;
import org.aigovernancehub.api.organization.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * What operators ask of the read side. The live read model acts when it reaches the event, so that asking needs no second channel;
 * a rebuild, which meets the same events again, does not.
 */
public sealed interface OperationsEvent extends DomainEvent {

    OperationsId operationsId();

    @Override
    default OperationsId aggregateId() {
        return operationsId();
    }

    @Override
    default @Nullable OrganizationId organizationId() {
        return null;
    }

    @EventType(name = "ReadModelRebuildRequested")
    record ReadModelRebuildRequested(
            OperationsId operationsId, @Nullable String reason) implements OperationsEvent {}

    /** @param position the parked event's position, by which dead letters are known */
    @EventType(name = "DeadLetterRetryRequested")
    record DeadLetterRetryRequested(OperationsId operationsId, long position) implements OperationsEvent {}

    @EventType(name = "DeadLetterDiscarded")
    record DeadLetterDiscarded(
            OperationsId operationsId,
            long position,
            @Nullable String reason) implements OperationsEvent {}
}
