package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Users, as administrators make, change and list them. */
class UserAdministrationTest {
    private final Tenant tenant = SharedHub.tenant();

    @Test
    void anAdministratorMakesUsersOfTheOwnOrganisation() {
        var username = Tenant.unique("user");

        var created = tenant.admin().post("/users", user(username)).expect(201);

        assertThat(created.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "id", "username", "email", "is_active", "role", "organization_id", "platform", "created_at");
        assertThat(created.text("username")).isEqualTo(username);
        assertThat(created.number("organization_id")).isEqualTo(tenant.organizationId());
        assertThat(created.json().path("is_active").asBoolean()).isTrue();
        assertThat(created.json().path("platform").asBoolean()).isFalse();
        assertThat(created.header("Location")).hasValue("/api/v1/users/" + created.id());
        assertThat(created.etag()).isEqualTo("\"1\"");
        var read = tenant.admin().get("/users/" + created.id()).expect(200);
        assertThat(read.json()).isEqualTo(created.json());
        assertThat(read.etag()).isEqualTo("\"1\"");
        assertThat(read.position()).isGreaterThanOrEqualTo(created.position());
        assertThat(SharedHub.database().events("user-" + created.id()).toString())
                .doesNotContain(Tenant.PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"compliance_officer", "model_owner", "auditor"})
    void nobodyElseDoes(String role) {
        var api = tenant.member(role).api();

        api.post("/users", user(Tenant.unique("user"))).problem(403, "forbidden");
        api.get("/users").problem(403, "forbidden");
        api.patch("/users/" + tenant.member("admin").id(), json("role", "auditor"))
                .problem(403, "forbidden");
        api.get("/users/" + tenant.member("admin").id()).problem(403, "forbidden");
        api.get("/users/" + tenant.member(role).id()).expect(200);
    }

    @Test
    void aNameIsTakenOnceInAnyCaseAndOverAllOrganisations() {
        var username = Tenant.unique("user");
        tenant.admin().post("/users", user(username)).expect(201);

        tenant.admin().post("/users", user(username)).problem(400, "duplicate");
        tenant.admin()
                .post("/users", user(username.toUpperCase(java.util.Locale.ROOT)))
                .problem(400, "duplicate");
        var foreign = SharedHub.tenant().admin().post("/users", user(username)).problem(400, "duplicate");
        assertThat(foreign.has("id"))
                .as("nobody may learn of which organisation the user is")
                .isFalse();
    }

    /** Whatever the locale of the database: else a backup could not be restored into another one. */
    @Test
    void caseIsIgnoredForAToZOnly() {
        var name = Tenant.unique("user");
        var upper = tenant.admin().post("/users", user("\u00c4" + name)).expect(201);
        var lower = tenant.admin().post("/users", user("\u00e4" + name)).expect(201);

        assertThat(SharedHub.anonymous()
                        .signIn("\u00c4" + name.toUpperCase(java.util.Locale.ROOT), Tenant.PASSWORD)
                        .get("/auth/me")
                        .expect(200)
                        .id())
                .isEqualTo(upper.id())
                .isNotEqualTo(lower.id());
    }

    @Test
    void manyAtOnceUnderOneNameMakeOneUser() {
        var username = Tenant.unique("user");
        var admin = tenant.admin().patiently();

        var statuses =
                Together.run(20, i -> admin.post("/users", user(username)).status());

        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(statuses.stream().filter(status -> status == 400)).hasSize(19);
    }

    @Test
    void platformStaffIsMadeByPlatformAdministratorsOnly() {
        var body = user(Tenant.unique("staff")).put("platform", true);

        tenant.admin().post("/users", body).problem(403, "forbidden");
        var created = SharedHub.platform().post("/users", body).expect(201);

        assertThat(created.json().path("platform").asBoolean()).isTrue();
        assertThat(created.json().path("organization_id").isNull()).isTrue();
        SharedHub.platform()
                .post(
                        "/users",
                        user(Tenant.unique("staff")).put("platform", true).put("organization_id", 1))
                .problem(422, "invalid-fields", "/organization_id");
        SharedHub.platform()
                .patch("/users/" + created.id(), json("organization_id", tenant.organizationId()))
                .problem(422, "invalid-fields", "/organization_id");
        SharedHub.platform()
                .patch("/users/" + created.id(), json("is_active", false))
                .expect(200);
    }

    @Test
    void platformAuditorsLookEverywhereAndTouchNothing() {
        var username = Tenant.unique("staff");
        SharedHub.platform()
                .post("/users", user(username).put("platform", true).put("role", "auditor"))
                .expect(201);
        var auditor = SharedHub.anonymous().signIn(username, Tenant.PASSWORD);
        long model = tenant.model();

        auditor.get("/users/" + tenant.member("model_owner").id()).expect(200);
        auditor.get("/models/" + model + "/transitions").expect(200);
        auditor.patch("/models/" + model, json("description", "x")).problem(403, "forbidden");
        auditor.post("/organizations/", json("name", Tenant.unique("o"))).problem(403, "forbidden");
        auditor.post("/users", user(Tenant.unique("user"))).problem(403, "forbidden");
        auditor.patch("/users/" + tenant.member("model_owner").id(), json("role", "admin"))
                .problem(403, "forbidden");
    }

    @Test
    void withoutAnOrganisationPlatformStaffMakesUsersOfTheDefaultOne() {
        var created =
                SharedHub.platform().post("/users", user(Tenant.unique("user"))).expect(201);

        assertThat(created.number("organization_id")).isEqualTo(1);
    }

