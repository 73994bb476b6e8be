package org.aigovernancehub.api.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a caller sees, and what a role allows. */
class CallerTest {
    private static final OrganizationId ACME = new OrganizationId(1);

    @Test
    void aUserSeesItsOrganisationAndPlatformStaffSeesAll() {
        var user = caller(Role.ADMIN, ACME, false);
        assertThat(user.sees(ACME)).isTrue();
        assertThat(user.sees(new OrganizationId(2))).isFalse();
        assertThat(user.sees(null)).isFalse();
        var staff = caller(Role.AUDITOR, null, true);
        assertThat(staff.sees(ACME)).isTrue();
        assertThat(staff.sees(null)).isTrue();
    }

    @Test
    void aUserWithNeitherOrganisationNorPlatformIsNoCaller() {
        assertThatThrownBy(() -> caller(Role.ADMIN, null, false)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyAnAdministratorOfThePlatformRunsIt() {
        assertThat(caller(Role.ADMIN, null, true).isPlatformAdmin()).isTrue();
        for (var other : List.of(caller(Role.ADMIN, ACME, false), caller(Role.COMPLIANCE_OFFICER, null, true))) {
            assertThatThrownBy(other::requirePlatformAdmin)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.type()).isEqualTo(ProblemType.FORBIDDEN));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AUDITOR            | read tokens:own
            MODEL_OWNER        | read tokens:own registry:write models:submit
            COMPLIANCE_OFFICER | read tokens:own registry:write models:submit models:decide policies:write
            ADMIN              | read tokens:own registry:write models:submit models:decide policies:write organization:admin""")
    void eachRoleMayAllThatTheLesserOnesMay(Role role, String permissions) {
        assertThat(Permission.of(role)).containsExactly(permissions.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "UNDER_REVIEW, SUBMIT_AND_RETIRE",
        "RETIRED, SUBMIT_AND_RETIRE",
        "APPROVED, REVIEW_AND_DECIDE",
        "DRAFT, REVIEW_AND_DECIDE"
    })
    void engineersSubmitAndRetireOfficersDecide(ComplianceStatus to, Permission permission) {
        assertThat(Permission.toMoveTo(to)).isEqualTo(permission);
    }

    @Test
    void aTokenNeverDoesMoreThanItsCreator() {
        for (var one : Role.values()) {
            for (var other : Role.values()) {
                var least = Role.min(one, other);
                assertThat(least).isIn(one, other).isEqualTo(Role.min(other, one));
                assertThat(least.compareTo(one)).isNotPositive();
                assertThat(least.compareTo(other)).isNotPositive();
            }
        }
    }

    private static Caller caller(
            Role role, @org.jspecify.annotations.Nullable OrganizationId organization, boolean platform) {
        return new Caller(1L, "ada", role, organization, platform, null, null);
    }
}
