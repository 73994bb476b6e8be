package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** API tokens for CI: shown once, never more than their creator, and gone when revoked. */
class ApiTokenTest {
    private final Tenant tenant = SharedHub.tenant();

    @Test
    void aTokenIsShownOnceAndKeptAsAHash() {
        var created = tenant.owner().post("/tokens", json("name", "ci")).expect(201);
        var secret = created.text("token");

        assertThat(created.json().propertyNames())
                .containsExactlyInAnyOrder("id", "user_id", "name", "role", "expires_at", "created_at", "token");
        assertThat(secret).startsWith("hub_").hasSizeGreaterThan(40);
        var listed = tenant.owner().get("/tokens").expect(200);
        assertThat(listed.body()).contains("\"ci\"").doesNotContain(secret);
        assertThat(listed.json().get(0).has("token")).isFalse();
        assertThat(SharedHub.database()
                        .number(
                                "SELECT count(*) FROM event_store.event WHERE payload LIKE ? OR metadata LIKE ?",
                                "%" + secret.substring(4) + "%",
                                "%" + secret.substring(4) + "%"))
                .isZero();
        assertThat(SharedHub.hub().log()).doesNotContain(secret);
    }

    @Test
    void itActsAsItsCreator() {
        var member = tenant.member("model_owner");
        var token = member.api().post("/tokens", json("name", "ci")).expect(201);
        var ci = SharedHub.anonymous().as(token.text("token"));

        assertThat(ci.get("/auth/me").expect(200).id()).isEqualTo(member.id());
        long model = ci.post("/models/", json("name", Tenant.unique("m"), "owner", "ci"))
                .expect(201)
                .id();

        var event = SharedHub.database().events("model-" + model).getFirst();
        assertThat(event.metadata().toString())
                .contains("\"" + member.username() + "\"")
                .contains(":" + token.id());
    }

    @Test
    void itIsGoodForNinetyDaysUnlessSaidOtherwise() {
        var answer = tenant.owner().post("/tokens", json("name", "ci")).expect(201);

        var lifetime =
                Duration.between(Instant.parse(answer.text("created_at")), Instant.parse(answer.text("expires_at")));
        assertThat(lifetime)
                .isBetween(
                        Duration.ofDays(90).minusMinutes(1), Duration.ofDays(90).plusMinutes(1));
        assertThat(answer.text("role")).isEqualTo("model_owner");
    }

    @Test
    void itsEndLiesInTheFutureAndAtMostAYearAhead() {
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);

