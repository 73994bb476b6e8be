package org.aigovernancehub.api.policy;

import org.aigovernancehub.api.Command;
import org.aigovernancehub.api.Patch;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.registry.Environment;
import org.jspecify.annotations.Nullable;

/** What somebody may want of a policy. */
public sealed interface PolicyCommand extends Command {

    PolicyId policyId();

    @Override
    default PolicyId target() {
        return policyId();
    }

    record CreatePolicy(
            PolicyId policyId,
            @Nullable OrganizationId organizationId,
            @Nullable Environment environment,
            PolicyScope scope,
            ConditionType conditionType,
            PolicyTerms terms,
            boolean active)
            implements PolicyCommand {}

    record ChangePolicy(
            PolicyId policyId,
            Patch<String> name,
            Patch<String> description,
            Patch<PolicyMode> mode,
            Patch<Boolean> active)
            implements PolicyCommand {

        /** Returns the terms as they would be after this command. */
        public PolicyTerms appliedTo(PolicyTerms terms) {
            return new PolicyTerms(
                    name.orKeepRequired(terms.name()),
                    description.orKeep(terms.description()),
                    mode.orKeepRequired(terms.mode()));
        }

        /** Deactivates and leaves the rest. */
        public static ChangePolicy deactivation(PolicyId policyId) {
            return new ChangePolicy(policyId, Patch.absent(), Patch.absent(), Patch.absent(), Patch.of(false));
        }
    }
}
