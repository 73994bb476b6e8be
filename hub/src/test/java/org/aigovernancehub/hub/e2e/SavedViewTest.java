package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Saved views: whose they are, who sees them, and what they hold. */
class SavedViewTest {
    private final Tenant tenant = SharedHub.tenant();

    private static ObjectNode view(Object... more) {
        var body = json("name", Tenant.unique("view"), "page", "models", "query", "risk=high&sort=-updated");
        body.setAll(json(more));
        return body;
    }

    @Test
    void whatIsSavedReadsAsItWasWritten() {
        var written = tenant.auditor()
                .post("/views/", view("name", "Höchstes Risiko"))
                .expect(201);
        assertThat(written.header("Location")).hasValue("/api/v1/views/" + written.id());
        assertThat(written.text("query")).isEqualTo("risk=high&sort=-updated");
        assertThat(written.json().path("shared").asBoolean()).isFalse();
        assertThat(written.number("user_id")).isEqualTo(tenant.member("auditor").id());

        var read = tenant.auditor().get("/views/" + written.id()).expect(200);
        assertThat(read.json()).isEqualTo(written.json());
        assertThat(read.etag()).isEqualTo(written.etag()).isEqualTo("\"1\"");
        var changed = tenant.auditor()
                .with("If-Match", read.etag())
                .patch("/views/" + written.id(), json("name", "Other", "query", ""))
                .expect(200);
        assertThat(changed.etag()).isEqualTo("\"2\"");
        assertThat(tenant.auditor().get("/views/").expect(200).json())
                .singleElement()
                .isEqualTo(changed.json());
        assertThat(tenant.auditor()
                        .patch("/views/" + written.id(), json("name", "Other"))
                        .expect(200)
                        .etag())
                .isEqualTo("\"2\"");
        tenant.auditor()
                .with("If-Match", read.etag())
                .patch("/views/" + written.id(), json("name", "Late"))
                .problem(412, "stale-version");
        tenant.auditor()
                .with("If-Match", read.etag())
                .delete("/views/" + written.id())
                .problem(412, "stale-version");
        tenant.auditor().delete("/views/" + written.id()).expect(204);
        tenant.auditor().get("/views/" + written.id()).problem(404, "not-found");
        tenant.auditor().delete("/views/" + written.id()).problem(404, "not-found");
    }

    @Test
    void aPrivateOneIsItsMakersAlone() {
        long id = tenant.owner().post("/views", view()).expect(201).id();
        for (var api : List.of(tenant.auditor(), tenant.officer(), tenant.admin(), SharedHub.platform())) {
            api.get("/views/" + id).problem(404, "not-found");
            api.patch("/views/" + id, json("name", "mine")).problem(404, "not-found");
            api.delete("/views/" + id).problem(404, "not-found");
            assertThat(Pages.ids(api, "/views")).doesNotContain(id);
        }
        assertThat(Pages.ids(tenant.owner(), "/views")).containsExactly(id);
    }

    @Test
    void aSharedOneIsForTheOrganisationAndForWhoDecidesToChange() {
        long id =
                tenant.owner().post("/views", view("shared", true)).expect(201).id();
        tenant.auditor().get("/views/" + id).expect(200);
        assertThat(Pages.ids(tenant.auditor(), "/views")).containsExactly(id);
        tenant.auditor().patch("/views/" + id, json("name", "n")).problem(403, "forbidden");
        tenant.auditor().delete("/views/" + id).problem(403, "forbidden");
        tenant.newMember("model_owner").api().delete("/views/" + id).problem(403, "forbidden");
        tenant.officer().patch("/views/" + id, json("name", "Ours")).expect(200);
        tenant.admin().patch("/views/" + id, json("query", "env=prod")).expect(200);
        tenant.owner().patch("/views/" + id, json("name", "Still mine")).expect(200);
        SharedHub.platform().get("/views/" + id).expect(200);
        assertThat(Pages.ids(SharedHub.platform(), "/views")).doesNotContain(id);

        var other = SharedHub.tenant();
        other.admin().get("/views/" + id).problem(404, "not-found");
        other.admin().patch("/views/" + id, json("name", "n")).problem(404, "not-found");
        assertThat(Pages.ids(other.admin(), "/views")).isEmpty();

        // Who ends the sharing of another's view is told so, and does not see it any more.
        assertThat(tenant.officer()
                        .patch("/views/" + id, json("shared", false))
                        .expect(200)
                        .json()
                        .path("shared")
                        .asBoolean())
                .isFalse();
        tenant.officer().get("/views/" + id).problem(404, "not-found");
        tenant.owner().get("/views/" + id).expect(200);
    }

