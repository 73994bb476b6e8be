package org.aigovernancehub.command.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.function.Function;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.registry.MetricView;
import org.aigovernancehub.api.registry.ModelCommand;
import org.aigovernancehub.api.registry.ModelCommand.Measurement;
import org.aigovernancehub.api.registry.ModelId;
import org.aigovernancehub.api.registry.VersionView;
import org.aigovernancehub.command.pipeline.Answer;
import org.aigovernancehub.command.pipeline.CommandCall;
import org.aigovernancehub.command.pipeline.CommandPipeline;
import org.aigovernancehub.command.pipeline.Outcome;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Writes on versions and their metrics; both belong to the model's stream. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Versions and metrics")
class VersionCommandController {
    private static final int LARGEST_BATCH = 1_000;

    private final CommandPipeline pipeline;
    private final Versions versions;

    VersionCommandController(CommandPipeline pipeline, Versions versions) {
        this.pipeline = pipeline;
        this.versions = versions;
    }

    @PostMapping("/versions")
    @Operation(summary = "Register a version of a model")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = VersionView.class)))
    ResponseEntity<byte[]> register(@Valid @RequestBody ModelRequests.RegisterVersion request, CommandCall call) {
        var command = new ModelCommand.RegisterVersion(
                new ModelId(request.modelId()), request.versionTag(), request.s3Path(), request.artifactDigest());
        return pipeline.run(call, dispatch -> {
            Outcome<VersionView> outcome = dispatch.send(command, call.context());
            return Answer.created("/api/v1/versions/" + outcome.state().id(), outcome.state(), outcome.version());
        });
    }

    @PostMapping("/metrics")
    @Operation(summary = "Record one metric of a version")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = MetricView.class)))
    ResponseEntity<byte[]> record(@Valid @RequestBody ModelRequests.Metric request, CommandCall call) {
        var measurement = new Measurement(request.metricName(), request.value());
        return record(request.versionId(), List.of(measurement), List::getFirst, call);
    }

    @PostMapping("/versions/{versionId}/metrics")
    @Operation(summary = "Record metrics of a version, all or none")
    @ApiResponse(
            responseCode = "201",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = MetricView.class))))
    ResponseEntity<byte[]> recordAll(
            @PathVariable long versionId,
            @RequestBody @Size(min = 1, max = LARGEST_BATCH, message = "takes 1 to 1,000 metrics")
                    List<ModelRequests.@NotNull @Valid MetricOfVersion> request,
            CommandCall call) {
        return record(versionId, ModelRequests.MetricOfVersion.measurements(request), metrics -> metrics, call);
    }

    private ResponseEntity<byte[]> record(
            long versionId, List<Measurement> measurements, Function<List<MetricView>, Object> body, CommandCall call) {
        return pipeline.run(call, dispatch -> {
            var modelId =
                    versions.modelOf(versionId).orElseThrow(() -> ProblemException.notFound("version", versionId));
            Outcome<List<MetricView>> outcome = sendHidingTheModel(
                    () -> dispatch.send(
                            new ModelCommand.RecordMetrics(modelId, versionId, measurements), call.context()),
                    versionId);
            return Answer.created(
                    "/api/v1/versions/%d/metrics".formatted(versionId), body.apply(outcome.state()), outcome.version());
        });
    }

    /** A foreign version must look like an absent one: the answer must not name the model that it belongs to. */
    private static <R> R sendHidingTheModel(java.util.function.Supplier<R> send, long versionId) {
        try {
            return send.get();
        } catch (ProblemException e) {
            throw e.type() == org.aigovernancehub.api.problem.ProblemType.NOT_FOUND
                    ? ProblemException.notFound("version", versionId)
                    : e;
        }
    }
}
