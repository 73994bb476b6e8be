package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Users and API tokens are paged like every other list, both ways. */
class AccountPagesTest {

    @Test
    void usersArePagedForwardAndBack() {
        var tenant = SharedHub.tenant();
        for (int i = 0; i < 5; i++) {
            tenant.newMember("auditor");
        }
        walk(tenant.admin(), "/users");
    }

    @Test
    void tokensArePagedForwardAndBack() {
        var tenant = SharedHub.tenant();
        for (int i = 0; i < 5; i++) {
            tenant.owner().post("/tokens", json("name", "token " + i)).expect(201);
        }
        walk(tenant.owner(), "/tokens");
    }

    @Test
    void theDirectoryAndSavedViewsArePagedForwardAndBack() {
        var tenant = SharedHub.tenant();
        for (int i = 0; i < 5; i++) {
            tenant.newMember("auditor");
            tenant.owner()
                    .post("/views", json("name", "view " + i, "page", "models", "query", ""))
                    .expect(201);
        }
        walk(tenant.owner(), "/views");
        // Others make platform staff and, with it, everybody's directory longer meanwhile: there is one page more at
        // most.
        var page = tenant.owner().get("/users/directory?limit=2").expect(200);
        var next = tenant.owner().get(Pages.link(page, "next").orElseThrow()).expect(200);
        assertThat(ids(next)).doesNotContainAnyElementsOf(ids(page));
        assertThat(ids(tenant.owner()
                        .get(Pages.link(next, "prev").orElseThrow())
                        .expect(200)))
                .isEqualTo(ids(page));
    }

    @Test
    void everyRoleSeesWhoIsThereAndNobodysAddress() {
        var tenant = SharedHub.tenant();
        var other = SharedHub.tenant();
        var foreign = other.member("auditor");
        var gone = tenant.newMember("auditor");
        tenant.admin().patch("/users/" + gone.id(), json("is_active", false)).expect(200);
        for (var role : List.of("admin", "compliance_officer", "model_owner", "auditor")) {
            var member = tenant.member(role);
            var answer = member.api().get("/users/directory").expect(200);
            assertThat(answer.body()).doesNotContain("email", "@", foreign.username());
            assertThat(answer.json())
                    .filteredOn(person -> person.path("id").asLong() == member.id())
                    .singleElement()
                    .satisfies(person -> {
                        assertThat(person.path("username").asString()).isEqualTo(member.username());
                        assertThat(person.path("role").asString()).isEqualTo(role);
                        assertThat(person.path("organization_id").asLong()).isEqualTo(tenant.organizationId());
                        assertThat(person.path("is_active").asBoolean()).isTrue();
                        assertThat(person.path("platform").asBoolean()).isFalse();
                    });
            assertThat(answer.json())
                    .filteredOn(person -> person.path("id").asLong() == gone.id())
                    .singleElement()
                    .satisfies(person ->
                            assertThat(person.path("is_active").asBoolean()).isFalse());
            assertThat(answer.json())
                    .filteredOn(person -> person.path("username").asString().equals("admin"))
                    .singleElement()
                    .satisfies(person ->
                            assertThat(person.path("platform").asBoolean()).isTrue());
        }
        assertThat(SharedHub.platform().get("/users/directory").expect(200).body())
                .contains(foreign.username(), gone.username());
    }

    private static void walk(Api api, String path) {
        var all = ids(api.get(path).expect(200));
        var forward = new ArrayList<List<Long>>();
        var page = api.get(path + "?limit=2").expect(200);
        assertThat(Pages.link(page, "prev")).isEmpty();
        assertThat(page.header("X-Total-Count")).hasValue(Integer.toString(all.size()));
        forward.add(ids(page));
        while (Pages.link(page, "next").isPresent()) {
            page = api.get(Pages.link(page, "next").get()).expect(200);
            forward.add(ids(page));
        }
        assertThat(forward.stream().flatMap(List::stream).toList()).isEqualTo(all);
        for (int i = forward.size() - 2; i >= 0; i--) {
            page = api.get(Pages.link(page, "prev").orElseThrow()).expect(200);
            assertThat(ids(page)).isEqualTo(forward.get(i));
        }
        assertThat(Pages.link(page, "prev")).isEmpty();
        api.get(path + "?limit=2&cursor=x").problem(400, "malformed");
    }

    private static List<Long> ids(Api.Answer answer) {
        var ids = new ArrayList<Long>();
        answer.json().forEach(element -> ids.add(element.path("id").asLong()));
        return ids;
    }
}
