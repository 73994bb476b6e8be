package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.aigovernancehub.hub.e2e.Api.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Several hubs on one database, started at the same moment on an empty one: they make it together, and decide as one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OwnHubs
class ManyHubsTest {
    private final TestPostgres postgres = TestPostgres.start();
    private final List<HubProcess> hubs = new ArrayList<>();
    private Api admin = Api.of(java.net.URI.create("http://localhost"));

    @BeforeAll
    void startAllAtOnceOnAnEmptyDatabase() {
        hubs.addAll(Together.run(List.<Callable<HubProcess>>of(
                () -> HubProcess.start(postgres.environment("HUB_ROLE", "command")),
                () -> HubProcess.start(postgres.environment("HUB_ROLE", "all")),
                () -> HubProcess.start(postgres.environment("HUB_ROLE", "query")))));
        admin = hubs.getFirst().admin();
    }

    @AfterAll
    void stop() {
        hubs.forEach(HubProcess::close);
        postgres.close();
    }

    @Test
    void theyMadeOneFirstAdministratorOneOrganisationAndOnePolicy() {
        var names = postgres.database()
                .query(
                        "SELECT event_name FROM event_store.event ORDER BY global_index LIMIT 3",
                        row -> row.getString(1));

        assertThat(names).containsExactly("OrganizationCreated", "UserCreated", "PolicyCreated");
        assertThat(postgres.database().number("SELECT count(*) FROM event_store.user_account WHERE platform"))
                .isEqualTo(1);
    }

    @Test
    void aTokenOfOneIsGoodAtTheOther() {
        assertThat(at(1).get("/auth/me").expect(200).text("username")).isEqualTo("admin");
    }

    @Test
    void ofManyCreatesOfOneNameOverBothExactlyOneWins() {
        var body = json("name", Tenant.unique("m"), "owner", "x");

        var answers = Together.run(40, i -> at(i % 2).post("/models/", body));

        var winners = answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(winners).hasSize(1);
        answers.stream()
                .filter(answer -> answer.status() != 201)
                .forEach(answer -> assertThat(
                                answer.problem(409, "duplicate").path("id").asLong())
                        .isEqualTo(winners.getFirst().id()));
    }

    @Test
    void ofManyWritersWithTheSameTagOverBothExactlyOneWins() {
        long model = model();

        var answers = Together.run(
                40, i -> at(i % 2).with("If-Match", "\"1\"").patch("/models/" + model, json("description", "by " + i)));

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        answers.stream()
                .filter(answer -> answer.status() != 200)
                .forEach(answer -> answer.problem(412, "stale-version"));
        assertThat(postgres.database().events("model-" + model)).hasSize(2);
    }

    @Test
    void withoutATagAllWritersOverBothGetThrough() {
        long model = model();

        var answers = Together.run(20, i -> at(i % 2).patch("/models/" + model, json("description", "by " + i)));

        answers.forEach(answer -> answer.expect(200));
        assertThat(answers.stream().map(Answer::etag).distinct()).hasSize(20);
        assertThat(postgres.database().events("model-" + model)).hasSize(21);
    }

    @Test
    void oppositeDependenciesOverBothLeaveNoCycle() {
        for (int round = 0; round < 10; round++) {
            long one = model();
            long other = model();

            var answers = Together.run(List.<Callable<Answer>>of(
                    () -> at(0).post("/models/" + one + "/dependencies/", json("parent_model_id", other)),
                    () -> at(1).post("/models/" + other + "/dependencies/", json("parent_model_id", one))));

            assertThat(answers.stream().filter(answer -> answer.status() == 201))
                    .hasSize(1);
            answers.stream().filter(answer -> answer.status() != 201).forEach(answer -> answer.problem(409, "cycle"));
        }
    }

    @Test
    void aKeyIsGoodOnceOverBoth() {
        var key = Tenant.unique("key");
        var body = json("name", "dataset");

        var answers =
                Together.run(20, i -> at(i % 2).with("Idempotency-Key", key).post("/datasets/", body));

        var created = answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(created).isNotEmpty();
        assertThat(created.stream().map(Answer::id).distinct()).hasSize(1);
        answers.stream().filter(answer -> answer.status() != 201).forEach(answer -> answer.problem(409, "in-flight"));
    }

    @Test
    void whatOneHasDecidedTheOtherKnows() {
        long model = model();
        for (int i = 0; i < 10; i++) {
            var changed = at(i % 2)
                    .patch("/models/" + model, json("description", "turn " + i))
                    .expect(200);
            var same = at((i + 1) % 2).patch("/models/" + model, json()).expect(200);
            assertThat(same.etag()).isEqualTo(changed.etag());
            assertThat(same.text("description")).isEqualTo("turn " + i);
            assertThat(same.position()).isGreaterThanOrEqualTo(changed.position());
        }
    }

