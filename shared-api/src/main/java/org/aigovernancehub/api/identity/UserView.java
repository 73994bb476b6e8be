package org.aigovernancehub.api.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.aigovernancehub.api.event.EventContext;
import org.aigovernancehub.api.organization.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * A user as clients see it.
 *
 * @param username 3-64 characters, unique
 * @param organizationId null for platform staff
 */
public record UserView(
        long id,
        String username,
        @Nullable String email,
        @JsonProperty("is_active") boolean active,
        Role role,
        @Nullable Long organizationId,
        boolean platform,
        Instant createdAt) {

    public static UserView of(UserEvent.UserCreated event, EventContext context) {
        var organization = event.organizationId();
        return new UserView(
                event.userId().value(),
                event.username(),
                event.email(),
                true,
                event.role(),
                organization == null ? null : organization.value(),
                event.platform(),
                context.at());
    }

    /** Returns the user after an event of its stream. */
    public UserView after(UserEvent event, EventContext context) {
        return switch (event) {
            case UserEvent.UserCreated created -> of(created, context);
            case UserEvent.UserRoleChanged changed -> with(active, changed.to(), organizationId);
            case UserEvent.UserMoved moved ->
                with(active, role, moved.organizationId().value());
            case UserEvent.UserEnabled _ -> with(true, role, organizationId);
            case UserEvent.UserDisabled _ -> with(false, role, organizationId);
            case UserEvent.UserLeft _,
                    UserEvent.PasswordChanged _,
                    UserEvent.ApiTokenIssued _,
                    UserEvent.ApiTokenRevoked _ -> this;
        };
    }

    /** Returns the tenant; null for platform staff. */
    public @Nullable OrganizationId organization() {
        return organizationId == null ? null : new OrganizationId(organizationId);
    }

    private UserView with(boolean nowActive, Role newRole, @Nullable Long newOrganizationId) {
        return new UserView(id, username, email, nowActive, newRole, newOrganizationId, platform, createdAt);
    }
}
