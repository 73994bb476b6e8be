package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.aigovernancehub.hub.e2e.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in for a token: who gets one, what failures give away, and how often one may try. */
class SignInTest {
    private final Tenant tenant = SharedHub.tenant();

    @Test
    void aPasswordBuysABearerTokenForHalfAnHour() {
        var member = tenant.member("model_owner");

        var answer = attempt(SharedHub.anonymous(), member.username(), Tenant.PASSWORD)
                .expect(200);

        assertThat(answer.text("token_type")).isEqualTo("bearer");
        assertThat(answer.number("expires_in")).isEqualTo(1800);
        assertThat(answer.header("Cache-Control")).hasValue("private, no-store");
        var me = SharedHub.anonymous()
                .as(answer.text("access_token"))
                .get("/auth/me")
                .expect(200);
        assertThat(me.id()).isEqualTo(member.id());
        assertThat(me.text("username")).isEqualTo(member.username());
        assertThat(me.text("email")).isEqualTo(member.username() + "@example.org");
        assertThat(me.text("role")).isEqualTo("model_owner");
        assertThat(me.json().path("platform").asBoolean()).isFalse();
        assertThat(me.json().path("is_active").asBoolean()).isTrue();
        assertThat(me.texts("permissions")).containsExactly("read", "tokens:own", "registry:write", "models:submit");
    }

    @Test
    void theFirstAdministratorIsPlatformStaff() {
        var me = SharedHub.platform().get("/auth/me").expect(200);

        assertThat(me.text("username")).isEqualTo("admin");
        assertThat(me.text("role")).isEqualTo("admin");
        assertThat(me.json().path("platform").asBoolean()).isTrue();
        assertThat(me.json().path("organization_id").isNull()).isTrue();
    }

    @Test
    void userNamesAreTheSameInAnyCase() {
        var member = tenant.member("auditor");

        attempt(SharedHub.anonymous(), member.username().toUpperCase(java.util.Locale.ROOT), Tenant.PASSWORD)
                .expect(200);
    }

    @Test
    void anUnknownUserLooksLikeAWrongPassword() {
        var member = tenant.member("auditor");
        var api = SharedHub.anonymous().from("127.0.0.21");

        var wrong = attempt(api, member.username(), "not the password");
        var unknown = attempt(api, Tenant.unique("nobody"), "not the password");

        wrong.problem(401, "unauthenticated");
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
        assertThat(unknown.headers().map().keySet())
                .isEqualTo(wrong.headers().map().keySet());
    }

    @Test
    void anAccountTakesTenFailuresAndThenNotEvenTheRightPassword() {
        var member = tenant.newMember("auditor");
        var api = SharedHub.anonymous().from("127.0.0.22");
        for (int i = 0; i < 10; i++) {
            attempt(api, member.username(), "wrong " + i).problem(401, "unauthenticated");
        }

        var refused = attempt(api, member.username(), Tenant.PASSWORD);

        refused.problem(429, "too-many-requests");
        assertThat(refused.header("Retry-After"))
                .hasValueSatisfying(
                        seconds -> assertThat(Long.parseLong(seconds)).isBetween(1L, 900L));
        // A session is no way around, and the token that was issued before still works.
        api.post("/session", json("username", member.username(), "password", Tenant.PASSWORD))
                .problem(429, "too-many-requests");
        member.api().get("/auth/me").expect(200);
    }

    @Test
    void anUnknownAccountIsThrottledJustTheSame() {
        var name = Tenant.unique("nobody");
        var api = SharedHub.anonymous().from("127.0.0.23");
        for (int i = 0; i < 10; i++) {
            attempt(api, name, "wrong " + i).problem(401, "unauthenticated");
        }

        attempt(api, name, "wrong again").problem(429, "too-many-requests");
    }

    @Test
    void manyAttemptsAtOnceDoNotSlipThrough() {
        var member = tenant.newMember("auditor");
        var api = SharedHub.anonymous().from("127.0.0.24").patiently();

        var answers = Together.run(
                20, i -> attempt(api, member.username(), "wrong " + i).status());

        assertThat(answers.stream().filter(status -> status == 401)).hasSizeLessThanOrEqualTo(10);
        assertThat(answers).allMatch(status -> status == 401 || status == 429);
        attempt(api, member.username(), Tenant.PASSWORD).problem(429, "too-many-requests");
    }

    @Test
    void manyRightOnesAtOnceAreAllLetIn() {
        var member = tenant.newMember("auditor");
        var api = SharedHub.anonymous().from("127.0.0.29").patiently();

        var answers = Together.run(
                30, i -> attempt(api, member.username(), Tenant.PASSWORD).status());

        assertThat(answers).containsOnly(200);
    }

