package org.aigovernancehub.command.identity;

import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Checks a user name and password, throttled; every failure looks the same and takes as long. */
@Component
class SignIn {
    private static final Logger SECURITY = LoggerFactory.getLogger("hub.security");

    private final Credentials credentials;
    private final Passwords passwords;
    private final LoginThrottle throttle;

    SignIn(Credentials credentials, Passwords passwords, LoginThrottle throttle) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /** @return the user's id */
    long check(String username, String password, String address) {
        throttle.attempt(username, address);
        var login = credentials.find(username);
        if (!passwords.matches(
                password, login.map(Credentials.Login::passwordHash).orElse(null))) {
            SECURITY.warn("Sign-in failed for '{}' from {}", username.replaceAll("\\p{Cntrl}", "?"), address);
            throw new ProblemException(ProblemType.UNAUTHENTICATED, "The user name or the password is wrong.");
        }
        throttle.succeeded(username);
        return login.orElseThrow().userId();
    }
}
