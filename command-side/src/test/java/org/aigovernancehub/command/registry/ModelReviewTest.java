package org.aigovernancehub.command.registry;

import static org.aigovernancehub.api.policy.ConditionType.REQUIRE_REVIEW_FOR_HIGH_RISK;
import static org.aigovernancehub.api.registry.ComplianceStatus.APPROVED;
import static org.aigovernancehub.api.registry.ComplianceStatus.DRAFT;
import static org.aigovernancehub.api.registry.ComplianceStatus.RETIRED;
import static org.aigovernancehub.api.registry.ComplianceStatus.UNDER_REVIEW;
import static org.aigovernancehub.api.registry.ReviewOutcome.CHANGES_REQUESTED;
import static org.aigovernancehub.api.registry.ReviewOutcome.ENDORSED;
import static org.aigovernancehub.command.pipeline.Callers.ACME;
import static org.aigovernancehub.command.pipeline.Callers.ADMIN;
import static org.aigovernancehub.command.pipeline.Callers.ENGINEER;
import static org.aigovernancehub.command.pipeline.Callers.OFFICER;
import static org.aigovernancehub.command.pipeline.Callers.SECOND_OFFICER;
import static org.aigovernancehub.command.registry.ModelCase.MODEL;
import static org.aigovernancehub.command.registry.ModelCase.move;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.identity.Role;
import org.aigovernancehub.api.policy.PolicyMode;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.ModelCommand.RecordReview;
import org.aigovernancehub.api.registry.ModelEvent;
import org.aigovernancehub.api.registry.ModelEvent.ReviewRecorded;
import org.aigovernancehub.api.registry.ModelView;
import org.aigovernancehub.api.registry.ReviewOutcome;
import org.aigovernancehub.api.registry.ReviewView;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.command.pipeline.Callers;
import org.aigovernancehub.command.pipeline.Outcome;
import org.aigovernancehub.command.pipeline.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which reviews count when a model of high risk is to be approved. It was registered by the engineer and submitted by the officer. */
class ModelReviewTest {
    private final ModelCase model = ModelCase.registered(RiskLevel.HIGH).in(UNDER_REVIEW);

    ModelReviewTest() {
        model.policies.with(REQUIRE_REVIEW_FOR_HIGH_RISK, PolicyMode.ENFORCE);
    }

    @ParameterizedTest
    @EnumSource
    void aReviewIsRecordedWithItsAuthorAndTime(ReviewOutcome outcome) {
        var decision = model.when(SECOND_OFFICER, new RecordReview(MODEL, outcome, "Looked at it."));
        assertThat(decision.<ReviewView>thenAccepted())
                .isEqualTo(new ReviewView(
                        1, MODEL.value(), SECOND_OFFICER.userId(), outcome, "Looked at it.", Scenario.NOW));
        decision.thenEvents(new ReviewRecorded(MODEL, ACME, 1, outcome, "Looked at it."));
    }

    @ParameterizedTest
    @EnumSource(names = "UNDER_REVIEW", mode = EnumSource.Mode.EXCLUDE)
    void outsideOfAReviewNoneCanBeRecorded(ComplianceStatus status) {
        ModelCase.registered(RiskLevel.HIGH)
                .in(status)
                .when(SECOND_OFFICER, new RecordReview(MODEL, ENDORSED, "Too late or too early."))
                .thenProblem(status == RETIRED ? ProblemType.MODEL_RETIRED : ProblemType.ILLEGAL_TRANSITION);
    }

    @Test
    void withoutAReviewItIsBlocked() {
        thenBlocked();
    }

    @Test
    void anEndorsementBySomebodyElseSuffices() {
        given(SECOND_OFFICER, ENDORSED);
        thenApproved();
    }

    @Test
    void theEndorsementOfWhoSubmittedItDoesNotCount() {
        given(OFFICER, ENDORSED);
        thenBlocked();
    }

    @Test
    void theEndorsementOfWhoRegisteredItDoesNotCount() {
        var promoted = Callers.of(ENGINEER.userId(), Role.COMPLIANCE_OFFICER, ACME);
        model.when(promoted, new RecordReview(MODEL, ENDORSED, "Mine, and good."))
                .thenAccepted();
        thenBlocked();
    }

