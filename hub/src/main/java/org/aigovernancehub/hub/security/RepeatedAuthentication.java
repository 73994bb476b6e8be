package org.aigovernancehub.hub.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.query.read.CallerCheck;
import org.springframework.stereotype.Component;

/** Authenticates a request again while it is being answered, by the same rules as when it came. */
@Component
class RepeatedAuthentication implements CallerCheck {
    private final CallerAuthentication authentication;

    RepeatedAuthentication(CallerAuthentication authentication) {
        this.authentication = authentication;
    }

    @Override
    public Optional<Caller> current(HttpServletRequest request) {
        try {
            return authentication.of(request).map(CallerAuthentication.Authenticated::caller);
        } catch (ProblemException e) {
            return switch (e.type()) {
                case UNAUTHENTICATED, FORBIDDEN -> Optional.empty();
                default -> throw e; // the issuer of the token does not answer, which says nothing about the caller
            };
        }
    }
}