    @Test
    void whoMovesToAnotherOrganisationLeavesViewsBehind() {
        var moving = tenant.newMember("compliance_officer");
        long id = moving.api().post("/views", view("shared", true)).expect(201).id();
        SharedHub.platform()
                .patch(
                        "/users/" + moving.id(),
                        json("organization_id", SharedHub.tenant().organizationId()))
                .expect(200);
        moving.api().get("/views/" + id).problem(404, "not-found");
        assertThat(Pages.ids(moving.api(), "/views")).isEmpty();
        moving.api().delete("/views/" + id).problem(404, "not-found");
        tenant.auditor().get("/views/" + id).expect(200);
    }

    @Test
    void namesAreUniqueAmongOnesOwnOfAPage() {
        var owner = tenant.owner();
        long first = owner.post("/views", view("name", "Mine")).expect(201).id();
        assertThat(owner.post("/views", view("name", "Mine"))
                        .problem(409, "duplicate")
                        .path("id")
                        .asLong())
                .isEqualTo(first);
        owner.post("/views", view("name", "Mine", "page", "audit")).expect(201);
        tenant.auditor().post("/views", view("name", "Mine")).expect(201);
        long second = owner.post("/views", view("name", "Second")).expect(201).id();
        assertThat(owner.patch("/views/" + second, json("name", "Mine"))
                        .problem(409, "duplicate")
                        .path("id")
                        .asLong())
                .isEqualTo(first);
        assertThat(owner.get("/views/" + second).expect(200).text("name")).isEqualTo("Second");
        assertThat(Pages.ids(owner, "/views?page=audit")).hasSize(1);
        owner.get("/views?page=users").problem(422, "invalid-fields");
    }

    @Test
    void aRepeatedCreationSavesOne() {
        var body = view();
        var repeating = tenant.owner().with("Idempotency-Key", Tenant.unique("key"));
        long first = repeating.post("/views", body).expect(201).id();
        assertThat(repeating.post("/views", body).expect(201).id()).isEqualTo(first);
        assertThat(Pages.ids(tenant.owner(), "/views")).containsExactly(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=a b", "q=%", "q=%2", "q=%zz", "q=<script>", "q=a#b", "q=\u00e4", "q=\"x\"", "q=a\\b"})
    void whatIsNoQueryOfAnAddressIsRefused(String query) {
        tenant.owner().post("/views", view("query", query)).problem(422, "invalid-fields", "/query");
        assertThat(Pages.ids(tenant.owner(), "/views")).isEmpty();
    }

    @Test
    void limitsAreChecked() {
        tenant.owner().post("/views", view("name", "n".repeat(101))).problem(422, "invalid-fields", "/name");
        tenant.owner().post("/views", view("name", " ")).problem(422, "invalid-fields", "/name");
        tenant.owner().post("/views", view("query", "q=" + "x".repeat(1_999))).problem(422, "invalid-fields", "/query");
        tenant.owner().post("/views", view("query", "q=" + "x".repeat(1_998))).expect(201);
        assertThat(tenant.owner().post("/views", view("query", " ")).expect(201).text("query"))
                .isEmpty();
        tenant.owner().post("/views", view("page", "users")).problem(422, "invalid-fields", "/page");
        for (var member : new String[] {"name", "page", "query"}) {
            tenant.owner().post("/views", view(member, null)).problem(422, "invalid-fields", "/" + member);
        }
        for (int i = 2; i < 200; i++) {
            tenant.owner().post("/views", view()).expect(201);
        }
        tenant.owner().post("/views", view()).problem(422, "invalid-fields");
        assertThat(Pages.ids(tenant.owner(), "/views")).hasSize(200);
    }
}