    @Test
    void anOwnEndorsementBesideAnotherOnesDoesNoHarm() {
        given(OFFICER, ENDORSED);
        given(SECOND_OFFICER, ENDORSED);
        thenApproved();
    }

    @Test
    void whoEndorsedItMayApproveIt() {
        given(SECOND_OFFICER, ENDORSED);
        model.when(SECOND_OFFICER, move(APPROVED)).thenAccepted();
    }

    @Test
    void aLaterRequestForChangesByAnybodyVoidsTheEndorsement() {
        given(SECOND_OFFICER, ENDORSED);
        given(ADMIN, CHANGES_REQUESTED);
        thenBlocked();
    }

    @Test
    void evenTheSubmittersOwnRequestForChangesVoidsIt() {
        given(SECOND_OFFICER, ENDORSED);
        given(OFFICER, CHANGES_REQUESTED);
        thenBlocked();
    }

    @Test
    void anEndorsementAfterTheRequestForChangesCounts() {
        given(SECOND_OFFICER, ENDORSED);
        given(ADMIN, CHANGES_REQUESTED);
        given(ADMIN, ENDORSED);
        thenApproved();
    }

    @Test
    void submittingItAgainVoidsTheEndorsement() {
        given(SECOND_OFFICER, ENDORSED);
        model.when(OFFICER, move(DRAFT)).thenAccepted();
        model.when(OFFICER, move(UNDER_REVIEW)).thenAccepted();
        thenBlocked();
    }

    @Test
    void aRiseOfRiskAfterApprovalVoidsTheEndorsement() {
        given(SECOND_OFFICER, ENDORSED);
        thenApproved();
        model.when(ADMIN, ModelCase.riskTo(RiskLevel.UNACCEPTABLE)).thenAccepted();
        assertThat(model.view().status()).isEqualTo(UNDER_REVIEW);
        thenBlocked();
    }

    @Test
    void whoSubmitsItAgainIsTheOneWhoseEndorsementDoesNotCount() {
        model.when(OFFICER, move(DRAFT)).thenAccepted();
        model.when(SECOND_OFFICER, move(UNDER_REVIEW)).thenAccepted();
        given(SECOND_OFFICER, ENDORSED);
        thenBlocked();
        given(OFFICER, ENDORSED);
        thenApproved();
    }

    @Test
    void whatTheHubItselfEndorsedIsNobodysReview() {
        model.given(Caller.system(null), model.review(ENDORSED));
        thenBlocked();
    }

    @Test
    void aBlockedOrIllegalMoveLeavesTheEndorsement() {
        var illegal = new ModelEvent.TransitionRejected(MODEL, ACME, UNDER_REVIEW, UNDER_REVIEW, null);
        var blocked = new ModelEvent.ComplianceStatusChangeBlocked(
                MODEL, ACME, UNDER_REVIEW, APPROVED, null, null, List.of(), List.of(), List.of());
        given(SECOND_OFFICER, ENDORSED);
        model.given(OFFICER, illegal, blocked);
        thenApproved();
    }

    @Test
    void aReviewDoesNotChangeWhatClientsSeeOfTheModel() {
        var before = model.view();
        given(SECOND_OFFICER, ENDORSED);
        assertThat(model.view()).isEqualTo(before);
    }

    private void given(Caller reviewer, ReviewOutcome outcome) {
        model.when(reviewer, new RecordReview(MODEL, outcome, "Looked at it.")).thenAccepted();
    }

    private void thenBlocked() {
        Outcome.Blocked<ModelView> blocked = model.when(ADMIN, move(APPROVED)).then(Outcome.Blocked.class);
        assertThat(blocked.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.conditionType()).isEqualTo(REQUIRE_REVIEW_FOR_HIGH_RISK);
            assertThat(finding.facts().independentEndorsement()).isFalse();
        });
        assertThat(blocked.state().status()).isEqualTo(UNDER_REVIEW);
    }

    private void thenApproved() {
        assertThat(model.when(ADMIN, move(APPROVED)).<ModelView>thenAccepted().status())
                .isEqualTo(APPROVED);
    }
}
