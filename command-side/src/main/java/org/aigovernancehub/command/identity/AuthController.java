package org.aigovernancehub.command.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.identity.Permission;
import org.aigovernancehub.api.identity.Role;
import org.aigovernancehub.api.identity.UserCommand;
import org.aigovernancehub.api.identity.UserId;
import org.aigovernancehub.api.identity.UserView;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.command.eventstore.Sequencer;
import org.aigovernancehub.command.pipeline.Answer;
import org.aigovernancehub.command.pipeline.CommandCall;
import org.aigovernancehub.command.pipeline.CommandContext;
import org.aigovernancehub.command.pipeline.CommandPipeline;
import org.aigovernancehub.command.pipeline.Ids;
import org.aigovernancehub.command.pipeline.Outcome;
import org.aigovernancehub.command.web.Text;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Signing in with a user name and a password, registering oneself, and asking who one is. */
@RestController
@RequestMapping("/api/v1/auth")
@Tag(name = "Sign-in")
class AuthController {
    private final SignIn signIn;
    private final AccessTokens tokens;
    private final UserDirectory directory;
    private final SelfRegistration registration;
    private final CommandPipeline pipeline;
    private final Ids ids;
    private final Passwords passwords;
    private final Credentials credentials;
    private final Sequencer sequencer;

    AuthController(
            SignIn signIn,
            AccessTokens tokens,
            UserDirectory directory,
            SelfRegistration registration,
            CommandPipeline pipeline,
            Ids ids,
            Passwords passwords,
            Credentials credentials,
            Sequencer sequencer) {
        this.signIn = signIn;
        this.tokens = tokens;
        this.directory = directory;
        this.registration = registration;
        this.pipeline = pipeline;
        this.ids = ids;
        this.passwords = passwords;
        this.credentials = credentials;
        this.sequencer = sequencer;
    }

    @PostMapping(path = "/token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @Operation(summary = "Sign in", description = "Answers a bearer token that is good for 30 minutes.")
    @SecurityRequirements
    @ApiResponse(responseCode = "401", description = "The user is not known, or the password is wrong")
    @ApiResponse(responseCode = "429", description = "Too many sign-ins have failed")
    TokenAnswer token(
            @RequestParam("username") String username,
            @RequestParam("password") String password,
            HttpServletRequest request) {
        refuseQuery(request);
        refuseKey(request);
        var login = signIn.check(username, password, request.getRemoteAddr());
        return new TokenAnswer(
                tokens.issue(login.userId(), login.passwordChangedAt()), "bearer", AccessTokens.LIFETIME.toSeconds());
    }

    @GetMapping("/me")
    @Operation(summary = "Who the caller is, and what its role allows")
    ResponseEntity<Me> me(CommandCall call) {
        var userId = Objects.requireNonNull(call.caller().userId());
        long position = sequencer.highestPosition();
        var entry = directory.user(userId).orElseThrow(() -> ProblemException.notFound(new UserId(userId)));
        return ResponseEntity.ok()
                .header("Hub-Position", Long.toString(position))
                .body(new Me(
                        effective(entry.user(), call.caller()),
                        Permission.of(call.caller().role())));
    }

    /** A token, or an external issuer, may give less than the account has. */
    private static UserView effective(UserView user, Caller caller) {
        var organization = caller.organizationId();
        return new UserView(
                user.id(),
                user.username(),
                user.email(),
                user.active(),
                caller.role(),
                organization == null ? null : organization.value(),
                caller.platform(),
                user.createdAt());
    }

    @PostMapping("/register")
    @Operation(
            summary = "Register oneself as an auditor",
            description = "Off unless an organisation is configured for it.")
    @SecurityRequirements
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = UserView.class)))
    @ApiResponse(responseCode = "403", description = "Self-registration is off")
    ResponseEntity<byte[]> register(@Valid @RequestBody RegisterRequest request, HttpServletRequest http) {
        refuseKey(http);
        var organization = registration
                .organization()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.FORBIDDEN, "Self-registration is off; ask an administrator for an account."));
        var hash = passwords.hash(request.password());
        var system = Caller.system(org.slf4j.MDC.get("correlation_id"));
        var call = new CommandCall(system, http.getMethod(), http.getRequestURI(), null, null, new byte[0]);
        return pipeline.run(call, dispatch -> {
            var userId = new UserId(ids.next(Ids.Kind.USER));
            Outcome<UserView> outcome = dispatch.send(
                    new UserCommand.CreateUser(
                            userId, organization, request.username(), request.email(), Role.AUDITOR, false, null, null),
                    new CommandContext(system, null));
            credentials.setPassword(userId.value(), hash);
            return Answer.created("/api/v1/users/" + userId.value(), outcome.state(), outcome.version());
        });
    }

    /** A secret in an address ends up in logs and histories. */
    private static void refuseQuery(HttpServletRequest request) {
        if (request.getQueryString() != null) {
            throw new ProblemException(
                    ProblemType.UNKNOWN_PARAMETER,
                    "Send username and password in the body, as a form; the address takes no parameters.");
        }
    }

    static void refuseKey(HttpServletRequest request) {
        if (request.getHeader("Idempotency-Key") != null) {
            throw new ProblemException(
                    ProblemType.MALFORMED, "This operation takes no Idempotency-Key: its answer must not be kept.");
        }
    }

    /** @param expiresIn seconds */
    @Schema(name = "AccessToken")
    record TokenAnswer(String accessToken, String tokenType, long expiresIn) {}

    @Schema(name = "Me")
    record Me(@JsonUnwrapped UserView user, List<String> permissions) {}

    @Schema(name = "Registration")
    record RegisterRequest(
            @JsonProperty(required = true)
            @Text(
                    min = 3,
                    max = 64,
                    required = true,
                    pattern = "[\\p{L}\\p{N}._@+-]+",
                    message = "may have letters, digits and . _ @ + - only")
            String username,

            @JsonProperty(required = true)
            @Text(min = 3, max = 254, required = true, pattern = "[^@\\s]+@[^@\\s]+", message = "is no e-mail address")
            String email,

            @JsonProperty(required = true) @Text(min = 8, max = 128, required = true)
            String password) {}
}
