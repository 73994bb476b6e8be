package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.aigovernancehub.hub.e2e.Api.Answer;
import org.junit.jupiter.api.Test;

/** Who may do what: each write by each role, in the own organisation and in another one. */
class RoleMatrixTest {
    private static final List<String> ROLES = List.of("admin", "compliance_officer", "model_owner", "auditor");
    private static final Set<String> ADMINS = Set.of("admin");
    private static final Set<String> OFFICERS = Set.of("admin", "compliance_officer");
    private static final Set<String> OWNERS = Set.of("admin", "compliance_officer", "model_owner");

    private final Tenant tenant = SharedHub.tenant();

    /** Does something as somebody; what it needs is made anew for each call. */
    private interface Act {
        Answer by(Api api);
    }

    private record Operation(String name, Set<String> allowed, Act act) {}

    private List<Operation> operations() {
        return List.of(
                new Operation(
                        "register a model",
                        OWNERS,
                        api -> api.post("/models/", json("name", Tenant.unique("m"), "owner", "x"))),
                new Operation(
                        "change a model",
                        OWNERS,
                        api -> api.patch("/models/" + tenant.model(), json("description", "x"))),
                new Operation(
                        "change a risk profile",
                        OWNERS,
                        api -> api.patch("/models/" + tenant.model() + "/risk-profile", json("risk_level", "high"))),
                new Operation(
                        "register a version",
                        OWNERS,
                        api -> api.post("/versions/", json("model_id", tenant.model(), "version_tag", "1"))),
                new Operation(
                        "record a metric",
                        OWNERS,
                        api -> api.post(
                                "/metrics/",
                                json(
                                        "version_id",
                                        tenant.version(tenant.model()),
                                        "metric_name",
                                        "auc",
                                        "value",
                                        0.5))),
                new Operation(
                        "record metrics",
                        OWNERS,
                        api -> api.post(
                                "/versions/" + tenant.version(tenant.model()) + "/metrics",
                                List.of(json("metric_name", "auc", "value", 0.5)))),
                new Operation("register a dataset", OWNERS, api -> api.post("/datasets/", json("name", "d"))),
                new Operation(
                        "change a dataset",
                        OWNERS,
                        api -> api.patch("/datasets/" + dataset(), json("description", "x"))),
                new Operation(
                        "link a dataset",
                        OWNERS,
                        api -> api.post("/models/" + tenant.model() + "/datasets/", json("dataset_id", dataset()))),
                new Operation(
                        "add a dependency",
                        OWNERS,
                        api -> api.post(
                                "/models/" + tenant.model() + "/dependencies/",
                                json("parent_model_id", tenant.model()))),
                new Operation("submit a draft", OWNERS, api -> move(api, "draft", "under_review")),
                new Operation("take an approval back", OWNERS, api -> move(api, "approved", "under_review")),
                new Operation("retire a draft", OWNERS, api -> move(api, "draft", "retired")),
                new Operation("retire one under review", OWNERS, api -> move(api, "under_review", "retired")),
                new Operation("retire an approved one", OWNERS, api -> move(api, "approved", "retired")),
                new Operation("approve a draft", OFFICERS, api -> move(api, "draft", "approved")),
                new Operation("approve out of a review", OFFICERS, api -> move(api, "under_review", "approved")),
                new Operation("send back to draft", OFFICERS, api -> move(api, "under_review", "draft")),
                new Operation(
                        "review",
                        OFFICERS,
                        api -> api.post(
                                "/models/" + in("under_review") + "/reviews",
                                json("outcome", "endorsed", "notes", "good"))),
                new Operation(
                        "create a policy",
                        OFFICERS,
                        api -> api.post(
                                "/policies/",
                                json(
                                        "name",
                                        Tenant.unique("p"),
                                        "scope",
                                        "organization",
                                        "condition_type",
                                        "prohibit_unacceptable_risk"))),
                new Operation(
                        "change a policy", OFFICERS, api -> api.patch("/policies/" + policy(), json("mode", "warn"))),
                new Operation("deactivate a policy", OFFICERS, api -> api.delete("/policies/" + policy())),
                new Operation(
                        "create a user",
                        ADMINS,
                        api -> api.post(
                                "/users",
                                json(
                                        "username",
                                        Tenant.unique("u"),
                                        "email",
                                        "u@example.org",
                                        "password",
                                        Tenant.PASSWORD,
                                        "role",
                                        "auditor"))),
                new Operation(
                        "describe the organisation",
                        ADMINS,
                        api -> api.patch(
                                "/organizations/" + tenant.organizationId(), json("description", Tenant.unique("d")))),
                new Operation("list users", ADMINS, api -> api.get("/users")),
                new Operation("make a token", Set.copyOf(ROLES), api -> api.post("/tokens", json("name", "ci"))),
                new Operation(
                        "ask what stands in the way",
                        Set.copyOf(ROLES),
                        api -> api.get("/models/" + tenant.model() + "/transitions")),
                new Operation(
                        "take a report",
                        Set.copyOf(ROLES),
                        api -> api.get("/reports/models/" + tenant.model() + "/compliance-report?format=json")));
    }