    @Test
    void aSuccessResetsTheAccount() {
        var member = tenant.newMember("auditor");
        var api = SharedHub.anonymous().from("127.0.0.25");
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 9; i++) {
                attempt(api, member.username(), "wrong " + i).problem(401, "unauthenticated");
            }
            attempt(api, member.username(), Tenant.PASSWORD).expect(200);
        }
    }

    @Test
    void anAddressTakesAHundredFailuresOverAllAccounts() {
        var member = tenant.newMember("auditor");
        fail(100, "127.0.0.26");
        fail(99, "127.0.0.27");

        attempt(SharedHub.anonymous().from("127.0.0.26"), member.username(), Tenant.PASSWORD)
                .problem(429, "too-many-requests");
        attempt(SharedHub.anonymous().from("127.0.0.27"), member.username(), Tenant.PASSWORD)
                .expect(200);
    }

    private static void fail(int times, String address) {
        SharedHub.database().execute("""
                        INSERT INTO app.login_attempt (account, address, failed)
                        SELECT 'somebody-' || n || ?, ?, true FROM generate_series(1, ?) n""", address, address, times);
    }

    @ParameterizedTest
    @ValueSource(strings = {"username", "password"})
    void bothFieldsAreNeeded(String missing) {
        var fields = new java.util.HashMap<>(Map.of("username", "somebody", "password", "something"));
        fields.remove(missing);

        SharedHub.anonymous().form("/auth/token", fields).problem(400, "missing-field");
    }

    @Test
    void namesThatNobodyCanHaveAreUnknownToo() {
        var api = SharedHub.anonymous().from("127.0.0.28");

        for (var name : List.of("nul\0name", "", " ", "x".repeat(100_000), "'; DROP TABLE app.credential; --")) {
            attempt(api, name, "whatever it is").problem(401, "unauthenticated");
        }
        attempt(api, tenant.member("auditor").username(), "p".repeat(100_000)).problem(401, "unauthenticated");
    }

    @Test
    void onlyAFormIsRead() {
        SharedHub.anonymous()
                .post("/auth/token", json("username", "admin", "password", HubProcess.ADMIN_PASSWORD))
                .problem(415, "unsupported-media-type");
    }

    @Test
    void signingInTakesNoIdempotencyKey() {
        SharedHub.anonymous()
                .with("Idempotency-Key", "one")
                .form("/auth/token", Map.of("username", "admin", "password", HubProcess.ADMIN_PASSWORD))
                .problem(400, "malformed");
    }

    @Test
    void withoutATokenEverythingButThePublicPagesIsRefused() {
        for (var path : List.of("/auth/me", "/users", "/tokens", "/models/1/transitions", "/models/", "/audit-logs/")) {
            var answer = SharedHub.anonymous().get(path);
            answer.problem(401, "unauthenticated");
            assertThat(answer.header("WWW-Authenticate")).hasValue("Bearer");
        }
        for (var path : List.of("/", "/health")) {
            SharedHub.anonymous().get(path).expect(200);
        }
        SharedHub.anonymous().post("/models/", json("name", "x", "owner", "y")).problem(401, "unauthenticated");
    }

    @Test
    void refusedSignInsAreInTheSecurityLogAndPasswordsAreNot() {
        var name = Tenant.unique("stranger");

        attempt(SharedHub.anonymous().from("127.0.0.29"), name, "a-guess-that-nobody-may-read")
                .problem(401, "unauthenticated");

        assertThat(SharedHub.hub().log()).contains(name).doesNotContain("a-guess-that-nobody-may-read");
    }

    @Test
    void theSameAnswerForEverybodyWhoMayNotComeIn() {
        var disabled = tenant.newMember("auditor");
        tenant.admin()
                .patch("/users/" + disabled.id(), json("is_active", false))
                .expect(200);
        var api = SharedHub.anonymous().from("127.0.0.30");

        var bodies = IntStream.range(0, 2)
                .mapToObj(i -> attempt(
                        api,
                        i == 0 ? disabled.username() : Tenant.unique("nobody"),
                        i == 0 ? Tenant.PASSWORD : "something"))
                .map(Answer::body)
                .distinct();

        assertThat(bodies).hasSize(1);
    }

    private static Answer attempt(Api api, String username, String password) {
        return api.form("/auth/token", Map.of("username", username, "password", password));
    }

    @Test
    void secretsAreNotTakenFromAnAddress() {
        SharedHub.anonymous()
                .form("/auth/token?username=admin&password=" + HubProcess.ADMIN_PASSWORD.replace(' ', '+'), Map.of())
                .problem(400, "unknown-parameter");
    }
}
