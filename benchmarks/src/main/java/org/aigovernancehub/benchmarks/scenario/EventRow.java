package org.aigovernancehub.benchmarks.scenario;

/** What is in the row of an event, as the hub writes it. */
record EventRow(String payload, String metadata) {
    /** Returns that of a registration. */
    static EventRow ofLastRegistration(World world) {
        world.model("");
        return new EventRow(last(world, "payload"), last(world, "metadata"));
    }

    private static String last(World world, String column) {
        return world.hub()
                .postgres()
                .text(
                        "SELECT %s FROM event_store.event WHERE event_name = 'ModelRegistered' ORDER BY global_index DESC LIMIT 1"
                                .formatted(column));
    }
}
