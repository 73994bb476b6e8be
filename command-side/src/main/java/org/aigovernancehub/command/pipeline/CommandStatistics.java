package org.aigovernancehub.command.pipeline;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.aigovernancehub.api.Command;
import org.aigovernancehub.api.Wire;
import org.aigovernancehub.api.policy.ConditionType;
import org.aigovernancehub.api.policy.PolicyEvaluation;
import org.aigovernancehub.api.policy.Verdict;
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
    private final Timer positionWait;
    private final Map<Fate, Counter> proposals = new EnumMap<>(Fate.class);
    // To find a meter by its name and tags takes longer than to count.
    private final Map<Class<?>, Timer> durations = new ConcurrentHashMap<>();
    private final Map<Decided, Counter> decisions = new ConcurrentHashMap<>();
    private final Map<Judged, Counter> evaluations = new ConcurrentHashMap<>();

    public CommandStatistics(MeterRegistry meters) {
        this.meters = meters;
        this.positionWait = timer("hub.position.wait", "From the commit of a command to the position of its event")
                .register(meters);
        for (var fate : Fate.values()) {
            proposals.put(
                    fate,
                    Counter.builder("hub.proposals")
                            .description("Calls by what became of what they decided without a transaction")
                            .tag("outcome", fate.wire())
                            .register(meters));
        }
    }

    /** What becomes of a proposal. */
    enum Fate implements Wire {
        /** It was written, together with others. */
        WRITTEN,
        /** The call was decided anew, in a transaction of its own. */
        DECIDED_ANEW,
        /** The call has failed: the database is away, or has not confirmed. */
        FAILED
    }

    /** Counts a call by what became of its proposal. */
    void proposed(Fate fate) {
        Objects.requireNonNull(proposals.get(fate)).increment();
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
    public void evaluated(List<PolicyEvaluation> evaluated) {
        for (var evaluation : evaluated) {
            evaluations
                    .computeIfAbsent(new Judged(evaluation.conditionType(), evaluation.verdict()), this::counter)
                    .increment();
        }
    }

    private Counter counter(Judged judged) {
        return Counter.builder("hub.policy.evaluations")
                .description("Policies evaluated, by condition and verdict, whether somebody acted or asked")
                .tag("condition_type", judged.condition().wire())
                .tag("verdict", judged.verdict().wire())
                .register(meters);
    }

    /** Times a call, from its begin to the position of what it did, repetitions included. */
    void took(Command command, Duration duration) {
        durations.computeIfAbsent(command.getClass(), this::timer).record(duration);
    }

    private Timer timer(Class<?> command) {
        return timer("hub.command.duration", "From the begin of a command to its answer, by command")
                .tag("type", nameOf(command))
                .register(meters);
    }

    /** Times how long a committed event waited for its position. */
    void numbered(Duration duration) {
        positionWait.record(duration);
    }

    private static Timer.Builder timer(String name, String description) {
        return Timer.builder(name).description(description).serviceLevelObjectives(BOUNDS);
    }

    private void count(Command command, String outcome) {
        decisions
                .computeIfAbsent(new Decided(command.getClass(), outcome), this::counter)
                .increment();
    }

    private Counter counter(Decided decided) {
        return Counter.builder("hub.commands")
                .description("Commands by type and outcome: what was decided, or the type of the problem")
                .tag("type", nameOf(decided.command()))
                .tag("outcome", decided.outcome())
                .register(meters);
    }

    private static String nameOf(Class<?> command) {
        return command.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private record Decided(Class<?> command, String outcome) {}

    private record Judged(ConditionType condition, Verdict verdict) {}
}