        tenant.owner()
                .post(
                        "/tokens",
                        json("name", "late", "expires_at", now.minusSeconds(1).toString()))
                .problem(422, "invalid-fields", "/expires_at");
        tenant.owner()
                .post(
                        "/tokens",
                        json(
                                "name",
                                "far",
                                "expires_at",
                                now.plus(Duration.ofDays(367)).toString()))
                .problem(422, "invalid-fields", "/expires_at");
        tenant.owner()
                .post("/tokens", json("name", "odd", "expires_at", "next year"))
                .problem(400, "malformed", "/expires_at");
        var end = now.plus(Duration.ofDays(365));
        var answer = tenant.owner()
                .post("/tokens", json("name", "ok", "expires_at", end.toString()))
                .expect(201);
        assertThat(Instant.parse(answer.text("expires_at"))).isEqualTo(end);
    }

    @Test
    void anExpiredTokenIsRefused() {
        var created = tenant.owner().post("/tokens", json("name", "ci")).expect(201);
        var ci = SharedHub.anonymous().as(created.text("token"));
        ci.get("/auth/me").expect(200);

        SharedHub.database()
                .execute(
                        "UPDATE event_store.api_token SET expires_at = now() - interval '1 second' WHERE token_id = ?",
                        created.id());

        ci.get("/auth/me").problem(401, "unauthenticated");
        // Who wonders sees it in the list for some time; there is nothing left to revoke.
        assertThat(listedIds()).contains(created.id());
        tenant.owner().delete("/tokens/" + created.id()).problem(404, "not-found");
        SharedHub.database()
                .execute(
                        "UPDATE event_store.api_token SET expires_at = now() - interval '31 days' WHERE token_id = ?",
                        created.id());
        assertThat(listedIds()).doesNotContain(created.id());
    }

    private java.util.List<Long> listedIds() {
        return Pages.ids(tenant.owner(), "/tokens?limit=500");
    }

    @ParameterizedTest
    @CsvSource({"admin,auditor", "admin,admin", "compliance_officer,model_owner", "model_owner,model_owner"})
    void itDoesNoMoreThanItsRole(String creator, String role) {
        var token = tenant.member(creator)
                .api()
                .post("/tokens", json("name", "ci", "role", role))
                .expect(201);

        var me = SharedHub.anonymous().as(token.text("token")).get("/auth/me").expect(200);

        assertThat(me.text("role")).isEqualTo(role);
    }

    @ParameterizedTest
    @CsvSource({"auditor,model_owner", "model_owner,compliance_officer", "compliance_officer,admin"})
    void nobodyMakesOneForMoreThanTheirOwnRole(String creator, String role) {
        tenant.member(creator)
                .api()
                .post("/tokens", json("name", "ci", "role", role))
                .problem(422, "invalid-fields", "/role");
    }

    @Test
    void aTokenCannotMakeAStrongerOne() {
        var weak = tenant.admin()
                .post("/tokens", json("name", "weak", "role", "auditor"))
                .expect(201)
                .text("token");
        var ci = SharedHub.anonymous().as(weak);

        ci.post("/tokens", json("name", "strong", "role", "admin")).problem(422, "invalid-fields", "/role");
        assertThat(ci.post("/tokens", json("name", "as weak")).expect(201).text("role"))
                .isEqualTo("auditor");
    }

    @Test
    void itHasNoVersionThatCouldBeExpected() {
        var owner = tenant.owner().with("If-Match", "\"987654\"");

        var created = owner.post("/tokens", json("name", "ci")).expect(201);

        owner.delete("/tokens/" + created.id()).expect(204);
    }

    @Test
    void aRevokedTokenStopsAtOnceAndIsRevokedOnce() {
        var created = tenant.owner().post("/tokens", json("name", "ci")).expect(201);
        var ci = SharedHub.anonymous().as(created.text("token"));
        ci.get("/auth/me").expect(200);

        tenant.owner().delete("/tokens/" + created.id()).expect(204);

        ci.get("/auth/me").problem(401, "unauthenticated");
        tenant.owner().delete("/tokens/" + created.id()).problem(404, "not-found");
        assertThat(tenant.owner().get("/tokens").expect(200).body()).doesNotContain("\"id\":" + created.id() + ",");
    }

    @Test
    void oneSeesAndRevokesOnesOwnAndAnAdministratorThoseOfTheOrganisation() {
        long owners = tenant.owner()
                .post("/tokens", json("name", "owner's"))
                .expect(201)
                .id();
        long auditors = tenant.auditor()
                .post("/tokens", json("name", "auditor's"))
                .expect(201)
                .id();
        var other = SharedHub.tenant();
        long foreign = other.owner()
                .post("/tokens", json("name", "foreign"))
                .expect(201)
                .id();

        assertThat(ids(tenant.owner())).contains(owners).doesNotContain(auditors, foreign);
        assertThat(ids(tenant.admin())).contains(owners, auditors).doesNotContain(foreign);
        tenant.owner().delete("/tokens/" + auditors).problem(404, "not-found");
        tenant.admin().delete("/tokens/" + foreign).problem(404, "not-found");
        tenant.admin().delete("/tokens/" + auditors).expect(204);
        tenant.auditor().delete("/tokens/" + auditors).problem(404, "not-found");
    }

    @Test
    void aListComesInPagesThatEnd() {
        var member = tenant.newMember("auditor");
        var made = new ArrayList<Long>();
        for (int i = 0; i < 5; i++) {
            made.add(member.api()
                    .post("/tokens", json("name", "t" + i))
                    .expect(201)
                    .id());
        }

        var seen = new ArrayList<Long>();
        String next = "/tokens?limit=2";
        while (next != null) {
            var page = member.api().get(next).expect(200);
            page.json().forEach(token -> seen.add(token.path("id").asLong()));
            next = Pages.link(page, "next").orElse(null);
        }

        assertThat(seen).isEqualTo(made);
    }

    @Test
    void bodiesAreChecked() {
        tenant.owner().post("/tokens", json()).problem(400, "missing-field", "/name");
        tenant.owner().post("/tokens", json("name", " ")).problem(422, "invalid-fields", "/name");
        tenant.owner().post("/tokens", json("name", "n".repeat(256))).problem(422, "invalid-fields", "/name");
        tenant.owner().post("/tokens", json("name", "x", "role", "king")).problem(422, "invalid-fields", "/role");
        tenant.owner().post("/tokens", json("name", "x", "role", null)).problem(422, "invalid-fields", "/role");
    }

    @Test
    void makingOneTakesNoIdempotencyKey() {
        tenant.owner()
                .with("Idempotency-Key", "one")
                .post("/tokens", json("name", "ci"))
                .problem(400, "malformed");
    }

    @Test
    void anInventedTokenIsRefused() {
        SharedHub.anonymous().as("hub_" + "a".repeat(43)).get("/auth/me").problem(401, "unauthenticated");
        SharedHub.anonymous().as("hub_").get("/auth/me").problem(401, "unauthenticated");
    }

    private static ArrayList<Long> ids(Api api) {
        var ids = new ArrayList<Long>();
        api.get("/tokens")
                .expect(200)
                .json()
                .forEach(token -> ids.add(token.path("id").asLong()));
        return ids;
    }
}
