package org.aigovernancehub.command.organization;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.aigovernancehub.api.Patch;
import org.aigovernancehub.api.organization.OrganizationCommand;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.organization.OrganizationView;
import org.aigovernancehub.command.pipeline.Answer;
import org.aigovernancehub.command.pipeline.CommandCall;
import org.aigovernancehub.command.pipeline.CommandPipeline;
import org.aigovernancehub.command.pipeline.Ids;
import org.aigovernancehub.command.pipeline.Outcome;
import org.aigovernancehub.command.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Writes on organisations. */
@RestController
@RequestMapping("/api/v1/organizations")
@Tag(name = "Organisations")
class OrganizationCommandController {
    private final CommandPipeline pipeline;
    private final Ids ids;

    OrganizationCommandController(CommandPipeline pipeline, Ids ids) {
        this.pipeline = pipeline;
        this.ids = ids;
    }

    @PostMapping
    @Operation(summary = "Create an organisation", description = "Platform administrators only.")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = OrganizationView.class)))
    ResponseEntity<byte[]> create(@Valid @RequestBody CreateRequest request, CommandCall call) {
        call.caller().requirePlatformAdmin();
        return pipeline.run(call, dispatch -> {
            var id = new OrganizationId(ids.next(Ids.Kind.ORGANIZATION));
            Outcome<OrganizationView> outcome = dispatch.send(
                    new OrganizationCommand.CreateOrganization(
                            id,
                            request.name(),
                            request.description(),
                            request.active().orKeepRequired(true)),
                    call.context());
            return Answer.created("/api/v1/organizations/" + id.value(), outcome.state(), outcome.version());
        });
    }

    @PatchMapping("/{organizationId}")
    @Operation(
            summary = "Change an organisation",
            description = "Its own administrators may rename and describe it; only platform administrators may"
                    + " activate and deactivate.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrganizationView.class)))
    ResponseEntity<byte[]> change(
            @PathVariable long organizationId, @Valid @RequestBody ChangeRequest request, CommandCall call) {
        return pipeline.run(call, dispatch -> {
            Outcome<OrganizationView> outcome = dispatch.send(
                    new OrganizationCommand.ChangeOrganization(
                            new OrganizationId(organizationId),
                            request.name(),
                            request.description(),
                            request.active()),
                    call.context());
            return Answer.ok(outcome.state(), outcome.version());
        });
    }

    record CreateRequest(
            @JsonProperty(required = true) @Text(min = 1, max = 255, required = true)
            String name,

            @Text(max = 2000) @Nullable String description,

            @JsonProperty("is_active") @Schema(defaultValue = "true")
            Patch<@NotNull Boolean> active) {}

    record ChangeRequest(
            Patch<@Text(min = 1, max = 255, required = true) String> name,
            Patch<@Text(max = 2000) String> description,
            @JsonProperty("is_active") Patch<@NotNull Boolean> active) {}
}
