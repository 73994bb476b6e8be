package org.aigovernancehub.hub.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The tests' own tools: what they promise to every other test. */
class HarnessTest {

    @Test
    void aTenantHasAUserOfEachRoleInItsOwnOrganisation() {
        var tenant = SharedHub.tenant();

        for (var role : new String[] {"admin", "compliance_officer", "model_owner", "auditor"}) {
            var me = tenant.member(role).api().get("/auth/me").expect(200);
            assertThat(me.text("role")).isEqualTo(role);
            assertThat(me.number("organization_id")).isEqualTo(tenant.organizationId());
        }
    }

    @Test
    void theDatabaseIsSeenFromBehind() {
        var tenant = SharedHub.tenant();

        long model = tenant.model("risk_level", "high");

        assertThat(SharedHub.database().events("model-" + model))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.name()).isEqualTo("ModelRegistered");
                    assertThat(event.position()).isNotNull();
                    assertThat(event.payload().toString()).contains("\"high\"");
                });
    }
}
