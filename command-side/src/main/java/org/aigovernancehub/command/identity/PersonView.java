package org.aigovernancehub.command.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.aigovernancehub.api.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * A user as colleagues see it: who it is and what it may do, and no address.
 *
 * @param organizationId null for platform staff
 */
public record PersonView(
        long id,
        String username,
        Role role,
        @Nullable Long organizationId,
        boolean platform,
        @JsonProperty("is_active") boolean active) {}
