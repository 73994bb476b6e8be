package org.aigovernancehub.command.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import org.aigovernancehub.api.Wire;
import org.aigovernancehub.api.identity.Permission;
import org.aigovernancehub.api.policy.TransitionAssessment;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.DependencyView;
import org.aigovernancehub.api.registry.LinkView;
import org.aigovernancehub.api.registry.ModelCommand;
import org.aigovernancehub.api.registry.ModelId;
import org.aigovernancehub.api.registry.ModelResource;
import org.aigovernancehub.api.registry.ModelView;
import org.aigovernancehub.api.registry.ReviewView;
import org.aigovernancehub.command.pipeline.Answer;
import org.aigovernancehub.command.pipeline.CommandCall;
import org.aigovernancehub.command.pipeline.CommandPipeline;
import org.aigovernancehub.command.pipeline.Ids;
import org.aigovernancehub.command.pipeline.Outcome;
import org.aigovernancehub.command.web.Tenancy;
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

/** Writes on models, and what stands in the way of their next state. */
@RestController
@RequestMapping("/api/v1/models")
@Tag(name = "Models")
class ModelCommandController {
    private final CommandPipeline pipeline;
    private final Ids ids;

    ModelCommandController(CommandPipeline pipeline, Ids ids) {
        this.pipeline = pipeline;
        this.ids = ids;
    }

    @PostMapping
    @Operation(summary = "Register a model")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ModelResource.class)))
    ResponseEntity<byte[]> register(@Valid @RequestBody ModelRequests.Register request, CommandCall call) {
        call.caller().require(Permission.CHANGE_REGISTRY);
        var organization = Tenancy.of(call.caller(), request.organizationId());
        return pipeline.run(call, dispatch -> {
            var modelId = new ModelId(ids.next(Ids.Kind.MODEL));
            Outcome<ModelView> outcome = dispatch.send(request.command(modelId, organization), call.context());
            return Answer.created(
                    "/api/v1/models/" + modelId.value(),
                    ModelResource.of(outcome.state(), call.caller().role()),
                    outcome.version());
        });
    }

    @PatchMapping("/{modelId}")
    @Operation(summary = "Change what a model is called, whose it is and what data it touches")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ModelResource.class)))
    ResponseEntity<byte[]> change(
            @PathVariable long modelId, @Valid @RequestBody ModelRequests.Change request, CommandCall call) {
        return changed(request.command(new ModelId(modelId)), call);
    }

    @PatchMapping("/{modelId}/risk-profile")
    @Operation(
            summary = "Change a model's risk profile",
            description = "A rise in risk sends an approved model back to under_review.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ModelResource.class)))
    ResponseEntity<byte[]> changeRisk(
            @PathVariable long modelId, @Valid @RequestBody ModelRequests.ChangeRisk request, CommandCall call) {
        return changed(request.command(new ModelId(modelId)), call);
    }

    private ResponseEntity<byte[]> changed(ModelCommand command, CommandCall call) {
        return pipeline.run(call, dispatch -> {
            Outcome<ModelView> outcome = dispatch.send(command, call.context());
            return Answer.ok(ModelResource.of(outcome.state(), call.caller().role()), outcome.version());
        });
    }

    @PatchMapping("/{modelId}/compliance-status")
    @Operation(
            summary = "Move a model through its compliance lifecycle",
            description =
                    "Every policy that applies is evaluated. A refusal is recorded and lists every failing policy.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StatusChange.class)))
    @ApiResponse(
            responseCode = "403",
            description = "The role does not allow it, or enforced policies refuse it, which is recorded")
    ResponseEntity<byte[]> changeStatus(
            @PathVariable long modelId, @Valid @RequestBody ModelRequests.ChangeStatus request, CommandCall call) {
        return pipeline.run(call, dispatch -> {
            Outcome<ModelView> outcome = dispatch.send(request.command(new ModelId(modelId)), call.context());
            return StatusChange.answer(outcome, call.caller().role());
        });
    }

    @GetMapping("/{modelId}/transitions")
    @Operation(
            summary = "What stands in the way of each state",
            description = "Exactly the evaluation that enforcement uses; writes nothing.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = TransitionAssessment.class))))
    ResponseEntity<byte[]> transitions(
            @PathVariable long modelId,
            @Parameter(description = "Only this state; all of them without it")
                    @Schema(allowableValues = {"draft", "under_review", "approved", "retired"})
                    @RequestParam(name = "to", required = false)
                    @Nullable
                    String to,
            CommandCall call) {
        var targets = to == null
                ? Arrays.asList(ComplianceStatus.values())
                : List.of(Wire.find(ComplianceStatus.class, to)
                        .orElseThrow(() -> new ProblemException(
                                ProblemType.MALFORMED,
                                "'to' must be one of %s.".formatted(Wire.names(ComplianceStatus.class)))));
        return pipeline.run(call, dispatch -> {
            List<TransitionAssessment> assessments =
                    dispatch.send(new ModelCommand.AssessTransitions(new ModelId(modelId), targets), call.context());
            return Answer.ok(assessments);
        });
    }

    @PostMapping("/{modelId}/reviews")
    @Operation(summary = "Record a review", description = "Only while the model is under_review.")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ReviewView.class)))
    ResponseEntity<byte[]> review(
            @PathVariable long modelId, @Valid @RequestBody ModelRequests.Review request, CommandCall call) {
        var command = new ModelCommand.RecordReview(new ModelId(modelId), request.outcome(), request.notes());
        return pipeline.run(call, dispatch -> {
            Outcome<ReviewView> outcome = dispatch.send(command, call.context());
            return Answer.created("/api/v1/models/%d/reviews".formatted(modelId), outcome.state(), outcome.version());
        });
    }

    @PostMapping("/{modelId}/datasets")
    @Operation(summary = "Link a dataset to a model")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = LinkView.class)))
    ResponseEntity<byte[]> link(
            @PathVariable long modelId, @Valid @RequestBody ModelRequests.Link request, CommandCall call) {
        return pipeline.run(call, dispatch -> {
            Outcome<LinkView> outcome = dispatch.send(request.command(new ModelId(modelId)), call.context());
            return Answer.created("/api/v1/models/%d/datasets".formatted(modelId), outcome.state(), outcome.version());
        });
    }

    @PostMapping("/{modelId}/dependencies")
    @Operation(summary = "Say which model this one came from")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = DependencyView.class)))
    ResponseEntity<byte[]> depend(
            @PathVariable long modelId, @Valid @RequestBody ModelRequests.Dependency request, CommandCall call) {
        return pipeline.run(call, dispatch -> {
            Outcome<DependencyView> outcome = dispatch.send(request.command(new ModelId(modelId)), call.context());
            return Answer.created("/api/v1/models/%d/lineage".formatted(modelId), outcome.state(), outcome.version());
        });
    }
}
