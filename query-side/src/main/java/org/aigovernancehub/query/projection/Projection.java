package org.aigovernancehub.query.projection;

import java.util.List;
import org.aigovernancehub.api.event.RecordedEvent;

/**
 * A read model's fold over events. It writes only its own tables, named without a schema; the transaction's search path says which
 * generation they are of. What it writes depends on events and on its own tables alone: no clock, no lookup elsewhere.
 */
public interface Projection {
    /** Returns the name that operators see: {@code models}. */
    String name();

    /**
     * Applies events, in the order of their positions, in the transaction of the caller. Events that do not concern it are passed over.
     */
    void apply(List<RecordedEvent> events);

    /**
     * Tells whether it applies an event even where another projection could not: true for what rests on the event alone, and so cannot be
     * wrong about an entity whose earlier event is parked.
     */
    default boolean appliesParkedEvents() {
        return false;
    }
}
