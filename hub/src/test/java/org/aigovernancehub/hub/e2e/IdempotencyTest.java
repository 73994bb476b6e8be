package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.aigovernancehub.hub.e2e.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code Idempotency-Key}: a call takes effect once, however often it is sent, and only for who sent it. */
class IdempotencyTest {
    private final Tenant tenant = SharedHub.tenant();

    @Test
    void aRepeatedCreateAnswersTheSameAgain() {
        var name = Tenant.unique("model");
        var api = keyed(tenant.owner());
        var body = json("name", name, "owner", "x");

        var first = api.post("/models/", body).expect(201);
        var second = api.post("/models", body).expect(201);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.etag()).isEqualTo(first.etag());
        assertThat(second.position()).isGreaterThanOrEqualTo(first.position());
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(second.header("Idempotent-Replayed")).hasValue("true");
        assertThat(SharedHub.database().events("model-" + first.id())).hasSize(1);
    }

    @Test
    void aReplayTellsWhatWasNotWhatIs() {
        long model = tenant.model();
        var api = keyed(tenant.owner());
        var change = json("description", "one");

        api.patch("/models/" + model, change).expect(200);
        tenant.owner().patch("/models/" + model, json("description", "two")).expect(200);
        var replayed = api.patch("/models/" + model, change).expect(200);

        assertThat(replayed.text("description")).isEqualTo("one");
        assertThat(replayed.etag()).isEqualTo("\"2\"");
        assertThat(SharedHub.database().events("model-" + model)).hasSize(3);
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        var api = keyed(tenant.owner());
        api.post("/models/", json("name", Tenant.unique("model"), "owner", "x")).expect(201);

        api.post("/models/", json("name", Tenant.unique("model"), "owner", "x")).problem(422, "key-reused");
    }

    @Test
    void aKeyIsOfOnePrincipalOnePathAndOneMethod() {
        var key = Tenant.unique("key");
        var body = json("name", Tenant.unique("thing"), "owner", "x");
        long model = tenant.owner()
                .with("Idempotency-Key", key)
                .post("/models/", body)
                .expect(201)
                .id();

        tenant.admin().with("Idempotency-Key", key).post("/models/", body).problem(409, "duplicate");
        SharedHub.tenant()
                .owner()
                .with("Idempotency-Key", key)
                .post("/models/", body)
                .expect(201);
        tenant.owner().with("Idempotency-Key", key).post("/datasets/", body).expect(201);
        tenant.owner()
                .with("Idempotency-Key", key)
                .patch("/models/" + model, body)
                .expect(200);
    }

    @Test
    void aPolicyRefusalIsReplayedAndRecordedOnce() {
        tenant.policy("require_evaluation_before_approval");
        long model = tenant.model();
        var api = keyed(tenant.officer());
        var approval = json("status", "approved", "approval_notes", "fine");
        var path = "/models/" + model + "/compliance-status";

        var first = api.patch(path, approval);
        first.problem(403, "policy-violation");
        var second = api.patch(path, approval);
        second.problem(403, "policy-violation");

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.etag()).isEqualTo(first.etag());
        assertThat(SharedHub.database().eventNames("model-" + model))
                .containsExactly("ModelRegistered", "ComplianceStatusChangeBlocked");
        // A refusal stays what it was, also when nothing stands in the way any more; that takes a new key.
        tenant.owner()
                .post("/metrics/", json("version_id", tenant.version(model), "metric_name", "auc", "value", 0.9))
                .expect(201);
        api.patch(path, approval).problem(403, "policy-violation");
        keyed(tenant.officer()).patch(path, approval).expect(200);
    }

    @Test
    void anIllegalTransitionIsReplayedAndRecordedOnce() {
        long model = tenant.model();
        tenant.owner()
                .patch("/models/" + model + "/compliance-status", json("status", "retired"))
                .expect(200);
        var api = keyed(tenant.owner());

        for (int i = 0; i < 3; i++) {
            api.patch("/models/" + model + "/compliance-status", json("status", "under_review"))
                    .problem(409, "illegal-transition");
        }

        assertThat(SharedHub.database().eventNames("model-" + model))
                .containsExactly("ModelRegistered", "ComplianceStatusChanged", "TransitionRejected");
    }

    @Test
    void whatDidNotHappenIsNotKept() {
        var name = Tenant.unique("model");
        var body = json("name", name, "owner", "x");
        long holder = tenant.owner().post("/models/", body).expect(201).id();
        var api = keyed(tenant.owner());

        api.post("/models/", body).problem(409, "duplicate");
        api.post("/models/", json("name", "", "owner", "x")).problem(422, "invalid-fields");
        tenant.owner()
                .patch("/models/" + holder, json("name", Tenant.unique("other")))
                .expect(200);

        assertThat(api.post("/models/", body).expect(201).header("Idempotent-Replayed"))
                .isEmpty();
    }

    @Test
    void itIsLookedAtBeforeTheVersion() {
        long model = tenant.model();
        var api = keyed(tenant.owner()).with("If-Match", "\"1\"");
        var change = json("description", "new");

        api.patch("/models/" + model, change).expect(200);

        assertThat(api.patch("/models/" + model, change).expect(200).etag()).isEqualTo("\"2\"");
        tenant.owner()
                .with("If-Match", "\"1\"")
                .patch("/models/" + model, change)
                .problem(412, "stale-version");
    }

    @Test
    void manyAtOnceTakeEffectOnce() {
        var api = keyed(tenant.owner()).patiently();
        var body = json("name", Tenant.unique("dataset"));

        var answers = Together.run(30, i -> api.post("/datasets/", body));

        assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
        answers.stream().filter(answer -> answer.status() == 409).forEach(answer -> answer.problem(409, "in-flight"));
        var created = answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(created.stream().map(Answer::id).distinct()).hasSize(1);
        assertThat(created.stream()
                        .filter(answer -> answer.header("Idempotent-Replayed").isEmpty()))
                .hasSize(1);
        assertThat(SharedHub.database()
                        .number(
                                "SELECT count(*) FROM event_store.event WHERE event_name = 'DatasetRegistered' AND payload LIKE ?",
                                "%" + body.get("name").asString() + "%"))
                .isEqualTo(1);
    }

    @Test
    void whileOneIsBeingProcessedTheOtherIsToldToWait() throws SQLException {
        var member = tenant.member("model_owner");
        var key = Tenant.unique("key");
        var api = member.api().with("Idempotency-Key", key);
        var body = json("name", "dataset");

        try (var connection = SharedHub.database().connection();
                var statement = connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtextextended(?, 1))")) {
            connection.setAutoCommit(false);
            statement.setString(1, "user-%d\nPOST\n/api/v1/datasets\n%s".formatted(member.id(), key));
            statement.execute();

            var answer = api.post("/datasets/", body);

            answer.problem(409, "in-flight");
            assertThat(answer.header("Retry-After")).hasValue("1");
            connection.rollback();
        }
        api.post("/datasets/", body).expect(201);
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        var key = Tenant.unique("key");
        var api = tenant.owner().with("Idempotency-Key", key);
        var body = json("name", "dataset");
        long first = api.post("/datasets/", body).expect(201).id();
        age(key, "23 hours 59 minutes");
        assertThat(api.post("/datasets/", body).expect(201).id()).isEqualTo(first);

        age(key, "24 hours 1 minute");

        long second = api.post("/datasets/", body).expect(201).id();
        assertThat(second).isNotEqualTo(first);
        assertThat(api.post("/datasets/", body).expect(201).id()).isEqualTo(second);
    }

    @Test
    void ofABodyWithAPasswordIsKeptWhatNobodyCanTryPasswordsOn() {
        var key = Tenant.unique("key");
        var api = tenant.admin().with("Idempotency-Key", key);
        var name = Tenant.unique("user");
        var body = json(
                "username", name, "email", name + "@example.org", "password", "a secret of tests", "role", "auditor");
        long id = api.post("/users", body).expect(201).id();

        assertThat(api.post("/users", body).expect(201).id()).isEqualTo(id);
        api.post("/users", body.deepCopy().put("password", "another secret")).problem(422, "key-reused");
        assertThat(SharedHub.database()
                        .number(
                                "SELECT count(*) FROM app.idempotency_key WHERE key = ? AND fingerprint = sha256(convert_to(?, 'UTF8'))",
                                key,
                                body.toString()))
                .isZero();
    }

    private static void age(String key, String age) {
        SharedHub.database()
                .execute("UPDATE app.idempotency_key SET created_at = now() - ?::interval WHERE key = ?", age, key);
    }

    @Test
    void aReadTakesNoNoticeOfIt() {
        long model = tenant.model();
        var api = keyed(tenant.owner());
        var path = "/models/" + model + "/transitions?to=draft";
        assertThat(api.get(path).expect(200).body()).contains("is draft already");

        tenant.owner()
                .patch("/models/" + model + "/compliance-status", json("status", "under_review"))
                .expect(200);

        assertThat(api.get(path).expect(200).body()).doesNotContain("is draft already");
    }

    @Test
    void aRepeatedRequestThatChangedNothingIsReplayedToo() {
        long model = tenant.model("description", "same");
        var api = keyed(tenant.owner());

        api.patch("/models/" + model, json("description", "same")).expect(200);

        assertThat(api.patch("/models/" + model, json("description", "same"))
                        .expect(200)
                        .header("Idempotent-Replayed"))
                .hasValue("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tab\tkey"})
    void keysAreOfPrintableCharacters(String key) {
        tenant.owner()
                .with("Idempotency-Key", key)
                .post("/datasets/", json("name", "d"))
                .problem(400, "malformed");
    }

    @Test
    void keysAreOneAndOfAtMost255Characters() {
        var body = json("name", "d");

        tenant.owner()
                .with("Idempotency-Key", "k".repeat(255))
                .post("/datasets/", body)
                .expect(201);
        tenant.owner()
                .with("Idempotency-Key", "k".repeat(256))
                .post("/datasets/", body)
                .problem(400, "malformed");
        tenant.owner()
                .with("Idempotency-Key", "one")
                .with("Idempotency-Key", "two")
                .post("/datasets/", body)
                .problem(400, "malformed");
    }

    @Test
    void everyKindOfCreateKnowsIt() {
        long model = tenant.model();
        long parent = tenant.model();
        long version = tenant.version(model);
        long dataset =
                tenant.owner().post("/datasets/", json("name", "d")).expect(201).id();
        tenant.owner()
                .patch("/models/" + model + "/compliance-status", json("status", "under_review"))
                .expect(200);
        var officer = keyed(tenant.officer());
        record Create(String path, Object body) {}
        for (var create : List.of(
                new Create("/versions/", json("model_id", model, "version_tag", "t")),
                new Create("/metrics/", json("version_id", version, "metric_name", "auc", "value", 1)),
                new Create("/versions/" + version + "/metrics", List.of(json("metric_name", "f1", "value", 0.5))),
                new Create("/models/" + model + "/reviews", json("outcome", "endorsed", "notes", "good")),
                new Create("/models/" + model + "/datasets/", json("dataset_id", dataset)),
                new Create("/models/" + model + "/dependencies/", json("parent_model_id", parent)),
                new Create(
                        "/policies/",
                        json(
                                "name",
                                Tenant.unique("p"),
                                "scope",
                                "organization",
                                "condition_type",
                                "prohibit_unacceptable_risk")))) {
            var first = officer.post(create.path(), create.body()).expect(201);
            var second = officer.post(create.path(), create.body()).expect(201);
            assertThat(second.body()).as(create.path()).isEqualTo(first.body());
            assertThat(second.header("Idempotent-Replayed")).as(create.path()).hasValue("true");
        }
        assertThat(SharedHub.database().events("model-" + model)).hasSize(9);
    }

    private static Api keyed(Api api) {
        return api.with("Idempotency-Key", Tenant.unique("key"));
    }
}
