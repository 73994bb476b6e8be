package org.aigovernancehub.command.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.identity.Permission;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.api.registry.ModelId;
import org.aigovernancehub.api.report.ReportCommand;
import org.aigovernancehub.api.report.ReportFormat;
import org.aigovernancehub.api.report.ReportId;
import org.aigovernancehub.command.Sha256;
import org.aigovernancehub.command.eventstore.Sequencer;
import org.aigovernancehub.command.pipeline.Answer;
import org.aigovernancehub.command.pipeline.AnswerWriter;
import org.aigovernancehub.command.pipeline.CommandCall;
import org.aigovernancehub.command.pipeline.CommandPipeline;
import org.aigovernancehub.command.pipeline.Message;
import org.aigovernancehub.command.report.content.ComplianceReport;
import org.aigovernancehub.command.report.content.ReportFold;
import org.aigovernancehub.command.report.content.ReportSources;
import org.aigovernancehub.command.report.paper.PaperRenderer;
import org.aigovernancehub.command.web.CallerSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hands out compliance reports. What was handed out is recorded before its first byte is sent. */
@RestController
@RequestMapping("/api/v1/reports")
@Tag(name = "Reports")
class ReportController {
    private static final String POSITION = "Hub-Position";

    private final CommandPipeline pipeline;
    private final ReportReader reader;
    private final ReportPress press;
    private final ReportLimits limits;
    private final Sequencer sequencer;
    private final AnswerWriter writer;
    private final CallerSource callers;

    ReportController(
            CommandPipeline pipeline,
            ReportReader reader,
            ReportPress press,
            ReportLimits limits,
            Sequencer sequencer,
            AnswerWriter writer,
            CallerSource callers) {
        this.pipeline = pipeline;
        this.reader = reader;
        this.press = press;
        this.limits = limits;
        this.sequencer = sequencer;
        this.writer = writer;
        this.callers = callers;
    }

    @GetMapping(
            path = "/models/{modelId}/compliance-report",
            produces = {MediaType.APPLICATION_PDF_VALUE, MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            operationId = "reportRead",
            summary = "Download a model's compliance report",
            description =
                    "At the position at, or the highest one. The same model at the same position gives the same bytes. Each"
                            + " download is recorded with their digest; a HEAD is not.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_PDF_VALUE,
                        schema = @Schema(type = "string", format = "binary")),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = ComplianceReport.class))
            })
    ResponseEntity<byte[]> read(
            @PathVariable long modelId,
            @RequestParam(name = "format", required = false) @Schema(defaultValue = "pdf") @Nullable
                    ReportFormat format,
            @RequestParam(name = "at", required = false) @Schema(minimum = "1") @Nullable Long at,
            Caller caller,
            HttpServletRequest request) {
        caller.require(Permission.READ);
        var id = new ModelId(modelId);
        long position = position(at);
        var registration = reader.registration(id, position, caller).orElseThrow(() -> ProblemException.notFound(id));
        var wanted = format == null ? accepted(request) : format;
        if (!request.getMethod().equals("GET")) {
            return ResponseEntity.ok()
                    .headers(headers(wanted, registration.details().name(), id, position))
                    .build();
        }
        var made = press.run(() -> make(reader.read(registration, position), wanted));
        var digest = Sha256.of(made.bytes());
        var command = new ReportCommand.IssueComplianceReport(
                ReportId.of(id),
                registration.organizationId(),
                id,
                position,
                wanted,
                "sha256:" + HexFormat.of().formatHex(digest));
        var call = new CommandCall(
                callers.acting(request), request.getMethod(), request.getRequestURI(), null, null, new byte[0]);
        pipeline.run(call, dispatch -> {
            dispatch.send(command, call.context());
            return Answer.ok(new Message("Report issued"));
        });
        return ResponseEntity.ok()
                .headers(headers(wanted, made.name(), id, position))
                .body(made.bytes());
    }

    private record Made(String name, byte[] bytes) {}

    private Made make(ReportSources sources, ReportFormat format) {
        var report = ReportFold.fold(sources);
        var bytes =
                switch (format) {
                    case PDF -> PaperRenderer.pdf(report, limits.pages(), ReportLimits.BYTES);
                    case JSON -> writer.json(report).getBytes(StandardCharsets.UTF_8);
                };
        return new Made(report.model().details().name(), bytes);
    }

    private long position(@Nullable Long at) {
        if (at != null && at < 1) {
            throw new ProblemException(ProblemType.MALFORMED, "at is a position: 1 or above.");
        }
        long highest = sequencer.highestPosition();
        if (at != null && at > highest) {
            throw new ProblemException(
                    ProblemType.POSITION_UNKNOWN,
                    "There is no position %d yet; the highest is %d.".formatted(at, highest));
        }
        return at == null ? highest : at;
    }

    /** Without a format, a client that takes JSON and no PDF gets JSON. */
    private static ReportFormat accepted(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null) {
            return ReportFormat.PDF;
        }
        List<MediaType> ranges = MediaType.parseMediaTypes(accept);
        return ranges.stream().anyMatch(range -> range.includes(MediaType.APPLICATION_PDF))
                ? ReportFormat.PDF
                : ReportFormat.JSON;
    }

    private static HttpHeaders headers(ReportFormat format, String name, ModelId id, long position) {
        var headers = new HttpHeaders();
        headers.setContentType(
                switch (format) {
                    case PDF -> MediaType.APPLICATION_PDF;
                    case JSON -> MediaType.APPLICATION_JSON;
                });
        headers.set(
                HttpHeaders.CONTENT_DISPOSITION,
                FileName.of(name, id, position, format).header());
        headers.set(POSITION, Long.toString(position));
        return headers;
    }
}
