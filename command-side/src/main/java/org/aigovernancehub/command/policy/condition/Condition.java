package org.aigovernancehub.command.policy.condition;

import org.aigovernancehub.api.policy.ConditionType;
import org.aigovernancehub.api.policy.Facts;
import org.aigovernancehub.api.registry.ComplianceStatus;

/** What a policy demands: a pure function from facts, without clock, lookup or framework. A new kind is one more class here. */
public sealed interface Condition
        permits EvaluationBeforeApproval, NoHighRiskWithoutApproval, ReviewForHighRisk, NoUnacceptableRisk {

    /** Judges a move. Moves that the condition does not concern pass. */
    Judgement judge(Facts facts);

    /** Returns the condition of a type. */
    static Condition of(ConditionType type) {
        return switch (type) {
            case REQUIRE_EVALUATION_BEFORE_APPROVAL -> new EvaluationBeforeApproval();
            case BLOCK_HIGH_RISK_WITHOUT_APPROVAL -> new NoHighRiskWithoutApproval();
            case REQUIRE_REVIEW_FOR_HIGH_RISK -> new ReviewForHighRisk();
            case PROHIBIT_UNACCEPTABLE_RISK -> new NoUnacceptableRisk();
        };
    }

    /** Tells whether the move is an approval, which is all that the present conditions concern. */
    static boolean isApproval(Facts facts) {
        return facts.attemptedStatus() == ComplianceStatus.APPROVED;
    }
}
