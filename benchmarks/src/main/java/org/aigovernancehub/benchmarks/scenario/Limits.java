package org.aigovernancehub.benchmarks.scenario;

import java.time.Duration;
import java.util.List;
import org.aigovernancehub.benchmarks.Figure;
import org.aigovernancehub.benchmarks.load.HttpRequest;
import org.aigovernancehub.benchmarks.system.Postgres;

/** What the machine gives without the hub's work: rows inserted and read by PostgreSQL alone, and a constant answer over HTTP. */
public final class Limits implements Scenario {
    private static final Duration RUN = Duration.ofSeconds(15);
    private static final int ROWS = 100_000;

    @Override
    public String name() {
        return "limits";
    }

    @Override
    public void prepare(World world) {
        // Columns, keys and indexes of event_store.event; no trigger, no number.
        world.hub().postgres().execute("""
                CREATE SCHEMA IF NOT EXISTS benchmark;
                DROP TABLE IF EXISTS benchmark.event;
                CREATE TABLE benchmark.event (LIKE event_store.event INCLUDING ALL);
                CREATE SEQUENCE IF NOT EXISTS benchmark.number;
                ALTER TABLE benchmark.event ALTER COLUMN global_index SET DEFAULT nextval('benchmark.number')""");
    }

    @Override
    public List<Figure> run(World world) {
        var postgres = world.hub().postgres();
        var inserts = inserts(postgres, world);
        var selects = postgres.pgbench(
                "\\set id random(1, %d)\nSELECT * FROM benchmark.event WHERE global_index = :id;\n".formatted(ROWS),
                World.CONNECTIONS,
                world.scaled(RUN),
                world.scratch());
        var constant = HttpRequest.get(World.API + "/", "");
        var answers = World.all(200, world.load().asFastAsPossible(world.scaled(RUN), (_, _) -> constant));
        return List.of(
                new Figure("limit: PostgreSQL alone", "inserts of an event's row", "1/s", inserts, null),
                new Figure("limit: PostgreSQL alone", "reads of a row by its key", "1/s", selects, null),
                new Figure("limit: HTTP alone", "a constant answer", "1/s", answers.perSecond(), null));
    }

    /** The same row as the last registration's, under a name of its own. */
    private static double inserts(Postgres postgres, World world) {
        var row = EventRow.ofLastRegistration(world);
        return postgres.pgbench(
                """
                INSERT INTO benchmark.event (event_id, aggregate_id, sequence_number, event_name, revision, payload, metadata, recorded_at) \
                VALUES (gen_random_uuid()::text, 'model-' || gen_random_uuid(), 0, 'ModelRegistered', 1, $q$%s$q$, $q$%s$q$, now());
                """.formatted(escaped(row.payload()), escaped(row.metadata())),
                World.CONNECTIONS,
                world.scaled(RUN),
                world.scratch());
    }

    /** pgbench takes a colon before a letter for a variable. */
    private static String escaped(String json) {
        return json.replaceAll(":(?=[A-Za-z_])", ": ");
    }
}
