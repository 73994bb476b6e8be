package org.aigovernancehub.api.identity;

import java.time.Instant;
import org.aigovernancehub.api.event.DomainEvent;
import org.aigovernancehub.api.event.EventType;
import org.aigovernancehub.api.organization.OrganizationId;
import org.jspecify.annotations.Nullable;

/** What happens to a user's account and its API tokens; never a secret or its hash. */
public sealed interface UserEvent extends DomainEvent {

    UserId userId();

    @Override
    default UserId aggregateId() {
        return userId();
    }

    /**
     * @param organizationId null for platform staff
     * @param issuer the external issuer that vouches for the user; null for a local account
     * @param subject the user's subject at that issuer
     */
    @EventType(name = "UserCreated")
    record UserCreated(
            UserId userId,
            @Nullable OrganizationId organizationId,
            String username,
            @Nullable String email,
            Role role,
            boolean platform,
            @Nullable String issuer,
            @Nullable String subject)
            implements UserEvent {}

    @EventType(name = "UserRoleChanged")
    record UserRoleChanged(UserId userId, @Nullable OrganizationId organizationId, Role from, Role to)
            implements UserEvent {}

    /**
     * The user no longer belongs to an organisation, whose trail says so; comes before {@link UserMoved}, which the other one's has.
     *
     * @param organizationId the organisation that the user belonged to
     */
    @EventType(name = "UserLeft")
    record UserLeft(UserId userId, OrganizationId organizationId) implements UserEvent {}

    /** @param organizationId the organisation that the user now belongs to */
    @EventType(name = "UserMoved")
    record UserMoved(
            UserId userId,
            OrganizationId organizationId,
            @Nullable OrganizationId from) implements UserEvent {}

    @EventType(name = "UserEnabled")
    record UserEnabled(UserId userId, @Nullable OrganizationId organizationId) implements UserEvent {}

    @EventType(name = "UserDisabled")
    record UserDisabled(UserId userId, @Nullable OrganizationId organizationId) implements UserEvent {}

    @EventType(name = "PasswordChanged")
    record PasswordChanged(UserId userId, @Nullable OrganizationId organizationId) implements UserEvent {}

    @EventType(name = "ApiTokenIssued")
    record ApiTokenIssued(
            UserId userId,
            @Nullable OrganizationId organizationId,
            long tokenId,
            String name,
            Role role,
            Instant expiresAt)
            implements UserEvent {}

    @EventType(name = "ApiTokenRevoked")
    record ApiTokenRevoked(UserId userId, @Nullable OrganizationId organizationId, long tokenId) implements UserEvent {}
}
