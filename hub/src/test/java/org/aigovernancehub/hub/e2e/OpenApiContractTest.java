package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Walks a running hub, every operation of its document, and compares what it answers with what it says that it answers. */
@OwnHubs
class OpenApiContractTest {
    /** Bodies of writes that would be taken, by operation; what is in braces is the id of that name. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("authRegister", "{'username': 'NEW', 'email': 'NEW@example.org', 'password': 'a long password'}"),
            Map.entry("datasetChange", "{'record_count': 5, 'notes': null}"),
            Map.entry("datasetRegister", "{'name': 'NEW', 'record_count': 3, 'organization_id': {organization_id}}"),
            Map.entry("modelChange", "{'description': 'NEW', 'sector': null}"),
            Map.entry("modelChangeRisk", "{'risk_level': 'high', 'domain': 'NEW'}"),
            Map.entry("modelChangeStatus", "{'status': 'under_review', 'reason': 'NEW'}"),
            Map.entry("modelDepend", "{'parent_model_id': {parent_id}, 'notes': null}"),
            Map.entry("modelLink", "{'dataset_id': {dataset_id}, 'model_version_id': {version_id}}"),
            Map.entry("modelRegister", "{'name': 'NEW', 'owner': 'NEW', 'organization_id': {organization_id}}"),
            Map.entry("modelReview", "{'outcome': 'endorsed', 'notes': 'NEW'}"),
            Map.entry("operationsDiscard", "{'reason': 'NEW'}"),
            Map.entry("operationsRebuild", "{'reason': 'NEW'}"),
            Map.entry("organizationChange", "{'description': 'NEW'}"),
            Map.entry("organizationCreate", "{'name': 'NEW'}"),
            Map.entry("policyChange", "{'description': 'NEW'}"),
            Map.entry(
                    "policyCreate",
                    "{'name': 'NEW', 'scope': 'environment', 'organization_id': {organization_id}, 'environment': 'prod',"
                            + " 'condition_type': 'require_evaluation_before_approval', 'parameters': {}}"),
            Map.entry("savedViewChange", "{'name': 'NEW', 'query': 'q=NEW', 'shared': true}"),
            Map.entry("savedViewCreate", "{'name': 'NEW', 'page': 'models', 'query': 'risk=high&env=prod'}"),
            Map.entry("sessionOpen", "{'username': 'admin', 'password': '" + HubProcess.ADMIN_PASSWORD + "'}"),
            Map.entry("tokenCreate", "{'name': 'NEW', 'role': 'auditor'}"),
            Map.entry("userChange", "{'role': 'auditor'}"),
            Map.entry("userChangePassword", "{'password': 'another long password'}"),
            Map.entry(
                    "userCreate",
                    "{'username': 'NEW', 'email': 'NEW@example.org', 'password': 'a long password', 'role': 'auditor',"
                            + " 'organization_id': {organization_id}}"),
            Map.entry("versionRecord", "{'version_id': {version_id}, 'metric_name': 'NEW', 'value': 0.5}"),
            Map.entry("versionRecordAll", "[{'metric_name': 'NEW', 'value': 1}]"),
            Map.entry("versionRegister", "{'model_id': {model_id}, 'version_tag': 'NEW'}"));

    /** In this order, since one needs what the other makes. */
    private static final List<String> MAKERS = List.of(
            "organizationCreate",
            "userCreate",
            "modelRegister",
            "versionRegister",
            "datasetRegister",
            "policyCreate",
            "savedViewCreate",
            "tokenCreate");

    private static final Map<String, String> MADE_BY = Map.of(
            "organizationCreate", "organization_id",
            "userCreate", "user_id",
            "modelRegister", "model_id",
            "versionRegister", "version_id",
            "datasetRegister", "dataset_id",
            "policyCreate", "policy_id",
            "savedViewCreate", "view_id",
            "tokenCreate", "token_id");

    private static HubProcess hub;
    private static Api platform;
    private static Contract contract;
    private static final Map<String, String> IDS = new HashMap<>(Map.of("position", "1", "type", "not-found"));

