package org.aigovernancehub.command.policy;

import java.util.ArrayList;
import java.util.List;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.policy.ConditionType;
import org.aigovernancehub.api.policy.Facts;
import org.aigovernancehub.api.policy.PolicyEvaluation;
import org.aigovernancehub.api.policy.PolicyId;
import org.aigovernancehub.api.policy.PolicyMode;
import org.aigovernancehub.api.registry.Environment;

/** Policies that bind everybody, in the order in which they were given; the conditions are the real ones. */
public final class GivenPolicies implements PolicyBook {
    private final List<BindingPolicy> policies = new ArrayList<>();
    private final List<Facts> asked = new ArrayList<>();

    /** Adds a policy, named after its condition, with the next id and three changes behind it. */
    public GivenPolicies with(ConditionType type, PolicyMode mode) {
        policies.add(new BindingPolicy(new PolicyId(policies.size() + 1L), "policy " + type.wire(), 4, type, mode));
        return this;
    }

    /** Adds one policy of every condition type. */
    public GivenPolicies withAll(PolicyMode mode) {
        for (var type : ConditionType.values()) {
            with(type, mode);
        }
        return this;
    }

    @Override
    public List<PolicyEvaluation> judge(OrganizationId organizationId, Environment environment, Facts facts) {
        asked.add(facts);
        return policies.stream().map(policy -> policy.evaluate(facts)).toList();
    }

    @Override
    public PolicyEvaluation judge(PolicyId policyId, Facts facts) {
        asked.add(facts);
        return policies.stream()
                .filter(policy -> policy.id().equals(policyId))
                .findFirst()
                .orElseThrow()
                .evaluate(facts);
    }

    /** Returns the facts of each judgement so far. */
    public List<Facts> asked() {
        return List.copyOf(asked);
    }
}
