package org.aigovernancehub.api.identity;

import java.time.Instant;
import org.aigovernancehub.api.Command;
import org.aigovernancehub.api.Patch;
import org.aigovernancehub.api.organization.OrganizationId;
import org.jspecify.annotations.Nullable;

/** What somebody may want of a user's account. Passwords travel beside these commands, never in them. */
public sealed interface UserCommand extends Command {

    UserId userId();

    @Override
    default UserId target() {
        return userId();
    }

    record CreateUser(
            UserId userId,
            @Nullable OrganizationId organizationId,
            String username,
            @Nullable String email,
            Role role,
            boolean platform,
            @Nullable String issuer,
            @Nullable String subject)
            implements UserCommand {}

    record ChangeUser(UserId userId, Patch<Role> role, Patch<OrganizationId> organizationId, Patch<Boolean> active)
            implements UserCommand {}

    record RecordPasswordChange(UserId userId) implements UserCommand {}

    record IssueApiToken(UserId userId, String name, Role role, Instant expiresAt) implements UserCommand {}

    record RevokeApiToken(UserId userId, long tokenId) implements UserCommand {}
}
