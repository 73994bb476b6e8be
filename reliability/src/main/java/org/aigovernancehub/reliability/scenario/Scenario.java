package org.aigovernancehub.reliability.scenario;

/** A way in which things break, again and again. */
public interface Scenario {

    /** The scenarios by name, in the order in which they run. */
    enum Kind {
        /** Hubs and PostgreSQL are killed. */
        KILL,
        /** Many write the same over two hubs, beside transactions that are held open or roll back. */
        CONTEND,
        /** The network between hubs and PostgreSQL is bad. */
        NETWORK,
        /** Hubs stand still for a while. */
        PAUSE,
        /** Events that cannot be applied. */
        POISON,
        /** The disk is full. */
        DISK,
        /** Calls made up from the OpenAPI document. */
        CALLS,
        /** The clock of a hub is wrong. */
        SKEW
    }

    /** Breaks something while clients work, and makes everything run again. What is checked is the same for all. */
    void disturb(int cycle);
}
