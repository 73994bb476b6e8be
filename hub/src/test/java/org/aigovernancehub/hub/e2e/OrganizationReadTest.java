package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Organisations, as they are read. */
class OrganizationReadTest {

    @Test
    void anOrganisationReadsAsItWasWrittenWithTheSameTag() {
        var written = SharedHub.platform()
                .post("/organizations/", json("name", Tenant.unique("read"), "description", "d"))
                .expect(201);
        var read = SharedHub.platform().get("/organizations/" + written.id()).expect(200);
        assertThat(read.json()).isEqualTo(written.json());
        assertThat(read.etag()).isEqualTo(written.etag());

        var changed = SharedHub.platform()
                .patch("/organizations/" + written.id(), json("description", null, "is_active", false))
                .expect(200);
        var readAgain =
                SharedHub.platform().get("/organizations/" + written.id() + "/").expect(200);
        assertThat(readAgain.json()).isEqualTo(changed.json());
        assertThat(readAgain.etag()).isEqualTo(changed.etag());
    }

    @Test
    void namesAreInTheOrderOfPeopleNotOfBytes() {
        var prefix = Tenant.unique("order");
        var inOrder = List.of("a", "A", "ä", "ab", "Äb", "b", "B", "é", "f", "Z");
        var shuffled = new ArrayList<>(inOrder);
        java.util.Collections.shuffle(shuffled, new java.util.Random(7));
        shuffled.forEach(name -> SharedHub.platform()
                .post("/organizations/", json("name", prefix + " " + name))
                .expect(201));

        var listed = Pages.elements(SharedHub.platform().get("/organizations/").expect(200)).stream()
                .map(organization -> organization.path("name").asString())
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length() + 1))
                .toList();
        assertThat(listed).isEqualTo(inOrder);
    }

    @Test
    void whoBelongsToOneSeesThatOne() {
        var tenant = SharedHub.tenant();
        var other = SharedHub.tenant();

        var list = tenant.auditor().get("/organizations/?limit=10").expect(200);
        assertThat(Pages.ids(list)).containsExactly(tenant.organizationId());
        assertThat(list.header("X-Total-Count")).hasValue("1");
        assertThat(tenant.auditor()
                        .get("/organizations/" + tenant.organizationId())
                        .expect(200)
                        .text("name"))
                .isEqualTo(tenant.name());
        tenant.admin().get("/organizations/" + other.organizationId()).problem(404, "not-found");
        tenant.admin().get("/organizations/9999999").problem(404, "not-found");
    }
}
