package org.aigovernancehub.command.registry;

import static org.aigovernancehub.api.policy.ConditionType.BLOCK_HIGH_RISK_WITHOUT_APPROVAL;
import static org.aigovernancehub.api.policy.ConditionType.PROHIBIT_UNACCEPTABLE_RISK;
import static org.aigovernancehub.api.policy.ConditionType.REQUIRE_EVALUATION_BEFORE_APPROVAL;
import static org.aigovernancehub.api.policy.ConditionType.REQUIRE_REVIEW_FOR_HIGH_RISK;
import static org.aigovernancehub.api.registry.ComplianceStatus.APPROVED;
import static org.aigovernancehub.api.registry.ComplianceStatus.DRAFT;
import static org.aigovernancehub.api.registry.ComplianceStatus.RETIRED;
import static org.aigovernancehub.api.registry.ComplianceStatus.UNDER_REVIEW;
import static org.aigovernancehub.command.pipeline.Callers.ACME;
import static org.aigovernancehub.command.pipeline.Callers.OFFICER;
import static org.aigovernancehub.command.pipeline.Callers.SECOND_OFFICER;
import static org.aigovernancehub.command.registry.ModelCase.MODEL;
import static org.aigovernancehub.command.registry.ModelCase.move;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.aigovernancehub.api.policy.ConditionType;
import org.aigovernancehub.api.policy.Facts;
import org.aigovernancehub.api.policy.Finding;
import org.aigovernancehub.api.policy.PolicyCheck;
import org.aigovernancehub.api.policy.PolicyId;
import org.aigovernancehub.api.policy.PolicyMode;
import org.aigovernancehub.api.policy.Verdict;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.ModelCommand.ChangeComplianceStatus;
import org.aigovernancehub.api.registry.ModelEvent;
import org.aigovernancehub.api.registry.ModelEvent.ComplianceStatusChangeBlocked;
import org.aigovernancehub.api.registry.ModelEvent.ComplianceStatusChanged;
import org.aigovernancehub.api.registry.ModelEvent.TransitionRejected;
import org.aigovernancehub.api.registry.ModelView;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.command.pipeline.Outcome;
import org.aigovernancehub.command.pipeline.Scenario;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** All ordered pairs of states, at every level of risk, with policies of either mode; the model has neither metrics nor reviews. */
class ModelLifecycleTest {
    private static final Set<String> LEGAL = Set.of(
            "DRAFT UNDER_REVIEW",
            "DRAFT APPROVED",
            "UNDER_REVIEW APPROVED",
            "UNDER_REVIEW DRAFT",
            "APPROVED UNDER_REVIEW",
            "DRAFT RETIRED",
            "UNDER_REVIEW RETIRED",
            "APPROVED RETIRED");

    record Case(ComplianceStatus from, ComplianceStatus to, RiskLevel risk, PolicyMode mode) {}

