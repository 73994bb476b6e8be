package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a hub says of its own health, to people and to what watches over it. */
@OwnHubs
class HealthTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Management management = Management.free();
    private TestPostgres postgres;
    private HubProcess hub;

    @BeforeEach
    void start() {
        postgres = TestPostgres.start();
        hub = HubProcess.start(management.in(postgres.environment()));
    }

    @AfterEach
    void stop() {
        hub.close();
        postgres.close();
    }

    @Test
    void aDatabaseThatIsAwayMakesTheHubUnreadyButNotDead() {
        expectHealthy();

        postgres.stop();
        Await.untilAsserted(PATIENCE, () -> {
            var health = hub.api().get(hub.api().root("/health")).expect(200);
            assertThat(health.text("status")).isEqualTo("degraded");
            assertThat(health.text("database")).isEqualTo("unhealthy");
            return health;
        });
        management.get("/health/readiness").expect(503);
        management.get("/health/liveness").expect(200);
        assertThat(management.get("/prometheus").expect(200).body()).contains("jvm_threads_live_threads");

        postgres.startAgain();
        Await.untilAsserted(PATIENCE, () -> {
            expectHealthy();
            return true;
        });
    }

    @Test
    void eventsThatWaitForTheirPositionDegradeTheHealthAndNoMore() throws SQLException {
        var platform = hub.admin();
        try (var connection = postgres.database().connection()) {
            connection.setAutoCommit(false);
            try (var lock = connection.createStatement()) {
                lock.execute("SELECT pg_advisory_xact_lock(hashtextextended('event_store.sequence', 0))");
            }
            platform.post("/organizations/", json("name", "Waiting")).problem(503, "outcome-unknown");

            Await.untilAsserted(PATIENCE, () -> {
                var components = management.get("/health").json().path("components");
                assertThat(components.path("pendingEvents").path("status").asString())
                        .isEqualTo("DOWN");
                assertThat(components.path("sequencing").path("status").asString())
                        .isEqualTo("DOWN");
                return components;
            });
            var health = hub.api().get(hub.api().root("/health")).expect(200);
            assertThat(health.text("status")).isEqualTo("degraded");
            assertThat(health.text("database")).isEqualTo("healthy");
            management.get("/health/readiness").expect(200);
            connection.rollback();
        }
        Await.untilAsserted(PATIENCE, () -> {
            expectHealthy();
            return true;
        });
    }

    @Test
    void projectionsThatStandStillMakeTheHubUnready() {
        postgres.database().execute("""
                INSERT INTO event_store.event (event_id, aggregate_id, sequence_number, event_name, revision, payload, metadata, recorded_at)
                VALUES ('from-the-future', 'model-999999', 0, 'ModelTeleported', 1, '{}', '{"actor":"system","demo":false}', now())""");

        Await.untilAsserted(PATIENCE, () -> {
            management.get("/health/readiness").expect(503);
            var components = management.get("/health").json().path("components");
            assertThat(components.path("projections").path("status").asString()).isEqualTo("DOWN");
            return components;
        });
        management.get("/health/liveness").expect(200);
        Await.untilAsserted(PATIENCE, () -> {
            var health = hub.api().get(hub.api().root("/health")).expect(200);
            assertThat(health.text("status")).isEqualTo("degraded");
            assertThat(health.text("database")).isEqualTo("healthy");
            return health;
        });
        assertThat(hub.admin()
                        .get("/operations/processors")
                        .expect(200)
                        .json()
                        .get(0)
                        .path("failure")
                        .asString())
                .contains("cannot be read");
        Await.untilAsserted(PATIENCE, () -> {
            assertThat(management
                            .get("/health")
                            .json()
                            .path("components")
                            .path("projectionLag")
                            .path("status")
                            .asString())
                    .isEqualTo("DEGRADED");
            return true;
        });
    }

    private void expectHealthy() {
        var health = hub.api().get(hub.api().root("/health")).expect(200);
        assertThat(health.text("status")).isEqualTo("ok");
        assertThat(health.text("database")).isEqualTo("healthy");
        management.get("/health").expect(200);
        management.get("/health/readiness").expect(200);
        management.get("/health/liveness").expect(200);
    }
}
