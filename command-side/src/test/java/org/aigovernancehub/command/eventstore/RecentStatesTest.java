package org.aigovernancehub.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What is remembered of streams, and for how long. */
class RecentStatesTest {
    private final AtomicLong nanos = new AtomicLong();
    private final RecentStates states = new RecentStates(nanos::get);

    @Test
    void aStreamIsContendedForAMinute_howeverBusyItIsHere() {
        states.contended("model-1");
        after(Duration.ofSeconds(50));
        states.remember("model-1", state(7));
        assertThat(states.isContended("model-1")).isTrue();
        assertThat(states.isContended("model-2")).isFalse();

        after(Duration.ofSeconds(11));
        states.remember("model-1", state(8));

        assertThat(states.isContended("model-1")).isFalse();
        assertThat(states.of("model-1")).contains(state(8));
    }

    @Test
    void aStateIsForgottenAMinuteAfterTheLastCommand() {
        states.remember("model-1", state(7));
        after(Duration.ofSeconds(59));
        assertThat(states.eventId("model-1", 7)).isEqualTo("event 7");
        assertThat(states.eventId("model-1", 6)).isNull();

        after(Duration.ofSeconds(2));

        assertThat(states.of("model-1")).isEmpty();
    }

    private void after(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    private static RecentStates.State state(long sequenceNumber) {
        return new RecentStates.State(
                sequenceNumber, "event " + sequenceNumber, "{}", Instant.EPOCH, -1, RecentStates.Reach.END);
    }
}
