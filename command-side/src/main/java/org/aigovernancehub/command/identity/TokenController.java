package org.aigovernancehub.command.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.aigovernancehub.api.Patch;
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
import org.aigovernancehub.command.pipeline.CommandPipeline;
import org.aigovernancehub.command.pipeline.Outcome;
import org.aigovernancehub.command.web.IdPage;
import org.aigovernancehub.command.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API tokens, for CI: shown once, kept as a hash, acting as their creator. */
@RestController
@RequestMapping("/api/v1/tokens")
@Tag(name = "API tokens")
class TokenController {
    /** Tells our tokens from signed ones, and lets secret scanners find a leaked one. */
    static final String PREFIX = "hub_";

    private static final Duration DEFAULT_LIFETIME = Duration.ofDays(90);
    private static final Duration LONGEST_LIFETIME = Duration.ofDays(366);
    private static final int NO_CONTENT = 204;

    private final CommandPipeline pipeline;
    private final UserDirectory directory;
    private final Credentials credentials;
    private final Sequencer sequencer;
    private final Clock clock;

    TokenController(
            CommandPipeline pipeline,
            UserDirectory directory,
            Credentials credentials,
            Sequencer sequencer,
            Clock clock) {
        this.pipeline = pipeline;
        this.directory = directory;
        this.credentials = credentials;
        this.sequencer = sequencer;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "List API tokens",
            description =
                    "One's own; administrators see those of their organisation. Not those that were revoked, nor those that"
                            + " expired more than 30 days ago.")
    ResponseEntity<List<ApiTokenView>> list(
            @RequestParam(name = "limit", required = false) @Schema(minimum = "1", maximum = "500") @Nullable
                    Integer limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            Caller caller,
            HttpServletRequest request) {
        var page = IdPage.of(limit, cursor);
        long position = sequencer.highestPosition();
        boolean all = caller.may(Permission.ADMINISTER) || caller.platform();
        return page.answer(directory.tokens(caller, all), ApiTokenView::id, position, request);
    }

    @PostMapping
    @Operation(summary = "Create an API token", description = "The answer's token member is shown this once.")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CreatedToken.class)))
    ResponseEntity<byte[]> create(@Valid @RequestBody CreateRequest request, CommandCall call) {
        UserController.refuseKey(call);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var expiresAt = request.expiresAt() == null
                ? now.plus(DEFAULT_LIFETIME)
                : request.expiresAt().truncatedTo(ChronoUnit.MICROS);
        if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST_LIFETIME))) {
            throw ProblemException.invalid("/expires_at", "must lie in the future, at most 366 days ahead");
        }
        var role = request.role().orKeepRequired(call.caller().role());
        if (role.compareTo(call.caller().role()) > 0) {
            throw ProblemException.invalid("/role", "must not be more than your own role");
        }
        var owner = new UserId(Objects.requireNonNull(call.caller().userId()));
        var secret = PREFIX + Secrets.random();
        return pipeline.run(call.ofAnyVersion(), dispatch -> {
            Outcome<ApiTokenView> outcome = dispatch.send(
                    new UserCommand.IssueApiToken(owner, request.name(), role, expiresAt),
                    call.ofAnyVersion().context());
            credentials.addTokenSecret(outcome.state().id(), Secrets.hash(secret));
            return Answer.created("/api/v1/tokens", new CreatedToken(outcome.state(), secret), outcome.version());
        });
    }

    @DeleteMapping("/{tokenId}")
    @Operation(
            summary = "Revoke an API token",
            description = "It stops working at once. One that has expired is not found.")
    @ApiResponse(responseCode = "204")
    ResponseEntity<byte[]> revoke(@PathVariable long tokenId, CommandCall call) {
        return pipeline.run(call.ofAnyVersion(), dispatch -> {
            var token = directory.token(tokenId).orElseThrow(() -> ProblemException.notFound("token", tokenId));
            Outcome<UserView> outcome = send(dispatch, token, call);
            credentials.removeTokenSecret(tokenId);
            return new Answer(NO_CONTENT, null, null, outcome.version());
        });
    }

    /** Somebody else's token looks like none. */
    private static Outcome<UserView> send(
            org.aigovernancehub.command.pipeline.Dispatch dispatch, ApiTokenView token, CommandCall call) {
        try {
            return dispatch.send(
                    new UserCommand.RevokeApiToken(new UserId(token.userId()), token.id()),
                    call.ofAnyVersion().context());
        } catch (ProblemException e) {
            throw e.type() == ProblemType.NOT_FOUND || e.type() == ProblemType.FORBIDDEN
                    ? ProblemException.notFound("token", token.id())
                    : e;
        }
    }

    @Schema(name = "CreateApiToken")
    record CreateRequest(
            @JsonProperty(required = true) @Text(min = 1, max = 255, required = true)
            String name,

            Patch<@NotNull Role> role,
            @Nullable Instant expiresAt) {}

    @Schema(name = "CreatedApiToken")
    record CreatedToken(@JsonUnwrapped ApiTokenView view, String token) {}
}
