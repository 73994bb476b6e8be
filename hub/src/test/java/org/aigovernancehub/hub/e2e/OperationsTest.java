package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What operators see of the read side, and what it takes to see it. */
@OwnHubs
class OperationsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Management management = Management.free();
    private HubProcess hub;
    private Api platform;

    @BeforeEach
    void start() {
        hub = HubProcess.start(management.in(Map.of()));
        platform = hub.admin();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void platformStaffSeeEachProjectionAndNobodyElseDoes() {
        var tenant = Tenant.on(hub, platform);
        tenant.model();
        var platformAuditor = Tenant.newPlatformAuditor(hub, platform).api();

        for (var path : List.of("/operations/processors", "/operations/dead-letters")) {
            platform.get(path).expect(200);
            platformAuditor.get(path).expect(200);
            tenant.admin().get(path).problem(403, "forbidden");
            tenant.auditor().get(path).problem(403, "forbidden");
            hub.api().get(path).problem(401, "unauthenticated");
        }
        platformAuditor.post("/operations/rebuild", json()).problem(403, "forbidden");
        tenant.admin().post("/operations/rebuild", json()).problem(403, "forbidden");

        var live = processors("live");
        assertThat(live).extracting(row -> row.path("name").asString()).contains("models", "counters");
        assertThat(live).allSatisfy(row -> {
            assertThat(row.path("position").asLong())
                    .isEqualTo(row.path("highest_position").asLong())
                    .isPositive();
            assertThat(row.path("lag_events").asLong()).isZero();
            assertThat(row.path("lag_seconds").asDouble()).isZero();
            assertThat(row.path("dead_letters").asLong()).isZero();
            assertThat(row.path("failure").isNull()).isTrue();
        });
    }

    @Test
    void aRebuildIsSeenUntilTheNewGenerationIsLive() {
        long model = Tenant.on(hub, platform).model();
        var before = processors("live").getFirst().path("generation").asString();

        long requested = platform.post("/operations/rebuild", json("reason", "a test"))
                .expect(202)
                .position();

        var after = Await.untilAsserted(PATIENCE, () -> {
            platform.get("/models/%d".formatted(model)).expect(200);
            var live = processors("live");
            assertThat(live)
                    .isNotEmpty()
                    .allSatisfy(
                            row -> assertThat(row.path("generation").asString()).isNotEqualTo(before));
            return live;
        });
        assertThat(after.getFirst().path("position").asLong()).isGreaterThanOrEqualTo(requested);
        assertThat(processors("retired")).hasSameSizeAs(after).allSatisfy(row -> {
            assertThat(row.path("generation").asString()).isEqualTo(before);
            assertThat(row.path("lag_events").isNull()).isTrue();
            assertThat(row.path("lag_seconds").isNull()).isTrue();
        });
    }

    @Test
    void deadLettersAreListedInPagesAndCountedAndDegradeTheHealth() {
        long model = Tenant.on(hub, platform).model();
        park("model-" + model, 1L, "METRIC_RECORDED", 3);

        var all = platform.get("/operations/dead-letters").expect(200).json();
        assertThat(all).hasSize(3);
        var first = all.get(0);
        assertThat(first.path("position").asLong()).isEqualTo(1);
        assertThat(first.path("entity_type").asString()).isEqualTo("Model");
        assertThat(first.path("entity_id").asString()).isEqualTo(Long.toString(model));
        assertThat(first.path("action").asString()).isEqualTo("METRIC_RECORDED");
        assertThat(first.path("cause").asString()).isEqualTo("put there by a test");
        assertThat(first.path("discarded_at").isNull()).isTrue();

        var page = platform.get("/operations/dead-letters?limit=2").expect(200);
        assertThat(page.json()).hasSize(2);
        assertThat(page.header("X-Total-Count")).hasValue("3");
        var next = page.header("Link").orElseThrow().replaceFirst("<([^>]*)>; rel=\"next\"", "$1");
        assertThat(platform.get(next).expect(200).json())
                .singleElement()
                .satisfies(row -> assertThat(row.path("position").asLong()).isEqualTo(3));

        assertThat(processors("live"))
                .allSatisfy(row -> assertThat(row.path("dead_letters").asLong()).isEqualTo(3));
        assertThat(platform.get("/metrics").expect(200).body()).contains("\nhub_dead_letters 3.0\n");
        platform.get("/models/%d".formatted(model)).problem(503, "projection-damaged");
        Await.untilAsserted(PATIENCE, () -> {
            assertThat(hub.api().get(hub.api().root("/health")).text("status")).isEqualTo("degraded");
            return true;
        });
        var health = management.get("/health").expect(200);
        assertThat(health.text("status")).isEqualTo("DEGRADED");
        assertThat(health.json()
                        .path("components")
                        .path("deadLetters")
                        .path("status")
                        .asString())
                .isEqualTo("DEGRADED");
        management.get("/health/readiness").expect(200);

        platform.post("/operations/dead-letters/1/discard", json("reason", "a test"))
                .expect(202);
        var discarded =
                platform.get("/operations/dead-letters").expect(200).json().get(0);
        assertThat(discarded.path("discarded_at").isString()).isTrue();
    }

    @Test
    void aDamagedGlobalPolicyIsToldToEverybody() {
        var tenant = Tenant.on(hub, platform);
        tenant.model();
        tenant.auditor().get("/policies/1").expect(200);

        park("policy-1", null, "POLICY_CHANGED", 1);

        tenant.auditor().get("/policies/1").problem(503, "projection-damaged");
        assertThat(tenant.auditor().get("/policies/").expect(200).header("Hub-Stale"))
                .isPresent();
        tenant.auditor().get("/operations/dead-letters").problem(403, "forbidden");
    }

    @Test
    void aVersionThatWaitsIsNotToldToBeAbsent() {
        var tenant = Tenant.on(hub, platform);
        var other = Tenant.on(hub, platform);
        long model = tenant.model();
        tenant.auditor().get("/versions/9").problem(404, "not-found");

        park("model-" + model, tenant.organizationId(), "VERSION_REGISTERED", 1);

        tenant.auditor().get("/versions/9").problem(503, "projection-damaged");
        tenant.auditor().get("/versions/9/metrics").problem(503, "projection-damaged");
        other.auditor().get("/versions/9").problem(404, "not-found");
    }

    /** Puts what could not be applied where the projector would have put it. */
    private void park(String entity, @Nullable Long organization, String action, int count) {
        var database = hub.database();
        for (int position = 1; position <= count; position++) {
            database.execute("""
                    INSERT INTO read_model.dead_letter
                        (generation, position, aggregate_id, organization_id, action, cause, attempts, parked_at)
                    SELECT name, ?, ?, ?, ?, 'put there by a test', 1, now()
                      FROM read_model.generation WHERE state = 'live'""", position, entity, organization, action);
        }
        database.execute("UPDATE read_model.generation SET parked = %d WHERE state = 'live'".formatted(count));
    }

    private List<JsonNode> processors(String state) {
        var found = new ArrayList<JsonNode>();
        platform.get("/operations/processors").expect(200).json().forEach(row -> {
            if (row.path("state").asString().equals(state)) {
                found.add(row);
            }
        });
        return found;
    }
}
