package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.aigovernancehub.hub.e2e.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Policies: what each condition demands, whom each scope covers, and what a refusal says. */
class PolicyTest {
    private final Tenant tenant = SharedHub.tenant();

    @ParameterizedTest
    @ValueSource(strings = {"enforce", "warn"})
    void anEvaluationIsOneMetricOfAnyVersion(String mode) {
        tenant.policy("require_evaluation_before_approval", "mode", mode);
        long model = tenant.model();
        tenant.version(model);
        long older = tenant.version(model);
        tenant.version(model);
        assertObjects(mode, approve(model, tenant.officer()), "require_evaluation_before_approval");
        backToReview(model, mode);

        tenant.owner()
                .post("/metrics/", json("version_id", older, "metric_name", "auc", "value", 0))
                .expect(201);

        assertClean(approve(model, tenant.officer()));
    }

    @ParameterizedTest
    @CsvSource({
        "enforce,high",
        "enforce,unacceptable",
        "warn,high",
        "warn,unacceptable",
    })
    void highRiskIsApprovedOutOfAReviewOnly(String mode, String risk) {
        var own = ConfiguredHub.tenant();
        own.policy("block_high_risk_without_approval", "mode", mode);
        long model = own.model("risk_level", risk);
        assertObjects(mode, approve(model, own.officer()), "block_high_risk_without_approval");
        status(own.owner(), model, "under_review").expect(200);

        assertClean(approve(model, own.officer()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unclassified", "minimal", "limited"})
    void lowerRisksNeedNoReview(String risk) {
        tenant.policy("block_high_risk_without_approval");
        tenant.policy("require_review_for_high_risk");
        tenant.policy("prohibit_unacceptable_risk");

        assertClean(approve(tenant.model("risk_level", risk), tenant.officer()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"enforce", "warn"})
    void unacceptableRiskIsNotApprovedAtAll(String mode) {
        var own = ConfiguredHub.tenant();
        own.policy("prohibit_unacceptable_risk", "mode", mode);
        long model = own.model("risk_level", "unacceptable");
        status(own.owner(), model, "under_review").expect(200);
        review(own.admin(), model, "endorsed").expect(201);

        assertObjects(mode, approve(model, own.officer()), "prohibit_unacceptable_risk");
        assertClean(approve(own.model("risk_level", "high"), own.officer()));
    }

    @Test
    void aReviewCountsIfSomebodyElseEndorsed() {
        tenant.policy("require_review_for_high_risk");
        var registrar = tenant.newMember("compliance_officer");
        long model = registrar
                .api()
                .post("/models/", json("name", Tenant.unique("m"), "owner", "x", "risk_level", "high"))
                .expect(201)
                .id();
        var submitter = tenant.newMember("compliance_officer");
        status(submitter.api(), model, "under_review").expect(200);
        assertBlocked(approve(model, tenant.officer()), "require_review_for_high_risk");

        // The reviews of who registered and who submitted it are recorded and do not count.
        review(registrar.api(), model, "endorsed").expect(201);
        review(submitter.api(), model, "endorsed").expect(201);
        assertBlocked(approve(model, tenant.officer()), "require_review_for_high_risk");

        review(tenant.officer(), model, "endorsed").expect(201);
        // Who endorsed may approve: that is another rule's matter.
        assertClean(approve(model, tenant.officer()));
    }

    @Test
    void aRequestForChangesVoidsTheEndorsementsBeforeIt() {
        tenant.policy("require_review_for_high_risk");
        long model = tenant.model("risk_level", "high");
        status(tenant.owner(), model, "under_review").expect(200);
        review(tenant.officer(), model, "endorsed").expect(201);
        review(tenant.admin(), model, "changes_requested").expect(201);
        assertBlocked(approve(model, tenant.officer()), "require_review_for_high_risk");

        review(tenant.officer(), model, "endorsed").expect(201);

        assertClean(approve(model, tenant.officer()));
    }

    @Test
    void anEndorsementEndsWithTheReviewThatItBelongsTo() {
        tenant.policy("require_review_for_high_risk");
        long model = tenant.model("risk_level", "high");
        status(tenant.owner(), model, "under_review").expect(200);
        review(tenant.officer(), model, "endorsed").expect(201);
        status(tenant.officer(), model, "draft").expect(200);
        status(tenant.owner(), model, "under_review").expect(200);

        assertBlocked(approve(model, tenant.officer()), "require_review_for_high_risk");
    }

    @Test
    void aRaisedRiskNeedsANewReview() {
        tenant.policy("require_review_for_high_risk");
        long model = tenant.model("risk_level", "limited");
        assertClean(approve(model, tenant.officer()));
        tenant.owner()
                .patch("/models/" + model + "/risk-profile", json("risk_level", "high"))
                .expect(200);

        assertBlocked(approve(model, tenant.officer()), "require_review_for_high_risk");
        review(tenant.officer(), model, "endorsed").expect(201);
        assertClean(approve(model, tenant.officer()));
    }

    @Test
    void aRefusalListsEveryFailingPolicyInTheOrderOfIds() {
        long first = tenant.policy("require_review_for_high_risk", "name", "Zebra");
        long passing = tenant.policy("prohibit_unacceptable_risk");
        long warning = tenant.policy("require_evaluation_before_approval", "mode", "warn");
        long second = tenant.policy("require_evaluation_before_approval", "name", "Aardvark");
        long third = tenant.policy("block_high_risk_without_approval");
        long model = tenant.model("risk_level", "high");

        var answer = approve(model, tenant.officer());

        var problem = answer.problem(403, "policy-violation");
        assertThat(problem.path("detail").asString())
                .startsWith("Policy violation:")
                .contains("Zebra");
        assertThat(ids(problem.path("violations"))).containsExactly(first, second, third);
        assertThat(ids(problem.path("warnings"))).containsExactly(warning);
        assertThat(problem.path("violation_ids")).hasSize(3);
        problem.path("violations").forEach(violation -> {
            assertThat(violation.propertyNames())
                    .containsExactlyInAnyOrder("policy_id", "policy_name", "condition_type", "reason", "facts");
            assertThat(violation.path("reason").asString()).isNotBlank();
            assertThat(violation.path("facts").path("risk_level").asString()).isEqualTo("high");
            assertThat(violation.path("facts").path("current_status").asString())
                    .isEqualTo("draft");
            assertThat(violation.path("facts").path("attempted_status").asString())
                    .isEqualTo("approved");
            assertThat(violation.path("facts").path("metric_count").asLong()).isZero();
        });
        var blocked = SharedHub.database().events("model-" + model).getLast();
        var findings = blocked.payload().path("findings");
        assertThat(ids(findings)).containsExactly(first, second, third);
        var recorded = new ArrayList<Long>();
        findings.forEach(finding -> recorded.add(finding.path("violation_id").asLong()));
        var answered = new ArrayList<Long>();
        problem.path("violation_ids").forEach(id -> answered.add(id.asLong()));
        assertThat(answered).isEqualTo(recorded).doesNotHaveDuplicates();
        assertThat(blocked.payload().path("checked_by").toString()).contains(":" + passing, ":" + warning);
    }

    @Test
    void aPolicyOfAnOrganisationCoversThatOneOnly() {
        var other = SharedHub.tenant();
        tenant.policy("require_evaluation_before_approval");

        for (var environment : List.of("dev", "test", "staging", "prod")) {
            assertBlocked(
                    approve(tenant.model("environment", environment), tenant.officer()),
                    "require_evaluation_before_approval");
        }
        assertClean(approve(other.model(), other.officer()));
    }

    @Test
    void aPolicyOfAnEnvironmentCoversThatOneOfItsOrganisation() {
        var other = SharedHub.tenant();
        tenant.policy("require_evaluation_before_approval", "scope", "environment", "environment", "prod");

        assertBlocked(
                approve(tenant.model("environment", "prod"), tenant.officer()), "require_evaluation_before_approval");
        for (var environment : List.of("dev", "test", "staging")) {
            assertClean(approve(tenant.model("environment", environment), tenant.officer()));
        }
        assertClean(approve(other.model("environment", "prod"), other.officer()));
    }

    @Test
    void aPolicyOfNoParticularEnvironmentCoversAllOfItsOrganisation() {
        var other = SharedHub.tenant();
        tenant.policy("require_evaluation_before_approval", "scope", "environment");

        for (var environment : List.of("dev", "test", "staging", "prod")) {
            assertBlocked(
                    approve(tenant.model("environment", environment), tenant.officer()),
                    "require_evaluation_before_approval");
        }
        assertClean(approve(other.model(), other.officer()));
    }

    @Test
    void aGlobalPolicyCoversEverybody() {
        var other = SharedHub.tenant();
        var platform = SharedHub.platform();
        long policy = platform.post(
                        "/policies/",
                        json("name", Tenant.unique("p"), "condition_type", "require_evaluation_before_approval"))
                .expect(201)
                .id();
        try {
            assertBlocked(approve(tenant.model(), tenant.officer()), "require_evaluation_before_approval");
            assertBlocked(
                    approve(other.model("environment", "prod"), other.officer()), "require_evaluation_before_approval");
        } finally {
            platform.delete("/policies/" + policy).expect(200);
        }
        assertClean(approve(tenant.model(), tenant.officer()));
    }

    @Test
    void theFirstStartMadeThePolicyAgainstProhibitedPractices() {
        long model = tenant.model("risk_level", "unacceptable");

        var problem = approve(model, tenant.officer()).problem(403, "policy-violation");

        assertThat(ids(problem.path("violations"))).containsExactly(1L);
    }

    @Test
    void aPolicyBindsFromTheAnswerOnAndUntilItIsDeactivated() {
        long policy = tenant.policy("require_evaluation_before_approval", "is_active", false);
        var path = "/policies/" + policy;
        assertClean(approve(tenant.model(), tenant.officer()));

        tenant.officer().patch(path, json("is_active", true)).expect(200);
        assertBlocked(approve(tenant.model(), tenant.officer()), "require_evaluation_before_approval");
        tenant.officer().patch(path, json("mode", "warn")).expect(200);
        assertObjects("warn", approve(tenant.model(), tenant.officer()), "require_evaluation_before_approval");
        tenant.officer().patch(path, json("mode", "enforce")).expect(200);
        assertBlocked(approve(tenant.model(), tenant.officer()), "require_evaluation_before_approval");
        var deleted = tenant.officer().delete(path).expect(200);
        assertThat(deleted.body()).isEqualTo("{\"message\":\"Policy deactivated\"}");
        assertClean(approve(tenant.model(), tenant.officer()));
        tenant.officer().delete(path).expect(200);

        assertThat(SharedHub.database().eventNames("policy-" + policy))
                .containsExactly(
                        "PolicyCreated", "PolicyActivated", "PolicyChanged", "PolicyChanged", "PolicyDeactivated");
    }

    @Test
    void transitionsTellWhatEnforcementWillDo() {
        tenant.policy("require_evaluation_before_approval");
        tenant.policy("require_review_for_high_risk", "mode", "warn");
        tenant.policy("block_high_risk_without_approval");
        for (var risk : List.of("minimal", "high", "unacceptable")) {
            for (var from : List.of("draft", "under_review")) {
                long model = tenant.model("risk_level", risk);
                if (from.equals("under_review")) {
                    status(tenant.owner(), model, from).expect(200);
                }
                var told = tenant.officer()
                        .get("/models/" + model + "/transitions?to=approved")
                        .expect(200)
                        .json()
                        .get(0);
                long events = SharedHub.database().events("model-" + model).size();
                assertThat(told.path("reachable").asBoolean()).isTrue();
                assertThat(told.path("allowed").asBoolean()).isFalse();

                var problem = approve(model, tenant.officer()).problem(403, "policy-violation");

                assertThat(SharedHub.database().events("model-" + model)).hasSize((int) events + 1);
                assertThat(ids(problem.path("violations"))).isEqualTo(withVerdict(told, "fail"));
                assertThat(ids(problem.path("warnings"))).isEqualTo(withVerdict(told, "warn"));
                told.path("policies").forEach(policy -> {
                    assertThat(policy.propertyNames())
                            .containsExactlyInAnyOrder(
                                    "policy_id",
                                    "policy_name",
                                    "policy_version",
                                    "condition_type",
                                    "mode",
                                    "verdict",
                                    "reason",
                                    "required",
                                    "actual",
                                    "facts");
                    problem.path("violations").forEach(violation -> {
                        if (violation.path("policy_id").equals(policy.path("policy_id"))) {
                            assertThat(violation.path("reason")).isEqualTo(policy.path("reason"));
                            assertThat(violation.path("facts")).isEqualTo(policy.path("facts"));
                        }
                    });
                });
            }
        }
    }

    @Test
    void transitionsNameAllFourStatesAndWriteNothing() {
        long model = tenant.model();

        var all = tenant.auditor().get("/models/" + model + "/transitions").expect(200);

        var states = new ArrayList<String>();
        all.json().forEach(transition -> {
            states.add(transition.path("status").asString());
            assertThat(transition.propertyNames())
                    .containsExactlyInAnyOrder("status", "reachable", "allowed", "permitted", "reason", "policies");
            assertThat(transition.path("permitted").asBoolean()).isFalse();
        });
        assertThat(states).containsExactly("draft", "under_review", "approved", "retired");
        assertThat(all.json().get(0).path("reachable").asBoolean()).isFalse();
        assertThat(all.json().get(1).path("allowed").asBoolean()).isTrue();
        assertThat(all.position()).isPositive();
        assertThat(SharedHub.database().events("model-" + model)).hasSize(1);
        var ofOwner = tenant.owner()
                .get("/models/" + model + "/transitions")
                .expect(200)
                .json();
        assertThat(ofOwner.get(1).path("permitted").asBoolean()).isTrue();
        assertThat(ofOwner.get(2).path("allowed").asBoolean()).isTrue();
        assertThat(ofOwner.get(2).path("permitted").asBoolean()).isFalse();
        tenant.owner().get("/models/" + model + "/transitions?to=done").problem(400, "malformed");
        tenant.owner().get("/models/" + model + "/transitions?too=draft").problem(400, "unknown-parameter");
    }

    @Test
    void aPolicyIsAnsweredWhole() {
        var officer = tenant.officer();
        var name = Tenant.unique("p");

        var created = officer.post(
                        "/policies/",
                        json(
                                "name",
                                name,
                                "description",
                                "why",
                                "scope",
                                "environment",
                                "environment",
                                "staging",
                                "condition_type",
                                "require_review_for_high_risk",
                                "parameters",
                                json(),
                                "mode",
                                "warn",
                                "is_active",
                                false,
                                "organization_id",
                                tenant.organizationId()))
                .expect(201);

        assertThat(created.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "name",
                        "description",
                        "scope",
                        "condition_type",
                        "parameters",
                        "mode",
                        "is_active",
                        "organization_id",
                        "environment",
                        "created_at",
                        "updated_at",
                        "version");
        assertThat(created.text("scope")).isEqualTo("environment");
        assertThat(created.text("environment")).isEqualTo("staging");
        assertThat(created.text("mode")).isEqualTo("warn");
        assertThat(created.json().path("is_active").asBoolean()).isFalse();
        assertThat(created.json().path("parameters").size()).isZero();
        assertThat(created.number("version")).isEqualTo(1);
        assertThat(created.header("Location")).hasValue("/api/v1/policies/" + created.id());
        var changed = officer.patch("/policies/" + created.id(), json("description", null, "name", name + "!"))
                .expect(200);
        assertThat(changed.json().path("description").isNull()).isTrue();
        assertThat(changed.number("version")).isEqualTo(2);
        assertThat(changed.etag()).isEqualTo("\"2\"");
    }

    @Test
    void defaultsAreEnforcingActiveAndGlobal() {
        var created = SharedHub.platform()
                .post("/policies/", json("name", Tenant.unique("p"), "condition_type", "prohibit_unacceptable_risk"))
                .expect(201);
        SharedHub.platform().delete("/policies/" + created.id()).expect(200);

        assertThat(created.text("scope")).isEqualTo("global");
        assertThat(created.text("mode")).isEqualTo("enforce");
        assertThat(created.json().path("is_active").asBoolean()).isTrue();
        assertThat(created.json().path("organization_id").isNull()).isTrue();
        assertThat(created.json().path("environment").isNull()).isTrue();
    }

    @Test
    void namesAreUniquePerOwner() {
        var name = Tenant.unique("p");
        var body = json("name", name, "scope", "organization", "condition_type", "prohibit_unacceptable_risk");
        long first = tenant.officer().post("/policies/", body).expect(201).id();

        var duplicate = tenant.officer().post("/policies/", body).problem(400, "duplicate");
        assertThat(duplicate.path("id").asLong()).isEqualTo(first);
        tenant.officer()
                .post("/policies/", body.deepCopy().put("scope", "environment"))
                .problem(400, "duplicate");
        tenant.officer()
                .patch("/policies/" + tenant.policy("prohibit_unacceptable_risk"), json("name", name))
                .problem(400, "duplicate");
        SharedHub.tenant().officer().post("/policies/", body).expect(201);
        var global = body.deepCopy().put("scope", "global");
        long ofAll = SharedHub.platform().post("/policies/", global).expect(201).id();
        SharedHub.platform().post("/policies/", global).problem(400, "duplicate");
        SharedHub.platform().delete("/policies/" + ofAll).expect(200);
    }

    @Test
    void scopesNeedTheirTargets() {
        var condition = "prohibit_unacceptable_risk";
        var platform = SharedHub.platform();
        for (var scope : List.of("organization", "environment")) {
            platform.post("/policies/", json("name", "p", "scope", scope, "condition_type", condition))
                    .problem(422, "invalid-fields", "/organization_id");
        }
        platform.post("/policies/", json("name", "p", "condition_type", condition, "organization_id", 1))
                .problem(422, "invalid-fields", "/organization_id");
        platform.post(
                        "/policies/",
                        json(
                                "name",
                                "p",
                                "scope",
                                "organization",
                                "condition_type",
                                condition,
                                "organization_id",
                                1_000_000_000_000L))
                .problem(404, "not-found");
        tenant.officer()
                .post(
                        "/policies/",
                        json("name", "p", "scope", "organization", "condition_type", condition, "environment", "prod"))
                .problem(422, "invalid-fields", "/environment");
        tenant.officer()
                .post(
                        "/policies/",
                        json("name", "p", "scope", "organization", "condition_type", condition, "organization_id", 1))
                .problem(404, "not-found");
    }

    @Test
    void theseConditionsTakeNoParameters() {
        for (var condition : List.of(
                "require_evaluation_before_approval",
                "block_high_risk_without_approval",
                "require_review_for_high_risk",
                "prohibit_unacceptable_risk")) {
            tenant.officer()
                    .post(
                            "/policies/",
                            json(
                                    "name",
                                    Tenant.unique("p"),
                                    "scope",
                                    "organization",
                                    "condition_type",
                                    condition,
                                    "parameters",
                                    json("min", 1)))
                    .problem(422, "invalid-fields", "/parameters");
        }
    }

    private static Answer approve(long model, Api api) {
        return api.patch(
                "/models/" + model + "/compliance-status", json("status", "approved", "approval_notes", "fine"));
    }

    private static Answer status(Api api, long model, String status) {
        return api.patch("/models/" + model + "/compliance-status", json("status", status));
    }

    private static Answer review(Api api, long model, String outcome) {
        return api.post("/models/" + model + "/reviews", json("outcome", outcome, "notes", "seen"));
    }

    /** After a warning the model is approved; back to where another approval is a move again. */
    private void backToReview(long model, String mode) {
        if (mode.equals("warn")) {
            status(tenant.owner(), model, "under_review").expect(200);
        }
    }

    private static void assertObjects(String mode, Answer answer, String condition) {
        if (mode.equals("enforce")) {
            assertBlocked(answer, condition);
        } else {
            answer.expect(200);
            assertThat(answer.text("compliance_status")).isEqualTo("approved");
            assertThat(conditions(answer.json().path("warnings"))).containsExactly(condition);
        }
    }

    private static void assertBlocked(Answer answer, String condition) {
        var problem = answer.problem(403, "policy-violation");
        assertThat(conditions(problem.path("violations"))).containsExactly(condition);
    }

    private static void assertClean(Answer answer) {
        answer.expect(200);
        assertThat(answer.text("compliance_status")).isEqualTo("approved");
        assertThat(answer.json().path("warnings").size()).isZero();
    }

    private static List<String> conditions(JsonNode findings) {
        var conditions = new ArrayList<String>();
        findings.forEach(
                finding -> conditions.add(finding.path("condition_type").asString()));
        return conditions;
    }

    private static List<Long> ids(JsonNode findings) {
        var ids = new ArrayList<Long>();
        findings.forEach(finding -> ids.add(finding.path("policy_id").asLong()));
        return ids;
    }

    private static List<Long> withVerdict(JsonNode transition, String verdict) {
        var ids = new ArrayList<Long>();
        transition.path("policies").forEach(policy -> {
            if (policy.path("verdict").asString().equals(verdict)) {
                ids.add(policy.path("policy_id").asLong());
            }
        });
        return ids;
    }
}
