package org.aigovernancehub.command.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.aigovernancehub.api.Patch;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.policy.ConditionType;
import org.aigovernancehub.api.policy.PolicyCommand;
import org.aigovernancehub.api.policy.PolicyId;
import org.aigovernancehub.api.policy.PolicyMode;
import org.aigovernancehub.api.policy.PolicyScope;
import org.aigovernancehub.api.policy.PolicyTerms;
import org.aigovernancehub.api.policy.PolicyView;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.command.pipeline.Answer;
import org.aigovernancehub.command.pipeline.CommandCall;
import org.aigovernancehub.command.pipeline.CommandPipeline;
import org.aigovernancehub.command.pipeline.Ids;
import org.aigovernancehub.command.pipeline.Message;
import org.aigovernancehub.command.pipeline.Outcome;
import org.aigovernancehub.command.web.Tenancy;
import org.aigovernancehub.command.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Writes on policies. */
@RestController
@RequestMapping("/api/v1/policies")
@Tag(name = "Policies")
class PolicyCommandController {
    private final CommandPipeline pipeline;
    private final Ids ids;

    PolicyCommandController(CommandPipeline pipeline, Ids ids) {
        this.pipeline = pipeline;
        this.ids = ids;
    }

    @PostMapping
    @Operation(summary = "Create a policy", description = "It binds from the moment this is answered, on every hub.")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PolicyView.class)))
    ResponseEntity<byte[]> create(@Valid @RequestBody CreateRequest request, CommandCall call) {
        return pipeline.run(call, dispatch -> {
            var policyId = new PolicyId(ids.next(Ids.Kind.POLICY));
            Outcome<PolicyView> outcome = dispatch.send(request.command(policyId, call.caller()), call.context());
            return Answer.created("/api/v1/policies/" + policyId.value(), outcome.state(), outcome.version());
        });
    }

    @PatchMapping("/{policyId}")
    @Operation(summary = "Change, activate or deactivate a policy")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PolicyView.class)))
    ResponseEntity<byte[]> change(
            @PathVariable long policyId, @Valid @RequestBody ChangeRequest request, CommandCall call) {
        return pipeline.run(call, dispatch -> {
            Outcome<PolicyView> outcome = dispatch.send(request.command(new PolicyId(policyId)), call.context());
            return Answer.ok(outcome.state(), outcome.version());
        });
    }

    @DeleteMapping("/{policyId}")
    @Operation(summary = "Deactivate a policy", description = "Policies are never deleted; the trail names them.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Message.class)))
    ResponseEntity<byte[]> deactivate(@PathVariable long policyId, CommandCall call) {
        return pipeline.run(call, dispatch -> {
            Outcome<PolicyView> outcome =
                    dispatch.send(PolicyCommand.ChangePolicy.deactivation(new PolicyId(policyId)), call.context());
            return Answer.ok(new Message("Policy deactivated"), outcome.version());
        });
    }

    record CreateRequest(
            @JsonProperty(required = true) @Text(min = 1, max = 255, required = true)
            String name,

            @Text(max = 2000) @Nullable String description,
            @Schema(defaultValue = "global") Patch<@NotNull PolicyScope> scope,
            @JsonProperty(required = true) @NotNull ConditionType conditionType,
            @Nullable Map<String, Object> parameters,
            @Schema(defaultValue = "enforce") Patch<@NotNull PolicyMode> mode,

            @JsonProperty("is_active") @Schema(defaultValue = "true")
            Patch<@NotNull Boolean> active,

            @Nullable Long organizationId,
            @Nullable Environment environment) {

        PolicyCommand.CreatePolicy command(PolicyId policyId, Caller caller) {
            var covered = scope.orKeepRequired(PolicyScope.GLOBAL);
            if (parameters != null && !parameters.isEmpty()) {
                throw ProblemException.invalid("/parameters", "must be absent or empty: this condition takes none");
            }
            if (covered != PolicyScope.ENVIRONMENT && environment != null) {
                throw ProblemException.invalid("/environment", "goes with scope environment only");
            }
            return new PolicyCommand.CreatePolicy(
                    policyId,
                    owner(covered, caller),
                    environment,
                    covered,
                    conditionType,
                    new PolicyTerms(name, description, mode.orKeepRequired(PolicyMode.ENFORCE)),
                    active.orKeepRequired(true));
        }

        private @Nullable OrganizationId owner(PolicyScope covered, Caller caller) {
            return switch (covered) {
                case GLOBAL -> {
                    if (organizationId != null) {
                        throw ProblemException.invalid("/organization_id", "must be absent for scope global");
                    }
                    yield null;
                }
                case ORGANIZATION, ENVIRONMENT -> {
                    if (caller.platform() && organizationId == null) {
                        throw ProblemException.invalid(
                                "/organization_id", "is needed: platform staff has no organisation of its own");
                    }
                    yield Tenancy.of(caller, organizationId);
                }
            };
        }
    }

    record ChangeRequest(
            Patch<@Text(min = 1, max = 255, required = true) String> name,
            Patch<@Text(max = 2000) String> description,
            Patch<@NotNull PolicyMode> mode,
            @JsonProperty("is_active") Patch<@NotNull Boolean> active) {

        PolicyCommand.ChangePolicy command(PolicyId policyId) {
            return new PolicyCommand.ChangePolicy(policyId, name, description, mode, active);
        }
    }
}
