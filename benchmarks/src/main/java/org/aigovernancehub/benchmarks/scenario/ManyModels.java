package org.aigovernancehub.benchmarks.scenario;

/**
 * Registers very many models: not one by one through the hub, which would take an hour a million, but as rows of the event store that are
 * copies of what the hub wrote for one model, with another id, name and values of the fields that lists are filtered by. Where there are to
 * be more events than models, that model was changed, and each copy is changed as often. Numbering and projections are the hub's.
 */
final class ManyModels {
    private static final int EVENTS_AT_ONCE = 20_000;
    private static final String TEMPLATE = "the template of many";

    private static final String EVENTS = """
            WITH template AS (
                SELECT m.model_id, m.organization_id FROM event_store.model m WHERE m.name = '%1$s'
            ), added AS (
                INSERT INTO event_store.model (model_id, organization_id, environment, name)
                SELECT nextval('event_store.model_id_seq'), t.organization_id, 'prod', 'many ' || n
                  FROM template t, generate_series(%2$d, %3$d) n
                RETURNING model_id, name
            )
            INSERT INTO event_store.event (event_id, aggregate_id, sequence_number, event_name, revision, payload, metadata, recorded_at)
            SELECT gen_random_uuid()::text, 'model-' || a.model_id, e.sequence_number, e.event_name, e.revision,
                   replace(replace(replace(replace(replace(replace(e.payload,
                       '"model_id":' || t.model_id || ',', '"model_id":' || a.model_id || ','),
                       '"%1$s"', '"' || a.name || '"'),
                       '"owner of many"', '"owner ' || a.model_id %% 50 || '"'),
                       '"domain of many"', '"domain ' || a.model_id %% 30 || '"'),
                       '"risk_level":"high"', '"risk_level":"' ||
                           (ARRAY['unclassified', 'minimal', 'limited', 'high', 'unacceptable'])[1 + a.model_id %% 5] || '"'),
                       '"data_sensitivity":"pii"', '"data_sensitivity":"' ||
                           (ARRAY['public', 'internal', 'pii', 'phi', 'pci'])[1 + a.model_id / 5 %% 5] || '"'),
                   e.metadata, clock_timestamp()
              FROM template t JOIN event_store.event e ON e.aggregate_id = 'model-' || t.model_id, added a
             ORDER BY a.model_id, e.sequence_number""";

    private ManyModels() {}

    /** Returns once as many models and events are there as are wanted, and the hub answers reads that reflect all of them. */
    static void fill(World world) {
        var postgres = world.hub().postgres();
        long there = postgres.number("SELECT count(*) FROM event_store.model WHERE name LIKE 'many %'");
        if (there >= world.models()) {
            return;
        }
        int eventsEach = Math.max(1, world.events() / world.models());
        if (there == 0) {
            template(world, eventsEach - 1);
        }
        int atOnce = Math.max(1, EVENTS_AT_ONCE / eventsEach);
        for (long from = there + 1; from <= world.models(); from += atOnce) {
            postgres.execute(EVENTS.formatted(TEMPLATE, from, Math.min(world.models(), from + atOnce - 1)));
            // Each call that numbers looks at all that waits, which is little where every command waits for its number.
            Waiting.forNumbers(world);
        }
        Waiting.forProjections(world);
        // As autovacuum does within minutes.
        postgres.execute("VACUUM ANALYZE");
    }

    private static void template(World world, int changes) {
        long model = world.post("/models/", world.engineer(), """
                {"name":"%s","owner":"owner of many","description":"Scores card payments","risk_level":"high","domain":"domain of many",\
                "data_sensitivity":"pii","intended_purpose":"Stop fraud before it is booked","environment":"prod"}""".formatted(TEMPLATE))
                .get("id")
                .asLong();
        for (int i = 1; i <= changes; i++) {
            world.patch(
                    "/models/" + model,
                    world.engineer(),
                    "{\"description\":\"Scores card payments, as of its change %d\"}".formatted(i));
        }
    }
}
