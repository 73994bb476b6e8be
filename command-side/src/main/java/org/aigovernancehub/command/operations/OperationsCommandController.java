package org.aigovernancehub.command.operations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.aigovernancehub.api.operations.OperationsCommand;
import org.aigovernancehub.command.pipeline.Answer;
import org.aigovernancehub.command.pipeline.CommandCall;
import org.aigovernancehub.command.pipeline.CommandPipeline;
import org.aigovernancehub.command.pipeline.Message;
import org.aigovernancehub.command.pipeline.Outcome;
import org.aigovernancehub.command.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What platform administrators ask of the read side; each request is an event, and its effect is there for the next read. */
@RestController
@RequestMapping("/api/v1/operations")
@Tag(name = "Operations")
class OperationsCommandController {
    private static final int ACCEPTED = 202;

    private final CommandPipeline pipeline;

    OperationsCommandController(CommandPipeline pipeline) {
        this.pipeline = pipeline;
    }

    @PostMapping("/rebuild")
    @Operation(
            summary = "Rebuild all read models",
            description = "A new generation is built beside the live one, which serves reads until it is replaced.")
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Message.class)))
    ResponseEntity<byte[]> rebuild(
            @Valid @RequestBody(required = false) @Nullable ReasonRequest request, CommandCall call) {
        return send(new OperationsCommand.RequestReadModelRebuild(reason(request)), "Rebuild requested", call);
    }

    @PostMapping("/dead-letters/{position}/retry")
    @Operation(summary = "Apply a parked event, and those behind it, again")
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Message.class)))
    ResponseEntity<byte[]> retry(@PathVariable long position, CommandCall call) {
        return send(new OperationsCommand.RetryDeadLetter(position), "Retry requested", call);
    }

    @PostMapping("/dead-letters/{position}/discard")
    @Operation(
            summary = "Give a parked event up",
            description = "The entity stays marked as damaged until a rebuild: its row misses this event.")
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Message.class)))
    ResponseEntity<byte[]> discard(
            @PathVariable long position,
            @Valid @RequestBody(required = false) @Nullable ReasonRequest request,
            CommandCall call) {
        return send(new OperationsCommand.DiscardDeadLetter(position, reason(request)), "Discard requested", call);
    }

    private ResponseEntity<byte[]> send(OperationsCommand command, String message, CommandCall call) {
        call.caller().requirePlatformAdmin();
        return pipeline.run(call, dispatch -> {
            Outcome<Boolean> outcome = dispatch.send(command, call.context());
            return new Answer(ACCEPTED, new Message(message), null, outcome.version());
        });
    }

    private static @Nullable String reason(@Nullable ReasonRequest request) {
        return request == null ? null : request.reason();
    }

    @Schema(name = "Reason")
    record ReasonRequest(@Text(max = 500) @Nullable String reason) {}
}
