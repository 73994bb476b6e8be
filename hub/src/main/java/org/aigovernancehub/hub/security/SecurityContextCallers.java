package org.aigovernancehub.hub.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.command.identity.ExternalUsers;
import org.aigovernancehub.command.web.CallerSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Hands controllers who calls. Somebody from an external issuer becomes a user when they first act; when they act in another role than
 * before, the user gets it, so that API tokens can do no more than who made them.
 */
@Component
class SecurityContextCallers implements CallerSource {
    private final ObjectProvider<ExternalUsers> externalUsers;

    SecurityContextCallers(ObjectProvider<ExternalUsers> externalUsers) {
        this.externalUsers = externalUsers;
    }

    @Override
    public Caller reading(HttpServletRequest request) {
        return authenticated().caller();
    }

    @Override
    public Caller acting(HttpServletRequest request) {
        var authenticated = authenticated();
        var caller = authenticated.caller();
        if (authenticated.issuer() == null) {
            return caller;
        }
        if (caller.userId() != null) {
            if (authenticated.hasAnotherRole()) {
                externalUsers.getObject().changeRole(caller.userId(), caller.role());
            }
            return caller;
        }
        long userId = externalUsers
                .getObject()
                .userFor(
                        authenticated.issuer(),
                        Objects.requireNonNull(authenticated.subject()),
                        caller.username(),
                        caller.role(),
                        Objects.requireNonNull(caller.organizationId()));
        return new Caller(
                userId,
                caller.username(),
                caller.role(),
                caller.organizationId(),
                caller.platform(),
                caller.tokenId(),
                caller.correlationId());
    }

    private static CallerAuthentication.Authenticated authenticated() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof CallerAuthentication.Authenticated known) {
            return known;
        }
        throw new ProblemException(
                ProblemType.UNAUTHENTICATED, "Sign in, and send the token as 'Authorization: Bearer ...'.");
    }
}
