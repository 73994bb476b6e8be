package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a policy would block if somebody asked now: the very judgement that an attempt gets, and nothing is written. */
class PolicyImpactTest {
    private final Tenant tenant = SharedHub.tenant();

    @Test
    void itSaysOfEachModelWhatAnAttemptThenGets() {
        long policy = tenant.policy("require_evaluation_before_approval");
        long unmeasured = tenant.model("environment", "prod");
        long submitted = tenant.model();
        tenant.owner()
                .patch("/models/%d/compliance-status".formatted(submitted), json("status", "under_review"))
                .expect(200);
        long measured = tenant.model();
        tenant.owner()
                .post("/metrics/", json("version_id", tenant.version(measured), "metric_name", "auc", "value", 0.9))
                .expect(201);
        long retired = tenant.model();
        tenant.owner()
                .patch("/models/%d/compliance-status".formatted(retired), json("status", "retired"))
                .expect(200);
        SharedHub.tenant().model();
        long events = SharedHub.database()
                .number("SELECT count(*) FROM event_store.event WHERE aggregate_id = ?", "model-" + unmeasured);

        var impact =
                tenant.auditor().get("/policies/%d/impact".formatted(policy)).expect(200);
        assertThat(impact.number("examined")).isEqualTo(4);
        assertThat(impact.number("approvable")).isEqualTo(3);
        assertThat(impact.header("X-Total-Count")).hasValue("4");
        assertThat(impact.header("Link")).isEmpty();
        var objections = objections(impact.json());
        assertThat(objections.keySet()).containsExactly(unmeasured, submitted);
        var first = objections.get(unmeasured);
        assertThat(first.path("verdict").asString()).isEqualTo("fail");
        assertThat(first.path("environment").asString()).isEqualTo("prod");
        assertThat(first.path("compliance_status").asString()).isEqualTo("draft");
        assertThat(first.path("risk_level").asString()).isEqualTo("unclassified");
        assertThat(first.path("organization_id").asLong()).isEqualTo(tenant.organizationId());
        assertThat(first.path("name").asString())
                .isEqualTo(tenant.auditor()
                        .get("/models/" + unmeasured)
                        .expect(200)
                        .text("name"));

        var refused = tenant.officer()
                .patch(
                        "/models/%d/compliance-status".formatted(unmeasured),
                        json("status", "approved", "approval_notes", "n"))
                .problem(403, "policy-violation");
        assertThat(first.path("reason"))
                .isEqualTo(refused.path("violations").path(0).path("reason"));
        assertThat(SharedHub.database()
                        .number("SELECT count(*) FROM event_store.event WHERE aggregate_id = ?", "model-" + unmeasured))
                .isEqualTo(events + 1);
        tenant.officer()
                .patch(
                        "/models/%d/compliance-status".formatted(measured),
                        json("status", "approved", "approval_notes", "n"))
                .expect(200);
    }

    @Test
    void pagesGoByTheModelsThatWereLookedAt() {
        long policy = tenant.policy("block_high_risk_without_approval", "is_active", false);
        var risky = new ArrayList<Long>();
        for (int i = 0; i < 7; i++) {
            long model = tenant.model("risk_level", i % 2 == 0 ? "high" : "minimal");
            if (i % 2 == 0) {
                risky.add(model);
            }
        }
        var pages = Pages.forward(tenant.officer(), "/policies/%d/impact?limit=3".formatted(policy));
        assertThat(pages).extracting(page -> page.number("examined")).containsExactly(3L, 3L, 1L);
        assertThat(pages)
                .allSatisfy(page -> assertThat(page.header("X-Total-Count")).hasValue("7"));
        assertThat(pages.stream().flatMap(page -> objections(page.json()).keySet().stream()))
                .containsExactlyElementsOf(risky);
        // The policy is not active: nobody is stopped, and one sees what would be if it were.
        assertThat(tenant.auditor()
                        .get("/models/%d/transitions?to=approved".formatted(risky.getFirst()))
                        .expect(200)
                        .json()
                        .get(0)
                        .path("policies"))
                .noneMatch(evaluation -> evaluation.path("policy_id").asLong() == policy);
    }

    @Test
    void theScopeDecidesWhichModelsAreLookedAt() {
        long prod = tenant.model("environment", "prod");
        long dev = tenant.model("environment", "dev");
        var body = json(
                "name",
                Tenant.unique("p"),
                "scope",
                "environment",
                "environment",
                "prod",
                "condition_type",
                "require_evaluation_before_approval",
                "mode",
                "warn");
        long ofProduction =
                tenant.officer().post("/policies/", body).expect(201).id();
        var warned = objections(tenant.auditor()
                .get("/policies/%d/impact".formatted(ofProduction))
                .expect(200)
                .json());
        assertThat(warned.keySet()).containsExactly(prod);
        assertThat(warned.get(prod).path("verdict").asString()).isEqualTo("warn");

        long everywhere = SharedHub.inactiveGlobalPolicy();
        assertThat(objections(tenant.auditor()
                                .get("/policies/%d/impact".formatted(everywhere))
                                .expect(200)
                                .json())
                        .keySet())
                .containsExactly(prod, dev);
        assertThat(SharedHub.platform()
                        .get("/policies/%d/impact?limit=1".formatted(everywhere))
                        .expect(200)
                        .header("Link"))
                .isPresent();
    }

    @Test
    void whatCannotBeTakenIsAProblem() {
        long policy = tenant.policy("require_evaluation_before_approval");
        var path = "/policies/%d/impact".formatted(policy);
        for (var wrong : new String[] {"limit=0", "limit=101", "limit=x", "cursor=x", "cursor=-1"}) {
            tenant.auditor().get(path + "?" + wrong).problem(400, "malformed");
        }
        tenant.auditor().get(path + "?from=1").problem(400, "unknown-parameter");
        tenant.auditor().get("/policies/987654321/impact").problem(404, "not-found");
        SharedHub.tenant().auditor().get(path).problem(404, "not-found");
    }

    private static Map<Long, JsonNode> objections(JsonNode impact) {
        var objections = new LinkedHashMap<Long, JsonNode>();
        impact.path("models")
                .forEach(model -> objections.put(model.path("model_id").asLong(), model));
        return objections;
    }
}
