package org.aigovernancehub.command.identity;

import java.time.Instant;
import org.aigovernancehub.api.event.EventContext;
import org.aigovernancehub.api.identity.Role;
import org.aigovernancehub.api.identity.UserEvent;

/**
 * An API token as clients see it, never with its secret.
 *
 * @param userId the creator, as whom it acts
 * @param role the most that it may do; never more than its creator may do now
 */
public record ApiTokenView(long id, long userId, String name, Role role, Instant expiresAt, Instant createdAt) {

    static ApiTokenView of(UserEvent.ApiTokenIssued event, EventContext context) {
        return new ApiTokenView(
                event.tokenId(), event.userId().value(), event.name(), event.role(), event.expiresAt(), context.at());
    }
}
