package org.aigovernancehub.command.identity;

import java.time.Duration;
import java.time.Instant;

/** Issues short-lived signed tokens for local users, and the proof that a browser's form came from our own page. */
public interface AccessTokens {

    /** How long an access token is good for. */
    Duration LIFETIME = Duration.ofMinutes(30);

    /**
     * Issues a token.
     *
     * @param passwordChangedAt since when the user has the password that opened the door; the token is void once that has changed
     */
    String issue(long userId, Instant passwordChangedAt);

    /** Returns the CSRF token of a session; without the session's secret nobody can compute it. */
    String csrfToken(String session);
}
