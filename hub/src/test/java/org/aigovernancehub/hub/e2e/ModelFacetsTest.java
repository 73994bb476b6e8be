package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Counts beside filters: what each choice would leave, and the same as the list then has. */
class ModelFacetsTest {
    private static final Map<String, List<String>> VALUES = new LinkedHashMap<>(Map.of(
            "risk_level", List.of("unclassified", "minimal", "limited", "high", "unacceptable"),
            "compliance_status", List.of("draft", "under_review", "approved", "retired"),
            "environment", List.of("dev", "test", "staging", "prod"),
            "data_sensitivity", List.of("public", "internal", "pii", "phi", "pci")));

    private static Tenant tenant;
    private static Tenant other;

    @BeforeAll
    static void register() {
        tenant = SharedHub.tenant();
        other = SharedHub.tenant();
        for (int i = 0; i < 12; i++) {
            for (var one : List.of(tenant, other)) {
                long model = one.model(
                        "risk_level",
                        VALUES.get("risk_level").get(i % 4),
                        "environment",
                        VALUES.get("environment").get(i % 3),
                        "data_sensitivity",
                        i % 2 == 0 ? "pii" : "internal",
                        "owner",
                        i % 5 == 0 ? "Risk team" : "Claims",
                        "sector",
                        i < 6 ? "health" : "finance",
                        "domain",
                        "pricing",
                        "description",
                        i == 7 ? "facet needle" : null);
                if (i % 3 == 0) {
                    one.owner()
                            .patch("/models/%d/compliance-status".formatted(model), json("status", "under_review"))
                            .expect(200);
                }
            }
        }
        tenant.auditor();
        other.auditor();
    }

    static Stream<String> filters() {
        return Stream.of(
                "",
                "risk_level=high",
                "environment=test",
                "risk_level=minimal&compliance_status=draft&environment=test&data_sensitivity=internal",
                "risk_level=unacceptable",
                "data_sensitivity=pii&compliance_status=under_review",
                "owner=Risk%20team",
                "owner=Claims&risk_level=minimal",
                "domain=pricing&sector=health&environment=dev",
                "q=NEEDLE",
                "q=model&data_sensitivity=pii",
                "sector=none");
    }

    @ParameterizedTest
    @MethodSource("filters")
    void eachChoiceCountsWhatTheListThenHas(String filter) {
        compare(tenant.auditor(), filter);
    }

    @ParameterizedTest
    @MethodSource("filters")
    void platformStaffMayChooseTheOrganisationToo(String filter) {
        compare(SharedHub.platform(), filter + "&organization_id=" + tenant.organizationId());
    }

    private static void compare(Api reader, String filter) {
        var facets = reader.get("/models/facets?" + filter).expect(200).json();
        assertThat(facets.path("exact").asBoolean()).isTrue();
        assertThat(facets.path("total").asLong()).isEqualTo(listed(reader, filter));
        VALUES.forEach((facet, values) -> {
            assertThat(facets.path(facet))
                    .extracting(row -> row.path("value").asString())
                    .containsExactlyElementsOf(values);
            var others = filter.replaceAll("(^|&)" + facet + "=[^&]*", "");
            for (var row : facets.path(facet)) {
                assertThat(row.path("count").asLong())
                        .as("%s %s with %s", facet, row, filter)
                        .isEqualTo(listed(
                                reader,
                                others + "&" + facet + "=" + row.path("value").asString()));
            }
        });
    }

    private static long listed(Api reader, String filter) {
        return Long.parseLong(reader.get("/models/?limit=1&" + filter)
                .expect(200)
                .header("X-Total-Count")
                .orElseThrow());
    }

    @Test
    void organisationsAreCountedForWhoSeesMany() {
        var choice = "sector=health&organization_id=" + tenant.organizationId();
        assertThat(organizations(SharedHub.platform(), choice)).containsEntry(other.organizationId(), 6L);
        assertThat(organizations(SharedHub.platform(), "risk_level=minimal"))
                .containsEntry(tenant.organizationId(), 3L);
        assertThat(organizations(SharedHub.platform(), "organization_id=" + tenant.organizationId()))
                .containsEntry(tenant.organizationId(), 12L)
                .containsEntry(other.organizationId(), 12L);
        assertThat(facets(tenant, "").path("organization_id").isNull()).isTrue();
        assertThat(facets(tenant, "organization_id=" + tenant.organizationId())
                        .path("total")
                        .asLong())
                .isEqualTo(12);
        tenant.auditor()
                .get("/models/facets?organization_id=" + other.organizationId())
                .problem(404, "not-found");
    }

    private static Map<Long, Long> organizations(Api reader, String filter) {
        var counts = new LinkedHashMap<Long, Long>();
        reader.get("/models/facets?" + filter)
                .expect(200)
                .json()
                .path("organization_id")
                .forEach(row ->
                        counts.put(row.path("value").asLong(), row.path("count").asLong()));
        return counts;
    }

    @Test
    void anotherSensitivityMovesTheCountAndNothingElse() {
        var own = SharedHub.tenant();
        long model = own.model("data_sensitivity", "public");
        var before = own.auditor().get("/dashboard/stats").expect(200).json();

        own.owner().patch("/models/" + model, json("data_sensitivity", "phi")).expect(200);
        own.owner().patch("/models/" + model, json("description", "d")).expect(200);

        assertThat(counts(facets(own, ""), "data_sensitivity"))
                .containsEntry("phi", 1L)
                .containsEntry("public", 0L);
        assertThat(own.auditor().get("/dashboard/stats").expect(200).json()).isEqualTo(before);
        own.owner()
                .patch("/models/%d/compliance-status".formatted(model), json("status", "under_review"))
                .expect(200);
        assertThat(counts(facets(own, "compliance_status=under_review"), "data_sensitivity"))
                .containsEntry("phi", 1L);
        assertThat(counts(facets(own, "compliance_status=draft"), "data_sensitivity"))
                .containsEntry("phi", 0L)
                .containsEntry("public", 0L);
    }

    private static Map<String, Long> counts(JsonNode facets, String facet) {
        var counts = new LinkedHashMap<String, Long>();
        facets.path(facet)
                .forEach(row -> counts.put(
                        row.path("value").asString(), row.path("count").asLong()));
        return counts;
    }

    private static JsonNode facets(Tenant of, String filter) {
        return of.auditor().get("/models/facets?" + filter).expect(200).json();
    }

    @Test
    void filtersThatCannotBeTakenAreRefused() {
        tenant.auditor().get("/models/facets?risk_level=huge").problem(422, "invalid-fields");
        tenant.auditor().get("/models/facets?q=ab").problem(422, "invalid-fields");
        tenant.auditor().get("/models/facets?sort=id").problem(400, "unknown-parameter");
        tenant.auditor().get("/models/facets?limit=5").problem(400, "unknown-parameter");
    }
}
