package org.aigovernancehub.api.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.aigovernancehub.api.Wire;
import org.aigovernancehub.api.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The states of a model, its levels of risk, and what each role can do in each state. */
class LifecycleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DRAFT        | under_review approved retired
            UNDER_REVIEW | draft approved retired
            APPROVED     | under_review retired
            RETIRED      | ''""")
    void exactlyTheseMovesExist(ComplianceStatus from, String to) {
        assertThat(Stream.of(ComplianceStatus.values())
                        .filter(from::canBecome)
                        .map(Wire::wire)
                        .toList())
                .isEqualTo(Stream.of(to.split(" "))
                        .filter(wire -> !wire.isEmpty())
                        .sorted(java.util.Comparator.comparing(
                                wire -> Wire.of(ComplianceStatus.class, wire).ordinal()))
                        .toList());
    }

    @Test
    void leavingUnclassifiedIsARise() {
        assertThat(RiskLevel.values())
                .containsExactly(
                        RiskLevel.UNCLASSIFIED,
                        RiskLevel.MINIMAL,
                        RiskLevel.LIMITED,
                        RiskLevel.HIGH,
                        RiskLevel.UNACCEPTABLE);
        assertThat(RiskLevel.MINIMAL.isAbove(RiskLevel.UNCLASSIFIED)).isTrue();
        assertThat(RiskLevel.MINIMAL.isAbove(RiskLevel.MINIMAL)).isFalse();
        assertThat(RiskLevel.MINIMAL.isAbove(RiskLevel.LIMITED)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void theStricterPoliciesBeginAtHigh(RiskLevel level) {
        assertThat(level.isHighOrAbove()).isEqualTo(level == RiskLevel.HIGH || level == RiskLevel.UNACCEPTABLE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AUDITOR            | DRAFT        | ''
            AUDITOR            | APPROVED     | ''
            MODEL_OWNER        | DRAFT        | edit submit_for_review retire
            MODEL_OWNER        | UNDER_REVIEW | edit retire
            MODEL_OWNER        | APPROVED     | edit submit_for_review retire
            MODEL_OWNER        | RETIRED      | ''
            COMPLIANCE_OFFICER | DRAFT        | edit submit_for_review approve retire
            COMPLIANCE_OFFICER | UNDER_REVIEW | edit review approve return_to_draft retire
            COMPLIANCE_OFFICER | APPROVED     | edit submit_for_review retire
            COMPLIANCE_OFFICER | RETIRED      | ''
            ADMIN              | UNDER_REVIEW | edit review approve return_to_draft retire
            ADMIN              | RETIRED      | ''""")
    void whatCanBeDoneIsRoleTimesState(Role role, ComplianceStatus status, String actions) {
        var expected = Stream.of(actions.split(" "))
                .filter(action -> !action.isEmpty())
                .flatMap(action -> action.equals("edit")
                        ? Stream.of(
                                "update",
                                "update_risk_profile",
                                "register_version",
                                "record_metric",
                                "link_dataset",
                                "add_dependency")
                        : Stream.of(action))
                .toList();
        assertThat(ModelAction.allowed(role, status)).isEqualTo(expected);
    }

    @Test
    void namesOnTheWireAreFoundExactly() {
        assertThat(Wire.find(ComplianceStatus.class, "under_review")).contains(ComplianceStatus.UNDER_REVIEW);
        for (var wrong : List.of("UNDER_REVIEW", "under review", "", "deleted")) {
            assertThat(Wire.find(ComplianceStatus.class, wrong)).isEmpty();
        }
        assertThat(Wire.names(ComplianceStatus.class)).isEqualTo("draft, under_review, approved, retired");
    }
}