    @Test
    void eachRoleMayDoWhatTheTableSays() {
        ROLES.forEach(role -> tenant.member(role));
        var calls = new ArrayList<Callable<Boolean>>();
        for (var operation : operations()) {
            for (var role : ROLES) {
                calls.add(() -> {
                    var answer = operation.act().by(tenant.member(role).api());
                    if (operation.allowed().contains(role)) {
                        assertThat(answer.status())
                                .as("%s may %s: %s", role, operation.name(), answer)
                                .isBetween(200, 299);
                    } else {
                        answer.problem(403, "forbidden");
                    }
                    return true;
                });
            }
        }
        Together.runFewAtATime(calls);
    }

    @Test
    void inAnotherOrganisationNobodyFindsAnything() {
        var other = SharedHub.tenant();
        long model = tenant.model();
        long version = tenant.version(model);
        long dataset = dataset();
        long policy = policy();
        long user = tenant.member("auditor").id();
        var calls = new ArrayList<Callable<Boolean>>();
        for (var role : ROLES) {
            var api = other.member(role).api();
            for (long absent : new long[] {0, 1_000_000_000_000L}) {
                record Call(String method, String path, Object body) {}
                for (var call : List.of(
                        new Call("PATCH", "/models/%d", json("description", "x")),
                        new Call("PATCH", "/models/%d/risk-profile", json("risk_level", "high")),
                        new Call("PATCH", "/models/%d/compliance-status", json("status", "retired")),
                        new Call("POST", "/models/%d/reviews", json("outcome", "endorsed", "notes", "x")),
                        new Call("POST", "/models/%d/datasets", json("dataset_id", dataset)),
                        new Call("POST", "/models/%d/dependencies", json("parent_model_id", model)),
                        new Call("PATCH", "/datasets/%d", json("description", "x")),
                        new Call("PATCH", "/policies/%d", json("description", "x")),
                        new Call("PATCH", "/users/%d", json("role", "admin")),
                        new Call("POST", "/users/%d/password", json("password", "a new password")),
                        new Call("PATCH", "/organizations/%d", json("description", "x")))) {
                    calls.add(() -> {
                        long foreign =
                                switch (call.path().split("/")[1]) {
                                    case "models" -> model;
                                    case "datasets" -> dataset;
                                    case "policies" -> policy;
                                    case "users" -> user;
                                    default -> tenant.organizationId();
                                };
                        var of = api.call(call.method(), call.path().formatted(foreign), call.body());
                        var none = api.call(call.method(), call.path().formatted(absent), call.body());
                        of.problem(404, "not-found");
                        none.problem(404, "not-found");
                        assertThat(without(of, foreign)).isEqualTo(without(none, absent));
                        return true;
                    });
                }
                calls.add(() -> {
                    api.get("/models/" + model + "/transitions").problem(404, "not-found");
                    api.get("/models/" + absent + "/transitions").problem(404, "not-found");
                    return true;
                });
                calls.add(() -> {
                    api.delete("/policies/" + policy).problem(404, "not-found");
                    api.delete("/policies/" + absent).problem(404, "not-found");
                    return true;
                });
            }
        }
        Together.runFewAtATime(calls);
        var owner = other.owner();
        long own = other.model();
        long ownVersion = other.version(own);
        owner.post("/versions/", json("model_id", model, "version_tag", "1")).problem(404, "not-found");
        owner.post("/metrics/", json("version_id", version, "metric_name", "x", "value", 1))
                .problem(404, "not-found");
        owner.post("/versions/" + version + "/metrics", List.of(json("metric_name", "x", "value", 1)))
                .problem(404, "not-found");
        owner.post("/models/" + own + "/datasets/", json("dataset_id", dataset)).problem(404, "not-found");
        owner.post("/models/" + own + "/dependencies/", json("parent_model_id", model))
                .problem(404, "not-found");
        owner.post(
                        "/models/" + own + "/dependencies/",
                        json("parent_model_id", other.model(), "parent_version_id", version))
                .problem(404, "not-found");
        owner.post(
                        "/models/" + own + "/dependencies/",
                        json("parent_model_id", other.model(), "child_version_id", version))
                .problem(404, "not-found");
        owner.post(
                        "/models/" + own + "/dependencies/",
                        json("parent_model_id", other.model(), "parent_version_id", ownVersion))
                .problem(404, "not-found");
        for (var path : List.of("/models/", "/datasets/")) {
            owner.post(path, json("name", "n", "owner", "o", "organization_id", tenant.organizationId()))
                    .problem(404, "not-found");
            owner.post(path, json("name", "n", "owner", "o", "organization_id", 1_000_000_000_000L))
                    .problem(404, "not-found");
        }
        assertThat(SharedHub.database().events("model-" + model)).hasSize(2);
    }

