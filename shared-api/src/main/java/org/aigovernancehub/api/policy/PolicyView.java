package org.aigovernancehub.api.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Map;
import org.aigovernancehub.api.event.EventContext;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.registry.Environment;
import org.jspecify.annotations.Nullable;

/**
 * A policy as clients see it.
 *
 * @param organizationId the owning organisation; null for a global policy
 * @param environment the one environment that it covers; null for every one in its scope
 * @param version counts every change, from 1; findings name it
 */
public record PolicyView(
        long id,
        @JsonUnwrapped PolicyTerms terms,
        PolicyScope scope,
        ConditionType conditionType,
        @JsonProperty("is_active") boolean active,
        @Nullable Long organizationId,
        @Nullable Environment environment,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** The four kinds of condition take no parameters. */
    @JsonProperty
    public Map<String, Object> parameters() {
        return Map.of();
    }

    public static PolicyView of(PolicyEvent.PolicyCreated event, EventContext context) {
        return new PolicyView(
                event.policyId().value(),
                event.terms(),
                event.scope(),
                event.conditionType(),
                event.active(),
                number(event.organizationId()),
                event.environment(),
                context.at(),
                context.at(),
                1);
    }

    /** Returns the policy after an event of its stream. */
    public PolicyView after(PolicyEvent event, EventContext context) {
        return switch (event) {
            case PolicyEvent.PolicyCreated created -> of(created, context);
            case PolicyEvent.PolicyChanged changed -> with(terms.with(changed.changes()), active, context);
            case PolicyEvent.PolicyActivated _ -> with(terms, true, context);
            case PolicyEvent.PolicyDeactivated _ -> with(terms, false, context);
        };
    }

    /** Tells whether it judges models of this organisation and environment. */
    public boolean binds(long modelOrganizationId, Environment modelEnvironment) {
        return active
                && (scope == PolicyScope.GLOBAL
                        || Long.valueOf(modelOrganizationId).equals(organizationId))
                && (environment == null || environment == modelEnvironment);
    }

    private PolicyView with(PolicyTerms newTerms, boolean nowActive, EventContext context) {
        return new PolicyView(
                id,
                newTerms,
                scope,
                conditionType,
                nowActive,
                organizationId,
                environment,
                createdAt,
                context.at(),
                version + 1);
    }

    private static @Nullable Long number(@Nullable OrganizationId organizationId) {
        return organizationId == null ? null : organizationId.value();
    }
}
