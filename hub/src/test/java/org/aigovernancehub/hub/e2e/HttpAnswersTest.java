package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What addresses and answers have in common, whatever is asked for. */
class HttpAnswersTest {
    private static final Tenant TENANT = SharedHub.tenant();
    private static final int MEBIBYTE = 1 << 20;

    private final Api owner = TENANT.owner();

    @Test
    void anAnswerComesWhole() {
        var model = owner.post("/models/", json("name", Tenant.unique("m"), "owner", "Käthe"))
                .expect(201)
                .id();

        var answer = owner.get("/models/" + model).expect(200);

        // In chunks it would be two packets, and half an answer could not be told from a whole one.
        assertThat(answer.header("Content-Length")).contains(Integer.toString(answer.bytes().length));
        assertThat(answer.header("Transfer-Encoding")).isEmpty();
    }

    @Test
    void headAnswersWhatGetDoesWithoutABody() {
        for (var path : List.of("/auth/me", "/tokens", "/models/" + TENANT.model() + "/transitions")) {
            var get = owner.get(path).expect(200);
            var head = owner.call("HEAD", path, null).expect(200);
            assertThat(head.bytes()).isEmpty();
            assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
        }
        assertThat(owner.call("HEAD", "/users/999999999", null).expect(404).bytes())
                .isEmpty();
    }

    /** Handlers are looked for by how a path begins; it may say the same in other characters. */
    @Test
    void aPathInPercentEncodingIsTheSame() {
        long model = owner.post("/models", json("name", Tenant.unique("m"), "owner", "x"))
                .expect(201)
                .id();
        assertThat(owner.get(owner.root("/api/v1/%6Dodels/" + model))
                        .expect(200)
                        .id())
                .isEqualTo(model);
        assertThat(owner.get(owner.root("/%61pi/v1/models/" + model + "/transition%73"))
                        .expect(200)
                        .bytes())
                .isEqualTo(owner.get("/models/" + model + "/transitions")
                        .expect(200)
                        .bytes());
        owner.call("DELETE", owner.root("/api/v1/%6Dodels/" + model), null).problem(405, "method-not-allowed");
        owner.get(owner.root("/api/v1/%6Eodels/" + model)).problem(404, "not-found");
    }

    @Test
    void everyPathAnswersWithAndWithoutATrailingSlash() {
        var body = json("name", Tenant.unique("m"), "owner", "x");
        long model = owner.post("/models", body).expect(201).id();

        owner.patch("/models/" + model + "/", json("description", "x")).expect(200);
        owner.get("/models/" + model + "/transitions/").expect(200);
        owner.get("/auth/me/").expect(200);
        TENANT.admin().get("/users/").expect(200);
        SharedHub.anonymous()
                .form("/auth/token/", java.util.Map.of("username", "admin", "password", HubProcess.ADMIN_PASSWORD))
                .expect(200);
        SharedHub.anonymous().get("/").expect(200);
        SharedHub.anonymous().get("/health/").expect(200);
    }

    @Test
    void everyAnswerHasItsHeaders() {
        for (var answer : List.of(
                owner.get("/auth/me"),
                owner.get("/nothing"),
                SharedHub.anonymous().get("/auth/me"),
                owner.post("/models/", "{"),
                owner.post("/models/", new byte[2 * MEBIBYTE]))) {
            assertThat(answer.header("Cache-Control")).as(answer.call()).hasValue("private, no-store");
            assertThat(answer.header("X-Content-Type-Options"))
                    .as(answer.call())
                    .hasValue("nosniff");
            assertThat(answer.header("X-Correlation-Id")).as(answer.call()).isPresent();
        }
        assertThat(owner.with("X-Correlation-Id", "my-own:1").get("/auth/me").header("X-Correlation-Id"))
                .hasValue("my-own:1");
        assertThat(owner.with("X-Correlation-Id", "<script>").get("/auth/me").header("X-Correlation-Id"))
                .hasValueSatisfying(id -> assertThat(id).doesNotContain("<"));
    }

    @Test
    void aProblemTypeIsDocumentedAtItsAddress() {
        var type = owner.post("/models/", "{")
                .problem(400, "malformed")
                .path("type")
                .asString();

        var description = SharedHub.anonymous().get(owner.root(type)).expect(200);

        assertThat(description.text("type")).isEqualTo(type);
        assertThat(description.text("description")).isNotBlank();
        SharedHub.anonymous().get(owner.root("/problems/invented")).problem(404, "not-found");
    }

    @Test
    void theWelcomeSaysWhoAnswers() {
        for (var path : List.of(owner.root("/"), owner.root("/api/v1/"))) {
            var welcome = SharedHub.anonymous().get(path).expect(200);
            assertThat(welcome.text("message")).isEqualTo("Welcome to AI Governance Hub API");
            assertThat(welcome.text("version")).isNotBlank();
        }
        for (var path : List.of(owner.root("/health"), owner.root("/api/v1/health"))) {
            var health = SharedHub.anonymous().get(path).expect(200);
            assertThat(health.text("database")).isEqualTo("healthy");
            assertThat(health.text("status")).isEqualTo("ok");
            assertThat(health.text("version")).isNotBlank();
        }
    }

    @Test
    void browsersOfConfiguredOriginsMayAsk() {
        var configured = preflight(ConfiguredHub.anonymous().with("Origin", ConfiguredHub.ORIGIN));
        assertThat(configured.expect(200).header("Access-Control-Allow-Origin")).hasValue(ConfiguredHub.ORIGIN);
        assertThat(configured.header("Access-Control-Allow-Credentials")).isEmpty();
        preflight(ConfiguredHub.anonymous().with("Origin", "http://localhost:3000"))
                .expect(403);
        preflight(SharedHub.anonymous().with("Origin", "http://localhost:5173")).expect(200);
        preflight(SharedHub.anonymous().with("Origin", "https://evil.example.org"))
                .expect(403);
        var answer =
                owner.with("Origin", "http://localhost:3000").get("/auth/me").expect(200);
        assertThat(answer.header("Access-Control-Expose-Headers"))
                .hasValueSatisfying(exposed -> assertThat(exposed)
                        .contains("ETag", "Link", "Location", "Retry-After", "X-Total-Count", "Hub-Position"));
    }

    private static Api.Answer preflight(Api api) {
        return api.with("Access-Control-Request-Method", "PATCH")
                .with("Access-Control-Request-Headers", "authorization,content-type,idempotency-key")
                .call("OPTIONS", "/models/", null);
    }
}
