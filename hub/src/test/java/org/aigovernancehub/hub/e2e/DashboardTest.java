package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Statistics: what they count, for whom, and over time. */
class DashboardTest {
    private static final List<String> RISKS = List.of("unclassified", "minimal", "limited", "high", "unacceptable");
    private static final List<String> STATUSES = List.of("draft", "under_review", "approved", "retired");

    private final Tenant tenant = SharedHub.tenant();

    @Test
    void anEmptyOrganisationHasEveryValueAtZero() {
        var stats = stats("");

        assertThat(stats.path("total_models").asLong()).isZero();
        assertThat(stats.path("by_risk_level"))
                .extracting(row -> row.path("risk_level").asString())
                .containsExactlyElementsOf(RISKS);
        assertThat(stats.path("by_compliance_status"))
                .extracting(row -> row.path("status").asString())
                .containsExactlyElementsOf(STATUSES);
        assertThat(stats.path("risk_by_status")).hasSize(RISKS.size() * STATUSES.size());
        assertThat(stats.path("risk_by_status"))
                .allSatisfy(row -> assertThat(row.path("count").asLong()).isZero());
        assertThat(stats.path("history")).hasSize(90);
    }

    @Test
    void countsFollowAModelThroughItsLife() {
        long model = tenant.model("risk_level", "high");
        tenant.model("risk_level", "minimal", "environment", "prod");
        tenant.version(model);
        tenant.version(model);

        expectCounts(stats(""), "high", "draft", 1);
        expectCounts(stats(""), "minimal", "draft", 1);

        tenant.officer()
                .patch(
                        "/models/%d/compliance-status".formatted(model),
                        json("status", "approved", "approval_notes", "fit"))
                .expect(200);
        expectCounts(stats(""), "high", "draft", 0);
        expectCounts(stats(""), "high", "approved", 1);

        tenant.owner()
                .patch("/models/%d/risk-profile".formatted(model), json("risk_level", "unacceptable"))
                .expect(200);

        var stats = stats("");
        expectCounts(stats, "high", "approved", 0);
        expectCounts(stats, "unacceptable", "under_review", 1);
        assertThat(stats.path("total_models").asLong()).isEqualTo(2);
        assertThat(stats.path("total_versions").asLong()).isEqualTo(2);
        assertThat(today(stats).path("approvals").asLong()).isEqualTo(1);
        assertThat(today(stats)
                        .path("models_by_risk_level")
                        .path("unacceptable")
                        .asLong())
                .isEqualTo(1);
        assertThat(today(stats)
                        .path("models_by_compliance_status")
                        .path("under_review")
                        .asLong())
                .isEqualTo(1);
    }

    @Test
    void eachFindingThatBlockedIsAViolation() {
        tenant.policy("require_evaluation_before_approval");
        tenant.policy("block_high_risk_without_approval");
        tenant.policy("require_review_for_high_risk", "mode", "warn");
        long model = tenant.model("risk_level", "high");

        tenant.officer()
                .patch(
                        "/models/%d/compliance-status".formatted(model),
                        json("status", "approved", "approval_notes", "fit"))
                .problem(403, "policy-violation");

        var stats = stats("");
        assertThat(stats.path("total_violations").asLong()).isEqualTo(2);
        assertThat(today(stats).path("violations").asLong()).isEqualTo(2);
        assertThat(today(stats).path("approvals").asLong()).isZero();
    }

    @Test
    void anEnvironmentIsCountedApart() {
        long model = tenant.model("environment", "prod", "risk_level", "limited");
        tenant.version(model);
        tenant.model("environment", "dev");

        var prod = stats("?environment=prod");

        assertThat(prod.path("total_models").asLong()).isEqualTo(1);
        assertThat(prod.path("total_versions").asLong()).isEqualTo(1);
        expectCounts(prod, "limited", "draft", 1);
        assertThat(stats("?environment=staging").path("total_models").asLong()).isZero();
    }

    @Test
    void theHistoryHasOneEntryADayAndEndsToday() {
        var before = today();
        var history = stats("?days=7").path("history");
        var after = today();

        assertThat(history).hasSize(7);
        var last = LocalDate.parse(history.get(6).path("date").asString());
        assertThat(last).isBetween(before, after);
        for (int i = 0; i < 7; i++) {
            assertThat(history.get(i).path("date").asString())
                    .isEqualTo(last.minusDays(6 - i).toString());
        }
        assertThat(stats("?days=366").path("history")).hasSize(366);
        assertThat(stats("?days=1").path("history")).hasSize(1);
    }

    @Test
    void eachOrganisationSeesItsOwnAndThePlatformSeesAll() {
        tenant.model();
        var other = SharedHub.tenant();
        other.model();
        other.model();

        assertThat(stats("").path("total_models").asLong()).isEqualTo(1);
        assertThat(stats("?organization_id=" + tenant.organizationId())
                        .path("total_models")
                        .asLong())
                .isEqualTo(1);
        tenant.auditor()
                .get("/dashboard/stats?organization_id=" + other.organizationId())
                .problem(404, "not-found");
        var platform = SharedHub.platform();
        assertThat(platform.get("/dashboard/stats?organization_id=" + other.organizationId())
                        .expect(200)
                        .number("total_models"))
                .isEqualTo(2);
        assertThat(platform.get("/dashboard/stats").expect(200).number("total_models"))
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void wrongParametersAreRefused() {
        for (var wrong : List.of("days=0", "days=367", "days=x", "day=1", "organization_id=x")) {
            assertThat(tenant.auditor().get("/dashboard/stats?" + wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
        tenant.auditor().get("/dashboard/stats?environment=moon").problem(422, "invalid-fields");
    }

    @Test
    void theCountersAreWhatCountingWouldGive() {
        for (var environment : List.of("dev", "prod")) {
            for (var risk : RISKS) {
                long model = tenant.model("environment", environment, "risk_level", risk);
                if (!risk.equals("minimal")) {
                    tenant.owner()
                            .patch("/models/%d/compliance-status".formatted(model), json("status", "under_review"))
                            .expect(200);
                }
            }
        }
        var counted = new TreeMap<String, Long>();
        tenant.auditor()
                .get("/models/")
                .expect(200)
                .json()
                .forEach(model -> counted.merge(
                        model.path("risk_level").asString() + " "
                                + model.path("compliance_status").asString(),
                        1L,
                        Long::sum));

        var kept = new TreeMap<String, Long>();
        stats("").path("risk_by_status").forEach(row -> {
            if (row.path("count").asLong() != 0) {
                kept.put(
                        row.path("risk_level").asString() + " "
                                + row.path("compliance_status").asString(),
                        row.path("count").asLong());
            }
        });

        assertThat(kept).isEqualTo(counted).hasSize(RISKS.size());
    }

    private JsonNode stats(String query) {
        return tenant.auditor().get("/dashboard/stats" + query).expect(200).json();
    }

    private static JsonNode today(JsonNode stats) {
        return stats.path("history").get(stats.path("history").size() - 1);
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.systemUTC().withZone(ZoneOffset.UTC));
    }

    private static void expectCounts(JsonNode stats, String risk, String status, long count) {
        assertThat(stats.path("risk_by_status"))
                .filteredOn(row -> row.path("risk_level").asString().equals(risk)
                        && row.path("compliance_status").asString().equals(status))
                .singleElement()
                .satisfies(row -> assertThat(row.path("count").asLong()).isEqualTo(count));
    }
}
