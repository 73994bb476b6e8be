package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.aigovernancehub.hub.e2e.Api.Answer;
import org.junit.jupiter.api.Test;

/** Sessions of browsers: a cookie that scripts cannot read, and a token against forged requests. */
class SessionTest {
    private final Tenant tenant = SharedHub.tenant();

    @Test
    void aSessionIsACookieThatScriptsAndOtherSitesCannotUse() {
        var opened = open(tenant.member("model_owner"));

        assertThat(opened.header("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie)
                        .startsWith("hub_session=")
                        .contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200"));
        assertThat(opened.text("csrf_token")).isNotBlank();
        assertThat(opened.body()).doesNotContain(cookie(opened));
        assertThat(SharedHub.database()
                        .number(
                                "SELECT count(*) FROM app.session WHERE encode(session_hash, 'escape') LIKE ?",
                                "%" + cookie(opened) + "%"))
                .isZero();
    }

    @Test
    void theCookieDoesWhatABearerDoes() {
        var member = tenant.member("model_owner");
        var opened = open(member);
        var browser = browser(opened);

        assertThat(browser.get("/auth/me").expect(200).id()).isEqualTo(member.id());
        browser.with("X-CSRF-Token", opened.text("csrf_token"))
                .post("/models/", json("name", Tenant.unique("m"), "owner", "browser"))
                .expect(201);
    }

    @Test
    void changesNeedTheTokenOfThisVerySession() {
        var one = open(tenant.member("model_owner"));
        var other = open(tenant.member("model_owner"));
        var body = json("name", Tenant.unique("m"), "owner", "browser");

        browser(one).post("/models/", body).problem(403, "forbidden");
        browser(one).with("X-CSRF-Token", "invented").post("/models/", body).problem(403, "forbidden");
        browser(one)
                .with("X-CSRF-Token", other.text("csrf_token"))
                .post("/models/", body)
                .problem(403, "forbidden");
        browser(one)
                .with("X-CSRF-Token", one.text("csrf_token"))
                .post("/models/", body)
                .expect(201);
    }

    @Test
    void aReloadedPageGetsItsTokenAgain() {
        var opened = open(tenant.member("auditor"));

        var read = browser(opened).get("/session").expect(200);

        assertThat(read.text("csrf_token")).isEqualTo(opened.text("csrf_token"));
        tenant.auditor().get("/session").problem(404, "not-found");
        SharedHub.anonymous().get("/session").problem(401, "unauthenticated");
    }

    @Test
    void signingOutEndsTheSessionForGood() {
        var opened = open(tenant.member("model_owner"));
        var browser = browser(opened);

        browser.delete("/session").problem(403, "forbidden");
        var closed = browser.with("X-CSRF-Token", opened.text("csrf_token"))
                .delete("/session")
                .expect(204);

        assertThat(closed.header("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).contains("Max-Age=0"));
        browser.get("/auth/me").problem(401, "unauthenticated");
    }

    @Test
    void anInventedOrEmptyCookieIsNobody() {
        SharedHub.anonymous()
                .with("Cookie", "hub_session=invented")
                .get("/auth/me")
                .problem(401, "unauthenticated");
        SharedHub.anonymous().with("Cookie", "hub_session=").get("/auth/me").problem(401, "unauthenticated");
    }

    @Test
    void anExpiredSessionIsOver() {
        var opened = open(tenant.newMember("auditor"));
        var me = browser(opened).get("/auth/me").expect(200);

        SharedHub.database()
                .execute("UPDATE app.session SET expires_at = now() - interval '1 second' WHERE user_id = ?", me.id());

        browser(opened).get("/auth/me").problem(401, "unauthenticated");
    }

    @Test
    void aWrongPasswordOpensNone() {
        SharedHub.anonymous()
                .from("127.0.0.31")
                .post("/session", json("username", tenant.member("auditor").username(), "password", "wrong password"))
                .problem(401, "unauthenticated");
    }

    @Test
    void bodiesAreChecked() {
        SharedHub.anonymous().post("/session", json("username", "admin")).problem(400, "missing-field", "/password");
        SharedHub.anonymous()
                .post("/session", json("username", null, "password", "x"))
                .problem(422, "invalid-fields", "/username");
        SharedHub.anonymous()
                .with("Content-Type", "text/plain")
                .post("/session", "{\"username\":\"admin\",\"password\":\"x\"}")
                .problem(415, "unsupported-media-type");
    }

    @Test
    void openingASessionTakesNoIdempotencyKey() {
        SharedHub.anonymous()
                .with("Idempotency-Key", "one")
                .post("/session", json("username", "admin", "password", HubProcess.ADMIN_PASSWORD))
                .problem(400, "malformed");
    }

    private static Answer open(Tenant.Member member) {
        return SharedHub.anonymous()
                .post("/session", json("username", member.username(), "password", Tenant.PASSWORD))
                .expect(201);
    }

    private static String cookie(Answer opened) {
        return opened.header("Set-Cookie").orElseThrow().replaceFirst("hub_session=([^;]*);.*", "$1");
    }

    private static Api browser(Answer opened) {
        return SharedHub.anonymous().withSession(opened);
    }
}
