package org.aigovernancehub.command.registry;

import static org.aigovernancehub.command.pipeline.Callers.AUDITOR;
import static org.aigovernancehub.command.pipeline.Callers.ENGINEER;
import static org.aigovernancehub.command.pipeline.Callers.OFFICER;
import static org.aigovernancehub.command.pipeline.Callers.PLATFORM_AUDITOR;
import static org.aigovernancehub.command.pipeline.Callers.STRANGER;
import static org.aigovernancehub.command.registry.ModelCase.MODEL;
import static org.aigovernancehub.command.registry.ModelCase.move;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.policy.ConditionType;
import org.aigovernancehub.api.policy.Facts;
import org.aigovernancehub.api.policy.Finding;
import org.aigovernancehub.api.policy.PolicyEvaluation;
import org.aigovernancehub.api.policy.PolicyId;
import org.aigovernancehub.api.policy.PolicyMode;
import org.aigovernancehub.api.policy.TransitionAssessment;
import org.aigovernancehub.api.policy.Verdict;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.ModelCommand.AssessTransitions;
import org.aigovernancehub.api.registry.ModelView;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.command.pipeline.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Asking what would be said of a move says what is said of it. */
class ModelTransitionsTest {

    @ParameterizedTest
    @MethodSource("org.aigovernancehub.command.registry.ModelLifecycleTest#everyCase")
    void whatIsForetoldIsWhatHappens(ModelLifecycleTest.Case move) {
        var model = ModelCase.registered(move.risk()).in(move.from()).with(move.mode());
        var before = model.view();
        var foretold = assess(model, OFFICER, move.to());
        assertThat(model.view()).isEqualTo(before);
        var happened = model.when(OFFICER, move(move.to()));
        Outcome<ModelView> outcome = happened.then(Outcome.class);
        assertThat(foretold.status()).isEqualTo(move.to());
        switch (outcome) {
            case Outcome.Accepted<ModelView> accepted -> {
                assertThat(foretold.allowed()).isTrue();
                assertThat(evaluations(foretold, Verdict.WARN)).isEqualTo(withoutIds(accepted.warnings()));
            }
            case Outcome.Blocked<ModelView> blocked -> {
                assertThat(foretold.reachable()).isTrue();
                assertThat(foretold.allowed()).isFalse();
                assertThat(evaluations(foretold, Verdict.FAIL)).isEqualTo(withoutIds(blocked.findings()));
            }
            case Outcome.Rejected<ModelView> _, Outcome.Unchanged<ModelView> _ ->
                assertThat(foretold.reachable()).isFalse();
        }
        assertThat(foretold.permitted()).isEqualTo(foretold.allowed());
    }

    private static List<Finding> evaluations(TransitionAssessment assessment, Verdict verdict) {
        return assessment.policies().stream()
                .filter(evaluation -> evaluation.verdict() == verdict)
                .map(evaluation -> evaluation.finding(0))
                .toList();
    }

    private static List<Finding> withoutIds(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new PolicyEvaluation(
                                finding.policyId(),
                                finding.policyName(),
                                finding.policyVersion(),
                                finding.conditionType(),
                                finding.mode(),
                                Verdict.FAIL,
                                finding.reason(),
                                finding.required(),
                                finding.actual(),
                                finding.facts())
                        .finding(0))
                .toList();
    }

    @Test
    void everyPolicyIsShownWithItsVerdictWhetherItPassesOrNot() {
        var model = ModelCase.registered(RiskLevel.LIMITED);
        model.policies
                .with(ConditionType.REQUIRE_EVALUATION_BEFORE_APPROVAL, PolicyMode.ENFORCE)
                .with(ConditionType.PROHIBIT_UNACCEPTABLE_RISK, PolicyMode.ENFORCE);
        var facts = new Facts(ComplianceStatus.DRAFT, ComplianceStatus.APPROVED, RiskLevel.LIMITED, 0, false);
        assertThat(assess(model, OFFICER, ComplianceStatus.APPROVED))
                .isEqualTo(new TransitionAssessment(
                        ComplianceStatus.APPROVED,
                        true,
                        false,
                        false,
                        "1 of 2 policies block: No version of the model has an evaluation metric; record one before approval.",
                        List.of(
                                new PolicyEvaluation(
                                        new PolicyId(1),
                                        "policy require_evaluation_before_approval",
                                        4,
                                        ConditionType.REQUIRE_EVALUATION_BEFORE_APPROVAL,
                                        PolicyMode.ENFORCE,
                                        Verdict.FAIL,
                                        "No version of the model has an evaluation metric; record one before approval.",
                                        "at least 1 evaluation metric",
                                        "0 evaluation metrics",
                                        facts),
                                new PolicyEvaluation(
                                        new PolicyId(2),
                                        "policy prohibit_unacceptable_risk",
                                        4,
                                        ConditionType.PROHIBIT_UNACCEPTABLE_RISK,
                                        PolicyMode.ENFORCE,
                                        Verdict.PASS,
                                        "The risk is not unacceptable.",
                                        "a risk below unacceptable",
                                        "risk limited",
                                        facts))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UNDER_REVIEW | true  | true  | Nothing stands in the way.
            APPROVED     | true  | false | It takes the role compliance_officer.
            RETIRED      | true  | true  | Nothing stands in the way.
            DRAFT        | false | false | The model is draft already.""")
    void whatTheRoleMayNotDoIsAllowedAndNotPermitted(
            ComplianceStatus to, boolean allowed, boolean permitted, String reason) {
        var assessment = assess(ModelCase.registered(RiskLevel.MINIMAL), ENGINEER, to);
        assertThat(assessment.allowed()).isEqualTo(allowed);
        assertThat(assessment.permitted()).isEqualTo(permitted);
        assertThat(assessment.reason()).isEqualTo(reason);
    }

    @Test
    void whatCannotBeReachedSaysSo() {
        var retired = ModelCase.registered(RiskLevel.MINIMAL).in(ComplianceStatus.RETIRED);
        assertThat(assess(retired, OFFICER, ComplianceStatus.DRAFT).reason())
                .isEqualTo("A model that is retired cannot become draft.");
    }

    @Test
    void severalAreAnsweredInTheOrderInWhichTheyWereAsked() {
        var targets = List.of(ComplianceStatus.values());
        var decision = ModelCase.registered(RiskLevel.MINIMAL).when(AUDITOR, new AssessTransitions(MODEL, targets));
        assertThat(decision.events()).isEmpty();
        @SuppressWarnings("unchecked")
        var assessments = (List<TransitionAssessment>) decision.answer();
        assertThat(assessments).extracting(TransitionAssessment::status).isEqualTo(targets);
        assertThat(assessments).noneMatch(TransitionAssessment::permitted);
    }

    @Test
    void everyRoleMayAskAndOnlyOfItsOwnOrganisation() {
        var model = ModelCase.registered(RiskLevel.MINIMAL);
        assess(model, AUDITOR, ComplianceStatus.APPROVED);
        assess(model, PLATFORM_AUDITOR, ComplianceStatus.APPROVED);
        model.when(STRANGER, new AssessTransitions(MODEL, List.of())).thenProblem(ProblemType.NOT_FOUND);
    }

    @SuppressWarnings("unchecked")
    private static TransitionAssessment assess(ModelCase model, Caller caller, ComplianceStatus to) {
        var decision = model.when(caller, new AssessTransitions(MODEL, List.of(to)));
        assertThat(decision.problem()).isNull();
        assertThat(decision.events()).isEmpty();
        return ((List<TransitionAssessment>) java.util.Objects.requireNonNull(decision.answer())).getFirst();
    }
}
