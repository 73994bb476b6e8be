package org.aigovernancehub.command.eventstore;

/** Hears what streams have come to. */
@FunctionalInterface
public interface CommittedStates {
    /**
     * A stream was appended to, and that has committed. Nobody else in this process changes it before this returns.
     *
     * @param sequenceNumber of its last event
     * @param eventId of its last event
     * @param state the aggregate, folded up to that event
     */
    void committed(String aggregateId, long sequenceNumber, String eventId, Object state);
}
