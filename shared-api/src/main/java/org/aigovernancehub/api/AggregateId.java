package org.aigovernancehub.api;

/**
 * Identifies an event stream. The event store keys streams by {@link #toString()} alone, so that form is kind and number,
 * {@code model-42}; clients and payloads see the bare number.
 */
public interface AggregateId {

    /** Returns the number, unique within its kind. */
    long value();

    /** Returns the kind, as the audit log names it: {@code Model}, {@code Policy}, ... */
    String kind();
}
