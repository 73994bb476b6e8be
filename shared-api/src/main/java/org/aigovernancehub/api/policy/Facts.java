package org.aigovernancehub.api.policy;

import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.RiskLevel;

/**
 * What policies judge: the model as it is when somebody wants to move it. Kept with every finding.
 *
 * @param metricCount how many metrics all its versions have together
 * @param independentEndorsement whether somebody other than the one who registered or submitted it has endorsed it since it last
 *     entered {@code under_review}, with no later request for changes
 */
public record Facts(
        ComplianceStatus currentStatus,
        ComplianceStatus attemptedStatus,
        RiskLevel riskLevel,
        long metricCount,
        boolean independentEndorsement) {}
