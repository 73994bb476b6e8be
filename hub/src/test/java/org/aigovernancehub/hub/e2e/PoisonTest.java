package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * An event that cannot be applied is parked: its entity answers 503 instead of an older state, lists say so, the rest goes on, and a retry
 * heals once the reason is gone. The reason is made by a trigger in the database, which refuses a row as a constraint would.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OwnHubs
class PoisonTest {
    private HubProcess hub;
    private Api platform;
    private Database database;

    @BeforeAll
    void start() {
        hub = HubProcess.start(Map.of());
        platform = hub.admin();
        database = hub.database();
        database.execute("""
                CREATE FUNCTION public.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'refused by a test' USING ERRCODE = 'check_violation'; END $$""");
    }

    @AfterAll
    void stop() {
        hub.close();
    }

    private void poison(String description) {
        for (var generation : new String[] {"a", "b"}) {
            database.execute("""
                    CREATE TRIGGER poison BEFORE INSERT OR UPDATE ON read_model_%s.model FOR EACH ROW
                    WHEN (NEW.description = '%s') EXECUTE FUNCTION public.refuse()""".formatted(generation, description));
        }
    }

    private void heal() {
        for (var generation : new String[] {"a", "b"}) {
            database.execute("DROP TRIGGER poison ON read_model_%s.model".formatted(generation));
        }
    }

    @Test
    void anEntityWithAParkedEventAnswersNoOlderStateAndARetryHealsIt() {
        var tenant = Tenant.on(hub, platform);
        var other = Tenant.on(hub, platform);
        long model = tenant.model();
        long sound = tenant.model();
        poison("poison");

        long position = tenant.owner()
                .patch("/models/" + model, json("description", "poison"))
                .expect(200)
                .position();

        tenant.auditor().get("/models/" + model).problem(503, "projection-damaged");
        tenant.auditor().get("/models/%d/versions/".formatted(model)).problem(503, "projection-damaged");
        var list = tenant.auditor().get("/models/").expect(200);
        assertThat(list.header("Hub-Stale")).hasValue("true");
        assertThat(list.header("Hub-Damaged-Entities")).hasValue("1");
        assertThat(other.auditor().get("/models/").expect(200).header("Hub-Stale"))
                .isEmpty();
        other.auditor().get("/models/" + model).problem(404, "not-found");
        // The rest goes on, and what comes after in the same stream waits behind.
        tenant.owner().patch("/models/" + sound, json("description", "fine")).expect(200);
        assertThat(tenant.auditor().get("/models/" + sound).expect(200).text("description"))
                .isEqualTo("fine");
        long version = tenant.version(model);
        tenant.auditor().get("/models/" + model).problem(503, "projection-damaged");
        assertThat(platform.get("/health").expect(200).text("status")).isEqualTo("degraded");
        assertThat(parked()).isEqualTo(2);

        // A retry that comes too early changes nothing.
        platform.post("/operations/dead-letters/%d/retry".formatted(position), json())
                .expect(202);
        tenant.auditor().get("/models/" + model).problem(503, "projection-damaged");
        assertThat(parked()).isEqualTo(2);

        heal();
        platform.post("/operations/dead-letters/%d/retry".formatted(position), json())
                .expect(202);

        var read = tenant.auditor().get("/models/" + model).expect(200);
        assertThat(read.text("description")).isEqualTo("poison");
        assertThat(read.etag()).isEqualTo("\"3\"");
        assertThat(tenant.auditor().get("/versions/" + version).expect(200).id())
                .isEqualTo(version);
        assertThat(tenant.auditor().get("/models/").expect(200).header("Hub-Stale"))
                .isEmpty();
        assertThat(parked()).isZero();
    }

    @Test
    void aDiscardedEventLeavesTheMarkUntilARebuild() {
        var tenant = Tenant.on(hub, platform);
        poison("poison of a registration");
        var registered = tenant.owner()
                .post("/models/", json("name", "m", "owner", "o", "description", "poison of a registration"))
                .expect(201);

        platform.post("/operations/dead-letters/%d/discard".formatted(registered.position()), json("reason", "no use"))
                .expect(202);
        tenant.auditor().get("/models/" + registered.id()).problem(503, "projection-damaged");
        heal();
        platform.post("/operations/dead-letters/%d/retry".formatted(registered.position()), json())
                .expect(202);
        tenant.auditor().get("/models/" + registered.id()).problem(503, "projection-damaged");

        platform.post("/operations/rebuild", json()).expect(202);

        Await.untilAsserted(
                java.time.Duration.ofSeconds(60),
                () -> tenant.auditor().get("/models/" + registered.id()).expect(200));
        assertThat(parked()).isZero();
    }

    /** As from a position that somebody has set by hand, or a database whose parts were restored from different times. */
    @Test
    void anEventThatComesAgainIsParkedInsteadOfCountedTwice() {
        var tenant = Tenant.on(hub, platform);
        var auditor = tenant.auditor();
        long model = tenant.model();
        var before = auditor.get("/dashboard/stats").expect(200);
        assertThat(before.number("total_models")).isEqualTo(1);

        database.execute("UPDATE read_model.generation SET position = position - 1 WHERE state = 'live'");

        Await.untilAsserted(
                java.time.Duration.ofSeconds(30), () -> assertThat(parked()).isEqualTo(1));
        auditor.get("/models/" + model).problem(503, "projection-damaged");
        assertThat(auditor.get("/dashboard/stats").expect(200).number("total_models"))
                .isEqualTo(1);

        // A rebuild would heal it, as above, but begins a minute after the last one only.
        database.execute("DELETE FROM read_model.dead_letter");
        database.execute("UPDATE read_model.generation SET parked = 0");
    }

    private long parked() {
        return database.number("SELECT parked FROM read_model.generation WHERE state = 'live'");
    }
}
