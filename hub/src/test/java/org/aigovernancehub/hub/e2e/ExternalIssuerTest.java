package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of an operator's own identity provider, issued by a real authorization server over HTTP. */
class ExternalIssuerTest {
    private final Tenant tenant = ConfiguredHub.tenant();
    private final String subject = Tenant.unique("subject");

    @ParameterizedTest
    @ValueSource(strings = {"admin", "compliance_officer", "model_owner", "auditor"})
    void claimsSayRoleOrganisationAndName(String role) {
        var me = api("hub_role", role, "preferred_username", "Ada " + role)
                .get("/auth/me")
                .expect(200);

        assertThat(me.text("role")).isEqualTo(role);
        assertThat(me.number("organization_id")).isEqualTo(tenant.organizationId());
        assertThat(me.json().path("platform").asBoolean()).isFalse();
        assertThat(me.text("username")).isNotBlank();
    }

    @Test
    void theOrganisationMayBeNamedByItsIdToo() {
        var me = api("hub_role", "auditor", "tenant", Long.toString(tenant.organizationId()))
                .get("/auth/me")
                .expect(200);

        assertThat(me.number("organization_id")).isEqualTo(tenant.organizationId());
    }

    @Test
    void noOrganisationTakesAnothersPeopleByTakingItsIdForAName() {
        var other = ConfiguredHub.tenant();
        var id = Long.toString(tenant.organizationId());
        other.admin()
                .patch("/organizations/" + other.organizationId(), json("name", id))
                .expect(200);

        assertThat(api("hub_role", "auditor", "tenant", id)
                        .get("/auth/me")
                        .expect(200)
                        .number("organization_id"))
                .isEqualTo(tenant.organizationId());

        ConfiguredHub.platform()
                .patch("/organizations/" + tenant.organizationId(), json("is_active", false))
                .expect(200);

        api("hub_role", "auditor", "tenant", id).get("/auth/me").problem(403, "forbidden");
    }

    @Test
    void whoHasMovedMakesNoTokenInTheOrganisationLeft() {
        long token = api("hub_role", "admin")
                .post("/tokens", json("name", "ci"))
                .expect(201)
                .id();
        var destination = ConfiguredHub.tenant();

        var moved = api("hub_role", "admin", "tenant", destination.name());

        assertThat(moved.get("/auth/me").expect(200).number("organization_id")).isEqualTo(destination.organizationId());
        moved.post("/tokens", json("name", "ci")).problem(403, "forbidden");
        moved.delete("/tokens/" + token).expect(204);
    }

    @Test
    void aRoleThatTheIssuerChangesBindsApiTokensToo() {
        var token = api("hub_role", "admin")
                .post("/tokens", json("name", "ci"))
                .expect(201)
                .text("token");
        var ci = ConfiguredHub.anonymous().as(token);
        assertThat(ci.get("/auth/me").expect(200).text("role")).isEqualTo("admin");

        api("hub_role", "auditor").get("/auth/me").expect(200);

        assertThat(ci.get("/auth/me").expect(200).text("role")).isEqualTo("auditor");
    }

    @Test
    void anIssuerThatCannotBeReachedIsSaidToBeAway() {
        var unsigned = "{\"alg\":\"RS256\"}|{\"iss\":\"%s\"}|x".formatted(ConfiguredHub.ISSUER_AWAY);
        var token = Arrays.stream(unsigned.split("[|]"))
                .map(part ->
                        Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining("."));

        var answer = ConfiguredHub.anonymous().as(token).get("/auth/me");

        answer.problem(503, "unavailable");
        assertThat(answer.header("Retry-After")).isPresent();
    }

    @Test
    void aClaimMayBeAList() {
        assertThat(api("hub_role", "model_owner,something-else")
                        .get("/auth/me")
                        .expect(200)
                        .text("role"))
                .isEqualTo("model_owner");
    }

