package org.aigovernancehub.api.policy;

import org.aigovernancehub.api.Wire;

/** What a policy demands of an approval. */
public enum ConditionType implements Wire {
    REQUIRE_EVALUATION_BEFORE_APPROVAL,
    BLOCK_HIGH_RISK_WITHOUT_APPROVAL,
    REQUIRE_REVIEW_FOR_HIGH_RISK,
    PROHIBIT_UNACCEPTABLE_RISK
}
