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
