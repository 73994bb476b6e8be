package org.aigovernancehub.command.demonstration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.aigovernancehub.api.Command;
import org.aigovernancehub.command.identity.FirstContent;
import org.aigovernancehub.command.pipeline.CommandContext;
import org.aigovernancehub.command.pipeline.Dispatch;
import org.aigovernancehub.command.pipeline.Ids;
import org.aigovernancehub.command.pipeline.Outcome;
import org.aigovernancehub.command.pipeline.Simulation;

/** What happens in the year. Stories are written one after the other, and played in the order of time. */
final class Year {
    private static final long SEED = 20_260_101;

    private final WorkingDays days;
    private final Random random = new Random(SEED);
    private final List<Step> steps = new ArrayList<>();

    Year(WorkingDays days) {
        this.days = days;
    }

    WorkingDays days() {
        return days;
    }

    /** The same numbers in every demonstration. */
    Random random() {
        return random;
    }

    void add(Instant at, Person who, Action action) {
        add(at, who, false, action);
    }

    void add(Instant at, Person who, boolean byToken, Action action) {
        steps.add(new Step(at, who, byToken, action));
    }

    /** Plays it all through the commands that people send over HTTP. */
    void play(Dispatch dispatch, Ids ids, FirstContent.Keys keys) {
        steps.sort(Comparator.comparing(Step::at));
        int number = 0;
        for (var step : steps) {
            var context = new CommandContext(
                    step.who().caller(step.byToken(), "demonstration-%04d".formatted(++number)), null);
            Simulation.at(step.at(), () -> step.action().play(new Stage(dispatch, ids, keys, context)));
        }
    }

    private record Step(Instant at, Person who, boolean byToken, Action action) {}

    /** What somebody does. */
    @FunctionalInterface
    interface Action {
        void play(Stage stage);
    }

    /** Where it is done. */
    record Stage(Dispatch dispatch, Ids ids, FirstContent.Keys keys, CommandContext context) {

        <R> R send(Command command) {
            return dispatch.send(command, context);
        }

        /** Sends a command that must be accepted; a year that the rules do not allow is a defect of the story. */
        <S> S accepted(Command command) {
            Outcome<S> outcome = send(command);
            if (outcome instanceof Outcome.Accepted<S> accepted) {
                return accepted.state();
            }
            throw new IllegalStateException("%s was not accepted: %s".formatted(command, outcome));
        }

        long next(Ids.Kind kind) {
            return ids.next(kind);
        }
    }
}
