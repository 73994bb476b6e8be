package org.aigovernancehub.command.eventstore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.aigovernancehub.api.event.Metadata;
import org.aigovernancehub.api.operations.OperationsEvent.DeadLetterRetryRequested;
import org.aigovernancehub.api.operations.OperationsId;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

/** Events as a decision hands them to a storage engine; what they say does not matter, only which stream they belong to. */
final class StoredEvents {
    static final Metadata METADATA = new Metadata("ada", 7L, null, "correlation-7", false);
    static final Instant RECORDED_AT = Instant.parse("2026-03-01T08:00:00.000001Z");
    /** Gives positions to what has committed, and asks for none. */
    static final String NUMBER = "SELECT event_store.sequence_pending('{}')";

    private StoredEvents() {}

    static String stream(long number) {
        return new OperationsId(number).toString();
    }

    static DomainEventMessage<?> event(long stream, long sequenceNumber) {
        return event(stream, sequenceNumber, UUID.randomUUID().toString());
    }

    static DomainEventMessage<?> event(long stream, long sequenceNumber, String eventId) {
        return new GenericDomainEventMessage<>(
                "Operations",
                stream(stream),
                sequenceNumber,
                new DeadLetterRetryRequested(new OperationsId(stream), sequenceNumber),
                MetaData.with(PostgresEventStorageEngine.METADATA, METADATA),
                eventId,
                RECORDED_AT);
    }

    /** The first so many events of a stream. */
    static List<DomainEventMessage<?>> events(long stream, int count) {
        var events = new ArrayList<DomainEventMessage<?>>();
        for (int i = 0; i < count; i++) {
            events.add(event(stream, i));
        }
        return events;
    }
}
