package org.aigovernancehub.api.concurrent;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Calls once for all who ask for something of a group at the time. Whoever comes while a call of the group is under way waits
 * until it has ended, and then goes along with others who wait; who comes alone is called for at once. A call begins after all that it
 * serves have come, so that nobody is told what was true earlier.
 *
 * <p>A call that takes long does not count, and whoever has waited for long calls without waiting any more: the one under way may be
 * waiting for a network that has forgotten it.
 *
 * @param <K> what is asked for
 * @param <V> what it is answered with
 */
public final class BatchedCall<K, V> {
    private static final int MOST = 32;
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Function<K, ?> group;
    private final Function<List<K>, List<V>> call;
    private final Duration patience;
    /** Those of which somebody asks at present. */
    private final Map<Object, Group<K, V>> groups = new HashMap<>();

    /**
     * @param group what those who share a call have to have in common
     * @param call answers 32 at most, in the order in which they are given
     */
    public BatchedCall(Function<K, ?> group, Function<List<K>, List<V>> call) {
        this(group, call, PATIENCE);
    }

    BatchedCall(Function<K, ?> group, Function<List<K>, List<V>> call, Duration patience) {
        this.group = group;
        this.call = call;
        this.patience = patience;
    }

    /** Returns what it is answered with; throws what the call has thrown, as do all who shared it. */
    public V of(K key) {
        var asked = new Asked<K, V>(key, group.apply(key));
        if (begins(asked) || isToAskInTheEnd(asked)) {
            ask(asked);
        }
        return asked.answer();
    }

    private synchronized boolean begins(Asked<K, V> asked) {
        var members = groups.computeIfAbsent(asked.group, _ -> new Group<>());
        boolean begins = members.hasPlace(patience);
        if (begins) {
            members.asks(asked);
        } else {
            members.waiting.add(asked);
        }
        return begins;
    }

    private boolean isToAskInTheEnd(Asked<K, V> asked) {
        try {
            return asked.hasToAsk.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return waitsNoMore(asked) || asked.hasToAsk.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return waitsNoMore(asked) || asked.hasToAsk.join();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets it ask at once; false if others are asking for it, or have told it to. */
    private synchronized boolean waitsNoMore(Asked<K, V> asked) {
        var members = groups.get(asked.group);
        if (members == null || !members.waiting.remove(asked)) {
            return false;
        }
        members.asks(asked);
        return true;
    }

    private void ask(Asked<K, V> first) {
        var batch = new ArrayList<Asked<K, V>>(MOST);
        batch.add(first);
        try {
            // The call of a thread that is told to end will hardly succeed: nobody else goes along with it.
            if (!Thread.currentThread().isInterrupted()) {
                takeAlong(batch);
            }
            var answers = call.apply(batch.stream().map(asked -> asked.key).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).found = answers.get(i);
            }
        } catch (RuntimeException | Error e) {
            for (var asked : batch) {
                asked.failure = e;
            }
        } finally {
            letNextAsk(first);
            for (var asked : batch) {
                asked.hasToAsk.complete(false);
            }
        }
    }

    /** Adds those who wait, who then wait for what is asked now. */
    private synchronized void takeAlong(List<Asked<K, V>> batch) {
        var waiting = Objects.requireNonNull(groups.get(batch.getFirst().group)).waiting;
        while (batch.size() < MOST && !waiting.isEmpty()) {
            batch.add(waiting.remove());
        }
    }

    /** Lets the one who has waited longest ask, in place of the one who has asked. */
    private synchronized void letNextAsk(Asked<K, V> hasAsked) {
        var members = Objects.requireNonNull(groups.get(hasAsked.group));
        members.asking.remove(hasAsked);
        if (!members.waiting.isEmpty() && members.hasPlace(patience)) {
            var next = members.waiting.remove();
            members.asks(next);
            next.hasToAsk.complete(true);
        }
        if (members.asking.isEmpty()) {
            groups.remove(hasAsked.group);
        }
    }

    /** Returns how many wait at present. */
    synchronized int waiting() {
        return groups.values().stream()
                .mapToInt(members -> members.waiting.size())
                .sum();
    }

    /** Who asks for something of one group; nobody waits while nobody is asking. */
    private static final class Group<K, V> {
        private final List<Asked<K, V>> asking = new ArrayList<>();
        private final Deque<Asked<K, V>> waiting = new ArrayDeque<>();

        boolean hasPlace(Duration patience) {
            return asking.stream().noneMatch(asked -> asked.isRecent(patience));
        }

        void asks(Asked<K, V> asked) {
            asked.since = System.nanoTime();
            asking.add(asked);
        }
    }

    private static final class Asked<K, V> {
        private final K key;
        private final Object group;
        /** Completed when it may ask by itself, or, with false, when others have asked for it. */
        private final CompletableFuture<Boolean> hasToAsk = new CompletableFuture<>();

        /** When it began to ask. */
        private long since;

        private @Nullable V found;
        private @Nullable Throwable failure;

        Asked(K key, Object group) {
            this.key = key;
            this.group = group;
        }

        boolean isRecent(Duration patience) {
            return System.nanoTime() - since < patience.toNanos();
        }

        V answer() {
            switch (failure) {
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case null, default -> {}
            }
            return Objects.requireNonNull(found);
        }
    }
}
