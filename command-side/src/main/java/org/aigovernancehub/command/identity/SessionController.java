package org.aigovernancehub.command.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Duration;
import java.time.Instant;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.command.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Sessions of browsers: a cookie that scripts cannot read and other sites cannot send, and a token that every change has to bring in the
 * header {@code X-CSRF-Token}.
 */
@RestController
@RequestMapping("/api/v1/session")
@Tag(name = "Sign-in")
public class SessionController {
    /** The cookie that carries the session. */
    public static final String COOKIE = "hub_session";

    private final SignIn signIn;
    private final Credentials credentials;
    private final AccessTokens tokens;

    SessionController(SignIn signIn, Credentials credentials, AccessTokens tokens) {
        this.signIn = signIn;
        this.credentials = credentials;
        this.tokens = tokens;
    }

    @PostMapping
    @Operation(summary = "Sign a browser in")
    @SecurityRequirements
    @ApiResponse(responseCode = "201", headers = @Header(name = HttpHeaders.SET_COOKIE))
    @ApiResponse(responseCode = "401", description = "The user is not known, or the password is wrong")
    @ApiResponse(responseCode = "429", description = "Too many sign-ins have failed")
    ResponseEntity<SessionAnswer> open(@Valid @RequestBody OpenRequest request, HttpServletRequest http) {
        AuthController.refuseKey(http);
        long userId = signIn.check(request.username(), request.password(), http.getRemoteAddr())
                .userId();
        var session = Secrets.random();
        var expiresAt = credentials.openSession(userId, Secrets.hash(session));
        return ResponseEntity.status(201)
                .header(
                        HttpHeaders.SET_COOKIE,
                        cookie(session, Credentials.SESSION_LENGTH, http).toString())
                .body(new SessionAnswer(userId, tokens.csrfToken(session), expiresAt));
    }

    @GetMapping
    @Operation(summary = "Read one's session again, for the CSRF token after a reload")
    @ApiResponse(responseCode = "404", description = "The call came with a token; there is no session")
    SessionAnswer read(Caller caller, @CookieValue(name = COOKIE, required = false) @Nullable String session) {
        if (session == null || caller.userId() == null) {
            throw new ProblemException(ProblemType.NOT_FOUND, "There is no session; this call came with a token.");
        }
        return new SessionAnswer(caller.userId(), tokens.csrfToken(session), null);
    }

    @DeleteMapping
    @Operation(summary = "Sign a browser out")
    @ApiResponse(responseCode = "204", headers = @Header(name = HttpHeaders.SET_COOKIE))
    ResponseEntity<Void> close(
            @CookieValue(name = COOKIE, required = false) @Nullable String session, HttpServletRequest http) {
        if (session != null) {
            credentials.closeSession(Secrets.hash(session));
        }
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, http).toString())
                .build();
    }

    private static ResponseCookie cookie(String value, Duration age, HttpServletRequest http) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(http.isSecure())
                .sameSite("Strict")
                .path("/")
                .maxAge(age)
                .build();
    }

    record OpenRequest(
            @JsonProperty(required = true) @Text(max = 64, required = true)
            String username,

            @JsonProperty(required = true) @Text(max = 128, required = true)
            String password) {}

    /** @param csrfToken to be sent with every change, in {@code X-CSRF-Token} */
    @Schema(name = "Session")
    record SessionAnswer(
            long userId, String csrfToken, @Nullable Instant expiresAt) {}
}
