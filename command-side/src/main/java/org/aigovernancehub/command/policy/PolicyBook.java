package org.aigovernancehub.command.policy;

import java.util.List;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.policy.Facts;
import org.aigovernancehub.api.policy.PolicyEvaluation;
import org.aigovernancehub.api.policy.PolicyId;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.command.pipeline.DecisionPort;

/** The policies that bind, and what they say. */
public interface PolicyBook extends DecisionPort {

    /**
     * Evaluates every active policy whose scope covers the model, each always, ordered by id. From here to the end of the transaction no
     * policy changes.
     */
    List<PolicyEvaluation> judge(OrganizationId organizationId, Environment environment, Facts facts);

    /**
     * Evaluates one policy in the same way, whether it is active or not and whatever it covers.
     *
     * @throws ProblemException {@code not-found} if there is none
     */
    PolicyEvaluation judge(PolicyId policyId, Facts facts);
}
