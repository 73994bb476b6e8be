package org.aigovernancehub.reliability.scenario;

import static org.aigovernancehub.hub.e2e.Api.json;

import java.io.UncheckedIOException;
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

/**
 * Calls made up from the OpenAPI document of the running hub, right and wrong, as everybody: whatever is sent, the answer is one that is
 * documented, no failure of the server's, and tells nothing of its insides; and what the document calls wrong is not taken.
 */
final class Calls implements Scenario {
    private static final int CALLERS = 4;
    private static final String BASE = "/api/v1";
    private static final List<String> ROLES = List.of("admin", "compliance_officer", "model_owner", "auditor");

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
        // A stream does not end.
        var operations = contract.operations().stream()
                .filter(operation -> !operation.streams())
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
        return hub.api().withSession(session).with("X-CSRF-Token", session.text("csrf_token"));
    }

    private Map<String, Api> callers(HubProcess hub, List<Tenant> tenants) {
        var callers = new LinkedHashMap<String, Api>();
        callers.put("platform", hub.admin());
        callers.put("nobody", hub.api());
        for (var tenant : tenants) {
            for (var role : ROLES) {
                var token = hub.api()
                        .signIn(tenant.member(role).username(), Tenant.PASSWORD)
                        .post("/tokens", json("name", "calls"))
                        .expect(201)
                        .text("token");
                callers.put(tenant.name() + " " + role, hub.api().as(token));
            }
        }
        callers.put("a browser", browser(hub, tenants.getFirst().member("admin").username()));
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
            ROLES.forEach(role -> values.knowUser(tenant.member(role).username()));
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
        var names = List.copyOf(callers.keySet());
        var caller = names.get(random.nextInt(names.size()));
        var path = RequestParts.path(operation, values, random, wrong)
                + RequestParts.query(operation, values, random, wrong);
        @Nullable String body = null;
        boolean invalid = false;
        if (operation.isForm()) {
            var fields = values.valid("", operation.form(), random);
            body = wrong ? values.mangledForm(fields, random) : Values.form(fields);
        } else if (!operation.body().isMissingNode()) {
            var valid = values.valid("", operation.body(), random);
            body = wrong && random.nextInt(3) > 0 ? values.mangled(valid, random) : valid.toString();
            invalid = judge.isInvalid(operation, body);
        }
        var api = RequestParts.headers(java.util.Objects.requireNonNull(callers.get(caller)), operation, random, wrong);
        if (operation.isForm()) {
            api = api.with("Content-Type", Api.FORM);
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
}
