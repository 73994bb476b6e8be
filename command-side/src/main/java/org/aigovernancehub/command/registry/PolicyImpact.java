package org.aigovernancehub.command.registry;

import java.util.List;
import org.aigovernancehub.api.policy.PolicyEvaluation;
import org.aigovernancehub.api.policy.Verdict;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.api.registry.RiskLevel;

/**
 * Which models a policy would keep from being approved if somebody asked for it now.
 *
 * @param examined how many covered models this page looked at, those included that cannot be approved in their state
 * @param approvable how many of them the lifecycle would let be approved
 * @param models those of them to which the policy objects
 */
record PolicyImpact(int examined, int approvable, List<Model> models) {
    PolicyImpact {
        models = List.copyOf(models);
    }

    /**
     * A model to which the policy objects.
     *
     * @param verdict {@code fail}, or, of a policy that only warns, {@code warn}
     */
    record Model(
            long modelId,
            String name,
            long organizationId,
            Environment environment,
            RiskLevel riskLevel,
            ComplianceStatus complianceStatus,
            Verdict verdict,
            String reason,
            String required,
            String actual) {

        static Model of(PolicyCoverage.Covered covered, PolicyEvaluation evaluation) {
            return new Model(
                    covered.modelId(),
                    covered.name(),
                    covered.organizationId(),
                    covered.environment(),
                    evaluation.facts().riskLevel(),
                    evaluation.facts().currentStatus(),
                    evaluation.verdict(),
                    evaluation.reason(),
                    evaluation.required(),
                    evaluation.actual());
        }
    }
}
