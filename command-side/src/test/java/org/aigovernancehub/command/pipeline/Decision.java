package org.aigovernancehub.command.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aigovernancehub.api.event.DomainEvent;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * What came of a command.
 *
 * @param events what was recorded by it
 * @param answer what the handler returned; null where it threw
 * @param problem what the handler threw; null where it returned
 * @param length how many events the aggregate has now
 */
public record Decision(
        List<DomainEvent> events,
        @Nullable Object answer,
        @Nullable ProblemException problem,
        long length) {

    /** Exactly these events were recorded, in this order. */
    public Decision thenEvents(DomainEvent... expected) {
        assertThat(events).containsExactly(expected);
        return this;
    }

    /** It was accepted, and recorded; returns the state that the answer is built from. */
    public <S> S thenAccepted() {
        Outcome.Accepted<S> accepted = then(Outcome.Accepted.class);
        assertThat(events).isNotEmpty();
        return accepted.state();
    }

    /** It was so already: there is no event, and the state is told again. */
    public <S> S thenUnchanged() {
        Outcome.Unchanged<S> unchanged = then(Outcome.Unchanged.class);
        assertThat(events).isEmpty();
        return unchanged.state();
    }

    /** It was decided like this, on the version that the aggregate now has. */
    @SuppressWarnings("unchecked")
    public <O extends Outcome<?>> O then(Class<? super O> kind) {
        assertThat(problem).isNull();
        assertThat(answer).isInstanceOf(kind);
        var outcome = (O) answer;
        assertThat(outcome.version()).isEqualTo(length);
        return outcome;
    }

    /** Nothing happened, for this reason; returns it. */
    public ProblemException thenProblem(ProblemType type) {
        assertThat(events).isEmpty();
        assertThat(answer).isNull();
        assertThat(problem).isNotNull();
        assertThat(problem.type()).isEqualTo(type);
        return problem;
    }
}
