package org.aigovernancehub.command.dataset;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.aigovernancehub.api.Patch;
import org.aigovernancehub.api.dataset.DatasetCommand;
import org.aigovernancehub.api.dataset.DatasetDetails;
import org.aigovernancehub.api.dataset.DatasetId;
import org.aigovernancehub.api.dataset.DatasetView;
import org.aigovernancehub.api.identity.Permission;
import org.aigovernancehub.api.registry.DataClassification;
import org.aigovernancehub.api.registry.DataSensitivity;
import org.aigovernancehub.command.pipeline.Answer;
import org.aigovernancehub.command.pipeline.CommandCall;
import org.aigovernancehub.command.pipeline.CommandPipeline;
import org.aigovernancehub.command.pipeline.Ids;
import org.aigovernancehub.command.pipeline.Outcome;
import org.aigovernancehub.command.web.Tenancy;
import org.aigovernancehub.command.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Writes on datasets. */
@RestController
@RequestMapping("/api/v1/datasets")
@Tag(name = "Datasets")
class DatasetCommandController {
    private static final String NOT_NEGATIVE = "must be 0 or more";

    private final CommandPipeline pipeline;
    private final Ids ids;

    DatasetCommandController(CommandPipeline pipeline, Ids ids) {
        this.pipeline = pipeline;
        this.ids = ids;
    }

    @PostMapping
    @Operation(summary = "Register a dataset")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = DatasetView.class)))
    ResponseEntity<byte[]> register(@Valid @RequestBody RegisterRequest request, CommandCall call) {
        call.caller().require(Permission.CHANGE_REGISTRY);
        var organization = Tenancy.of(call.caller(), request.organizationId());
        return pipeline.run(call, dispatch -> {
            var datasetId = new DatasetId(ids.next(Ids.Kind.DATASET));
            Outcome<DatasetView> outcome = dispatch.send(
                    new DatasetCommand.RegisterDataset(datasetId, organization, request.details()), call.context());
            return Answer.created("/api/v1/datasets/" + datasetId.value(), outcome.state(), outcome.version());
        });
    }

    @PatchMapping("/{datasetId}")
    @Operation(summary = "Change a dataset")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DatasetView.class)))
    ResponseEntity<byte[]> change(
            @PathVariable long datasetId, @Valid @RequestBody ChangeRequest request, CommandCall call) {
        return pipeline.run(call, dispatch -> {
            Outcome<DatasetView> outcome = dispatch.send(request.command(new DatasetId(datasetId)), call.context());
            return Answer.ok(outcome.state(), outcome.version());
        });
    }

    record RegisterRequest(
            @JsonProperty(required = true) @Text(min = 1, max = 255, required = true)
            String name,

            @Text(max = 2000) @Nullable String description,
            @Text(max = 255) @Nullable String sourceSystem,
            @Text(max = 500) @Nullable String location,
            @Schema(defaultValue = "internal") Patch<@NotNull DataSensitivity> dataSensitivity,
            @Schema(defaultValue = "internal") Patch<@NotNull DataClassification> dataClassification,
            @Nullable Long organizationId,

            @PositiveOrZero(message = NOT_NEGATIVE) @Nullable
            Long recordCount) {

        DatasetDetails details() {
            return new DatasetDetails(
                    name,
                    description,
                    sourceSystem,
                    location,
                    dataSensitivity.orKeepRequired(DataSensitivity.INTERNAL),
                    dataClassification.orKeepRequired(DataClassification.INTERNAL),
                    recordCount);
        }
    }

    record ChangeRequest(
            Patch<@Text(min = 1, max = 255, required = true) String> name,
            Patch<@Text(max = 2000) String> description,
            Patch<@Text(max = 255) String> sourceSystem,
            Patch<@Text(max = 500) String> location,
            Patch<@NotNull DataSensitivity> dataSensitivity,
            Patch<@NotNull DataClassification> dataClassification,
            Patch<@PositiveOrZero(message = NOT_NEGATIVE) Long> recordCount) {

        DatasetCommand.ChangeDatasetDetails command(DatasetId datasetId) {
            return new DatasetCommand.ChangeDatasetDetails(
                    datasetId,
                    name,
                    description,
                    sourceSystem,
                    location,
                    dataSensitivity,
                    dataClassification,
                    recordCount);
        }
    }
}
