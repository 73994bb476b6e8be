package org.aigovernancehub.command.identity;

import java.time.Duration;
import java.time.Instant;

/** What the hub makes with its own secret: access tokens, the proof that a browser's form came from our own page, fingerprints. */
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

    /** Returns a fingerprint of what has a password in it, by which nobody without the hub's secret can try passwords. */
    byte[] fingerprint(byte[] hash);
}