    @Test
    void organisationsAreMadeAndSwitchedOffByThePlatformOnly() {
        for (var role : ROLES) {
            tenant.member(role)
                    .api()
                    .post("/organizations/", json("name", Tenant.unique("o")))
                    .problem(403, "forbidden");
        }
        tenant.admin()
                .patch("/organizations/" + tenant.organizationId(), json("is_active", false))
                .problem(403, "forbidden");
    }

    @Test
    void globalPoliciesAreThePlatformsOnly() {
        for (var role : ROLES) {
            var api = tenant.member(role).api();
            api.post("/policies/", json("name", Tenant.unique("p"), "condition_type", "prohibit_unacceptable_risk"))
                    .problem(403, "forbidden");
            api.patch("/policies/1", json("is_active", false)).problem(403, "forbidden");
            api.delete("/policies/1").problem(403, "forbidden");
        }
    }

    @Test
    void operationsAreThePlatformsOnly() {
        for (var role : ROLES) {
            var api = tenant.member(role).api();
            api.post("/operations/rebuild", json()).problem(403, "forbidden");
            api.post("/operations/dead-letters/1/retry", json()).problem(403, "forbidden");
            api.post("/operations/dead-letters/1/discard", json()).problem(403, "forbidden");
        }
    }

    @Test
    void allowedActionsAreRoleTimesState() {
        var changes = List.of(
                "update", "update_risk_profile", "register_version", "record_metric", "link_dataset", "add_dependency");
        var ofState = Map.of(
                "draft", List.of("submit_for_review", "approve", "retire"),
                "under_review", List.of("review", "approve", "return_to_draft", "retire"),
                "approved", List.of("submit_for_review", "retire"),
                "retired", List.<String>of());
        ofState.forEach((state, moves) -> {
            for (var role : List.of("admin", "compliance_officer", "model_owner")) {
                var api = tenant.member(role).api();
                // Whoever may write gets them with the answer to a write that changes nothing.
                var answer = api.patch("/models/" + in(state) + "/compliance-status", same(state));
                if (role.equals("model_owner") && (state.equals("draft") || state.equals("approved"))) {
                    answer = api.patch("/models/" + in(state), json());
                }
                var expected = new ArrayList<String>();
                if (!state.equals("retired")) {
                    expected.addAll(changes);
                }
                moves.stream()
                        .filter(move -> !role.equals("model_owner")
                                || !List.of("review", "approve", "return_to_draft")
                                        .contains(move))
                        .forEach(expected::add);
                assertThat(answer.expect(200).texts("allowed_actions"))
                        .as("%s of a model that is %s", role, state)
                        .isEqualTo(expected);
            }
        });
    }

    private static Object same(String state) {
        return json("status", state, "approval_notes", "notes");
    }

    @Test
    void platformAdministratorsActEverywhere() {
        var platform = SharedHub.platform();
        long model = tenant.model();

        platform.patch("/models/" + model, json("description", "by the platform"))
                .expect(200);
        platform.post(
                        "/models/",
                        json("name", Tenant.unique("m"), "owner", "x", "organization_id", tenant.organizationId()))
                .expect(201);
        assertThat(platform.post("/models/", json("name", Tenant.unique("m"), "owner", "x"))
                        .expect(201)
                        .number("organization_id"))
                .isEqualTo(1);
        platform.post("/models/", json("name", Tenant.unique("m"), "owner", "x", "organization_id", 1_000_000_000_000L))
                .problem(404, "not-found");
    }

    /** What an answer tells, but for the id that was asked for. */
    private static String without(Answer answer, long id) {
        var problem = answer.json();
        return (problem.path("detail").asString() + problem.path("instance").asString())
                .replaceAll("\\b" + id + "\\b", "N");
    }

    private Answer move(Api api, String from, String to) {
        return api.patch("/models/" + in(from) + "/compliance-status", json("status", to, "approval_notes", "notes"));
    }

    private long in(String state) {
        long model = tenant.model();
        if (!state.equals("draft")) {
            tenant.admin()
                    .patch("/models/" + model + "/compliance-status", json("status", state, "approval_notes", "notes"))
                    .expect(200);
        }
        return model;
    }

    private long dataset() {
        return tenant.owner().post("/datasets/", json("name", "d")).expect(201).id();
    }

    private long policy() {
        return tenant.policy("prohibit_unacceptable_risk");
    }
}
