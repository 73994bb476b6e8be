package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aigovernancehub.hub.e2e.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ETag} and {@code If-Match}: nobody overwrites what they have not seen. */
class PreconditionTest {
    private final Tenant tenant = SharedHub.tenant();

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "W/\"1\"", "*", " \"1\" "})
    void aMatchLetsTheChangeThrough(String tag) {
        long model = tenant.model();

        var changed = tenant.owner()
                .with("If-Match", tag)
                .patch("/models/" + model, json("description", "new"))
                .expect(200);

        assertThat(changed.etag()).isEqualTo("\"2\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "W/\"2\"", "\"0\"", "\"abc\"", "\"\"", "\"999999999999999999\"", "\"01x\""})
    void anyOtherTagIsStale(String tag) {
        long model = tenant.model();

        tenant.owner()
                .with("If-Match", tag)
                .patch("/models/" + model, json("description", "new"))
                .problem(412, "stale-version");

        assertThat(SharedHub.database().events("model-" + model)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"1", "1\"", "w/\"1\"", "\"1\", \"2\"", "etag", ""})
    void whatIsNoTagIsMalformed(String tag) {
        long model = tenant.model();

        tenant.owner()
                .with("If-Match", tag)
                .patch("/models/" + model, json("description", "new"))
                .problem(400, "malformed");
    }

    @Test
    void twoHeadersAreMalformed() {
        long model = tenant.model();

        tenant.owner()
                .with("If-Match", "\"1\"")
                .with("If-Match", "\"2\"")
                .patch("/models/" + model, json("description", "new"))
                .problem(400, "malformed");
    }

    @Test
    void ofFiftyWritersWithTheSameTagExactlyOneWins() {
        long model = tenant.model();
        var api = tenant.owner().with("If-Match", "\"1\"").patiently();

        var answers = Together.run(50, i -> api.patch("/models/" + model, json("description", "writer " + i)));

        assertThat(answers.stream().filter(answer -> answer.status() == 200))
                .singleElement()
                .satisfies(winner -> {
                    assertThat(winner.etag()).isEqualTo("\"2\"");
                });
        answers.stream()
                .filter(answer -> answer.status() != 200)
                .forEach(answer -> answer.problem(412, "stale-version"));
        assertThat(SharedHub.database().events("model-" + model)).hasSize(2);
    }

    @Test
    void withoutATagFiftyWritersAllGetThrough() {
        long model = tenant.model();

        var owner = tenant.owner().patiently();
        var answers = Together.run(50, i -> owner.patch("/models/" + model, json("description", "writer " + i)));

        answers.forEach(answer -> answer.expect(200));
        assertThat(answers.stream().map(Answer::etag).distinct()).hasSize(50);
        assertThat(SharedHub.database().events("model-" + model)).hasSize(51);
    }

    @Test
    void eachEventOfAModelMovesItsTag() {
        long model = tenant.model();
        long parent = tenant.model();
        long dataset =
                tenant.owner().post("/datasets/", json("name", "d")).expect(201).id();
        var owner = tenant.owner();

        var version = owner.with("If-Match", "\"1\"")
                .post("/versions/", json("model_id", model, "version_tag", "1"))
                .expect(201);
        assertThat(version.etag()).isEqualTo("\"2\"");
        var metric = owner.with("If-Match", "\"2\"")
                .post("/metrics/", json("version_id", version.id(), "metric_name", "auc", "value", 0.9))
                .expect(201);
        assertThat(metric.etag()).isEqualTo("\"3\"");
        // All of them together are one event.
        var batch = owner.with("If-Match", "\"3\"")
                .post(
                        "/versions/" + version.id() + "/metrics",
                        List.of(json("metric_name", "f1", "value", 1), json("metric_name", "f2", "value", 2)))
                .expect(201);
        assertThat(batch.etag()).isEqualTo("\"4\"");
        assertThat(owner.with("If-Match", "\"4\"")
                        .post("/models/" + model + "/datasets/", json("dataset_id", dataset))
                        .expect(201)
                        .etag())
                .isEqualTo("\"5\"");
        assertThat(owner.with("If-Match", "\"5\"")
                        .post("/models/" + model + "/dependencies/", json("parent_model_id", parent))
                        .expect(201)
                        .etag())
                .isEqualTo("\"6\"");
        assertThat(owner.with("If-Match", "\"6\"")
                        .patch("/models/" + model + "/compliance-status", json("status", "under_review"))
                        .expect(200)
                        .etag())
                .isEqualTo("\"7\"");
        assertThat(tenant.officer()
                        .with("If-Match", "\"7\"")
                        .post("/models/" + model + "/reviews", json("outcome", "endorsed", "notes", "good"))
                        .expect(201)
                        .etag())
                .isEqualTo("\"8\"");
        for (var stale : List.of("\"7\"", "\"9\"")) {
            owner.with("If-Match", stale)
                    .post("/versions/", json("model_id", model, "version_tag", "2"))
                    .problem(412, "stale-version");
        }
    }

    @Test
    void aRefusalIsAnEventAndMovesTheTagToo() {
        tenant.policy("require_evaluation_before_approval");
        long model = tenant.model();

        var refused = tenant.officer()
                .with("If-Match", "\"1\"")
                .patch("/models/" + model + "/compliance-status", json("status", "approved", "approval_notes", "fine"));

        refused.problem(403, "policy-violation");
        assertThat(refused.etag()).isEqualTo("\"2\"");
    }

    @Test
    void theVersionComesAfterWhoAndBeforeWhat() {
        long model = tenant.model();
        tenant.owner()
                .patch("/models/" + model + "/compliance-status", json("status", "retired"))
                .expect(200);
        var path = "/models/" + model;
        var stale = "\"1\"";

        // Absent and foreign things have no version, and who may not write need not know it.
        SharedHub.tenant().owner().with("If-Match", stale).patch(path, json()).problem(404, "not-found");
        tenant.owner()
                .with("If-Match", stale)
                .patch("/models/999999999", json())
                .problem(404, "not-found");
        tenant.auditor().with("If-Match", stale).patch(path, json()).problem(403, "forbidden");
        // No-ops, retired models and illegal moves all come after it.
        tenant.owner().with("If-Match", stale).patch(path, json()).problem(412, "stale-version");
        tenant.owner()
                .with("If-Match", stale)
                .patch(path + "/compliance-status", json("status", "retired"))
                .problem(412, "stale-version");
        tenant.owner()
                .with("If-Match", stale)
                .patch(path + "/compliance-status", json("status", "under_review"))
                .problem(412, "stale-version");
        tenant.owner().with("If-Match", "\"2\"").patch(path, json()).problem(409, "model-retired");
        assertThat(SharedHub.database().events("model-" + model)).hasSize(2);
    }

    @Test
    void everyResourceKnowsIt() {
        long dataset =
                tenant.owner().post("/datasets/", json("name", "d")).expect(201).id();
        long policy = tenant.policy("prohibit_unacceptable_risk");
        long user = tenant.newMember("auditor").id();
        record Change(Api api, String path, Object body) {}
        for (var change : List.of(
                new Change(tenant.owner(), "/datasets/" + dataset, json("description", "x")),
                new Change(tenant.officer(), "/policies/" + policy, json("description", "x")),
                new Change(tenant.admin(), "/organizations/" + tenant.organizationId(), json("description", "x")),
                new Change(tenant.admin(), "/users/" + user, json("role", "model_owner")))) {
            change.api()
                    .with("If-Match", "\"7\"")
                    .patch(change.path(), change.body())
                    .problem(412, "stale-version");
            var changed = change.api()
                    .with("If-Match", "\"1\"")
                    .patch(change.path(), change.body())
                    .expect(200);
            assertThat(changed.etag()).as(change.path()).isEqualTo("\"2\"");
            change.api()
                    .with("If-Match", "\"1\"")
                    .patch(change.path(), change.body())
                    .problem(412, "stale-version");
        }
        tenant.officer().with("If-Match", "\"1\"").delete("/policies/" + policy).problem(412, "stale-version");
        tenant.officer().with("If-Match", "\"2\"").delete("/policies/" + policy).expect(200);
    }
}
