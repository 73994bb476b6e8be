package org.aigovernancehub.api.policy;

/**
 * What one policy says of a move, by the same evaluation whether somebody asks or acts.
 *
 * @param reason a sentence: why it fails, or that it passes
 * @param required what the condition demands, in words
 * @param actual what it found, in words
 */
public record PolicyEvaluation(
        PolicyId policyId,
        String policyName,
        long policyVersion,
        ConditionType conditionType,
        PolicyMode mode,
        Verdict verdict,
        String reason,
        String required,
        String actual,
        Facts facts) {

    public PolicyCheck check() {
        return new PolicyCheck(policyId, policyVersion, verdict);
    }

    /** Returns the record of this objection. */
    public Finding finding(long violationId) {
        return new Finding(
                violationId, policyId, policyName, policyVersion, conditionType, mode, reason, required, actual, facts);
    }
}
