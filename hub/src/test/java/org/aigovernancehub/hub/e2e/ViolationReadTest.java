package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aigovernancehub.hub.e2e.Api.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Violations, as they are read: what blocked, and what only warned. */
class ViolationReadTest {
    private static Tenant tenant;
    private static Tenant.Member second;
    private static long evaluation;
    private static long review;
    private static long advice;
    private static long model;
    private static long otherModel;

    @BeforeAll
    static void getBlocked() {
        tenant = SharedHub.tenant();
        second = tenant.newMember("compliance_officer");
        evaluation = tenant.policy("require_evaluation_before_approval");
        review = tenant.policy("require_review_for_high_risk");
        advice = tenant.policy("block_high_risk_without_approval", "mode", "warn");
        model = tenant.model("risk_level", "high");
        otherModel = tenant.model();
        approve(tenant.officer(), model).problem(403, "policy-violation");
        approve(second.api(), otherModel).problem(403, "policy-violation");
    }

    private static Answer approve(Api api, long modelId) {
        return api.patch(
                "/models/" + modelId + "/compliance-status", json("status", "approved", "approval_notes", "fine"));
    }

    @Test
    void aBlockedAttemptLeavesOneForEachEnforcedPolicyThatObjects() {
        var blocked = violations("?model_id=" + model);
        assertThat(blocked)
                .extracting(violation -> violation.path("policy_id").asLong())
                .containsExactly(review, evaluation);
        var newest = blocked.getFirst();
        assertThat(newest.path("model_id").asLong()).isEqualTo(model);
        assertThat(newest.path("user_id").asLong())
                .isEqualTo(tenant.member("compliance_officer").id());
        assertThat(newest.path("action").asString()).isEqualTo("change_compliance_status");
        assertThat(newest.path("outcome").asString()).isEqualTo("blocked");
        assertThat(newest.path("model_version_id").isNull()).isTrue();
        var details = newest.path("details");
        assertThat(details.path("attempted_status").asString()).isEqualTo("approved");
        assertThat(details.path("current_status").asString()).isEqualTo("draft");
        assertThat(details.path("policy_condition").asString()).isEqualTo("require_review_for_high_risk");
        assertThat(details.path("policy_name").asString()).isNotBlank();
        assertThat(details.path("reason").asString()).isNotBlank();
        assertThat(details.path("facts").path("risk_level").asString()).isEqualTo("high");
        assertThat(details.path("facts").path("metric_count").asLong()).isZero();
    }

