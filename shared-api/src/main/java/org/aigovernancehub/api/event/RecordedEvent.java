package org.aigovernancehub.api.event;

import java.time.Instant;

/**
 * A committed event with its place in the order that everybody sees.
 *
 * @param position dense and final: 1, 2, 3, ... in the order of sequencing
 * @param eventId unique, also across hubs
 * @param sequenceNumber its place in its own stream, from 0
 * @param recordedAt when the deciding hub made it, in microseconds; not monotone in position
 * @param payloadJson the payload as it is stored, which is the evidence
 */
public record RecordedEvent(
        long position,
        String eventId,
        long sequenceNumber,
        Instant recordedAt,
        Metadata metadata,
        DomainEvent event,
        String payloadJson) {}
