package org.aigovernancehub.query.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.query.read.ReadCall;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The audit trail as it grows, as server-sent events. */
@RestController
@RequestMapping("/api/v1/events")
@Tag(name = "Audit trail")
class EventStreamController {
    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");

    private final EventStreams streams;

    EventStreamController(EventStreams streams) {
        this.streams = streams;
    }

    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Follow the audit trail",
            description =
                    "Server-sent events: id is the position, event the action, data the audit entry. Only what the"
                            + " caller may see. A comment comes at least every 15 seconds. The stream ends when the caller's"
                            + " credentials do.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = AuditEntry.class)))
    void follow(
            @Parameter(description = "The position after which to go on; without it the stream starts now")
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable
                    String lastEventId,
            ReadCall call,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        streams.serve(call, position(lastEventId), request, response);
    }

    private static @Nullable Long position(@Nullable String lastEventId) {
        if (lastEventId == null) {
            return null;
        }
        if (!POSITION.matcher(lastEventId).matches()) {
            throw new ProblemException(
                    ProblemType.MALFORMED, "Last-Event-ID: it must be the id of an event, a whole number.");
        }
        return Long.valueOf(lastEventId);
    }
}
