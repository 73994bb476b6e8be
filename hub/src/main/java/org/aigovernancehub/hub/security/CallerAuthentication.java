package org.aigovernancehub.hub.security;

import com.nimbusds.jwt.JWTParser;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.aigovernancehub.api.Wire;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.identity.Role;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.command.identity.SessionController;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/** Turns what a request brings, a bearer token or a session's cookie, into a {@link Caller}, or says why not. */
@Component
class CallerAuthentication {
    private static final String API_TOKEN_PREFIX = "hub_";
    private static final Pattern USER_ID = Pattern.compile("[0-9]{1,18}");
    private static final String BEARER = "bearer ";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final AccountLookup accounts;
    private final LocalTokens local;
    private final ExternalTokens external;

    CallerAuthentication(AccountLookup accounts, LocalTokens local, ExternalTokens external) {
        this.accounts = accounts;
        this.local = local;
        this.external = external;
    }

    /**
     * Somebody who has shown who they are.
     *
     * @param issuer the external issuer that vouches; null for local accounts
     * @param account the user's, where the issuer's subject has acted before
     */
    record Authenticated(
            Caller caller,
            @Nullable String issuer,
            @Nullable String subject,
            @Nullable Account account) {

        /** Whether the issuer says another role than the account has, which limits the account's API tokens. */
        boolean hasAnotherRole() {
            return account != null
                    && Objects.equals(caller.tenant(), account.organizationId())
                    && account.role() != caller.role();
        }
    }

    /** Returns who calls; empty where the request brings nothing. */
    Optional<Authenticated> of(HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            if (!authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
                throw unauthenticated("The Authorization header must be 'Bearer' and a token.");
            }
            return Optional.of(bearer(authorization.substring(BEARER.length()).strip()));
        }
        return session(request).map(session -> session(session, request));
    }

    private static Optional<String> session(HttpServletRequest request) {
        return request.getCookies() == null
                ? Optional.empty()
                : Arrays.stream(request.getCookies())
                        .filter(cookie -> cookie.getName().equals(SessionController.COOKIE)
                                && !cookie.getValue().isEmpty())
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private Authenticated session(String session, HttpServletRequest request) {
        var account =
                accounts.bySession(session).orElseThrow(() -> unauthenticated("The session has ended; sign in again."));
        if (!SAFE.contains(request.getMethod())) {
            var brought = request.getHeader("X-CSRF-Token");
            var wanted = local.csrfToken(session);
            if (brought == null || !MessageDigest.isEqual(bytes(brought), bytes(wanted))) {
                throw new ProblemException(
                        ProblemType.FORBIDDEN, "The header X-CSRF-Token is missing or is not that of this session.");
            }
        }
        return authenticated(account);
    }

    private Authenticated bearer(String token) {
        if (token.startsWith(API_TOKEN_PREFIX)) {
            return authenticated(accounts.byApiToken(token)
                    .orElseThrow(() -> unauthenticated("The API token is unknown, expired or revoked.")));
        }
        try {
            var claims = JWTParser.parse(token).getJWTClaimsSet();
            if (claims == null) {
                throw unauthenticated("The token is encrypted; the hub reads signed ones.");
            }
            return LocalTokens.ISSUER.equals(claims.getIssuer())
                    ? local(token)
                    : external(token, String.valueOf(claims.getIssuer()));
        } catch (ParseException e) {
            throw unauthenticated("The token is not one that this hub knows.");
        } catch (BadJwtException e) {
            throw unauthenticated("The token is invalid or has expired.");
        } catch (JwtException | JwtDecoderInitializationException e) {
            throw new ProblemException(
                            ProblemType.UNAVAILABLE, "The issuer of the token cannot be reached to check it; repeat.")
                    .with("retry_after", 5);
        }
    }

    private Authenticated local(String token) {
        var jwt = local.check(token);
        var account = userId(jwt)
                .flatMap(accounts::byId)
                .orElseThrow(() -> unauthenticated("The account is disabled, or its organisation is inactive."));
        if (account.passwordChangedAt() == null || !local.isOf(jwt, account.passwordChangedAt())) {
            throw unauthenticated("The password has been changed since; sign in again.");
        }
        return authenticated(account);
    }

    private static Optional<Long> userId(Jwt jwt) {
        var subject = jwt.getSubject();
        return subject != null && USER_ID.matcher(subject).matches()
                ? Optional.of(Long.valueOf(subject))
                : Optional.empty();
    }

    private Authenticated external(String token, String issuerName) {
        var issuer = external.issuer(issuerName)
                .orElseThrow(() -> unauthenticated("The token's issuer is not accepted by this hub."));
        var jwt = issuer.decoder().decode(token);
        var role = claim(jwt, issuer.settings().roleClaim())
                .flatMap(name -> Wire.find(Role.class, name))
                .orElseThrow(() -> unmapped(issuer.settings().roleClaim(), "a role"));
        var organization = claim(jwt, issuer.settings().organizationClaim())
                .flatMap(accounts::organization)
                .orElseThrow(() -> unmapped(issuer.settings().organizationClaim(), "an active organisation"));
        var subject = Objects.requireNonNullElse(jwt.getSubject(), "");
        if (subject.isEmpty()) {
            throw unauthenticated("The token names no subject.");
        }
        var known = accounts.byExternalSubject(issuerName, subject);
        if (known.isPresent() && !known.get().usable()) {
            throw unauthenticated("The account is disabled.");
        }
        var username = claim(jwt, issuer.settings().usernameClaim()).orElse(subject);
        var caller = new Caller(
                known.isPresent() ? known.get().userId() : null,
                known.isPresent() ? known.get().username() : username,
                role,
                organization,
                false,
                null,
                MDC.get("correlation_id"));
        return new Authenticated(caller, issuerName, subject, known.orElse(null));
    }

    /** A claim may be a text or a list; of a list the first counts. */
    private static Optional<String> claim(Jwt jwt, String name) {
        Object value = jwt.getClaim(name);
        return switch (value) {
            case null -> Optional.empty();
            case Iterable<?> list ->
                list.iterator().hasNext()
                        ? Optional.of(String.valueOf(list.iterator().next()))
                        : Optional.empty();
            default -> Optional.of(value.toString());
        };
    }

    private static ProblemException unmapped(String claim, String what) {
        return new ProblemException(
                ProblemType.FORBIDDEN, "The token's claim '%s' does not name %s of this hub.".formatted(claim, what));
    }

    private static Authenticated authenticated(Account account) {
        return new Authenticated(account.caller(MDC.get("correlation_id")), null, null, null);
    }

    private static ProblemException unauthenticated(String detail) {
        return new ProblemException(ProblemType.UNAUTHENTICATED, detail);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