    @Test
    void theAnswerOfTheAttemptNamesTheRecords() {
        long another = tenant.model("risk_level", "high");
        var refusal = approve(tenant.officer(), another).expect(403);
        var named = refusal.json()
                .path("violation_ids")
                .valueStream()
                .map(JsonNode::asLong)
                .toList();
        assertThat(violations("?model_id=" + another))
                .extracting(violation -> violation.path("id").asLong())
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void aWarningIsListedWhereItIsAskedFor() {
        var warned = violations("?outcome=warned&model_id=" + model);
        assertThat(warned)
                .singleElement()
                .satisfies(violation ->
                        assertThat(violation.path("policy_id").asLong()).isEqualTo(advice));
    }

    @Test
    void aWarningOfAMoveThatPassesIsListedToo() {
        var lenient = SharedHub.tenant();
        long policy = lenient.policy("require_evaluation_before_approval", "mode", "warn");
        long approved = lenient.model();
        var answer = approve(lenient.officer(), approved).expect(200);
        assertThat(answer.json().path("warnings").size()).isEqualTo(1);

        assertThat(Pages.elements(lenient.auditor()
                        .get("/policies/violations/?outcome=warned")
                        .expect(200)))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.path("policy_id").asLong()).isEqualTo(policy);
                    assertThat(violation.path("model_id").asLong()).isEqualTo(approved);
                });
        assertThat(Pages.ids(lenient.auditor(), "/policies/violations/")).isEmpty();
    }

    @Test
    void eachFilterAloneAndAllTogether() {
        assertThat(violations("?policy_id=" + review))
                .allSatisfy(violation ->
                        assertThat(violation.path("policy_id").asLong()).isEqualTo(review))
                .isNotEmpty();
        assertThat(violations("?user_id=" + second.id()))
                .singleElement()
                .satisfies(violation ->
                        assertThat(violation.path("model_id").asLong()).isEqualTo(otherModel));
        assertThat(violations("?outcome=blocked&model_id=" + model + "&policy_id=" + evaluation + "&user_id="
                        + tenant.member("compliance_officer").id()))
                .hasSize(1);
        assertThat(violations("?model_id=" + model + "&user_id=" + second.id())).isEmpty();
    }

    @Test
    void eachRowSaysWhereItBelongsAndWhatTheModelIsCalledNow() {
        var own = SharedHub.tenant();
        own.policy("require_evaluation_before_approval");
        var name = Tenant.unique("renamed");
        long inProduction = own.model("environment", "prod");
        long inDevelopment = own.model("environment", "dev");
        approve(own.officer(), inProduction).problem(403, "policy-violation");
        approve(own.officer(), inDevelopment).problem(403, "policy-violation");
        own.owner().patch("/models/" + inProduction, json("name", name)).expect(200);

        var rows = Pages.elements(own.auditor()
                .get("/policies/violations/?environment=prod&organization_id=" + own.organizationId())
                .expect(200));
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.path("model_id").asLong()).isEqualTo(inProduction);
            assertThat(row.path("model_name").asString()).isEqualTo(name);
            assertThat(row.path("environment").asString()).isEqualTo("prod");
            assertThat(row.path("organization_id").asLong()).isEqualTo(own.organizationId());
        });
        assertThat(Pages.ids(own.auditor(), "/policies/violations/?environment=staging"))
                .isEmpty();
        assertThat(own.auditor()
                        .with("Accept", "text/csv")
                        .get("/policies/violations/?environment=prod")
                        .expect(200)
                        .body()
                        .lines())
                .hasSize(2)
                .first()
                .asString()
                .contains("model_name,", "organization_id,", "environment,");
        assertThat(own.auditor()
                        .with("Accept", "application/x-ndjson")
                        .get("/policies/violations/?environment=dev")
                        .expect(200)
                        .body())
                .contains("\"environment\":\"dev\"")
                .doesNotContain(name);
    }

    @Test
    void platformStaffChooseAnOrganisationAndOthersHaveTheirs() {
        var ofTenant = "/policies/violations/?organization_id=" + tenant.organizationId();
        assertThat(Pages.elements(SharedHub.platform().get(ofTenant).expect(200)))
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(row.path("organization_id").asLong()).isEqualTo(tenant.organizationId()));
        assertThat(Pages.ids(tenant.auditor(), ofTenant))
                .isEqualTo(Pages.ids(tenant.auditor(), "/policies/violations/"));
        SharedHub.tenant().auditor().get(ofTenant).problem(404, "not-found");
    }

    @Test
    void timesAreFromInclusiveToExclusive() {
        var violation = violations("?user_id=" + second.id()).getFirst();
        var at = violation.path("created_at").asString();
        var later = java.time.Instant.parse(at).plusNanos(1_000).toString();

        assertThat(violations("?from=" + at + "&to=" + later)).containsExactly(violation);
        assertThat(violations("?user_id=" + second.id() + "&to=" + at)).isEmpty();
        assertThat(violations("?user_id=" + second.id() + "&from=" + later)).isEmpty();
        assertThat(violations("?user_id=" + second.id() + "&from=2000-01-01")).containsExactly(violation);
        assertThat(violations("?to=2000-01-01")).isEmpty();
        assertThat(violations("?from=2999-01-01")).isEmpty();
    }

    @Test
    void jsonComesInPagesOf100AndExportsComeWhole() {
        var busy = SharedHub.tenant();
        busy.policy("require_evaluation_before_approval");
        busy.policy("require_evaluation_before_approval");
        long blocked = busy.model();
        for (int i = 0; i < 55; i++) {
            approve(busy.officer(), blocked).expect(403);
        }

        var pages = Pages.forward(busy.auditor(), "/policies/violations/");
        assertThat(pages).extracting(page -> Pages.ids(page).size()).containsExactly(100, 10);
        assertThat(pages.getFirst().header("X-Total-Count")).hasValue("110");
        assertThat(Pages.ids(pages))
                .isSortedAccordingTo((a, b) -> Long.compare(b, a))
                .doesNotHaveDuplicates();

        assertThat(busy.auditor()
                        .with("Accept", "text/csv")
                        .get("/policies/violations/")
                        .expect(200)
                        .body()
                        .lines())
                .hasSize(111);
        assertThat(busy.auditor()
                        .with("Accept", "application/x-ndjson")
                        .get("/policies/violations/")
                        .expect(200)
                        .body()
                        .lines())
                .hasSize(110);
    }

    @Test
    void anothersViolationsAreNotThere() {
        var other = SharedHub.tenant();
        assertThat(Pages.ids(other.auditor(), "/policies/violations/")).isEmpty();
        assertThat(Pages.ids(other.auditor(), "/policies/violations/?model_id=" + model))
                .isEmpty();
        assertThat(Pages.ids(SharedHub.platform(), "/policies/violations/?model_id=" + model))
                .hasSize(2);
    }

    private static List<JsonNode> violations(String query) {
        return Pages.elements(
                tenant.auditor().get("/policies/violations/" + query).expect(200));
    }
}
