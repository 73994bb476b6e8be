package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Read models are a function of the events: built anew they are the same, row for row, and reads are served meanwhile. */
@OwnHubs
class RebuildTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void everyTableIsTheSameAfterARebuildFromTheStart() {
        try (var hub = HubProcess.start(Map.of())) {
            var admin = hub.admin();
            long seed = ThreadLocalRandom.current().nextLong();
            System.out.println("RebuildTest seed " + seed);
            new RandomHistory(List.of(Tenant.on(hub, admin), Tenant.on(hub, admin)), seed).steps(700);
            var before = live(hub);
            // A new database has been built once: its empty tables are not those of an earlier version.
            assertThat(hub.database().number("SELECT position FROM read_model.generation WHERE state = 'retired'"))
                    .isZero();

            admin.post("/operations/rebuild", json("reason", "to compare")).expect(202);

            assertThat(Await.until(PATIENCE, () -> !live(hub).equals(before)))
                    .as(hub.log())
                    .isTrue();
            assertSameRows(hub.database());
            assertSameIndexes(hub.database());
            // The rebuilt one goes on like the one before.
            var tenant = Tenant.on(hub, admin);
            long model = tenant.model();
            assertThat(tenant.auditor().get("/models/" + model).expect(200).id())
                    .isEqualTo(model);
            assertThat(admin.get("/models/").expect(200).json().size())
                    .isEqualTo((int) hub.database().number("SELECT count(*) FROM event_store.model"));
        }
    }

    @Test
    void readsAreServedAndFreshWhileANewGenerationIsBuilt() {
        try (var hub = HubProcess.start(Map.of())) {
            var admin = hub.admin();
            var tenant = Tenant.on(hub, admin);
            long model = tenant.model();
            long version = tenant.version(model);
            var batch = Api.JSON.createArrayNode();
            for (int i = 0; i < 1_000; i++) {
                batch.add(json("metric_name", "m", "value", i));
            }
            for (int i = 0; i < 15; i++) {
                tenant.owner()
                        .post("/versions/%d/metrics".formatted(version), batch)
                        .expect(201);
            }
            tenant.events(2_000);
            var before = live(hub);
            var switched = new AtomicBoolean();
            var served = new AtomicInteger();

            Together.run(5, number -> {
                if (number == 0) {
                    Await.until(PATIENCE, () -> served.get() > 20);
                    admin.post("/operations/rebuild", json()).expect(202);
                    switched.set(Await.until(PATIENCE, () -> !live(hub).equals(before)));
                    return 0;
                }
                long own = tenant.model();
                for (int i = 0; !switched.get() || i < 20; i++) {
                    var text = "text " + i;
                    tenant.owner()
                            .patch("/models/" + own, json("description", text))
                            .expect(200);
                    var read = tenant.auditor().get("/models/" + own).expect(200);
                    assertThat(read.text("description")).isEqualTo(text);
                    assertThat(read.header("Hub-Stale")).isEmpty();
                    served.incrementAndGet();
                }
                return 0;
            });

            assertThat(switched).as(hub.log()).isTrue();
            assertThat(served.get()).isGreaterThanOrEqualTo(80);
            assertThat(tenant.auditor()
                            .get("/versions/%d/metrics".formatted(version))
                            .expect(200)
                            .json()
                            .size())
                    .isEqualTo(15_000);
        }
    }

    /** A hub that died between the rows and the indexes; the next one finds what it left. */
    @Test
    void aGenerationWithoutItsIndexesIsFinishedByTheNextHubAndNeverLiveBefore() {
        try (var hub = HubProcess.start(Map.of())) {
            var tenant = Tenant.on(hub, hub.admin());
            tenant.events(400);
            var database = hub.database();
            var before = live(hub);
            var begun = """
                    DO $$ BEGIN
                        UPDATE read_model.generation SET state = 'requested' WHERE name = 'b';
                        PERFORM read_model.empty_generation('b');
                        %s
                    END $$""";

            assertThatThrownBy(() -> database.execute(begun.formatted("""
                            UPDATE read_model.generation SET state = 'retired' WHERE name = 'a';
                            UPDATE read_model.generation SET state = 'live' WHERE name = 'b';""")))
                    .hasStackTraceContaining("generation b still lacks indexes");
            assertThat(live(hub)).isEqualTo(before).isEqualTo("a");

            database.execute(begun.formatted("""
                    ASSERT (SELECT count(*) > 40 FROM read_model.missing_indexes('b'));
                    UPDATE read_model.generation SET state = 'building' WHERE name = 'b';"""));
            assertThat(Await.until(PATIENCE, () -> !live(hub).equals(before)))
                    .as(hub.log())
                    .isTrue();
            assertSameIndexes(database);
            assertThat(database.number(
                            "SELECT count(*) FROM pg_statistic WHERE starelid = 'read_model_b.model'::regclass"))
                    .isPositive();
            assertSameRows(database);
        }
    }

    static String live(HubProcess hub) {
        return hub.database()
                .query("SELECT name FROM read_model.generation WHERE state = 'live'", row -> row.getString(1))
                .getFirst();
    }

    private static void assertSameIndexes(Database database) {
        var definitions = "SELECT replace(indexdef, schemaname, '') FROM pg_indexes WHERE schemaname = '%s' ORDER BY 1";
        var before = database.query(definitions.formatted("read_model_a"), row -> row.getString(1));
        assertThat(database.query(definitions.formatted("read_model_b"), row -> row.getString(1)))
                .hasSizeGreaterThan(60)
                .isEqualTo(before);
    }

    /** Compares the two generations, which stand at the same position while nobody writes: the one that was live, and the rebuilt one. */
    static void assertSameRows(Database database) {
        var tables = database.query(
                "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'read_model_a'::regnamespace ORDER BY 1",
                row -> row.getString(1));
        assertThat(tables).hasSizeGreaterThan(10);
        long rows = 0;
        for (var table : tables) {
            var difference =
                    database.query("""
                    SELECT t.side || ' ' || t.line FROM (
                        (SELECT 'only before:' AS side, (x.*)::text AS line FROM %1$s.%3$s x
                          EXCEPT ALL SELECT 'only before:', (y.*)::text FROM %2$s.%3$s y)
                        UNION ALL
                        (SELECT 'only after:', (y.*)::text FROM %2$s.%3$s y
                          EXCEPT ALL SELECT 'only after:', (x.*)::text FROM %1$s.%3$s x)) t LIMIT 10""".formatted("read_model_a", "read_model_b", table), row -> row.getString(1));
            assertThat(difference).as("rows of %s that differ", table).isEmpty();
            rows += database.number("SELECT count(*) FROM read_model_a." + table);
        }
        assertThat(rows).isGreaterThan(500);
        assertThat(database.number("SELECT count(DISTINCT position) FROM read_model.generation"))
                .isEqualTo(1);
    }
}