    @Test
    void whoActsBecomesAUserOnce() {
        var owner = api("hub_role", "model_owner", "preferred_username", subject);

        long first = owner.post("/models/", json("name", Tenant.unique("m"), "owner", "x"))
                .expect(201)
                .id();
        long second = owner.post("/models/", json("name", Tenant.unique("m"), "owner", "x"))
                .expect(201)
                .id();

        var database = ConfiguredHub.hub().database();
        var actors = List.of(first, second).stream()
                .map(model ->
                        database.events("model-" + model).getFirst().metadata().toString())
                .toList();
        assertThat(actors).allSatisfy(metadata -> assertThat(metadata).contains("\"" + subject + "\""));
        assertThat(database.number("SELECT count(*) FROM event_store.user_account WHERE subject = ?", subject))
                .isEqualTo(1);
        var me = owner.get("/auth/me").expect(200);
        assertThat(me.text("username")).isEqualTo(subject);
        assertThat(database.eventNames("user-" + me.id())).containsExactly("UserCreated");
    }

    @Test
    void whoActsManyTimesAtOnceBecomesOneUser() {
        var owner = api("hub_role", "model_owner").patiently();

        var answers = Together.run(12, i -> owner.post("/models/", json("name", Tenant.unique("m"), "owner", "x")));

        answers.forEach(answer -> answer.expect(201));
        assertThat(ConfiguredHub.hub()
                        .database()
                        .number("SELECT count(*) FROM event_store.user_account WHERE subject = ?", subject))
                .isEqualTo(1);
    }

    @Test
    void aTakenNameBelongsToWhoHasIt() {
        var local = tenant.member("auditor");

        var me = api("hub_role", "auditor", "preferred_username", local.username())
                .get("/auth/me")
                .expect(200);

        assertThat(me.id()).isNotEqualTo(local.id());
        assertThat(me.text("username")).isNotEqualTo(local.username());
    }

    @Test
    void rolesBindAsThoseOfLocalUsersDo() {
        long model = tenant.model();

        api("hub_role", "auditor").get("/models/" + model + "/transitions").expect(200);
        api("hub_role", "auditor")
                .patch("/models/" + model, json("description", "x"))
                .problem(403, "forbidden");
        api("hub_role", "model_owner")
                .patch("/models/" + model, json("description", "x"))
                .expect(200);
        api("hub_role", "admin").post("/organizations/", json("name", "x")).problem(403, "forbidden");
        long foreign = ConfiguredHub.tenant().model();
        api("hub_role", "admin")
                .patch("/models/" + foreign, json("description", "x"))
                .problem(404, "not-found");
    }

    @Test
    void theTokenSaysTheRoleAnewEachTime() {
        assertThat(api("hub_role", "admin").get("/auth/me").expect(200).text("role"))
                .isEqualTo("admin");
        var weaker = api("hub_role", "auditor");
        assertThat(weaker.get("/auth/me").expect(200).text("role")).isEqualTo("auditor");
        weaker.get("/users").problem(403, "forbidden");
    }

    @Test
    void withoutAMappedOrganisationThereIsNoWayIn() {
        var disabled = ConfiguredHub.tenant();
        ConfiguredHub.platform()
                .patch("/organizations/" + disabled.organizationId(), json("is_active", false))
                .expect(200);
        for (var organization : List.of("", "nobody's", "999999999", disabled.name())) {
            api("hub_role", "admin", "tenant", organization).get("/auth/me").problem(403, "forbidden");
        }
    }

    @Test
    void withoutAMappedRoleThereIsNoWayIn() {
        for (var role : List.of("", "king", "ADMIN", "platform")) {
            api("hub_role", role).get("/auth/me").problem(403, "forbidden");
        }
    }

    @Test
    void nobodyIsPlatformStaffByAClaim() {
        var admin = api("hub_role", "admin", "platform", "true");

        assertThat(admin.get("/auth/me").expect(200).json().path("platform").asBoolean())
                .isFalse();
        admin.post("/organizations/", json("name", Tenant.unique("o"))).problem(403, "forbidden");
    }

    @Test
    void theAudienceMustBeThisHub() {
        refused("aud", "another-service");
        refused("aud", "");
        api("hub_role", "auditor", "aud", "another-service," + ConfiguredHub.AUDIENCE)
                .get("/auth/me")
                .expect(200);
    }

