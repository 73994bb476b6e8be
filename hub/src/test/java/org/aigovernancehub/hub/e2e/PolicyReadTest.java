package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Policies, as they are read. */
class PolicyReadTest {
    private static final String EVALUATION = "require_evaluation_before_approval";
    private static final String REVIEW = "require_review_for_high_risk";

    private static Tenant tenant;
    private static long enforced;
    private static long warning;
    private static long inactive;
    private static long ofProd;

    @BeforeAll
    static void makeFour() {
        tenant = SharedHub.tenant();
        enforced = tenant.policy(EVALUATION);
        warning = tenant.policy(EVALUATION, "mode", "warn");
        inactive = tenant.policy(REVIEW, "is_active", false);
        ofProd = tenant.policy(REVIEW, "scope", "environment", "environment", "prod");
    }

    @Test
    void aPolicyReadsAsItWasWrittenWithTheSameTag() {
        var written = tenant.officer()
                .post("/policies/", json("name", Tenant.unique("p"), "scope", "organization", "condition_type", REVIEW))
                .expect(201);
        var read = tenant.auditor().get("/policies/" + written.id()).expect(200);
        assertThat(read.json()).isEqualTo(written.json());
        assertThat(read.etag()).isEqualTo(written.etag());
        assertThat(read.json().path("parameters").isObject()).isTrue();

        var changed = tenant.officer()
                .patch("/policies/" + written.id(), json("mode", "warn", "is_active", false))
                .expect(200);
        var readAgain = tenant.auditor().get("/policies/" + written.id()).expect(200);
        assertThat(readAgain.json()).isEqualTo(changed.json());
        assertThat(readAgain.etag()).isEqualTo(changed.etag());
        assertThat(readAgain.number("version")).isEqualTo(3);
    }

    @Test
    void aTenantSeesItsOwnAndTheGlobalOnesTheNewestFirst() {
        var listed = listed("");
        assertThat(listed).containsSubsequence(ofProd, inactive, warning, enforced);
        assertThat(listed).isSortedAccordingTo((a, b) -> Long.compare(b, a)).endsWith(1L);
        assertThat(listed("?scope=global")).contains(1L).doesNotContain(enforced);
        assertThat(tenant.auditor().get("/policies/1").expect(200).text("scope"))
                .isEqualTo("global");
    }

    @Test
    void eachFilterAloneAndAllTogether() {
        assertThat(own("is_active=true")).containsExactly(ofProd, warning, enforced);
        assertThat(own("is_active=false")).contains(inactive).doesNotContain(enforced);
        assertThat(own("scope=organization"))
                .contains(inactive, warning, enforced)
                .doesNotContain(ofProd, 1L);
        assertThat(own("scope=environment")).containsExactly(ofProd);
        assertThat(own("condition_type=" + EVALUATION)).containsExactly(warning, enforced);
        assertThat(own("mode=warn")).contains(warning).doesNotContain(enforced, ofProd);
        assertThat(own("environment=prod")).containsExactly(ofProd);
        assertThat(own("environment=dev")).isEmpty();
        assertThat(own("is_active=true&scope=organization&condition_type=" + EVALUATION + "&mode=enforce"))
                .containsExactly(enforced);
    }

    @Test
    void theFilterByOrganisationLeavesTheGlobalOnesOut() {
        assertThat(own("")).contains(enforced).doesNotContain(1L);
        assertThat(listed("?condition_type=prohibit_unacceptable_risk")).contains(1L);
        assertThat(own("condition_type=prohibit_unacceptable_risk")).isEmpty();
        tenant.auditor().get("/policies/?organization_id=1").problem(404, "not-found");
        tenant.auditor().get("/policies/?organization_id=9999999").problem(404, "not-found");
    }

    @Test
    void anothersPolicyLooksAbsent() {
        var other = SharedHub.tenant();
        long others = other.policy(EVALUATION);

        assertThat(listed("")).doesNotContain(others);
        tenant.auditor().get("/policies/" + others).problem(404, "not-found");
        assertThat(Pages.ids(SharedHub.platform(), "/policies/")).contains(others, enforced, 1L);
        assertThat(Pages.ids(SharedHub.platform(), "/policies/?organization_id=" + other.organizationId()))
                .containsExactly(others);
        assertThat(Pages.ids(SharedHub.platform(), "/policies/?mode=warn&scope=organization"))
                .contains(warning)
                .doesNotContain(others);
    }

    @Test
    void violationsAreNoPolicy() {
        assertThat(tenant.auditor()
                        .get("/policies/violations")
                        .expect(200)
                        .json()
                        .isArray())
                .isTrue();
        tenant.auditor().get("/policies/violation").problem(400, "malformed");
    }

    private static List<Long> listed(String query) {
        return Pages.ids(tenant.auditor(), "/policies/" + query);
    }

    private static List<Long> own(String filters) {
        return listed("?organization_id=" + tenant.organizationId() + "&" + filters);
    }
}
