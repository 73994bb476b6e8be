package org.aigovernancehub.command.policy.condition;

import org.aigovernancehub.api.policy.Facts;
import org.aigovernancehub.api.registry.RiskLevel;

/** Prohibited practices, EU AI Act article 5, are not approved at all. */
record NoUnacceptableRisk() implements Condition {

    @Override
    public Judgement judge(Facts facts) {
        var required = "a risk below unacceptable";
        var actual = "risk " + facts.riskLevel().wire();
        if (!Condition.isApproval(facts)) {
            return Judgement.pass("Concerns approval only.", required, actual);
        }
        return facts.riskLevel() == RiskLevel.UNACCEPTABLE
                ? Judgement.fail(
                        "A model of unacceptable risk is a prohibited practice and cannot be approved.",
                        required,
                        actual)
                : Judgement.pass("The risk is not unacceptable.", required, actual);
    }
}
