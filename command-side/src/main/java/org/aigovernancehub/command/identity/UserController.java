package org.aigovernancehub.command.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.aigovernancehub.api.Patch;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.identity.Permission;
import org.aigovernancehub.api.identity.Role;
import org.aigovernancehub.api.identity.UserCommand;
import org.aigovernancehub.api.identity.UserId;
import org.aigovernancehub.api.identity.UserView;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.command.eventstore.Sequencer;
import org.aigovernancehub.command.pipeline.Answer;
import org.aigovernancehub.command.pipeline.CommandCall;
import org.aigovernancehub.command.pipeline.CommandPipeline;
import org.aigovernancehub.command.pipeline.Ids;
import org.aigovernancehub.command.pipeline.Outcome;
import org.aigovernancehub.command.web.IdPage;
import org.aigovernancehub.command.web.Tenancy;
import org.aigovernancehub.command.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Users of an organisation, for its administrators; each user may change its own password. */
@RestController
@RequestMapping("/api/v1/users")
@Tag(name = "Users")
class UserController {
    private static final int NO_CONTENT = 204;

    private final CommandPipeline pipeline;
    private final Ids ids;
    private final UserDirectory directory;
    private final Credentials credentials;
    private final Passwords passwords;
    private final AccessTokens tokens;
    private final SignIn signIn;
    private final Sequencer sequencer;

    UserController(
            CommandPipeline pipeline,
            Ids ids,
            UserDirectory directory,
            Credentials credentials,
            Passwords passwords,
            AccessTokens tokens,
            SignIn signIn,
            Sequencer sequencer) {
        this.pipeline = pipeline;
        this.ids = ids;
        this.directory = directory;
        this.credentials = credentials;
        this.passwords = passwords;
        this.tokens = tokens;
        this.signIn = signIn;
        this.sequencer = sequencer;
    }

    @GetMapping
    @Operation(summary = "List users")
    ResponseEntity<List<UserView>> list(
            @RequestParam(name = "organization_id", required = false) @Nullable Long organizationId,
            @RequestParam(name = "limit", required = false) @Schema(minimum = "1", maximum = "500") @Nullable
                    Integer limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            Caller caller,
            HttpServletRequest request) {
        requireReader(caller);
        if (organizationId != null && !caller.sees(new OrganizationId(organizationId))) {
            throw ProblemException.notFound(new OrganizationId(organizationId));
        }
        var page = IdPage.of(limit, cursor);
        long position = sequencer.highestPosition();
        return page.answer(directory.users(caller, organizationId), UserView::id, position, request);
    }

    @GetMapping("/directory")
    @Operation(
            summary = "List who can be met here",
            description =
                    "The people of the caller's organisation and platform staff, by id; for every role. Platform staff"
                            + " sees everybody.")
    ResponseEntity<List<PersonView>> people(
            @RequestParam(name = "limit", required = false) @Schema(minimum = "1", maximum = "500") @Nullable
                    Integer limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            Caller caller,
            HttpServletRequest request) {
        var page = IdPage.of(limit, cursor);
        long position = sequencer.highestPosition();
        return page.answer(directory.people(caller), PersonView::id, position, request);
    }

    @GetMapping("/{userId}")
    @Operation(summary = "Read a user")
    ResponseEntity<UserView> read(@PathVariable long userId, Caller caller) {
        long position = sequencer.highestPosition();
        var entry = visible(userId, caller);
        if (caller.userId() == null || caller.userId() != userId) {
            requireReader(caller);
        }
        return ResponseEntity.ok()
                .eTag("\"" + entry.version() + "\"")
                .header("Hub-Position", Long.toString(position))
                .body(entry.user());
    }

    private UserDirectory.Entry visible(long userId, Caller caller) {
        return directory
                .user(userId)
                .filter(found -> caller.sees(found.user().organization()))
                .orElseThrow(() -> ProblemException.notFound(new UserId(userId)));
    }

    private static void requireReader(Caller caller) {
        if (!caller.platform()) {
            caller.require(Permission.ADMINISTER);
        }
    }

