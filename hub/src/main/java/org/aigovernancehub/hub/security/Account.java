package org.aigovernancehub.hub.security;

import java.time.Instant;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.identity.Role;
import org.aigovernancehub.api.organization.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is right now.
 *
 * @param usable whether it, and its organisation, is active
 * @param passwordChangedAt since when it has its password, which access tokens name; null where there is none, or nobody asked
 * @param token the API token that was used; null where the user comes in person
 * @param tokenRole the most that the token may do
 */
record Account(
        long userId,
        String username,
        Role role,
        @Nullable Long organizationId,
        boolean platform,
        boolean usable,
        @Nullable Instant passwordChangedAt,
        @Nullable Long token,
        @Nullable Role tokenRole) {

    Caller caller(@Nullable String correlationId) {
        return new Caller(
                userId,
                username,
                tokenRole == null ? role : Role.min(role, tokenRole),
                organizationId == null ? null : new OrganizationId(organizationId),
                platform,
                token,
                correlationId);
    }
}