    @Test
    void aDisabledUserIsOutAtTheOtherToo() {
        var tenant = Tenant.on(hubs.getFirst(), admin);
        var member = tenant.newMember("model_owner");
        member.api().at(hubs.get(1).url()).get("/auth/me").expect(200);

        admin.patch("/users/" + member.id(), json("is_active", false)).expect(200);

        member.api().at(hubs.get(1).url()).get("/auth/me").problem(401, "unauthenticated");
        member.api().at(hubs.get(0).url()).get("/auth/me").problem(401, "unauthenticated");
    }

    @Test
    void failedSignInsAreCountedOverAll() {
        var tenant = Tenant.on(hubs.getFirst(), admin);
        var username = tenant.newMember("auditor").username();
        for (int i = 0; i < 10; i++) {
            hubs.get(i % 2)
                    .api()
                    .from("127.0.0.51")
                    .form("/auth/token", java.util.Map.of("username", username, "password", "wrong " + i))
                    .problem(401, "unauthenticated");
        }

        hubs.get(1)
                .api()
                .from("127.0.0.51")
                .form("/auth/token", java.util.Map.of("username", username, "password", Tenant.PASSWORD))
                .problem(429, "too-many-requests");
    }

    @Test
    void callsOfTheWrongKindAreSentElsewhere() {
        var command = at(0);
        var query = admin.at(hubs.get(2).url());

        query.post("/models/", json("name", "x", "owner", "y")).problem(421, "wrong-role");
        query.patch("/models/1", json()).problem(421, "wrong-role");
        query.get("/auth/me").problem(421, "wrong-role");
        query.get("/models/1/transitions").problem(421, "wrong-role");
        query.form("/auth/token", java.util.Map.of("username", "admin", "password", HubProcess.ADMIN_PASSWORD))
                .problem(421, "wrong-role");
        command.get("/models/").problem(421, "wrong-role");
        command.get("/audit-logs/").problem(421, "wrong-role");
        for (var hub : hubs) {
            hub.api().get(hub.url() + "/health").expect(200);
            hub.api().get(hub.url() + "/").expect(200);
        }
    }

    @Test
    void aPolicyBindsOnTheOtherFromItsAnswerOn() {
        var tenant = Tenant.on(hubs.getFirst(), admin);
        var elsewhere = tenant.officer().at(hubs.get(1).url());
        long policy = tenant.policy("require_evaluation_before_approval", "is_active", false);
        for (int round = 0; round < 5; round++) {
            long bound = tenant.model();
            long free = tenant.model();
            var approval = json("status", "approved", "approval_notes", "x");

            tenant.officer()
                    .patch("/policies/" + policy, json("is_active", true))
                    .expect(200);
            elsewhere.patch("/models/" + bound + "/compliance-status", approval).problem(403, "policy-violation");
            tenant.officer()
                    .patch("/policies/" + policy, json("is_active", false))
                    .expect(200);
            elsewhere.patch("/models/" + free + "/compliance-status", approval).expect(200);
        }
    }

    @Test
    void positionsAreDenseWhoeverNumbersThem() {
        Together.run(
                40, i -> at(i % 2).post("/datasets/", json("name", "d" + i)).expect(201));

        Await.untilAsserted(
                Duration.ofSeconds(10),
                () -> assertThat(postgres.database()
                                .number("SELECT (SELECT count(*) FROM event_store.event) - max(position)"
                                        + " FROM event_store.event_position"))
                        .isZero());
        assertThat(postgres.database().number("SELECT count(*) - max(position) FROM event_store.event_position"))
                .isZero();
    }

    @Test
    void withoutTheDatabaseTheySaySoAndComeBackWithIt() {
        long before = postgres.database().number("SELECT count(*) FROM event_store.event");
        postgres.stop();
        try {
            for (var hub : hubs) {
                var health = hub.api().get(hub.url() + "/health").expect(200);
                assertThat(health.text("status")).isEqualTo("degraded");
                assertThat(health.text("database")).isEqualTo("unhealthy");
            }
            var refused = admin.post("/datasets/", json("name", "d"));
            refused.problem(503, "unavailable");
            assertThat(refused.header("Retry-After")).isPresent();
        } finally {
            postgres.startAgain();
        }
        assertTheyComeBack();
        postgres.kill9();
        postgres.awaitRunning();
        assertTheyComeBack();
        assertThat(postgres.database().number("SELECT count(*) FROM event_store.event"))
                .isEqualTo(before + 4);
    }

    private void assertTheyComeBack() {
        for (var hub : hubs) {
            Await.untilAsserted(
                    Duration.ofSeconds(60),
                    () -> assertThat(hub.api().get(hub.url() + "/health").text("status"))
                            .isEqualTo("ok"));
        }
        at(0).post("/datasets/", json("name", "d")).expect(201);
        at(1).post("/datasets/", json("name", "d")).expect(201);
    }

    /** The administrator at the command hub or at the one that does both. */
    private Api at(int hub) {
        return admin.at(hubs.get(hub).url()).patiently();
    }

    private long model() {
        return admin.post("/models/", json("name", Tenant.unique("m"), "owner", "x"))
                .expect(201)
                .id();
    }
}
