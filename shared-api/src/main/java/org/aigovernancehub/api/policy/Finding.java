package org.aigovernancehub.api.policy;

/**
 * One policy's objection, kept as it was judged; never re-evaluated.
 *
 * @param violationId the record's id
 * @param reason a sentence that says what is missing
 * @param required what the condition demands, in words
 * @param actual what it found, in words
 */
public record Finding(
        long violationId,
        PolicyId policyId,
        String policyName,
        long policyVersion,
        ConditionType conditionType,
        PolicyMode mode,
        String reason,
        String required,
        String actual,
        Facts facts) {}
