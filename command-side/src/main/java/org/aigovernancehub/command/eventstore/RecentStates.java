package org.aigovernancehub.command.eventstore;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What streams had come to when this process last appended to them, or read their snapshot, for a minute: most commands come soon after
 * another one of the same stream. Who uses a state reads the events after it, so that what other hubs have appended is never missed; and
 * whether its own event is still there, since a database can be set back under a hub that runs.
 */
final class RecentStates {
    private static final Duration KEPT = Duration.ofMinutes(1);
    /** In characters. */
    private static final long LARGEST = 16L * 1024 * 1024;

    private static final int OVERHEAD = 200;
    private static final int MOST_CONTENDED = 10_000;

    private final Cache<String, State> states;
    private final Cache<String, Boolean> contended;

    RecentStates() {
        this(Ticker.systemTicker());
    }

    RecentStates(Ticker ticker) {
        this.states = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(KEPT)
                .maximumWeight(LARGEST)
                .weigher((String _, State state) -> OVERHEAD + state.payload().length())
                .build();
        this.contended = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(KEPT)
                .maximumSize(MOST_CONTENDED)
                .build();
    }

    /**
     * A state, as a snapshot has it.
     *
     * @param sequenceNumber of the last event in it
     * @param eventId of that event
     * @param at when it was taken
     * @param stored up to which event the snapshot in the database is, or is being written; -1 where there is none
     */
    record State(long sequenceNumber, String eventId, String payload, Instant at, long stored, Reach reach) {}

    /** How far a state is likely to reach. */
    enum Reach {
        /** Events may have come after it: it is out of the database. */
        PART,
        /** Its stream ended with it when this hub last appended to it. */
        END
    }

    Optional<State> of(String aggregateId) {
        return Optional.ofNullable(states.getIfPresent(aggregateId));
    }

    /** Returns the id of the event that the state of a stream rests on; null if there is none that ends with this event. */
    @Nullable
    String eventId(String aggregateId, long sequenceNumber) {
        return of(aggregateId)
                .filter(state -> state.sequenceNumber() == sequenceNumber)
                .map(State::eventId)
                .orElse(null);
    }

    /** Takes note that another hub has appended to a stream. */
    void contended(String aggregateId) {
        contended.put(aggregateId, true);
    }

    /** Tells whether another hub was seen to have appended to a stream within the last minute. */
    boolean isContended(String aggregateId) {
        return contended.getIfPresent(aggregateId) != null;
    }

    void remember(String aggregateId, State state) {
        states.put(aggregateId, state);
    }

    void forget(String aggregateId) {
        states.invalidate(aggregateId);
    }
}
