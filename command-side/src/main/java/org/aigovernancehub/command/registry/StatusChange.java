package org.aigovernancehub.command.registry;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.aigovernancehub.api.identity.Role;
import org.aigovernancehub.api.policy.Finding;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.api.registry.ModelResource;
import org.aigovernancehub.api.registry.ModelView;
import org.aigovernancehub.command.pipeline.Answer;
import org.aigovernancehub.command.pipeline.Outcome;

/**
 * A model after a move, or after a repeated one.
 *
 * @param warnings what policies that only warn objected
 */
record StatusChange(@JsonUnwrapped ModelResource model, List<Objection> warnings) {

    /**
     * One policy's objection as clients see it.
     *
     * @param reason a sentence that says what is missing
     */
    @Schema(name = "Objection")
    record Objection(
            long policyId,
            String policyName,
            String conditionType,
            String reason,
            org.aigovernancehub.api.policy.Facts facts) {

        static Objection of(Finding finding) {
            return new Objection(
                    finding.policyId().value(),
                    finding.policyName(),
                    finding.conditionType().wire(),
                    finding.reason(),
                    finding.facts());
        }
    }

    static Answer answer(Outcome<ModelView> outcome, Role role) {
        return switch (outcome) {
            case Outcome.Accepted<ModelView> accepted ->
                Answer.ok(of(accepted.state(), role, accepted.warnings()), accepted.version());
            case Outcome.Unchanged<ModelView> unchanged ->
                Answer.ok(of(unchanged.state(), role, List.of()), unchanged.version());
            case Outcome.Blocked<ModelView> blocked -> Answer.refused(violation(blocked), blocked.version());
            case Outcome.Rejected<ModelView> rejected -> Answer.refused(illegal(rejected), rejected.version());
        };
    }

    private static StatusChange of(ModelView model, Role role, List<Finding> warnings) {
        return new StatusChange(
                ModelResource.of(model, role),
                warnings.stream().map(Objection::of).toList());
    }

    private static ProblemException violation(Outcome.Blocked<ModelView> blocked) {
        var first = blocked.findings().getFirst();
        return new ProblemException(
                        ProblemType.POLICY_VIOLATION,
                        "Policy violation: %s: %s".formatted(first.policyName(), first.reason()))
                .with(
                        "violations",
                        blocked.findings().stream().map(Objection::of).toList())
                .with(
                        "violation_ids",
                        blocked.findings().stream().map(Finding::violationId).toList())
                .with("warnings", blocked.warnings().stream().map(Objection::of).toList());
    }

    private static ProblemException illegal(Outcome.Rejected<ModelView> rejected) {
        var next = rejected.from().next();
        return new ProblemException(
                ProblemType.ILLEGAL_TRANSITION,
                "A model that is %s cannot become %s%s."
                        .formatted(
                                rejected.from().wire(),
                                rejected.to().wire(),
                                next.isEmpty()
                                        ? "; that state is final"
                                        : ", only "
                                                + String.join(
                                                        " or ",
                                                        next.stream()
                                                                .sorted()
                                                                .map(org.aigovernancehub.api.Wire::wire)
                                                                .toList())));
    }
}
