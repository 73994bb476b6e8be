package org.aigovernancehub.api.policy;

import java.util.List;
import org.aigovernancehub.api.FieldChange;
import org.aigovernancehub.api.event.DomainEvent;
import org.aigovernancehub.api.event.EventType;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.registry.Environment;
import org.jspecify.annotations.Nullable;

/** What happens to a policy. It binds every decision after the position of its activation. */
public sealed interface PolicyEvent extends DomainEvent {

    PolicyId policyId();

    @Override
    default PolicyId aggregateId() {
        return policyId();
    }

    /** A global policy binds, and is shown to, every organisation. */
    @Override
    default Audience audience() {
        return organizationId() == null ? Audience.EVERYONE : Audience.ORGANIZATION;
    }

    /**
     * @param organizationId the owning organisation; null for a global policy
     * @param environment the one environment that it covers; null for every one
     */
    @EventType(name = "PolicyCreated")
    record PolicyCreated(
            PolicyId policyId,
            @Nullable OrganizationId organizationId,
            @Nullable Environment environment,
            PolicyScope scope,
            ConditionType conditionType,
            PolicyTerms terms,
            boolean active)
            implements PolicyEvent {}

    @EventType(name = "PolicyChanged")
    record PolicyChanged(PolicyId policyId, @Nullable OrganizationId organizationId, List<FieldChange> changes)
            implements PolicyEvent {
        public PolicyChanged {
            changes = List.copyOf(changes);
        }
    }

    @EventType(name = "PolicyActivated")
    record PolicyActivated(PolicyId policyId, @Nullable OrganizationId organizationId) implements PolicyEvent {}

    @EventType(name = "PolicyDeactivated")
    record PolicyDeactivated(PolicyId policyId, @Nullable OrganizationId organizationId) implements PolicyEvent {}
}
