package org.aigovernancehub.reliability.scenario;

import static org.aigovernancehub.hub.e2e.Api.json;

import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.aigovernancehub.hub.e2e.Api;
import org.aigovernancehub.hub.e2e.Contract;
import org.aigovernancehub.hub.e2e.HubProcess;
import org.aigovernancehub.hub.e2e.Tenant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls made up from the OpenAPI document of the running hub, right and wrong, as everybody: whatever is sent, the answer is one that is
 * documented, no failure of the server's, and tells nothing of its insides; and what the document calls wrong is not taken.
 */
final class Calls implements Scenario {
    private static final int CALLERS = 4;
    private static final String BASE = "/api/v1";

    private static final String FORM = "application/x-www-form-urlencoded";

    /** The stream does not end. */
    private static final Set<String> LEFT_OUT = Set.of("eventsStream");

    /** What costs a second, starts something long or ends a caller's session: seldom, and one at a time. */
    private static final Set<String> HEAVY = Set.of(
            "userCreate",
            "userChangePassword",
            "operationsRebuild",
            "authRegister",
            "authToken",
            "sessionOpen",
            "sessionClose");

    /** Throttled by address, so each comes from one of its own: else nearly all would be refused for that, and tell nothing. */
    private static final Set<String> SIGNING_IN = Set.of("authToken", "sessionOpen");

    private final Stage stage;
    private final int many;
    private final Object heavy = new Object();
    /** Who can sign in. */
    private final List<String> names = new ArrayList<>();

    Calls(Stage stage, int many) {
        this.stage = stage;
        this.many = many;
    }

