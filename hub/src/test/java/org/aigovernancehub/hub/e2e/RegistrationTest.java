package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Registering oneself: off, unless an organisation is configured for it. */
class RegistrationTest {

    @Test
    void itIsOffByDefault() {
        SharedHub.anonymous().post("/auth/register", body(Tenant.unique("me"))).problem(403, "forbidden");
    }

    @Test
    void whoRegistersIsAnAuditorOfTheConfiguredOrganisation() {
        var username = Tenant.unique("me");

        var created =
                ConfiguredHub.anonymous().post("/auth/register", body(username)).expect(201);

        assertThat(created.text("role")).isEqualTo("auditor");
        assertThat(created.number("organization_id")).isEqualTo(1);
        assertThat(created.json().path("platform").asBoolean()).isFalse();
        var me = ConfiguredHub.anonymous()
                .signIn(username, "my own password")
                .get("/auth/me")
                .expect(200);
        assertThat(me.id()).isEqualTo(created.id());
    }

    @Test
    void nobodyRegistersAsMoreThanThat() {
        var body = body(Tenant.unique("me"))
                .put("role", "admin")
                .put("platform", true)
                .put("organization_id", ConfiguredHub.tenant().organizationId());

        var created = ConfiguredHub.anonymous().post("/auth/register", body).expect(201);

        assertThat(created.text("role")).isEqualTo("auditor");
        assertThat(created.number("organization_id")).isEqualTo(1);
        assertThat(created.json().path("platform").asBoolean()).isFalse();
    }

    @Test
    void takenNamesAreRefusedWithoutAWordAboutTheirOwners() {
        var problem =
                ConfiguredHub.anonymous().post("/auth/register", body("admin")).problem(400, "duplicate");

        assertThat(problem.has("id")).isFalse();
    }

    @Test
    void bodiesAreChecked() {
        var anonymous = ConfiguredHub.anonymous();
        for (var field : new String[] {"username", "email", "password"}) {
            var missing = body(Tenant.unique("me"));
            missing.remove(field);
            anonymous.post("/auth/register", missing).problem(400, "missing-field", "/" + field);
        }
        anonymous
                .post("/auth/register", body("me").put("email", "none").put("password", "short"))
                .problem(422, "invalid-fields", "/username", "/email", "/password");
        anonymous
                .with("Idempotency-Key", "one")
                .post("/auth/register", body(Tenant.unique("me")))
                .problem(400, "malformed");
    }

    private static ObjectNode body(String username) {
        return json("username", username, "email", "me@example.org", "password", "my own password");
    }
}
