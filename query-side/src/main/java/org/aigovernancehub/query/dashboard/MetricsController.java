package org.aigovernancehub.query.dashboard;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.query.read.ReadCall;
import org.aigovernancehub.query.read.ReadGate;
import org.aigovernancehub.query.read.Reading;
import org.aigovernancehub.query.read.Snapshot;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What Prometheus scrapes, for those who have no way to the management port. */
@RestController
@Tag(name = "Operations")
class MetricsController {
    private static final String OPEN_METRICS = "application/openmetrics-text";

    /** The library writes character by character, and the buffer that a virtual thread makes for it grows, and is copied, by one each time. */
    private static final Executor PLATFORM_THREAD =
            Thread.ofPlatform().name("metrics").daemon()::start;

    private final ReadGate gate;
    private final PrometheusRegistry registry;

    MetricsController(ReadGate gate, PrometheusRegistry registry) {
        this.gate = gate;
        this.registry = registry;
    }

    @GetMapping("/api/v1/metrics")
    @Operation(
            summary = "Metrics for Prometheus",
            description =
                    "Needs the token of platform staff. In the text format, or as OpenMetrics if Accept names it.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string")),
                @Content(mediaType = OPEN_METRICS, schema = @Schema(type = "string"))
            })
    ResponseEntity<byte[]> scrape(ReadCall call) {
        if (!call.caller().platform()) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "The metrics are of the whole platform; only its staff may see them.");
        }
        var writer = writer(call.accept());
        var headers = headers(call);
        var snapshots = registry.scrape();
        return ResponseEntity.ok()
                .headers(headers)
                .contentType(MediaType.parseMediaType(writer.getContentType()))
                .body(CompletableFuture.supplyAsync(() -> text(writer, snapshots), PLATFORM_THREAD)
                        .join());
    }

    private static byte[] text(ExpositionFormatWriter writer, MetricSnapshots snapshots) {
        var text = new ByteArrayOutputStream();
        try {
            writer.write(text, snapshots);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toByteArray();
    }

    /** Waits for the counters to catch up, but not for ever: that they do not is what monitoring has to see. */
    private HttpHeaders headers(ReadCall call) {
        try {
            return gate.read(call, Snapshot::position).headers(true);
        } catch (ProblemException e) {
            if (e.type() != ProblemType.PROJECTION_BEHIND) {
                throw e;
            }
            var headers = new HttpHeaders();
            headers.set(Reading.STALE, "true");
            return headers;
        }
    }

    private static ExpositionFormatWriter writer(List<String> accept) {
        var accepted = parsed(accept);
        // Only if it is named: a browser that takes anything gets what a person can read.
        if (accepted.stream().anyMatch(type -> (type.getType() + "/" + type.getSubtype()).equals(OPEN_METRICS))) {
            return OpenMetricsTextFormatWriter.create();
        }
        if (accepted.isEmpty() || accepted.stream().anyMatch(type -> type.includes(MediaType.TEXT_PLAIN))) {
            return PrometheusTextFormatWriter.create();
        }
        throw new ProblemException(
                ProblemType.NOT_ACCEPTABLE,
                "This is available as %s, %s.".formatted(MediaType.TEXT_PLAIN_VALUE, OPEN_METRICS));
    }

    private static List<MediaType> parsed(List<String> accept) {
        try {
            return MediaType.parseMediaTypes(accept).stream()
                    .filter(type -> type.getQualityValue() > 0)
                    .toList();
        } catch (InvalidMediaTypeException e) {
            throw new ProblemException(ProblemType.NOT_ACCEPTABLE, "The header Accept could not be read.");
        }
    }
}
