package org.aigovernancehub.command.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import org.aigovernancehub.api.Command;
import org.aigovernancehub.api.policy.PolicyEvaluation;
import org.aigovernancehub.api.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Counts decisions by command and outcome, and policy evaluations by condition and verdict; never by model, user or tenant. */
public final class CommandStatistics {
    private final MeterRegistry meters;

    public CommandStatistics(MeterRegistry meters) {
        this.meters = meters;
    }

    void decided(Command command, @Nullable Object outcome) {
        count(
                command,
                switch (outcome) {
                    case Outcome.Accepted<?> _ -> "accepted";
                    case Outcome.Unchanged<?> _ -> "unchanged";
                    case Outcome.Blocked<?> _ -> "blocked";
                    case Outcome.Rejected<?> _ -> "rejected";
                    case null, default -> "answered";
                });
    }

    void failed(Command command, RuntimeException failure) {
        count(
                command,
                failure instanceof ProblemException problem ? problem.type().slug() : "error");
    }

    /** Counts what policies said, whether somebody asked or acted. */
    public void evaluated(List<PolicyEvaluation> evaluations) {
        for (var evaluation : evaluations) {
            meters.counter(
                            "hub.policy.evaluations",
                            "condition_type",
                            evaluation.conditionType().wire(),
                            "verdict",
                            evaluation.verdict().wire())
                    .increment();
        }
    }

    private void count(Command command, String outcome) {
        var type = command.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_");
        meters.counter("hub.commands", "type", type.toLowerCase(Locale.ROOT), "outcome", outcome)
                .increment();
    }
}
