package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A hub as its operator lives with it: the first start, stops, kills, and what lies in its folder. */
class OperationTest {

    @Test
    void aHubIsStartedStoppedKilledAndStartedAgain() throws IOException {
        try (var hub = HubProcess.startExactly(Map.of())) {
            assertFirstStart(hub);
            var admin = hub.admin();
            long kept = admin.post("/models/", json("name", "kept", "owner", "x"))
                    .expect(201)
                    .id();
            assertAnotherHubStaysOut(hub);

            assertThat(hub.stop()).isIn(0, 143);
            assertThat(hub.postmaster()).isEmpty();

            hub.start();
            assertThat(hub.log().split("Sign in as admin", -1)).hasSize(2);
            hub.admin()
                    .patch("/models/" + kept, json("description", "still there"))
                    .expect(200);

            hub.kill9();
            assertThat(hub.postmaster()).as("PostgreSQL is no child of the hub").isPresent();
            hub.start();
            admin.at(hub.url())
                    .patch("/models/" + kept, json("description", "and again"))
                    .expect(200);
            assertThat(hub.database().eventNames("model-" + kept))
                    .containsExactly("ModelRegistered", "ModelDetailsChanged", "ModelDetailsChanged");

            hub.postmaster().orElseThrow().destroyForcibly();
            assertComesBack(hub, admin);

            // The password that was set on the first start is the administrator's matter from then on.
            Files.delete(hub.dataDir().resolve("admin-password"));
            assertThat(hub.stop()).isIn(0, 143);
            hub.start();
            assertThat(hub.dataDir().resolve("admin-password")).doesNotExist();
            assertThat(hub.log().split("Sign in as admin", -1)).hasSize(2);
            admin.at(hub.url()).get("/auth/me").expect(200);
        }
    }