    @BeforeAll
    static void start() {
        hub = HubProcess.start(Map.of("HUB_SELF_REGISTRATION_ORGANIZATION", "1"));
        platform = hub.admin();
        contract = new Contract(
                hub.api().get(hub.api().root("/openapi.json")).expect(200).json());
        for (var maker : MAKERS) {
            var made = contract.call(platform, "POST", pathOf(named(maker)), bodyOf(maker));
            IDS.put(MADE_BY.get(maker), Long.toString(made.expect(201).id()));
        }
        var parent = platform.post(
                "/models/",
                json("name", "parent", "owner", "x", "organization_id", Long.valueOf(IDS.get("organization_id"))));
        IDS.put("parent_id", Long.toString(parent.expect(201).id()));
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void everyOperationAnswersAsItSays() {
        for (var operation : contract.operations()) {
            if (!operation.reads() && !MAKERS.contains(operation.id()) && !isLast(operation)) {
                write(operation);
            }
        }
        beBlocked();
        for (var operation : contract.operations()) {
            if (operation.reads() && !operation.streams()) {
                read(operation);
            }
        }
        contract.check(named("sessionRead"), withSession().get("/session").expect(200));
        write(named("policyDeactivate"));
        write(named("savedViewDelete"));
        write(named("tokenRevoke"));
        contract.call(hub.api(), "DELETE", "/session", null).problem(401, "unauthenticated");
        contract.check(
                named("sessionClose"),
                withSession().with("X-CSRF-Token", csrfToken).delete("/session").expect(204));
        contract.check(
                named("authToken"),
                hub.api().form("/auth/token", Map.of("username", "admin", "password", HubProcess.ADMIN_PASSWORD)));

        var missing = new TreeSet<String>();
        contract.operations().stream()
                .filter(operation -> !operation.streams())
                .map(Contract.Operation::id)
                .filter(id -> !contract.succeeded().contains(id))
                .forEach(missing::add);
        assertThat(missing)
                .as("what never succeeded; a write needs a body among those above")
                .isEmpty();
    }

    /** There is a policy against it from the first start on. */
    private static void beBlocked() {
        var model = IDS.get("parent_id");
        contract.call(platform, "PATCH", "/models/%s/risk-profile".formatted(model), json("risk_level", "unacceptable"))
                .expect(200);
        contract.call(
                        platform,
                        "PATCH",
                        "/models/%s/compliance-status".formatted(model),
                        json("status", "approved", "approval_notes", "NEW"))
                .problem(403, "policy-violation");
    }

    /** What would take something away that other calls need, or is no JSON. */
    private static boolean isLast(Contract.Operation operation) {
        return operation.method().equals("DELETE") || operation.isForm();
    }

    private static void write(Contract.Operation operation) {
        var answer = contract.call(
                platform,
                operation.method(),
                pathOf(operation),
                BODIES.containsKey(operation.id()) ? bodyOf(operation.id()) : null);
        assertThat(answer.status())
                .as("%s answered %s", operation, answer.body())
                .isBetween(200, 299);
    }

    private static void read(Contract.Operation operation) {
        var path = pathOf(operation);
        var answer = contract.call(platform, "GET", path, null);
        if (operation.takes("query", "limit") && !operation.id().equals("operationsDeadLetters")) {
            assertThat(answer.json()).as("%s shows no element", operation).isNotEmpty();
        }
        contract.call(platform.with("Prefer", "handling=lenient"), "GET", path, null);
        if (operation.takes("query", "limit")) {
            contract.call(platform, "GET", path + "?limit=1", null).expect(200);
            contract.call(platform, "GET", path + "?limit=0", null).expect(400);
            contract.call(platform, "GET", path + "?limit=1&cursor=x", null).expect(400);
            for (var type : List.of("text/csv", "application/x-ndjson")) {
                contract.call(platform.with("Accept", type), "GET", path, null)
                        .expect(operation.offers(type) ? 200 : 406);
            }
        }
    }

    @Test
    void everyFailureIsOneThatIsDocumented() {
        for (var operation : contract.operations()) {
            if (operation.isForm()) {
                continue; // signing in is tried by tests of its own
            }
            var path = pathOf(operation);
            var body = BODIES.containsKey(operation.id()) ? bodyOf(operation.id()) : null;
            if (!operation.isPublic()) {
                contract.call(hub.api(), operation.method(), path, body).problem(401, "unauthenticated");
            }
            contract.call(platform, operation.method(), path + "?unheard_of=1", body)
                    .problem(400, "unknown-parameter");
            if (!operation.id().equals("sessionRead")) { // a token has none
                contract.call(platform.with("Accept", "image/png"), operation.method(), path, body)
                        .problem(406, "not-acceptable");
            }
            if (operation.path().contains("_id}")) {
                contract.call(platform, operation.method(), path.replaceAll("/\\d+", "/987654321"), body)
                        .problem(404, "not-found");
                contract.call(platform, operation.method(), path.replaceAll("/\\d+", "/x"), body)
                        .problem(400, "malformed");
            }
            if (operation.takes("header", "If-Match")) {
                contract.call(platform.with("If-Match", "\"987654\""), operation.method(), path, body)
                        .problem(412, "stale-version");
            }
            if (!operation.body().isMissingNode()) {
                contract.call(platform, operation.method(), path, "{").problem(400, "malformed");
                contract.call(platform.with("Content-Type", "text/plain"), operation.method(), path, "{}")
                        .problem(415, "unsupported-media-type");
                contract.call(platform, operation.method(), path, "x".repeat((1 << 20) + 1))
                        .problem(413, "too-large");
            }
        }
    }

    @Test
    void everyLimitOfABodyIsChecked() {
        int checked = 0;
        for (var operation : contract.operations()) {
            var schema = contract.schemas().resolved(operation.body());
            if (schema.path("type").asString("").equals("array")) {
                schema = contract.schemas().resolved(schema.path("items"));
            }
            for (var member : schema.path("properties").properties()) {
                checked += checkMember(operation, schema, member.getKey(), member.getValue());
            }
        }
        assertThat(checked).isGreaterThan(200);
    }

    private static int checkMember(Contract.Operation operation, JsonNode schema, String name, JsonNode member) {
        var wrong = new ArrayList<Wrong>();
        var limits = contract.schemas().resolved(member);
        for (var one : member.path("anyOf")) {
            limits = one.has("$ref") ? contract.schemas().resolved(one) : limits;
        }
        var texts = SchemaChecker.isOfType(Api.JSON.valueToTree("x"), type(limits));
        if (limits.has("enum")) {
            wrong.add(new Wrong(422, Api.JSON.valueToTree("unheard of")));
        }
        if (limits.has("maxLength")) {
            wrong.add(new Wrong(
                    422,
                    Api.JSON.valueToTree("x".repeat(limits.path("maxLength").asInt() + 1))));
            wrong.add(new Wrong(422, Api.JSON.valueToTree("\0")));
        }
        if (limits.path("minLength").asInt(0) > 0) {
            wrong.add(new Wrong(422, Api.JSON.valueToTree(" ")));
            wrong.add(new Wrong(
                    422,
                    Api.JSON.valueToTree("x".repeat(limits.path("minLength").asInt() - 1))));
        }
        if (limits.path("pattern").asString("").length() > 2) {
            wrong.add(new Wrong(422, Api.JSON.valueToTree("\u00a7\u00a7\u00a7\u00a7\u00a7\u00a7\u00a7\u00a7")));
        }
        if (limits.has("minimum")) {
            wrong.add(new Wrong(422, Api.JSON.valueToTree(limits.path("minimum").asLong() - 1)));
        }
        wrong.add(new Wrong(400, texts ? Api.JSON.valueToTree(5) : Api.JSON.valueToTree(List.of(List.of()))));
        if (!SchemaChecker.isOfType(Api.JSON.nullNode(), type(limits)) && !member.has("anyOf")) {
            wrong.add(new Wrong(422, Api.JSON.nullNode()));
        }
        for (var required : schema.path("required")) {
            if (required.asString().equals(name)) {
                wrong.add(new Wrong(400, null));
            }
        }
        wrong.forEach(one -> refuse(operation, name, one));
        return wrong.size();
    }

    private static JsonNode type(JsonNode schema) {
        return schema.has("type") ? schema.path("type") : Api.JSON.valueToTree("null");
    }

    /** @param value null for none */
    private record Wrong(int status, @Nullable JsonNode value) {}

    private static void refuse(Contract.Operation operation, String name, Wrong wrong) {
        var body = Api.JSON.readTree(bodyOf(operation.id()));
        var object = (ObjectNode) (body.isArray() ? body.get(0) : body);
        if (wrong.value() == null) {
            object.remove(name);
        } else {
            object.set(name, wrong.value());
        }
        var answer = contract.call(platform, operation.method(), pathOf(operation), body);
        assertThat(answer.status())
                .as("%s with %s of %s answered %s", operation, name, wrong.value(), answer.body())
                .isEqualTo(wrong.status());
        assertThat(answer.body()).contains("/" + name);
    }

    private static String csrfToken;

    private static Api withSession() {
        var opened = contract.call(hub.api(), "POST", "/session", bodyOf("sessionOpen"))
                .expect(201);
        csrfToken = opened.text("csrf_token");
        return hub.api().withSession(opened);
    }

    private static Contract.Operation named(String id) {
        return contract.operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no operation is called " + id));
    }

    private static String pathOf(Contract.Operation operation) {
        return filled(operation.path());
    }

    private static String bodyOf(String operation) {
        return filled(BODIES.get(operation).replace('\'', '"').replace("NEW", Tenant.unique("x")));
    }

    private static String filled(String text) {
        var filled = text;
        for (var id : IDS.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        assertThat(filled).as("an id is not known").doesNotContainPattern("\\{[a-z_]+}");
        return filled;
    }
}
