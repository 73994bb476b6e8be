package org.aigovernancehub.api.policy;

import java.time.Instant;
import org.aigovernancehub.api.Wire;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.Environment;
import org.jspecify.annotations.Nullable;

/**
 * A recorded finding.
 *
 * @param modelName what the model is called now; null while its row is missing
 * @param userId who attempted the move
 * @param action what was attempted: {@code change_compliance_status}
 */
public record ViolationView(
        long id,
        long policyId,
        long modelId,
        @Nullable String modelName,
        @Nullable Long modelVersionId,
        long organizationId,
        Environment environment,
        @Nullable Long userId,
        String action,
        Outcome outcome,
        Details details,
        Instant createdAt) {

    public static final String CHANGE_COMPLIANCE_STATUS = "change_compliance_status";

    /** Whether the finding blocked the move or only warned. */
    public enum Outcome implements Wire {
        BLOCKED,
        WARNED
    }

    /** What was attempted, and what the policy saw. */
    public record Details(
            ComplianceStatus attemptedStatus,
            ComplianceStatus currentStatus,
            String policyName,
            ConditionType policyCondition,
            long policyVersion,
            String reason,
            String required,
            String actual,
            Facts facts) {}

    public static Details details(Finding finding) {
        return new Details(
                finding.facts().attemptedStatus(),
                finding.facts().currentStatus(),
                finding.policyName(),
                finding.conditionType(),
                finding.policyVersion(),
                finding.reason(),
                finding.required(),
                finding.actual(),
                finding.facts());
    }
}