    @Test
    void theIssuerMustBeTheConfiguredOne() {
        refused("iss", "https://issuer.example.org");
        refused("iss", ConfiguredHub.issuer().issuer() + "/");
        // A token of the issuer that says it is the hub's own is checked like the hub's own, and fails.
        refused("iss", "ai-governance-hub");
        try (var other = IssuerServer.start()) {
            var token = other.token("hub_role", "admin", "tenant", tenant.name(), "aud", ConfiguredHub.AUDIENCE);
            ConfiguredHub.anonymous().as(token).get("/auth/me").problem(401, "unauthenticated");
            var disguised = other.token(
                    "hub_role",
                    "admin",
                    "tenant",
                    tenant.name(),
                    "aud",
                    ConfiguredHub.AUDIENCE,
                    "iss",
                    ConfiguredHub.issuer().issuer());
            ConfiguredHub.anonymous().as(disguised).get("/auth/me").problem(401, "unauthenticated");
        }
    }

    @Test
    void timesAreChecked() {
        refused("exp", "-60");
        refused("nbf", "600");
    }

    @Test
    void onlyTheFixedAlgorithmsCount() {
        var issuer = ConfiguredHub.issuer();
        var claims = new String[] {
            "hub_role", "auditor", "tenant", tenant.name(), "sub", subject, "aud", ConfiguredHub.AUDIENCE
        };

        ConfiguredHub.anonymous()
                .as(issuer.tokenOfClient("ps256", claims))
                .get("/auth/me")
                .expect(200);
        ConfiguredHub.anonymous()
                .as(issuer.tokenOfClient("rs512", claims))
                .get("/auth/me")
                .problem(401, "unauthenticated");
    }

    @Test
    void aHubWithoutThisIssuerRefusesItsTokens() {
        var token =
                ConfiguredHub.issuer().token("hub_role", "admin", "tenant", "Default", "aud", ConfiguredHub.AUDIENCE);

        SharedHub.anonymous().as(token).get("/auth/me").problem(401, "unauthenticated");
    }

    @Test
    void whomAnAdministratorDisabledStaysOut() {
        var person = api("hub_role", "model_owner");
        long id = person.get("/auth/me").expect(200).id();

        tenant.admin().patch("/users/" + id, json("is_active", false)).expect(200);

        person.get("/auth/me").problem(401, "unauthenticated");
        person.get("/models/1/transitions").problem(401, "unauthenticated");
    }

    @Test
    void thereIsNoPasswordToSignInWith() {
        var me = api("hub_role", "model_owner", "preferred_username", subject)
                .get("/auth/me")
                .expect(200);

        ConfiguredHub.anonymous()
                .from("127.0.0.41")
                .form("/auth/token", java.util.Map.of("username", me.text("username"), "password", "anything at all"))
                .problem(401, "unauthenticated");
    }

    @Test
    void apiTokensCanBeMadeAndActAsTheirCreator() {
        var person = api("hub_role", "model_owner");
        long id = person.get("/auth/me").expect(200).id();
        var token = person.post("/tokens", json("name", "ci")).expect(201);

        var me = ConfiguredHub.anonymous()
                .as(token.text("token"))
                .get("/auth/me")
                .expect(200);

        assertThat(me.id()).isEqualTo(id);
        assertThat(me.text("role")).isEqualTo("model_owner");
    }

    private void refused(String claim, String value) {
        api("hub_role", "auditor", claim, value).get("/auth/me").problem(401, "unauthenticated");
    }

    /** Somebody of this organisation, as the issuer says, with more or other claims in turn. */
    private Api api(String... claims) {
        var all = new ArrayList<>(List.of("tenant", tenant.name(), "sub", subject, "aud", ConfiguredHub.AUDIENCE));
        all.addAll(Arrays.asList(claims));
        return ConfiguredHub.anonymous().as(ConfiguredHub.issuer().token(all.toArray(String[]::new)));
    }
}