    @PostMapping
    @Operation(summary = "Create a user")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = UserView.class)))
    ResponseEntity<byte[]> create(@Valid @RequestBody CreateRequest request, CommandCall call) {
        call.caller().require(Permission.ADMINISTER);
        boolean platform = request.platform().orKeepRequired(false);
        if (platform && request.organizationId() != null) {
            throw ProblemException.invalid("/organization_id", "must be absent: platform staff has no organisation");
        }
        if (platform) {
            call.caller().requirePlatformAdmin();
        }
        var organization = platform ? null : Tenancy.of(call.caller(), request.organizationId());
        var hash = passwords.hash(request.password());
        // It is kept with the key, and a plain one would tell who reads the table when a guess is right.
        var keyed = call.fingerprinted(tokens.fingerprint(call.fingerprint()));
        return pipeline.run(keyed, dispatch -> {
            var userId = new UserId(ids.next(Ids.Kind.USER));
            Outcome<UserView> outcome = dispatch.send(
                    new UserCommand.CreateUser(
                            userId,
                            organization,
                            request.username(),
                            request.email(),
                            request.role(),
                            platform,
                            null,
                            null),
                    call.context());
            credentials.setPassword(userId.value(), hash);
            return Answer.created("/api/v1/users/" + userId.value(), outcome.state(), outcome.version());
        });
    }

    @PatchMapping("/{userId}")
    @Operation(
            summary = "Change a user's role, organisation or activity",
            description = "Takes effect at the user's next request.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = UserView.class)))
    ResponseEntity<byte[]> change(
            @PathVariable long userId, @Valid @RequestBody ChangeRequest request, CommandCall call) {
        return pipeline.run(call, dispatch -> {
            Outcome<UserView> outcome = dispatch.send(
                    new UserCommand.ChangeUser(
                            new UserId(userId),
                            request.role(),
                            request.organizationId().map(OrganizationId::new),
                            request.active()),
                    call.context());
            return Answer.ok(outcome.state(), outcome.version());
        });
    }

    @PostMapping("/{userId}/password")
    @Operation(
            summary = "Change a password",
            description = "Users send current_password and password for themselves, administrators only password for"
                    + " others. Sessions and tokens from sign-ins before stop working.")
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "429", description = "Too many wrong passwords, here or at sign-in")
    ResponseEntity<byte[]> changePassword(
            @PathVariable long userId,
            @Valid @RequestBody PasswordRequest request,
            CommandCall call,
            HttpServletRequest http) {
        refuseKey(call);
        boolean self = call.caller().userId() != null && call.caller().userId() == userId;
        if (self) {
            var current = request.currentPassword();
            if (current == null) {
                throw ProblemException.fields(
                        ProblemType.MISSING_FIELD,
                        List.of(new ProblemException.FieldError("/current_password", "is required for oneself")));
            }
            requireRight(current, call.caller(), http);
        } else {
            // Hashing is dear: nobody causes it who may not. The command decides again.
            visible(userId, call.caller());
            call.caller().require(Permission.ADMINISTER);
        }
        // Before the transaction: who waits for a turn to hash holds no connection.
        var hash = passwords.hash(request.password());
        return pipeline.run(call, dispatch -> {
            Outcome<UserView> outcome =
                    dispatch.send(new UserCommand.RecordPasswordChange(new UserId(userId)), call.context());
            credentials.setPassword(userId, hash);
            return new Answer(NO_CONTENT, null, null, outcome.version());
        });
    }

    /** A guess here is a guess at the door: throttled, and on the security log. */
    private void requireRight(String password, Caller caller, HttpServletRequest http) {
        try {
            signIn.check(caller.username(), password, http.getRemoteAddr());
        } catch (ProblemException e) {
            throw e.type() == ProblemType.UNAUTHENTICATED
                    ? ProblemException.invalid("/current_password", "is wrong")
                    : e;
        }
    }

    /** Answers that hold or follow a secret are not kept, so they cannot be replayed. */
    static void refuseKey(CommandCall call) {
        if (call.idempotencyKey() != null) {
            throw new ProblemException(
                    ProblemType.MALFORMED, "This operation takes no Idempotency-Key: its answer must not be kept.");
        }
    }

    record CreateRequest(
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
            String password,

            @JsonProperty(required = true) @NotNull Role role,
            @Nullable Long organizationId,
            @Schema(defaultValue = "false") Patch<@NotNull Boolean> platform) {}

    record ChangeRequest(
            Patch<@NotNull Role> role,
            Patch<@NotNull Long> organizationId,
            @JsonProperty("is_active") Patch<@NotNull Boolean> active) {}

    @Schema(name = "ChangePassword")
    record PasswordRequest(
            @Text(max = 128) @Nullable String currentPassword,

            @JsonProperty(required = true) @Text(min = 8, max = 128, required = true)
            String password) {}
}
