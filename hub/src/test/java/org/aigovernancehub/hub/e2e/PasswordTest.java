package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Changing passwords: one's own, with the present one; others', as their administrator. */
class PasswordTest {
    private static final String NEW = "a new password";

    private final Tenant tenant = SharedHub.tenant();

    @Test
    void oneselfNeedsThePresentPassword() {
        var member = tenant.newMember("auditor");
        var path = "/users/" + member.id() + "/password";

        member.api().post(path, json("password", NEW)).problem(400, "missing-field", "/current_password");
        member.api()
                .post(path, json("current_password", "not it at all", "password", NEW))
                .problem(422, "invalid-fields", "/current_password");
        member.api()
                .post(path, json("current_password", Tenant.PASSWORD, "password", NEW))
                .expect(204);

        SharedHub.anonymous().signIn(member.username(), NEW).get("/auth/me").expect(200);
        SharedHub.anonymous()
                .from("127.0.0.33")
                .form("/auth/token", Map.of("username", member.username(), "password", Tenant.PASSWORD))
                .problem(401, "unauthenticated");
    }

    @Test
    void guessesOfThePresentPasswordAreThoseOfASignIn() {
        var member = tenant.newMember("auditor");
        var path = "/users/" + member.id() + "/password";
        var guesser = member.api().from("127.0.0.34");

        for (int i = 0; i < 10; i++) {
            guesser.post(path, json("current_password", "guess number " + i, "password", NEW))
                    .problem(422, "invalid-fields", "/current_password");
        }

        guesser.post(path, json("current_password", Tenant.PASSWORD, "password", NEW))
                .problem(429, "too-many-requests");
    }

    @Test
    void theFirstAdministratorNeedsItsPresentOneToo() {
        var me = SharedHub.platform().get("/auth/me").expect(200).id();

        SharedHub.platform()
                .post("/users/" + me + "/password", json("password", NEW))
                .problem(400, "missing-field", "/current_password");
    }

    @Test
    void anAdministratorSetsThoseOfTheOrganisationAndNobodyElseDoes() {
        var member = tenant.newMember("model_owner");
        var path = "/users/" + member.id() + "/password";

        tenant.officer().post(path, json("password", NEW)).problem(403, "forbidden");
        tenant.auditor().post(path, json("password", NEW)).problem(403, "forbidden");
        SharedHub.tenant().admin().post(path, json("password", NEW)).problem(404, "not-found");
        tenant.admin().post(path, json("password", NEW)).expect(204);

        SharedHub.anonymous().signIn(member.username(), NEW).get("/auth/me").expect(200);
    }

    @Test
    void whatTheOldPasswordOpenedIsShut() {
        var member = tenant.newMember("model_owner");
        var session = SharedHub.anonymous()
                .post("/session", json("username", member.username(), "password", Tenant.PASSWORD))
                .expect(201);
        var browser = SharedHub.anonymous().withSession(session);

        tenant.admin()
                .post("/users/" + member.id() + "/password", json("password", NEW))
                .expect(204);

        member.api().get("/auth/me").problem(401, "unauthenticated");
        browser.get("/auth/me").problem(401, "unauthenticated");
        SharedHub.anonymous().signIn(member.username(), NEW).get("/auth/me").expect(200);
    }

    @Test
    void whoChangesItsOwnPasswordCanGoOnWithTheNewOne() {
        var member = tenant.newMember("model_owner");
        var passwords = new String[] {Tenant.PASSWORD, "password one", "password two", "password three"};

        for (int i = 1; i < passwords.length; i++) {
            SharedHub.anonymous()
                    .signIn(member.username(), passwords[i - 1])
                    .post(
                            "/users/" + member.id() + "/password",
                            json("current_password", passwords[i - 1], "password", passwords[i]))
                    .expect(204);
            SharedHub.anonymous()
                    .signIn(member.username(), passwords[i])
                    .get("/auth/me")
                    .expect(200);
        }
    }

    @Test
    void lengthsAreCountedInCharacters() {
        var member = tenant.newMember("auditor");
        var path = "/users/" + member.id() + "/password";

        tenant.admin().post(path, json("password", "1234567")).problem(422, "invalid-fields", "/password");
        tenant.admin().post(path, json("password", "x".repeat(129))).problem(422, "invalid-fields", "/password");
        tenant.admin().post(path, json("password", null)).problem(422, "invalid-fields", "/password");
        tenant.admin().post(path, json("password", 12345678)).problem(400, "malformed", "/password");
        tenant.admin().post(path, json()).problem(400, "missing-field", "/password");
        var emoji = "\uD83D\uDD11".repeat(128);
        tenant.admin().post(path, json("password", emoji)).expect(204);
        SharedHub.anonymous().signIn(member.username(), emoji).get("/auth/me").expect(200);
    }

    @Test
    void changesOfPasswordsAreEventsWithoutPasswords() {
        var member = tenant.newMember("auditor");

        tenant.admin()
                .post("/users/" + member.id() + "/password", json("password", "unheard-of-secret"))
                .expect(204);

        var events = SharedHub.database().events("user-" + member.id());
        assertThat(events.getLast().name()).isEqualTo("PasswordChanged");
        assertThat(events.toString()).doesNotContain("unheard-of-secret", "argon2");
    }

    @Test
    void theyTakeNoIdempotencyKey() {
        var member = tenant.newMember("auditor");

        tenant.admin()
                .with("Idempotency-Key", "one")
                .post("/users/" + member.id() + "/password", json("password", NEW))
                .problem(400, "malformed");
    }

    @Test
    void anAbsentUserIsNotFound() {
        SharedHub.platform()
                .post("/users/999999999/password", json("password", NEW))
                .problem(404, "not-found");
    }
}
