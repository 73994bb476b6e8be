package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.aigovernancehub.hub.e2e.Api.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** No list and no resource shows a tenant anything of another; platform staff, also one who only reads, sees all. */
class TenantListsTest {
    private static Filled one;
    private static Filled other;
    private static Api staff;

    /** A tenant with something in every list. */
    private record Filled(
            Tenant tenant,
            long model,
            long version,
            long dataset,
            long policy,
            Set<Long> violations,
            Set<Long> entries) {

        static Filled make() {
            var tenant = SharedHub.tenant();
            long policy = tenant.policy("require_evaluation_before_approval");
            long model = tenant.model();
            long version = tenant.version(model);
            long dataset = tenant.owner()
                    .post("/datasets/", json("name", "Own"))
                    .expect(201)
                    .id();
            var refusal = tenant.officer()
                    .patch("/models/" + model + "/compliance-status", json("status", "approved", "approval_notes", "n"))
                    .expect(403);
            var violations = new HashSet<Long>();
            refusal.json().path("violation_ids").forEach(id -> violations.add(id.asLong()));
            tenant.owner()
                    .post("/metrics/", json("version_id", version, "metric_name", "m", "value", 1))
                    .expect(201);
            tenant.auditor();
            var entries = new HashSet<>(
                    SharedHub.database().query("""
                            SELECT p.position FROM event_store.event e JOIN event_store.event_position p USING (global_index)
                             WHERE e.payload::jsonb ->> 'organization_id' = ?""", row -> row.getLong(1), Long.toString(tenant.organizationId())));
            return new Filled(tenant, model, version, dataset, policy, violations, entries);
        }
    }

    /** A list, and the ids in it that are a tenant's. */
    private record Listed(String path, java.util.function.Function<Filled, Set<Long>> own) {
        @Override
        public String toString() {
            return path;
        }
    }

    @BeforeAll
    static void fill() {
        one = Filled.make();
        other = Filled.make();
        staff = Tenant.newPlatformAuditor(SharedHub.hub(), SharedHub.platform()).api();
    }

    static Stream<Listed> lists() {
        return Stream.of(
                new Listed("/models/", filled -> Set.of(filled.model())),
                new Listed("/models/?sort=-updated_at", filled -> Set.of(filled.model())),
                new Listed("/models/?q=model", filled -> Set.of(filled.model())),
                new Listed("/datasets/", filled -> Set.of(filled.dataset())),
                new Listed("/datasets/?q=own", filled -> Set.of(filled.dataset())),
                new Listed("/organizations/", filled -> Set.of(filled.tenant().organizationId())),
                new Listed("/policies/?scope=organization", filled -> Set.of(filled.policy())),
                new Listed("/policies/violations/?limit=500", Filled::violations),
                new Listed("/audit-logs/?after=0", Filled::entries),
                new Listed("/audit-logs/", Filled::entries));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aTenantListsItsOwnAndPlatformStaffAll(Listed list) {
        for (var filled : List.of(one, other)) {
            var foreign = filled == one ? other : one;
            for (var role : List.of("admin", "compliance_officer", "model_owner", "auditor")) {
                var listed = Pages.ids(filled.tenant().member(role).api(), list.path());
                assertThat(listed)
                        .as(role)
                        .containsAll(list.own().apply(filled))
                        .doesNotContainAnyElementsOf(list.own().apply(foreign));
            }
        }
        for (var reader : List.of(SharedHub.platform(), staff)) {
            assertThat(Pages.ids(reader, list.path()))
                    .containsAll(list.own().apply(one))
                    .containsAll(list.own().apply(other));
        }
    }

    @Test
    void aTotalCountsOnlyWhatTheTenantSees() {
        var total = one.tenant()
                .auditor()
                .get("/audit-logs/?limit=1")
                .expect(200)
                .header("X-Total-Count")
                .orElseThrow();
        assertThat(Long.parseLong(total))
                .isEqualTo(Pages.ids(one.tenant().auditor(), "/audit-logs/").size());
        assertThat(one.tenant().auditor().get("/models/?limit=1").expect(200).header("X-Total-Count"))
                .hasValue("1");
    }

    /** What can be read by its id, and how its path is made. */
    private record Resource(String path, ToLongFunction<Filled> id) {
        String of(Filled filled) {
            return path.formatted(id.applyAsLong(filled));
        }

        String absent() {
            return path.formatted(987_654_321);
        }

        @Override
        public String toString() {
            return path;
        }
    }

    static Stream<Resource> resources() {
        return Stream.of(
                new Resource("/models/%d", Filled::model),
                new Resource("/models/%d/versions/", Filled::model),
                new Resource("/models/%d/reviews", Filled::model),
                new Resource("/models/%d/datasets/", Filled::model),
                new Resource("/models/%d/lineage", Filled::model),
                new Resource("/models/%d/metrics", Filled::model),
                new Resource("/versions/%d", Filled::version),
                new Resource("/versions/%d/metrics", Filled::version),
                new Resource("/datasets/%d", Filled::dataset),
                new Resource("/datasets/%d/models", Filled::dataset),
                new Resource("/policies/%d", Filled::policy),
                new Resource("/organizations/%d", filled -> filled.tenant().organizationId()));
    }

    @ParameterizedTest
    @MethodSource("resources")
    void anothersLooksAbsent(Resource resource) {
        one.tenant().auditor().get(resource.of(one)).expect(200);
        staff.get(resource.of(one)).expect(200);

        var foreign = one.tenant().admin().get(resource.of(other));
        var absent = one.tenant().admin().get(resource.absent());
        assertThat(withoutId(foreign, resource.id().applyAsLong(other))).isEqualTo(withoutId(absent, 987_654_321));
        foreign.problem(404, "not-found");
        staff.get(resource.absent()).problem(404, "not-found");
    }

    private static JsonNode withoutId(Answer answer, long id) {
        return Api.JSON.readTree(answer.body().replaceAll("\\b%d\\b".formatted(id), "ID"));
    }

    @Test
    void aFilterForAnotherOrganisationFindsNothingOrNobody() {
        for (var path : List.of("/models/", "/datasets/", "/policies/")) {
            var foreign = one.tenant()
                    .admin()
                    .get(path + "?organization_id=" + other.tenant().organizationId());
            foreign.problem(404, "not-found");
            one.tenant().admin().get(path + "?organization_id=987654321").problem(404, "not-found");
            assertThat(Pages.ids(
                            one.tenant().admin(),
                            path + "?organization_id=" + one.tenant().organizationId()))
                    .isNotEmpty();
            assertThat(Pages.ids(
                            staff, path + "?organization_id=" + other.tenant().organizationId()))
                    .hasSize(1);
        }
        for (var query : List.of(
                "/policies/violations/?model_id=" + other.model(),
                "/policies/violations/?policy_id=" + other.policy(),
                "/audit-logs/?entity_type=Model&entity_id=" + other.model(),
                "/audit-logs/?actor=" + other.tenant().member("model_owner").username())) {
            assertThat(Pages.ids(one.tenant().admin(), query)).as(query).isEmpty();
            assertThat(Pages.ids(staff, query)).as(query).isNotEmpty();
        }
    }
}
