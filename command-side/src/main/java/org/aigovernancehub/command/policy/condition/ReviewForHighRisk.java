package org.aigovernancehub.command.policy.condition;

import org.aigovernancehub.api.policy.Facts;

/** A model of high risk is approved only after somebody else has endorsed it. */
record ReviewForHighRisk() implements Condition {

    @Override
    public Judgement judge(Facts facts) {
        var required =
                "an endorsing review by somebody other than who registered or submitted the model, for risk high or above";
        var actual = facts.independentEndorsement() ? "endorsed independently" : "no independent endorsement";
        if (!Condition.isApproval(facts) || !facts.riskLevel().isHighOrAbove()) {
            return Judgement.pass("Concerns the approval of high-risk models only.", required, actual);
        }
        return facts.independentEndorsement()
                ? Judgement.pass("The model has been endorsed independently.", required, actual)
                : Judgement.fail(
                        "A model of %s risk needs an endorsing review by somebody other than who registered or submitted it."
                                .formatted(facts.riskLevel().wire()),
                        required,
                        actual);
    }
}
