package org.aigovernancehub.api.policy;

import java.util.List;
import org.aigovernancehub.api.registry.ComplianceStatus;

/**
 * Whether a model may move to a state, and what stands in the way.
 *
 * @param reachable whether the lifecycle has the move
 * @param allowed reachable, and no enforced policy fails
 * @param permitted allowed, and the caller's role may do it
 * @param reason a sentence that sums it up
 */
public record TransitionAssessment(
        ComplianceStatus status,
        boolean reachable,
        boolean allowed,
        boolean permitted,
        String reason,
        List<PolicyEvaluation> policies) {
    public TransitionAssessment {
        policies = List.copyOf(policies);
    }
}