    private static void assertFirstStart(HubProcess hub) throws IOException {
        assertThat(hub.log())
                .contains("Hub       http://localhost:" + hub.port())
                .contains("API docs  http://localhost:" + hub.port() + "/docs")
                .contains("Data      " + hub.dataDir())
                .contains(
                        "Sign in as admin; the password is in " + hub.dataDir().resolve("admin-password"));
        for (var secret : List.of("admin-password", "secret-key", "postgres-password")) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(hub.dataDir().resolve(secret))))
                    .as(secret)
                    .isEqualTo("rw-------");
            assertThat(hub.file(secret)).hasSizeGreaterThanOrEqualTo(40);
            assertThat(hub.log()).doesNotContain(hub.file(secret));
        }
        assertThat(hub.database().query("SHOW fsync", row -> row.getString(1))).containsExactly("on");
        assertThat(hub.database().query("SHOW synchronous_commit", row -> row.getString(1)))
                .containsExactly("on");
        assertThat(hub.database().query("SHOW full_page_writes", row -> row.getString(1)))
                .containsExactly("on");
        assertThat(hub.database().query("SHOW listen_addresses", row -> row.getString(1)))
                .containsExactly("127.0.0.1");
        assertThat(Files.readString(hub.dataDir().resolve("postgres").resolve("pg_hba.conf")))
                .doesNotContain("trust");
    }

    private static void assertAnotherHubStaysOut(HubProcess hub) {
        var other = hub.runBeside();

        assertThat(other.code()).isEqualTo(1);
        assertThat(other.output()).contains("The hub did not start. Another hub runs in " + hub.dataDir());
        hub.admin().get("/auth/me").expect(200);
    }

    /** The hub starts its PostgreSQL again and needs no restart itself. */
    private static void assertComesBack(HubProcess hub, Api admin) {
        Await.untilAsserted(Duration.ofSeconds(60), () -> {
            var answer = admin.at(hub.url()).post("/datasets/", json("name", "after the crash"));
            assertThat(answer.status()).as(answer.toString()).isIn(201, 503);
            return answer.expect(201);
        });
        Await.untilAsserted(
                Duration.ofSeconds(60),
                () -> assertThat(hub.api().get(hub.url() + "/health").text("status"))
                        .isEqualTo("ok"));
        assertThat(hub.log()).contains("The embedded PostgreSQL has died; starting it again");
    }

    @Test
    void aTakenPortIsASentenceBeforeAnythingIsMade() {
        var exit = HubProcess.runToEnd(
                Map.of("HUB_PORT", Integer.toString(SharedHub.hub().port())));

        assertThat(exit.code()).isEqualTo(1);
        assertThat(exit.output())
                .contains("The hub did not start. Port %d is taken"
                        .formatted(SharedHub.hub().port()))
                .doesNotContain("\tat ", "Making a database");
        var management = HubProcess.runToEnd(
                Map.of("HUB_MANAGEMENT_PORT", Integer.toString(SharedHub.hub().port())));
        assertThat(management.output()).contains("is taken; stop what uses it, or set HUB_MANAGEMENT_PORT.");
    }

    @Test
    void aMisspeltVariableIsToldOf() {
        var exit = HubProcess.runToEnd(Map.of(
                "HUB_PROT", "8001", "HUB_PORT", Integer.toString(SharedHub.hub().port())));

        assertThat(exit.output()).contains("HUB_PROT is not a setting of the hub");
    }

    @Test
    void jsonLogsAreOneObjectALineWithTheCorrelationId() {
        var id = Tenant.unique("correlation");
        ConfiguredHub.anonymous()
                .with("X-Correlation-Id", id)
                .as("nonsense")
                .with("X-Correlation-Id", id)
                .get("/auth/me")
                .problem(401, "unauthenticated");

        var lines = Await.untilAsserted(Duration.ofSeconds(10), () -> {
            var found = ConfiguredHub.hub()
                    .log()
                    .lines()
                    .filter(line -> line.contains(id))
                    .toList();
            assertThat(found).isNotEmpty();
            return found;
        });
        assertThat(lines).allSatisfy(line -> {
            var entry = Api.JSON.readTree(line);
            assertThat(entry.path("correlation_id").asString()).isEqualTo(id);
            assertThat(entry.path("level").asString()).isEqualTo("WARN");
        });
        assertThat(ConfiguredHub.hub().log().lines())
                .allSatisfy(
                        line -> assertThat(Api.JSON.readTree(line).isObject()).isTrue());
        assertThat(ConfiguredHub.hub().log()).doesNotContain(HubProcess.ADMIN_PASSWORD);
    }

    @Test
    void theManagementPortTellsLivenessReadinessAndMetrics() {
        var api = ConfiguredHub.anonymous();
        var base = "http://127.0.0.1:%d/actuator".formatted(ConfiguredHub.hub().managementPort());

        for (var path : List.of("/health", "/health/liveness", "/health/readiness")) {
            assertThat(api.get(base + path).expect(200).text("status")).as(path).isEqualTo("UP");
        }
        assertThat(api.get(base + "/prometheus").expect(200).body()).contains("jvm_memory_used_bytes", "hikaricp");
        // The hub's own port has none of it.
        api.get(api.root("/actuator/health")).problem(404, "not-found");
        SharedHub.anonymous()
                .get(SharedHub.anonymous().root("/actuator/prometheus"))
                .problem(404, "not-found");
    }

    @Test
    void verifyFindsNothingWrongInADatabaseThatWasWorkedOn() {
        try (var hub = HubProcess.start(Map.of())) {
            var tenant = Tenant.on(hub, hub.admin());
            long model = tenant.model("risk_level", "high");
            long version = tenant.version(model);
            tenant.policy("require_evaluation_before_approval");
            tenant.officer()
                    .patch("/models/" + model + "/compliance-status", json("status", "approved", "approval_notes", "x"))
                    .problem(403, "policy-violation");
            tenant.owner()
                    .post("/metrics/", json("version_id", version, "metric_name", "auc", "value", 0.5))
                    .expect(201);
            long dataset = tenant.owner()
                    .post("/datasets/", json("name", "d"))
                    .expect(201)
                    .id();
            tenant.owner()
                    .post("/models/" + model + "/datasets/", json("dataset_id", dataset))
                    .expect(201);
            tenant.owner()
                    .post("/models/" + model + "/dependencies/", json("parent_model_id", tenant.model()))
                    .expect(201);
            tenant.owner().patch("/models/" + model, json("name", "renamed")).expect(200);
            var token = tenant.owner().post("/tokens", json("name", "ci")).expect(201);
            tenant.owner().delete("/tokens/" + token.id()).expect(204);
            tenant.admin()
                    .patch("/users/" + tenant.newMember("auditor").id(), json("is_active", false))
                    .expect(200);
            hub.stop();

            var sound = hub.runBeside("verify");
            assertThat(sound.code()).as(sound.output()).isZero();

            // A row that no event explains is found.
            hub.start();
            hub.database().execute("UPDATE event_store.model SET name = 'forged' WHERE model_id = ?", model);
            hub.stop();
            var broken = hub.runBeside("verify");
            assertThat(broken.code()).as(broken.output()).isNotZero();
            assertThat(broken.output()).contains("model", "forged");
        }
    }

    @Test
    void nothingThatWasAnsweredIsLostWhenEverythingIsKilledUnderLoad() {
        try (var hub = HubProcess.start(Map.of())) {
            var admin = hub.admin();
            var answered = new ArrayList<Long>();
            var over = new AtomicBoolean();
            var writers = new ArrayList<Thread>();
            for (int i = 0; i < 8; i++) {
                writers.add(Thread.ofVirtual().start(() -> {
                    while (!over.get()) {
                        try {
                            var answer = admin.post("/datasets/", json("name", "under load"));
                            if (answer.status() == 201) {
                                synchronized (answered) {
                                    answered.add(answer.id());
                                }
                            }
                        } catch (RuntimeException e) {
                            Await.aMoment(); // the hub is gone; so was the question
                        }
                    }
                }));
            }
            assertThat(Await.until(Duration.ofSeconds(60), () -> count(answered) >= 200))
                    .isTrue();
            hub.postmaster().orElseThrow().destroyForcibly();
            hub.kill9();
            over.set(true);
            writers.forEach(OperationTest::join);

            hub.start();

            var stored = hub.database()
                    .query(
                            "SELECT aggregate_id FROM event_store.event WHERE event_name = 'DatasetRegistered'",
                            row -> Long.parseLong(row.getString(1).substring("dataset-".length())));
            assertThat(stored).containsAll(answered).doesNotHaveDuplicates();
            Await.untilAsserted(
                    Duration.ofSeconds(10),
                    () -> assertThat(hub.database()
                                    .number("SELECT count(*) - max(position) FROM event_store.event_position"))
                            .isZero());
            assertThat(hub.database()
                            .number("SELECT count(*) FROM event_store.event LEFT JOIN event_store.event_position"
                                    + " USING (global_index) WHERE position IS NULL"))
                    .isZero();
        }
    }

    private static int count(List<Long> answered) {
        synchronized (answered) {
            return answered.size();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(70));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
