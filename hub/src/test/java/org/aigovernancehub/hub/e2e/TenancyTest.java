package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aigovernancehub.hub.e2e.TenancyOperations.Ids;
import org.aigovernancehub.hub.e2e.TenancyOperations.Kind;
import org.aigovernancehub.hub.e2e.TenancyOperations.Operation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * No tenant sees another: every operation of the documentation, for every role, with own, foreign and absent ids. A foreign thing and one
 * that does not exist are answered alike, to the letter.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenancyTest {
    /** No sequence has come so far. */
    private static final long ABSENT = 987_654_321_012L;
    /** Stands in every text of the foreign tenant, and must stand in no answer. */
    private static final String SECRET = "secret-of-the-other-tenant";

    private static final Ids NOTHING =
            new Ids(ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, "nobody");

    private final Map<String, Operation> operations = new TenancyOperations().all();
    private Tenant own;
    private Tenant foreign;
    private Ids foreignIds;
    private Ids ownIds;

    @BeforeAll
    void fill() {
        own = SharedHub.tenant();
        foreign = SharedHub.tenant();
        foreignIds = thingsOf(foreign, SECRET);
        ownIds = thingsOf(own, "own");
        foreign.admin()
                .patch("/organizations/" + foreign.organizationId(), json("description", SECRET))
                .expect(200);
        // Something for the violations, and for the counters.
        foreign.policy("require_evaluation_before_approval", "name", SECRET + " policy");
        long blocked = foreign.model("name", SECRET + " blocked");
        foreign.officer()
                .patch(
                        "/models/%d/compliance-status".formatted(blocked),
                        json("status", "approved", "approval_notes", SECRET))
                .problem(403, "policy-violation");
    }

    private static Ids thingsOf(Tenant tenant, String text) {
        var owner = tenant.owner();
        long model = tenant.model("name", Tenant.unique(text), "description", text);
        long otherModel = tenant.model("name", Tenant.unique(text));
        long version = owner.post("/versions/", json("model_id", model, "version_tag", text))
                .expect(201)
                .id();
        owner.post("/metrics/", json("version_id", version, "metric_name", text, "value", 1))
                .expect(201);
        long dataset = owner.post("/datasets/", json("name", text)).expect(201).id();
        owner.patch("/models/%d/compliance-status".formatted(model), json("status", "under_review"))
                .expect(200);
        tenant.officer()
                .post("/models/%d/reviews".formatted(model), json("outcome", "endorsed", "notes", text))
                .expect(201);
        long policy = tenant.policy("prohibit_unacceptable_risk", "description", text);
        var user = tenant.newMember("auditor");
        long token = user.api().post("/tokens", json("name", text)).expect(201).id();
        long view = user.api()
                .post("/views", json("name", text, "page", "models", "query", "q=" + text, "shared", true))
                .expect(201)
                .id();
        return new Ids(
                tenant.organizationId(),
                user.id(),
                token,
                model,
                otherModel,
                version,
                dataset,
                policy,
                view,
                user.username());
    }

    @Test
    void theMatrixCoversEveryOperationOfTheDocumentation() {
        var documented = new TreeSet<String>();
        SharedHub.anonymous()
                .get(SharedHub.hub().api().root("/openapi.json"))
                .expect(200)
                .json()
                .path("paths")
                .propertyStream()
                .forEach(path -> path.getValue().propertyNames().stream()
                        .filter(name ->
                                List.of("get", "post", "patch", "put", "delete").contains(name))
                        .forEach(method -> documented.add("%s %s"
                                .formatted(method.toUpperCase(java.util.Locale.ROOT), relative(path.getKey())))));

        assertThat(documented).hasSizeGreaterThan(50);
        assertThat(operations.keySet().stream().map(name -> name.replaceAll("\\{\\w+}", "{}")))
                .containsAll(documented);
    }

    private static String relative(String path) {
        var relative = path.replaceFirst("^/api/v1", "").replaceFirst("/$", "").replaceAll("\\{\\w+}", "{}");
        return relative.isEmpty() ? "/" : relative;
    }

    private Stream<Map.Entry<String, Operation>> of(Kind... kinds) {
        return operations.entrySet().stream()
                .filter(operation ->
                        List.of(kinds).contains(operation.getValue().kind()));
    }

    private static Api.Answer call(Api api, String name, Operation operation, Ids inPath, Ids inBody) {
        var parts = name.split(" ");
        var body = operation.body() == null ? null : operation.body().apply(inBody);
        return api.call(parts[0], inPath.path(parts[1]), body);
    }

    @TestFactory
    Stream<DynamicTest> foreignAndAbsentThingsLookAlike() {
        return of(Kind.ONE)
                .flatMap(entry -> TenancyOperations.ALL.stream()
                        .map(role -> DynamicTest.dynamicTest(role + " " + entry.getKey(), () -> {
                            var operation = entry.getValue();
                            var api = own.member(role).api();
                            var path = operation.refers() ? ownIds(false) : null;
                            var onForeign =
                                    call(api, entry.getKey(), operation, path == null ? foreignIds : path, foreignIds);
                            var onAbsent = call(api, entry.getKey(), operation, path == null ? NOTHING : path, NOTHING);

                            assertThat(onForeign.status()).as(onForeign.body()).isIn(403, 404);
                            assertThat(withoutIds(onForeign)).isEqualTo(withoutIds(onAbsent));
                            assertThat(onForeign.status()).isEqualTo(onAbsent.status());
                            if (operation.allowed().contains(role)) {
                                onForeign.problem(404, "not-found");
                            }
                            assertThat(onForeign.body()).doesNotContain(SECRET, foreign.name());
                        })));
    }

    /** The client knows the ids that it sent; nothing else may differ. */
    private String withoutIds(Api.Answer answer) {
        return answer.body()
                .replaceAll(
                        "\\b(%d|%d|%d|%d|%d|%d|%d|%d|%d|%d)\\b"
                                .formatted(
                                        ABSENT,
                                        foreignIds.organization(),
                                        foreignIds.user(),
                                        foreignIds.token(),
                                        foreignIds.model(),
                                        foreignIds.otherModel(),
                                        foreignIds.version(),
                                        foreignIds.dataset(),
                                        foreignIds.policy(),
                                        foreignIds.view()),
                        "#");
    }

    /** Things of one's own: fresh ones for calls that use them up, else always the same. */
    private Ids ownIds(boolean fresh) {
        return fresh ? thingsOf(own, "own") : ownIds;
    }

    @TestFactory
    Stream<DynamicTest> ownThingsAreForWhoseRoleAllowsIt() {
        return of(Kind.ONE, Kind.OWN)
                .filter(entry -> !entry.getValue().refers())
                .flatMap(entry -> TenancyOperations.ALL.stream()
                        .map(role -> DynamicTest.dynamicTest(role + " " + entry.getKey(), () -> {
                            var ids = ownIds(entry.getKey().matches("(POST /models/|DELETE).*"));
                            var answer = call(own.member(role).api(), entry.getKey(), entry.getValue(), ids, ids);
                            if (entry.getValue().allowed().contains(role)) {
                                assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
                            } else {
                                // Somebody else's token is no secret to have; it just looks like none.
                                assertThat(answer.status()).as(answer.body()).isIn(403, 404);
                                assertThat(answer.status() == 404)
                                        .isEqualTo(entry.getKey().equals("DELETE /tokens/{tokenId}"));
                            }
                        })));
    }

    @TestFactory
    Stream<DynamicTest> listsAndSumsHaveNothingOfOthers() {
        return of(Kind.MANY)
                .flatMap(entry -> TenancyOperations.ALL.stream()
                        .map(role -> DynamicTest.dynamicTest(role + " " + entry.getKey(), () -> {
                            var api = own.member(role).api();
                            var path = entry.getKey().split(" ")[1];
                            if (!entry.getValue().allowed().contains(role)) {
                                api.get(path).problem(403, "forbidden");
                                return;
                            }
                            for (var accept : List.of("application/json", "text/csv", "application/x-ndjson")) {
                                var answer = api.with("Accept", accept).get(path);
                                assertThat(answer.status()).as(answer.body()).isIn(200, 406);
                                assertThat(answer.body()).doesNotContain(SECRET, foreign.name(), foreignIds.username());
                            }
                            api.get(path).expect(200);
                            if (!path.equals("/tokens")
                                    && !path.equals("/views")
                                    && !path.equals("/users/directory")
                                    && !path.equals("/organizations")
                                    && !path.startsWith("/audit-logs")) {
                                api.get(path + "?organization_id=" + foreign.organizationId())
                                        .problem(404, "not-found");
                                api.get(path + "?organization_id=" + ABSENT).problem(404, "not-found");
                            }
                        })));
    }

    @Test
    void sumsCountOnlyOnesOwn() {
        var alone = SharedHub.tenant();
        alone.model();
        var stats = alone.auditor().get("/dashboard/stats").expect(200);
        assertThat(stats.number("total_models")).isEqualTo(1);
        assertThat(stats.number("total_violations")).isZero();
    }

    @TestFactory
    Stream<DynamicTest> whatBelongsToThePlatformIsForItsStaff() {
        return of(Kind.PLATFORM)
                .flatMap(entry -> TenancyOperations.ALL.stream()
                        .map(role -> DynamicTest.dynamicTest(
                                role + " " + entry.getKey(),
                                () -> call(
                                                own.member(role).api(),
                                                entry.getKey(),
                                                entry.getValue(),
                                                foreignIds,
                                                foreignIds)
                                        .problem(403, "forbidden"))));
    }

    @TestFactory
    Stream<DynamicTest> whoBringsNoTokenIsToldNothing() {
        return of(Kind.ONE, Kind.OWN, Kind.MANY, Kind.PLATFORM)
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    var answer = call(SharedHub.anonymous(), entry.getKey(), entry.getValue(), foreignIds, foreignIds);
                    answer.problem(401, "unauthenticated");
                    assertThat(answer.header("WWW-Authenticate")).isPresent();
                }));
    }

    @Test
    void theQueryRoleSeesNoRowWithoutATenant() throws SQLException {
        var tables = SharedHub.database().query("""
                SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE c.relkind = 'r' AND (n.nspname LIKE 'read_model_%' OR c.oid = 'read_model.dead_letter'::regclass)""", row -> row.getString(1));
        assertThat(tables).hasSizeGreaterThan(20);
        try (var connection = SharedHub.database().connection();
                var statement = connection.createStatement()) {
            statement.execute("SET ROLE hub_query");
            for (var setting :
                    List.of("", "SET hub.organization = ''", "SET hub.platform = ''", "SET hub.platform = 'false'")) {
                if (!setting.isEmpty()) {
                    statement.execute(setting);
                }
                for (var table : tables) {
                    try (var rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
                        rows.next();
                        assertThat(rows.getLong(1))
                                .as(table + " after " + setting)
                                .isZero();
                    }
                }
            }
            statement.execute("SET hub.organization = '%d'".formatted(own.organizationId()));
            try (var rows = statement.executeQuery(
                    "SELECT count(*) FROM read_model_a.model WHERE organization_id <> " + own.organizationId())) {
                rows.next();
                assertThat(rows.getLong(1)).isZero();
            }
        }
    }

    @Test
    void everyTableWithATenantHasForcedRowLevelSecurity() {
        assertThat(SharedHub.database().query("""
                        SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                         WHERE c.relkind IN ('r', 'p') AND n.nspname LIKE 'read_model%'
                           AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'organization_id')
                           AND NOT (c.relrowsecurity AND c.relforcerowsecurity)""", row -> row.getString(1))).isEmpty();
    }
}
