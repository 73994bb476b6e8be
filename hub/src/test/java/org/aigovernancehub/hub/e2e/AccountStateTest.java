package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What administrators change about a user or an organisation holds at the next request, whatever was issued before. */
class AccountStateTest {
    private final Tenant tenant = SharedHub.tenant();

    @Test
    void aDisabledUsersTokensAndSessionsStopAtOnce() {
        var member = tenant.newMember("model_owner");
        var apiToken = SharedHub.anonymous()
                .as(member.api().post("/tokens", json("name", "ci")).expect(201).text("token"));
        var session = SharedHub.anonymous()
                .post("/session", json("username", member.username(), "password", Tenant.PASSWORD))
                .expect(201);
        var browser = SharedHub.anonymous().withSession(session);
        for (var client : new Api[] {member.api(), apiToken, browser}) {
            client.get("/auth/me").expect(200);
        }

        tenant.admin().patch("/users/" + member.id(), json("is_active", false)).expect(200);

        for (var client : new Api[] {member.api(), apiToken, browser}) {
            client.get("/auth/me").problem(401, "unauthenticated");
        }
        tenant.admin().patch("/users/" + member.id(), json("is_active", true)).expect(200);
        for (var client : new Api[] {member.api(), apiToken, browser}) {
            client.get("/auth/me").expect(200);
        }
    }

    @Test
    void aDemotionHoldsFromTheNextRequestOn() {
        var member = tenant.newMember("compliance_officer");
        long model = tenant.model();
        var apiToken = SharedHub.anonymous()
                .as(member.api().post("/tokens", json("name", "ci")).expect(201).text("token"));

        tenant.admin().patch("/users/" + member.id(), json("role", "auditor")).expect(200);

        for (var client : new Api[] {member.api(), apiToken}) {
            assertThat(client.get("/auth/me").expect(200).text("role")).isEqualTo("auditor");
            client.patch("/models/" + model, json("description", "mine")).problem(403, "forbidden");
        }
    }

    @Test
    void aPromotionLetsATokenDoNoMoreThanItWasMadeFor() {
        var member = tenant.newMember("auditor");
        var apiToken = SharedHub.anonymous()
                .as(member.api().post("/tokens", json("name", "ci")).expect(201).text("token"));

        tenant.admin().patch("/users/" + member.id(), json("role", "admin")).expect(200);

        assertThat(member.api().get("/auth/me").expect(200).text("role")).isEqualTo("admin");
        assertThat(apiToken.get("/auth/me").expect(200).text("role")).isEqualTo("auditor");
        apiToken.get("/users").problem(403, "forbidden");
    }

    @Test
    void anInactiveOrganisationTakesNoWritesAndNoLogins() {
        var member = tenant.member("model_owner");
        long model = tenant.model();
        long organization = tenant.organizationId();

        SharedHub.platform()
                .patch("/organizations/" + organization, json("is_active", false))
                .expect(200);

        member.api().get("/auth/me").problem(401, "unauthenticated");
        SharedHub.anonymous()
                .from("127.0.0.32")
                .form("/auth/token", Map.of("username", member.username(), "password", Tenant.PASSWORD))
                .problem(401, "unauthenticated");
        var platform = SharedHub.platform();
        platform.post("/models/", json("name", "new", "owner", "x", "organization_id", organization))
                .problem(403, "forbidden");
        platform.patch("/models/" + model, json("description", "changed")).problem(403, "forbidden");
        platform.patch("/models/" + model + "/compliance-status", json("status", "under_review"))
                .problem(403, "forbidden");
        platform.post("/versions/", json("model_id", model, "version_tag", "1")).problem(403, "forbidden");
        platform.post("/datasets/", json("name", "d", "organization_id", organization))
                .problem(403, "forbidden");
        platform.post(
                        "/policies/",
                        json(
                                "name",
                                "p",
                                "scope",
                                "organization",
                                "organization_id",
                                organization,
                                "condition_type",
                                "prohibit_unacceptable_risk"))
                .problem(403, "forbidden");
        platform.post(
                        "/users",
                        json(
                                "username",
                                Tenant.unique("u"),
                                "email",
                                "u@example.org",
                                "password",
                                "long enough",
                                "role",
                                "auditor",
                                "organization_id",
                                organization))
                .problem(403, "forbidden");

        platform.patch("/organizations/" + organization, json("is_active", true))
                .expect(200);
        member.api().patch("/models/" + model, json("description", "changed")).expect(200);
    }

    @Test
    void whoMovesToAnotherOrganisationSeesThatOneFromThenOn() {
        var member = tenant.newMember("model_owner");
        long left = tenant.model();
        var other = SharedHub.tenant();
        long joined = other.model();

        var moved = SharedHub.platform()
                .patch("/users/" + member.id(), json("organization_id", other.organizationId()))
                .expect(200);

        assertThat(moved.number("organization_id")).isEqualTo(other.organizationId());
        member.api().get("/models/" + left + "/transitions").problem(404, "not-found");
        member.api().get("/models/" + joined + "/transitions").expect(200);
    }

    @Test
    void anAdministratorOfAnOrganisationCannotMoveUsersOutOrIn() {
        var other = SharedHub.tenant();
        var member = tenant.newMember("auditor");

        tenant.admin()
                .patch("/users/" + member.id(), json("organization_id", other.organizationId()))
                .problem(404, "not-found");
        other.admin()
                .patch("/users/" + member.id(), json("organization_id", other.organizationId()))
                .problem(404, "not-found");
    }
}