    @Test
    void anotherOrganisationsUsersLookAbsent() {
        var foreign = SharedHub.tenant().member("auditor");
        var absent = 999_999_999L;

        for (long id : new long[] {foreign.id(), absent}) {
            tenant.admin().get("/users/" + id).problem(404, "not-found");
            tenant.admin().patch("/users/" + id, json("role", "admin")).problem(404, "not-found");
            tenant.owner().get("/users/" + id).problem(404, "not-found");
        }
        tenant.admin()
                .post("/users", user(Tenant.unique("user")).put("organization_id", 1))
                .problem(404, "not-found");
        SharedHub.platform()
                .post("/users", user(Tenant.unique("user")).put("organization_id", absent))
                .problem(404, "not-found");
    }

    @Test
    void changesAreEventsAndRepetitionsAreNot() {
        var member = tenant.newMember("auditor");
        var path = "/users/" + member.id();

        var changed = tenant.admin().patch(path, json("role", "model_owner")).expect(200);
        var repeated = tenant.admin().patch(path, json("role", "model_owner")).expect(200);
        tenant.admin().patch(path, json("role", "auditor", "is_active", false)).expect(200);
        tenant.admin().patch(path, json("is_active", true)).expect(200);

        assertThat(repeated.etag()).isEqualTo(changed.etag());
        assertThat(SharedHub.database().eventNames("user-" + member.id()))
                .containsExactly("UserCreated", "UserRoleChanged", "UserRoleChanged", "UserDisabled", "UserEnabled");
    }

    @Test
    void aMoveIsOnTheTrailOfBothOrganisations() {
        var member = tenant.newMember("auditor");
        var other = SharedHub.tenant();

        SharedHub.platform()
                .patch("/users/" + member.id(), json("organization_id", other.organizationId()))
                .expect(200);

        assertThat(trailOf(member.id(), tenant)).containsExactly("USER_LEFT", "USER_CREATED");
        assertThat(trailOf(member.id(), other)).containsExactly("USER_MOVED");
    }

    private static List<String> trailOf(long user, Tenant tenant) {
        var actions = new ArrayList<String>();
        tenant.auditor()
                .get("/audit-logs/?entity_type=User&entity_id=" + user)
                .expect(200)
                .json()
                .forEach(entry -> actions.add(entry.path("action").asString()));
        return actions;
    }

    @Test
    void theLastPlatformAdministratorStays() {
        var me = SharedHub.platform().get("/auth/me").expect(200).id();

        SharedHub.platform().patch("/users/" + me, json("role", "auditor")).problem(422, "invalid-fields", "/role");
        SharedHub.platform()
                .patch("/users/" + me, json("is_active", false))
                .problem(422, "invalid-fields", "/is_active");
    }

    @Test
    void listsAreOfTheOwnOrganisationInTheOrderOfIds() {
        for (var role : new String[] {"admin", "compliance_officer", "model_owner", "auditor"}) {
            tenant.member(role);
        }

        var list = tenant.admin().get("/users/").expect(200);

        var ids = new ArrayList<Long>();
        list.json().forEach(user -> {
            ids.add(user.path("id").asLong());
            assertThat(user.path("organization_id").asLong()).isEqualTo(tenant.organizationId());
        });
        assertThat(ids).hasSize(4).isSorted();
        assertThat(list.position()).isPositive();
        var filtered = SharedHub.platform()
                .get("/users?organization_id=" + tenant.organizationId())
                .expect(200);
        assertThat(filtered.json()).isEqualTo(list.json());
        tenant.admin().get("/users?organization_id=1").problem(404, "not-found");
    }

    @Test
    void bodiesAreChecked() {
        var admin = tenant.admin();
        for (var field : new String[] {"username", "email", "password", "role"}) {
            var body = user(Tenant.unique("user"));
            body.remove(field);
            admin.post("/users", body).problem(400, "missing-field", "/" + field);
            admin.post("/users", user(Tenant.unique("user")).putNull(field))
                    .problem(422, "invalid-fields", "/" + field);
        }
        for (var name : new String[] {"ab", "n".repeat(65), "with blank", "", "nul\0nul", "sl/ash"}) {
            admin.post("/users", user(name)).problem(422, "invalid-fields", "/username");
        }
        for (var email : new String[] {"nobody", "@", "a b@example.org", "x".repeat(250) + "@a.org"}) {
            admin.post("/users", user(Tenant.unique("user")).put("email", email))
                    .problem(422, "invalid-fields", "/email");
        }
        admin.post("/users", user(Tenant.unique("user")).put("password", "short"))
                .problem(422, "invalid-fields", "/password");
        admin.post("/users", user(Tenant.unique("user")).put("role", "owner")).problem(422, "invalid-fields", "/role");
        admin.post("/users", user(Tenant.unique("user")).putNull("platform"))
                .problem(422, "invalid-fields", "/platform");
        admin.post("/users", user(Tenant.unique("user")).put("platform", "yes")).problem(400, "malformed", "/platform");
        var several = user("ab").put("email", "none").put("password", "short");
        admin.post("/users", several).problem(422, "invalid-fields", "/username", "/email", "/password");
        var id = tenant.newMember("auditor").id();
        admin.patch("/users/" + id, json("role", null)).problem(422, "invalid-fields", "/role");
        admin.patch("/users/" + id, json("is_active", null)).problem(422, "invalid-fields", "/is_active");
        admin.patch("/users/" + id, json("organization_id", null)).problem(422, "invalid-fields", "/organization_id");
    }

    private static ObjectNode user(String username) {
        return json(
                "username", username, "email", "somebody@example.org", "password", Tenant.PASSWORD, "role", "admin");
    }
}
