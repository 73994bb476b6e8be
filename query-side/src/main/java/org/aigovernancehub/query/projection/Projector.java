package org.aigovernancehub.query.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aigovernancehub.api.event.EventFeed;
import org.aigovernancehub.api.event.RecordedEvent;
import org.aigovernancehub.api.operations.OperationsEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies events to a generation. The rows and the position move in one transaction, under the lock of the generation's row, so that each
 * event counts once, whichever hub applies it and wherever it dies. A batch that fails is rolled back whole and its events run again one
 * by one; the one that cannot be applied is parked, and what comes after it in its stream waits behind it.
 */
final class Projector {
    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);

    private final EventFeed feed;
    private final List<Projection> projections;
    private final GenerationStore generations;
    private final DeadLetters letters;
    private final TransactionTemplate transaction;
    private final TransactionTemplate nested;

    Projector(
            EventFeed feed,
            List<Projection> projections,
            GenerationStore generations,
            DeadLetters letters,
            PlatformTransactionManager transactions) {
        this.feed = feed;
        this.projections = List.copyOf(projections);
        this.generations = generations;
        this.letters = letters;
        this.transaction = new TransactionTemplate(transactions);
        this.nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** How an attempt to go on ended. */
    enum Step {
        /** Events were applied. */
        ADVANCED,
        /** There was nothing to apply. */
        IDLE,
        /** Somebody else is applying, or there is no such generation. */
        TAKEN
    }

    /** Applies the next events, at most so many, to the generation in this state. */
    Step step(Generation.State state, int limit) {
        try {
            return batch(state, limit);
        } catch (EventFeed.UnreadableEvent e) {
            throw e; // it must never be skipped: this hub is too old for it, or the store is damaged
        } catch (RuntimeException e) {
            if (PassingFailures.include(e)) {
                throw e;
            }
            LOG.warn("A batch of events cannot be applied as a whole; applying them one by one", e);
            return singly(state, limit);
        }
    }

    private Step batch(Generation.State state, int limit) {
        return inGeneration(state, generation -> {
            var events = next(generation, limit);
            if (events.isEmpty()) {
                return Step.IDLE;
            }
            if (isInstruction(generation, events.getFirst())) {
                follow(generation, events.getFirst());
            } else {
                apply(generation, untilInstruction(generation, events));
            }
            return Step.ADVANCED;
        });
    }

    private Step singly(Generation.State state, int limit) {
        for (int i = 0; i < limit; i++) {
            var step = single(state);
            if (step != Step.ADVANCED) {
                return i == 0 ? step : Step.ADVANCED;
            }
        }
        return Step.ADVANCED;
    }

    private Step single(Generation.State state) {
        var failing = new long[1];
        try {
            return inGeneration(state, generation -> {
                var events = next(generation, 1);
                if (events.isEmpty()) {
                    return Step.IDLE;
                }
                failing[0] = events.getFirst().position();
                if (isInstruction(generation, events.getFirst())) {
                    follow(generation, events.getFirst());
                } else {
                    apply(generation, events);
                }
                return Step.ADVANCED;
            });
        } catch (RuntimeException e) {
            if (failing[0] == 0 || PassingFailures.include(e)) {
                throw e;
            }
            return park(state, failing[0], e);
        }
    }

    private Step park(Generation.State state, long position, RuntimeException failure) {
        return inGeneration(state, generation -> {
            var events = next(generation, 1);
            if (events.isEmpty() || events.getFirst().position() != position) {
                return Step.ADVANCED; // somebody else came past it meanwhile
            }
            var event = events.getFirst();
            LOG.error(
                    "Event {} of {} cannot be applied and is parked",
                    position,
                    event.event().aggregateId(),
                    failure);
            letters.park(generation, event, Cause.of(failure));
            try {
                nested.executeWithoutResult(_ -> applyDespiteDamage(List.of(event)));
            } catch (RuntimeException e) {
                if (PassingFailures.include(e)) {
                    throw e;
                }
                LOG.error("Event {} is missing from the audit trail's read model too", position, e);
            }
            generations.advance(generation, position);
            return Step.ADVANCED;
        });
    }

    private Step inGeneration(Generation.State state, java.util.function.Function<Generation, Step> work) {
        var step = transaction.execute(_ -> {
            Optional<Generation> claimed = generations.claim(state);
            if (claimed.isEmpty()) {
                return Step.TAKEN;
            }
            generations.enter(claimed.get());
            return work.apply(claimed.get());
        });
        return java.util.Objects.requireNonNull(step);
    }

    /** Reads on, up to an event that cannot be read, or, for a generation that is being built, up to the live one. */
    private List<RecordedEvent> next(Generation generation, int limit) {
        long most = limit;
        if (generation.state() == Generation.State.BUILDING) {
            // Never ahead of the live one, which follows the instructions of operators.
            most = Math.min(limit, live().position() - generation.position());
        }
        if (most <= 0) {
            return List.of();
        }
        try {
            return feed.after(generation.position(), (int) most);
        } catch (EventFeed.UnreadableEvent e) {
            long readable = e.position() - generation.position() - 1;
            if (readable <= 0) {
                throw e;
            }
            return feed.after(generation.position(), (int) readable);
        }
    }

    private Generation live() {
        return generations.all().stream()
                .filter(generation -> generation.state() == Generation.State.LIVE)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no generation is live"));
    }

    private void apply(Generation generation, List<RecordedEvent> events) {
        var damaged = letters.damagedStreams(generation);
        if (damaged.isEmpty()) {
            projections.forEach(projection -> projection.apply(events));
        } else {
            var sound = new ArrayList<RecordedEvent>();
            var waiting = new ArrayList<RecordedEvent>();
            for (var event : events) {
                (damaged.contains(event.event().aggregateId().toString()) ? waiting : sound).add(event);
            }
            projections.forEach(projection -> projection.apply(projection.appliesParkedEvents() ? events : sound));
            waiting.forEach(event -> letters.park(generation, event, null));
        }
        generations.advance(generation, events.getLast().position());
    }

    private void applyDespiteDamage(List<RecordedEvent> events) {
        projections.stream().filter(Projection::appliesParkedEvents).forEach(projection -> projection.apply(events));
    }

    /** Only the live generation acts on what operators ask; one that is built later meets the same events again, and must not. */
    private static boolean isInstruction(Generation generation, RecordedEvent event) {
        return generation.state() == Generation.State.LIVE && event.event() instanceof OperationsEvent;
    }

    private static List<RecordedEvent> untilInstruction(Generation generation, List<RecordedEvent> events) {
        for (int i = 0; i < events.size(); i++) {
            if (isInstruction(generation, events.get(i))) {
                return events.subList(0, i);
            }
        }
        return events;
    }

    private void follow(Generation generation, RecordedEvent instruction) {
        switch ((OperationsEvent) instruction.event()) {
            case OperationsEvent.ReadModelRebuildRequested _ -> generations.request();
            case OperationsEvent.DeadLetterDiscarded discarded -> letters.discard(generation, discarded.position());
            case OperationsEvent.DeadLetterRetryRequested retry -> retry(generation, retry.position());
        }
        apply(generation, List.of(instruction));
    }

    private void retry(Generation generation, long position) {
        var failing = new long[1];
        try {
            nested.executeWithoutResult(_ -> {
                for (var letter : letters.streamOf(generation, position)) {
                    if (letter.discardedAt() == null) {
                        failing[0] = letter.position();
                        applyAgain(letter);
                        letters.remove(generation, letter.position());
                    }
                }
            });
        } catch (RuntimeException e) {
            if (PassingFailures.include(e)) {
                throw e;
            }
            LOG.warn("Event {} still cannot be applied", failing[0], e);
            letters.failedAgain(generation, failing[0], Cause.of(e));
        }
    }

    private void applyAgain(DeadLetter letter) {
        var event = feed.after(letter.position() - 1, 1);
        projections.stream()
                .filter(projection -> !projection.appliesParkedEvents())
                .forEach(projection -> projection.apply(event));
    }

    /** Begins to build the generation that somebody asked for, once no read can still be using what it held. */
    boolean begin(java.time.Duration settled, int format) {
        return Boolean.TRUE.equals(
                transaction.execute(_ -> generations.begin(settled, format).isPresent()));
    }

    /** Makes the indexes of one table that lacks some in the generation that is being built; false if none does, or somebody else is at it. */
    boolean index(java.time.Duration longest) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var table = generations
                    .claim(Generation.State.BUILDING)
                    .flatMap(building -> generations.createMissingIndexes(building, longest));
            table.ifPresent(name -> LOG.info("Table {} of the new generation has its rows and indexes", name));
            return table.isPresent();
        }));
    }

    /** Makes a generation that has caught up the live one; false if it has not quite, or there is none. */
    boolean switchOver() {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var live = generations.await(Generation.State.LIVE);
            var built = generations.claim(Generation.State.BUILDING);
            if (built.isEmpty() || built.get().position() != live.position() || generations.lacksIndexes(built.get())) {
                return false;
            }
            generations.change(live, Generation.State.RETIRED);
            generations.change(built.get(), Generation.State.LIVE);
            LOG.info(
                    "Read models are served from generation {} now, at position {}",
                    built.get().name(),
                    live.position());
            return true;
        }));
    }
}
