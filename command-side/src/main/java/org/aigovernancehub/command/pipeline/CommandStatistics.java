package org.aigovernancehub.command.pipeline;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.aigovernancehub.api.Command;
import org.aigovernancehub.api.policy.PolicyEvaluation;
import org.aigovernancehub.api.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Counts decisions by command and outcome, and policy evaluations by condition and verdict, and times the way of a command; never by
 * model, user or tenant.
 */
public final class CommandStatistics {
    /** A command takes milliseconds; what takes longer than the last bounds waits for a lock, a disk or a position. */
    private static final Duration[] BOUNDS = IntStream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

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
            Counter.builder("hub.policy.evaluations")
                    .description("Policies evaluated, by condition and verdict, whether somebody acted or asked")
                    .tag("condition_type", evaluation.conditionType().wire())
                    .tag("verdict", evaluation.verdict().wire())
                    .register(meters)
                    .increment();
        }
    }

    /** Times a call, from its transaction's begin to the position of what it did, repetitions included. */
    void took(Command command, Duration duration) {
        timer("hub.command.duration", "From the begin of a command's transaction to its answer, by command")
                .tag("type", typeOf(command))
                .register(meters)
                .record(duration);
    }

    /** Times how long a committed event waited for its position. */
    void numbered(Duration duration) {
        timer("hub.position.wait", "From the commit of a command to the position of its event")
                .register(meters)
                .record(duration);
    }

    private static Timer.Builder timer(String name, String description) {
        return Timer.builder(name).description(description).serviceLevelObjectives(BOUNDS);
    }

    private void count(Command command, String outcome) {
        Counter.builder("hub.commands")
                .description("Commands by type and outcome: what was decided, or the type of the problem")
                .tag("type", typeOf(command))
                .tag("outcome", outcome)
                .register(meters)
                .increment();
    }

    private static String typeOf(Command command) {
        return command.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }
}