    @Override
    public void disturb(int cycle) {
        var hub = stage.fleet().members().getFirst().hub();
        var contract = new Contract(
                hub.api().get(hub.api().root("/openapi.json")).expect(200).json());
        var judge = new CallJudge(contract, stage.findings());
        var values = new Values(contract.schemas());
        // Of this scenario's own: the clients' has a history, and the other one of the fleet is to have nothing, ever.
        var tenants = List.of(Tenant.on(hub, hub.admin()), Tenant.on(hub, hub.admin()));
        var callers = callers(hub, tenants);
        makeSomething(hub, values, tenants);
        var operations = contract.operations().stream()
                .filter(operation -> !LEFT_OUT.contains(operation.id()) && !operation.streams())
                .toList();
        Stage.say("%d calls of %d operations as %d callers", many, operations.size(), callers.size());
        long begin = System.nanoTime();
        var next = new AtomicInteger();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < CALLERS; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (int number = next.getAndIncrement(); number < many; number = next.getAndIncrement()) {
                    var random = new Random(stage.seed() * 1_000_003 + cycle * 31L + number * 7_919L);
                    random.nextInt();
                    one(judge, operations, values, callers, random);
                }
            }));
        }
        threads.forEach(thread -> {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Stage.say(
                "in %d s, answers: %s; %d of %d operations succeeded",
                java.time.Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
                judge.answers(),
                contract.succeeded().size(),
                operations.size());
    }

    private static Api browser(HubProcess hub, String username) {
        var session = hub.api()
                .post("/session", json("username", username, "password", Tenant.PASSWORD))
                .expect(201);
        var cookie = session.header("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        return hub.api().with("Cookie", cookie).with("X-CSRF-Token", session.text("csrf_token"));
    }

    private Map<String, Api> callers(HubProcess hub, List<Tenant> tenants) {
        var callers = new LinkedHashMap<String, Api>();
        callers.put("platform", hub.admin());
        callers.put("nobody", hub.api());
        for (var tenant : tenants) {
            for (var role : List.of("admin", "compliance_officer", "model_owner", "auditor")) {
                var token = hub.api()
                        .signIn(tenant.member(role).username(), Tenant.PASSWORD)
                        .post("/tokens", json("name", "calls"))
                        .expect(201)
                        .text("token");
                callers.put(tenant.name() + " " + role, hub.api().as(token));
                names.add(tenant.member(role).username());
            }
        }
        callers.put("a browser", browser(hub, names.getFirst()));
        return callers;
    }

    private void makeSomething(HubProcess hub, Values values, List<Tenant> tenants) {
        var admin = hub.admin();
        long organization = admin.post("/organizations/", json("name", Tenant.unique("victim")))
                .expect(201)
                .id();
        values.know("organization_id", organization);
        var name = Tenant.unique("victim");
        values.know(
                "user_id",
                admin.post(
                                "/users",
                                json(
                                        "username",
                                        name,
                                        "email",
                                        name + "@example.org",
                                        "password",
                                        Tenant.PASSWORD,
                                        "role",
                                        "auditor",
                                        "organization_id",
                                        organization))
                        .expect(201)
                        .id());
        for (var tenant : tenants) {
            long model = tenant.model();
            values.know("model_id", model);
            values.know("version_id", tenant.version(model));
            values.know("policy_id", tenant.policy("prohibit_unacceptable_risk"));
        }
    }

    private void one(
            CallJudge judge,
            List<Contract.Operation> operations,
            Values values,
            Map<String, Api> callers,
            Random random) {
        var operation = operations.get(random.nextInt(operations.size()));
        if (HEAVY.contains(operation.id()) || operation.path().contains("/reports/")) {
            if (random.nextInt(40) == 0) {
                synchronized (heavy) {
                    call(judge, operation, values, callers, random);
                }
            }
            return;
        }
        call(judge, operation, values, callers, random);
    }

    private void call(
            CallJudge judge, Contract.Operation operation, Values values, Map<String, Api> callers, Random random) {
        boolean wrong = random.nextBoolean();
        var all = List.copyOf(callers.keySet());
        var caller = all.get(random.nextInt(all.size()));
        var path = path(operation, values, random, wrong) + query(operation, values, random, wrong);
        @Nullable String body = null;
        boolean invalid = false;
        if (operation.isForm()) {
            var fields = signIn(values.valid("", operation.form(), random), random);
            body = wrong ? values.mangledForm(fields, random) : Values.form(fields);
        } else if (!operation.body().isMissingNode()) {
            var valid = signIn(values.valid("", operation.body(), random), random);
            body = wrong && random.nextInt(3) > 0 ? values.mangled(valid, random) : valid.toString();
            invalid = judge.isInvalid(operation, body);
        }
        var api = headers(java.util.Objects.requireNonNull(callers.get(caller)), operation, random, wrong);
        if (operation.isForm()) {
            api = api.with("Content-Type", FORM);
        }
        if (SIGNING_IN.contains(operation.id())) {
            api = api.from(
                    "127.%d.%d.%d".formatted(1 + random.nextInt(254), random.nextInt(256), 1 + random.nextInt(254)));
        }
        var call = "%s %s as %s with %s".formatted(operation.method(), path, caller, CallJudge.shortened(body));
        Api.Answer answer;
        try {
            answer = api.call(operation.method(), operation.path().startsWith(BASE) ? path : api.root(path), body);
        } catch (IllegalArgumentException e) {
            return; // The client does not send such a thing.
        } catch (UncheckedIOException | AssertionError e) {
            stage.findings().add("%s: %s", call, e);
            return;
        }
        judge.judge(operation, answer, call, invalid);
        if (answer.status() == 201) {
            learn(operation, answer, values);
        }
    }

    /** As somebody who can, half of the time, where the body is one to sign in with. */
    private JsonNode signIn(JsonNode body, Random random) {
        if (body instanceof ObjectNode members
                && members.size() == 2
                && members.has("username")
                && members.has("password")
                && random.nextBoolean()) {
            members.put("username", names.get(random.nextInt(names.size())));
            members.put("password", Tenant.PASSWORD);
        }
        return body;
    }

    private static String path(Contract.Operation operation, Values values, Random random, boolean wrong) {
        var path = operation.path();
        for (var parameter : operation.described().path("parameters")) {
            if (parameter.path("in").asString().equals("path")) {
                var name = parameter.path("name").asString();
                path = path.replace("{" + name + "}", pathValue(name, values, random, wrong));
            }
        }
        return random.nextInt(4) == 0 && !path.endsWith("/") ? path + "/" : path;
    }

    private static String pathValue(String name, Values values, Random random, boolean wrong) {
        if (wrong && random.nextInt(8) == 0) {
            var odd = encoded(List.of("x", "-1", "0", "1.5", "99999999999999999999", "%", "1 2")
                    .get(random.nextInt(7)));
            return odd;
        }
        if (name.equals("type")) {
            return List.of("not-found", "malformed", "stale-version").get(random.nextInt(3));
        }
        return Long.toString(values.id(name, random));
    }

    private static String query(Contract.Operation operation, Values values, Random random, boolean wrong) {
        var parts = new ArrayList<String>();
        for (var parameter : operation.described().path("parameters")) {
            if (!parameter.path("in").asString().equals("query")) {
                continue;
            }
            var name = parameter.path("name").asString();
            // Whole lists are exports: as seldom as people make them.
            boolean wanted = name.equals("limit") ? random.nextInt(30) != 0 : random.nextInt(5) == 0;
            if (wanted && !name.equals("cursor")) {
                var value = values.valid(name, parameter.path("schema"), random);
                parts.add(name + "=" + encoded(value.isString() ? value.asString() : value.toString()));
            }
        }
        if (wrong) {
            switch (random.nextInt(12)) {
                case 0 -> parts.add("unheard_of=1");
                case 1 -> parts.add("limit=-1");
                case 2 -> parts.add("cursor=" + encoded(values.oddText(random)));
                case 3 -> parts.add("q=" + encoded(values.oddText(random)));
                case 4 -> parts.add("limit=5&limit=6");
                case 5 -> parts.add("=");
                case 6 -> parts.add("sort=" + encoded(values.oddText(random)));
                default -> {}
            }
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private static Api headers(Api api, Contract.Operation operation, Random random, boolean wrong) {
        var with = api;
        if (!operation.reads() && random.nextInt(4) == 0) {
            with = with.with("Idempotency-Key", "key-" + random.nextInt(5_000));
        }
        if (operation.takes("header", "If-Match") && random.nextInt(4) == 0) {
            with = with.with("If-Match", "\"%d\"".formatted(1 + random.nextInt(4)));
        }
        if (wrong) {
            with = switch (random.nextInt(14)) {
                case 0 ->
                    with.with(
                            "If-Match",
                            List.of("*", "5", "\"x\"", "W/\"1\"", "\"1\", \"2\"")
                                    .get(random.nextInt(5)));
                case 1 ->
                    with.with(
                            "Accept",
                            List.of("image/png", "text/csv", "*/*;q=0", "x", "application/xml")
                                    .get(random.nextInt(5)));
                case 2 ->
                    with.with(
                            "Idempotency-Key",
                            List.of(" ", "k".repeat(400), "a b", "\u00e9").get(random.nextInt(4)));
                case 3 ->
                    with.with(
                            "Prefer",
                            List.of("handling=lenient", "respond-async", "=", "")
                                    .get(random.nextInt(4)));
                case 4 ->
                    with.with(
                            "X-Correlation-Id",
                            List.of("a b", "x".repeat(300), "{}").get(random.nextInt(3)));
                case 5 ->
                    with.with(
                            "Authorization",
                            List.of("Bearer x", "Basic YWRtaW46eA==", "Bearer", "bearer a.b.c")
                                    .get(random.nextInt(4)));
                case 6 ->
                    with.with(
                            "Content-Type",
                            List.of("text/plain", "application/json;charset=latin1", "x")
                                    .get(random.nextInt(3)));
                default -> with;
            };
        }
        return with;
    }

    private static void learn(Contract.Operation operation, Api.Answer answer, Values values) {
        var made = Map.of(
                "modelRegister", "model_id",
                "versionRegister", "version_id",
                "datasetRegister", "dataset_id",
                "policyCreate", "policy_id",
                "savedViewCreate", "view_id",
                "tokenCreate", "token_id",
                "organizationCreate", "organization_id",
                "userCreate", "user_id");
        var name = made.get(operation.id());
        if (name != null) {
            values.know(name, answer.json().path("id").asLong());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