    static Stream<Case> everyCase() {
        var cases = new ArrayList<Case>();
        for (var from : ComplianceStatus.values()) {
            for (var to : ComplianceStatus.values()) {
                for (var risk : RiskLevel.values()) {
                    for (var mode : PolicyMode.values()) {
                        cases.add(new Case(from, to, risk, mode));
                    }
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("everyCase")
    void everyMoveIsDecidedAsDocumented(Case move) {
        var model = ModelCase.registered(move.risk()).in(move.from()).with(move.mode());
        var before = model.view();
        var decision = model.when(OFFICER, move(move.to()));
        var failing = failing(move);
        if (move.from() == move.to()) {
            assertThat(decision.<ModelView>thenUnchanged()).isEqualTo(before);
        } else if (!LEGAL.contains(move.from() + " " + move.to())) {
            decision.thenEvents(new TransitionRejected(MODEL, ACME, move.from(), move.to(), "It is time."));
            Outcome.Rejected<ModelView> rejected = decision.then(Outcome.Rejected.class);
            assertThat(rejected.from()).isEqualTo(move.from());
            assertThat(rejected.to()).isEqualTo(move.to());
            assertThat(rejected.state()).isEqualTo(before).isEqualTo(model.view());
        } else if (move.mode() == PolicyMode.ENFORCE && !failing.isEmpty()) {
            Outcome.Blocked<ModelView> blocked = decision.then(Outcome.Blocked.class);
            assertThat(conditions(blocked.findings())).isEqualTo(failing);
            assertThat(blocked.warnings()).isEmpty();
            decision.thenEvents(new ComplianceStatusChangeBlocked(
                    MODEL,
                    ACME,
                    move.from(),
                    move.to(),
                    "It is time.",
                    notes(move.to()),
                    checks(failing, Verdict.FAIL),
                    blocked.findings(),
                    List.of()));
            assertThat(blocked.state()).isEqualTo(before).isEqualTo(model.view());
        } else {
            Outcome.Accepted<ModelView> accepted = decision.then(Outcome.Accepted.class);
            assertThat(conditions(accepted.warnings())).isEqualTo(failing);
            decision.thenEvents(new ComplianceStatusChanged(
                    MODEL,
                    ACME,
                    move.from(),
                    move.to(),
                    ModelEvent.Cause.REQUESTED,
                    "It is time.",
                    notes(move.to()),
                    checks(failing, Verdict.WARN),
                    accepted.warnings()));
            assertThat(accepted.state().status()).isEqualTo(move.to());
            assertThat(accepted.state()).isEqualTo(model.view());
        }
    }

    /** What a model without metrics and reviews lacks, in the order of the policies. */
    private static List<ConditionType> failing(Case move) {
        if (move.to() != APPROVED) {
            return List.of();
        }
        boolean reviewed = move.from() == UNDER_REVIEW;
        return switch (move.risk()) {
            case UNCLASSIFIED, MINIMAL, LIMITED -> List.of(REQUIRE_EVALUATION_BEFORE_APPROVAL);
            case HIGH ->
                reviewed
                        ? List.of(REQUIRE_EVALUATION_BEFORE_APPROVAL, REQUIRE_REVIEW_FOR_HIGH_RISK)
                        : List.of(
                                REQUIRE_EVALUATION_BEFORE_APPROVAL,
                                BLOCK_HIGH_RISK_WITHOUT_APPROVAL,
                                REQUIRE_REVIEW_FOR_HIGH_RISK);
            case UNACCEPTABLE ->
                reviewed
                        ? List.of(
                                REQUIRE_EVALUATION_BEFORE_APPROVAL,
                                REQUIRE_REVIEW_FOR_HIGH_RISK,
                                PROHIBIT_UNACCEPTABLE_RISK)
                        : List.of(ConditionType.values());
        };
    }

    private static List<PolicyCheck> checks(List<ConditionType> failing, Verdict verdict) {
        var checks = new ArrayList<PolicyCheck>();
        for (var type : ConditionType.values()) {
            checks.add(new PolicyCheck(
                    new PolicyId(type.ordinal() + 1L), 4, failing.contains(type) ? verdict : Verdict.PASS));
        }
        return checks;
    }

    private static List<ConditionType> conditions(List<Finding> findings) {
        return findings.stream().map(Finding::conditionType).toList();
    }

    private static @Nullable String notes(ComplianceStatus to) {
        return to == APPROVED ? "Evidence is complete." : null;
    }

    @Test
    void aFindingKeepsThePolicyItsVersionAndTheFactsThatItSaw() {
        var model = ModelCase.registered(RiskLevel.LIMITED);
        model.policies.with(REQUIRE_EVALUATION_BEFORE_APPROVAL, PolicyMode.ENFORCE);
        Outcome.Blocked<ModelView> blocked = model.when(OFFICER, move(APPROVED)).then(Outcome.Blocked.class);
        assertThat(blocked.findings())
                .containsExactly(new Finding(
                        1,
                        new PolicyId(1),
                        "policy require_evaluation_before_approval",
                        4,
                        REQUIRE_EVALUATION_BEFORE_APPROVAL,
                        PolicyMode.ENFORCE,
                        "No version of the model has an evaluation metric; record one before approval.",
                        "at least 1 evaluation metric",
                        "0 evaluation metrics",
                        new Facts(DRAFT, APPROVED, RiskLevel.LIMITED, 0, false)));
    }

    @Test
    void everyFailingPolicyIsListedAndWarningsStandBesideThem() {
        var model = ModelCase.registered(RiskLevel.UNACCEPTABLE);
        model.policies
                .with(REQUIRE_EVALUATION_BEFORE_APPROVAL, PolicyMode.WARN)
                .with(PROHIBIT_UNACCEPTABLE_RISK, PolicyMode.ENFORCE)
                .with(REQUIRE_REVIEW_FOR_HIGH_RISK, PolicyMode.ENFORCE);
        Outcome.Blocked<ModelView> blocked = model.when(OFFICER, move(APPROVED)).then(Outcome.Blocked.class);
        assertThat(conditions(blocked.findings()))
                .containsExactly(PROHIBIT_UNACCEPTABLE_RISK, REQUIRE_REVIEW_FOR_HIGH_RISK);
        assertThat(conditions(blocked.warnings())).containsExactly(REQUIRE_EVALUATION_BEFORE_APPROVAL);
        assertThat(Stream.concat(blocked.findings().stream(), blocked.warnings().stream())
                        .map(Finding::violationId))
                .doesNotHaveDuplicates();
    }

    @Test
    void aBlockedMoveCanBeRepeatedAndIsBlockedAgain() {
        var model = ModelCase.registered(RiskLevel.LIMITED).with(PolicyMode.ENFORCE);
        model.when(OFFICER, move(APPROVED)).then(Outcome.Blocked.class);
        var second = model.when(OFFICER, move(APPROVED));
        assertThat(second.events()).hasSize(1);
        assertThat(second.<Outcome.Blocked<ModelView>>then(Outcome.Blocked.class)
                        .version())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void approvingWithoutNotesIsMissingAFieldWhateverTheState(ComplianceStatus from) {
        for (var notes : new String[] {null, "", "  \t"}) {
            var model = ModelCase.registered(RiskLevel.MINIMAL).in(from);
            var problem = model.when(OFFICER, new ChangeComplianceStatus(MODEL, APPROVED, null, notes))
                    .thenProblem(ProblemType.MISSING_FIELD);
            assertThat(problem.detail()).startsWith("/approval_notes");
        }
    }

    @Test
    void approvalIsSignedAndLeavingItClearsTheSignature() {
        var model = ModelCase.registered(RiskLevel.MINIMAL).in(UNDER_REVIEW);
        var approved =
                model.when(OFFICER, move(APPROVED)).<ModelView>thenAccepted().compliance();
        assertThat(approved.approvedByUserId()).isEqualTo(OFFICER.userId());
        assertThat(approved.approvedAt()).isEqualTo(Scenario.NOW);
        assertThat(approved.approvalNotes()).isEqualTo("Evidence is complete.");
        var reviewed = model.when(OFFICER, move(UNDER_REVIEW))
                .<ModelView>thenAccepted()
                .compliance();
        assertThat(reviewed.approvedByUserId()).isNull();
        assertThat(reviewed.approvedAt()).isNull();
        assertThat(reviewed.approvalNotes()).isNull();
    }

    @Test
    void retiringClearsTheSignatureToo() {
        var retired = ModelCase.registered(RiskLevel.MINIMAL)
                .in(APPROVED)
                .when(OFFICER, move(RETIRED))
                .<ModelView>thenAccepted()
                .compliance();
        assertThat(retired.approvedByUserId()).isNull();
        assertThat(retired.approvedAt()).isNull();
        assertThat(retired.approvalNotes()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"DRAFT, UNDER_REVIEW", "APPROVED, UNDER_REVIEW"})
    void whoSubmitsItIsNotedUntilTheNextSubmission(ComplianceStatus from, ComplianceStatus to) {
        var model = ModelCase.registered(RiskLevel.MINIMAL).in(from);
        var submitter = SECOND_OFFICER;
        assertThat(model.when(submitter, move(to))
                        .<ModelView>thenAccepted()
                        .compliance()
                        .submittedBy())
                .isEqualTo(submitter.userId());
        assertThat(model.when(OFFICER, move(RETIRED))
                        .<ModelView>thenAccepted()
                        .compliance()
                        .submittedBy())
                .isEqualTo(submitter.userId());
    }
}
