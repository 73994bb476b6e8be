package org.aigovernancehub.command.report.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.aigovernancehub.api.policy.ConditionType;
import org.aigovernancehub.api.policy.PolicyEvent;
import org.aigovernancehub.api.policy.PolicyId;
import org.aigovernancehub.api.policy.PolicyMode;
import org.aigovernancehub.api.policy.PolicyScope;
import org.aigovernancehub.api.policy.PolicyTerms;
import org.aigovernancehub.api.policy.Verdict;
import org.aigovernancehub.api.policy.ViolationView;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.command.report.ReportFixture;
import org.aigovernancehub.command.report.content.ComplianceReport.MissingField;
import org.junit.jupiter.api.Test;

class ReportFoldTest {

    @Test
    void theModelStandsAsItsEventsLeaveIt() {
        var report = ReportFold.fold(ReportFixture.full().sources());
        assertThat(report.model().status()).isEqualTo(ComplianceStatus.APPROVED);
        assertThat(report.model().risk().riskLevel()).isEqualTo(RiskLevel.HIGH);
        assertThat(report.organization().name()).isEqualTo("Agency A");
        assertThat(report.registeredBy().name()).isEqualTo("r.diaz");
        assertThat(report.approvedBy()).isEqualTo(new ComplianceReport.Actor("c.okafor", 4L));
        assertThat(report.submittedBy()).isEqualTo(new ComplianceReport.Actor("r.diaz", 3L));
        assertThat(report.versions())
                .hasSize(6)
                .allSatisfy(version -> assertThat(version.metrics()).hasSize(3));
        assertThat(report.riskHistory())
                .extracting(ComplianceReport.RiskChange::to)
                .containsExactly(RiskLevel.LIMITED, RiskLevel.HIGH);
        assertThat(report.parents())
                .singleElement()
                .satisfies(parent -> assertThat(parent.name()).isEqualTo("card-embedding"));
        assertThat(report.children()).singleElement().satisfies(child -> {
            assertThat(child.name()).isEqualTo("fraud-scorer-edge");
            assertThat(child.parentVersionTag()).isEqualTo("1.6.0");
        });
        assertThat(report.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.outcome()).isEqualTo(ViolationView.Outcome.BLOCKED);
            assertThat(violation.actor().name()).isEqualTo("r.diaz");
        });
        assertThat(report.decisions())
                .extracting(ComplianceReport.Decision::outcome)
                .containsExactly("blocked", "changed", "changed");
    }

    @Test
    void theTrailHasEveryEventOfTheModelAndNoOther() {
        var fixture = ReportFixture.full();
        var report = ReportFold.fold(fixture.sources());
        assertThat(report.trail())
                .extracting(ComplianceReport.TrailEntry::position)
                .containsExactlyElementsOf(fixture.sources().model().stream()
                        .map(org.aigovernancehub.api.event.RecordedEvent::position)
                        .toList());
    }

    @Test
    void anEarlierPositionShowsTheModelOfThen() {
        var fixture = ReportFixture.full();
        long blocked =
                ReportFold.fold(fixture.sources()).violations().getFirst().position();
        var report = ReportFold.fold(fixture.at(blocked - 1));
        assertThat(report.model().status()).isEqualTo(ComplianceStatus.DRAFT);
        assertThat(report.violations()).isEmpty();
        assertThat(report.children()).isEmpty();
        assertThat(report.approvedBy()).isNull();
    }

    @Test
    void policiesSpeakAsEnforcementWould() {
        var report = ReportFold.fold(ReportFixture.full().sources());
        assertThat(report.policies())
                .extracting(standing -> standing.today().verdict())
                .containsExactly(Verdict.PASS, Verdict.PASS, Verdict.PASS, Verdict.WARN);
        assertThat(report.policies())
                .allSatisfy(standing -> assertThat(standing.lastJudged())
                        .isNotNull()
                        .satisfies(check -> assertThat(check.verdict()).isEqualTo(Verdict.PASS)));
        assertThat(report.facts().metricCount()).isEqualTo(18);
        assertThat(report.facts().independentEndorsement()).isTrue();
    }

    @Test
    void onlyPoliciesThatCoverTheModelAreThere() {
        var fixture = ReportFixture.bare("x")
                .record(new PolicyEvent.PolicyCreated(
                        new PolicyId(1),
                        ReportFixture.ORGANIZATION,
                        Environment.DEV,
                        PolicyScope.ENVIRONMENT,
                        ConditionType.PROHIBIT_UNACCEPTABLE_RISK,
                        new PolicyTerms("of another environment", null, PolicyMode.ENFORCE),
                        true))
                .policy(2, "global", ConditionType.REQUIRE_EVALUATION_BEFORE_APPROVAL, PolicyMode.ENFORCE)
                .policy(3, "given up", ConditionType.REQUIRE_EVALUATION_BEFORE_APPROVAL, PolicyMode.ENFORCE)
                .record(new PolicyEvent.PolicyDeactivated(new PolicyId(3), null));
        var report = ReportFold.fold(fixture.sources());
        assertThat(report.policies()).singleElement().satisfies(standing -> {
            assertThat(standing.policy().terms().name()).isEqualTo("global");
            assertThat(standing.today().verdict()).isEqualTo(Verdict.FAIL);
            assertThat(standing.lastJudged()).isNull();
        });
        assertThat(report.moves())
                .filteredOn(move -> move.to() == ComplianceStatus.APPROVED)
                .singleElement()
                .satisfies(move -> {
                    assertThat(move.reachable()).isTrue();
                    assertThat(move.allowed()).isFalse();
                    assertThat(move.reason()).contains("No version of the model has an evaluation metric");
                });
    }

    @Test
    void everyEmptyFieldIsNamed() {
        var bare = ReportFold.fold(ReportFixture.bare("x").sources());
        assertThat(bare.missing())
                .filteredOn(MissingField::kept)
                .extracting(MissingField::field)
                .contains(
                        "description",
                        "intended purpose",
                        "domain",
                        "sector",
                        "data sources",
                        "oversight plan",
                        "potential harm",
                        "risk classification",
                        "versions",
                        "evaluation metrics",
                        "training dataset",
                        "validation dataset",
                        "test dataset",
                        "reviews")
                .doesNotContain("jurisdiction");
        assertThat(bare.missing())
                .filteredOn(field -> !field.kept())
                .extracting(MissingField::field)
                .contains("harmonised standards applied", "post-market monitoring plan");
        var full = ReportFold.fold(ReportFixture.full().sources());
        assertThat(full.missing())
                .filteredOn(MissingField::kept)
                .extracting(MissingField::field)
                .containsExactly("description", "sector", "oversight plan", "test dataset");
    }
}
