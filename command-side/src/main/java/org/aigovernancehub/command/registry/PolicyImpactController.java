package org.aigovernancehub.command.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import java.util.Optional;
import org.aigovernancehub.api.policy.PolicyEvaluation;
import org.aigovernancehub.api.policy.PolicyId;
import org.aigovernancehub.api.policy.Verdict;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.api.registry.ModelCommand;
import org.aigovernancehub.api.registry.ModelId;
import org.aigovernancehub.command.pipeline.Answer;
import org.aigovernancehub.command.pipeline.CommandCall;
import org.aigovernancehub.command.pipeline.CommandPipeline;
import org.aigovernancehub.command.web.IdPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a policy would do to the models that there are. Here, and not with policies, since it asks the models. */
@RestController
@RequestMapping("/api/v1/policies")
@Tag(name = "Policies")
class PolicyImpactController {
    private static final String CURSOR = "\\d{1,18}";

    private final CommandPipeline pipeline;
    private final PolicyCoverage coverage;

    PolicyImpactController(CommandPipeline pipeline, PolicyCoverage coverage) {
        this.pipeline = pipeline;
        this.coverage = coverage;
    }

    @GetMapping("/{policyId}/impact")
    @Operation(
            operationId = "policyImpact",
            summary = "Which models a policy would block",
            description =
                    "Evaluates the policy, active or not, for every model that it covers, as if somebody asked now to approve"
                            + " it. The evaluation is the one that enforcement uses; nothing is written. Pages go by the models"
                            + " that were looked at, so that one may show none.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PolicyImpact.class)))
    ResponseEntity<byte[]> impact(
            @PathVariable long policyId,
            @Parameter(description = "How many models to look at, 1 to 100")
                    @RequestParam(name = "limit", defaultValue = "50")
                    @Min(value = 1, message = "must be from 1 to 100")
                    @Max(value = 100, message = "must be from 1 to 100")
                    int limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            CommandCall call,
            HttpServletRequest request) {
        if (cursor != null && !cursor.matches(CURSOR)) {
            throw new ProblemException(ProblemType.MALFORMED, "'cursor' is none that this list has given.");
        }
        var id = new PolicyId(policyId);
        var extent = coverage.of(id, call.caller());
        var found = coverage.after(cursor == null ? 0 : Long.parseLong(cursor), extent, limit + 1);
        var page = found.subList(0, Math.min(limit, found.size()));
        var answer = pipeline.run(call, dispatch -> {
            var objections = new ArrayList<PolicyImpact.Model>();
            int approvable = 0;
            for (var covered : page) {
                Optional<PolicyEvaluation> evaluation = dispatch.send(
                        new ModelCommand.AssessApproval(new ModelId(covered.modelId()), id), call.context());
                if (evaluation.isPresent()) {
                    approvable++;
                    if (evaluation.get().verdict() != Verdict.PASS) {
                        objections.add(PolicyImpact.Model.of(covered, evaluation.get()));
                    }
                }
            }
            return Answer.ok(new PolicyImpact(page.size(), approvable, objections));
        });
        var headers = new HttpHeaders();
        headers.putAll(answer.getHeaders());
        headers.set("X-Total-Count", coverage.total(extent));
        if (found.size() > limit) {
            headers.add(
                    HttpHeaders.LINK, IdPage.link(Long.toString(page.getLast().modelId()), "next", request));
        }
        return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
    }
}
