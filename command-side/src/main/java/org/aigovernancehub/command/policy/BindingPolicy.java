package org.aigovernancehub.command.policy;

import org.aigovernancehub.api.policy.ConditionType;
import org.aigovernancehub.api.policy.Facts;
import org.aigovernancehub.api.policy.PolicyEvaluation;
import org.aigovernancehub.api.policy.PolicyId;
import org.aigovernancehub.api.policy.PolicyMode;
import org.aigovernancehub.api.policy.PolicyView;
import org.aigovernancehub.api.policy.Verdict;
import org.aigovernancehub.command.policy.condition.Condition;

/** A policy that is active and covers the model that is judged, at its present version. */
public record BindingPolicy(PolicyId id, String name, long version, ConditionType type, PolicyMode mode) {

    /** Returns what a policy demands, as it then is. */
    public static BindingPolicy of(PolicyView policy) {
        return new BindingPolicy(
                new PolicyId(policy.id()),
                policy.terms().name(),
                policy.version(),
                policy.conditionType(),
                policy.terms().mode());
    }

    /** Evaluates it: for enforcement, for whoever asks beforehand, and for reports. */
    public PolicyEvaluation evaluate(Facts facts) {
        var judgement = Condition.of(type).judge(facts);
        return new PolicyEvaluation(
                id,
                name,
                version,
                type,
                mode,
                verdict(judgement.passes()),
                judgement.reason(),
                judgement.required(),
                judgement.actual(),
                facts);
    }

    private Verdict verdict(boolean passes) {
        if (passes) {
            return Verdict.PASS;
        }
        return switch (mode) {
            case ENFORCE -> Verdict.FAIL;
            case WARN -> Verdict.WARN;
        };
    }
}
