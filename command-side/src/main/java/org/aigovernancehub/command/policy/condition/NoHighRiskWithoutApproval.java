package org.aigovernancehub.command.policy.condition;

import org.aigovernancehub.api.policy.Facts;
import org.aigovernancehub.api.registry.ComplianceStatus;

/** A model of high risk is approved out of a review, never straight from a draft. */
record NoHighRiskWithoutApproval() implements Condition {

    @Override
    public Judgement judge(Facts facts) {
        var required = "status under_review for risk high or above";
        var actual = "status %s, risk %s"
                .formatted(facts.currentStatus().wire(), facts.riskLevel().wire());
        if (!Condition.isApproval(facts) || !facts.riskLevel().isHighOrAbove()) {
            return Judgement.pass("Concerns the approval of high-risk models only.", required, actual);
        }
        return facts.currentStatus() == ComplianceStatus.UNDER_REVIEW
                ? Judgement.pass("The model is under review.", required, actual)
                : Judgement.fail(
                        "A model of %s risk can be approved only while it is under review; submit it first."
                                .formatted(facts.riskLevel().wire()),
                        required,
                        actual);
    }
}
