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

    private static final int LONGEST_NAME = 64;
    private static final String NOBODY = "";

    private final Credentials credentials;
    private final Passwords passwords;
    private final LoginThrottle throttle;

    SignIn(Credentials credentials, Passwords passwords, LoginThrottle throttle) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    Credentials.Login check(String username, String password, String address) {
        var account = isPossible(username) ? username : NOBODY;
        long attempt = throttle.attempt(account, address);
        var login = credentials.find(account);
        if (!passwords.matches(
                password, login.map(Credentials.Login::passwordHash).orElse(null))) {
            throttle.failed(attempt);
            SECURITY.warn("Sign-in failed for '{}' from {}", account.replaceAll("\\p{Cntrl}", "?"), address);
            throw new ProblemException(ProblemType.UNAUTHENTICATED, "The user name or the password is wrong.");
        }
        throttle.succeeded(account);
        return login.orElseThrow();
    }

    /** PostgreSQL keeps no NUL, and no index takes a text without end; nobody has such a name. */
    private static boolean isPossible(String username) {
        return username.indexOf('\0') < 0 && username.codePointCount(0, username.length()) <= LONGEST_NAME;
    }
}
