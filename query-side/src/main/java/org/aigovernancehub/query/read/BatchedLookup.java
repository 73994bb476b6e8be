package org.aigovernancehub.query.read;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database once for all who ask for something at the time. Whoever comes while {@link #STATEMENTS} are under way waits until one of
 * them has ended, and is then asked for together with all others who wait; who comes alone is asked for at once. A statement begins
 * after all that it serves have come, so that nobody is told what was true earlier. Whoever has waited for long asks without waiting any
 * more: the statements under way may be waiting for a network that has forgotten them.
 *
 * @param <K> what is asked for
 * @param <V> what is found
 */
public final class BatchedLookup<K, V> {
    /** So many statements at once keep a database busy; the more there are, the fewer share one. */
    private static final int STATEMENTS = 2;

    private static final int MOST = 32;
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Function<K, ?> group;
    private final Function<List<K>, List<V>> lookup;
    private final Deque<Asked<K, V>> waiting = new ArrayDeque<>();
    private final Duration patience;
    private int running;

    /**
     * @param group what those who share a statement have to have in common
     * @param lookup answers at most 32 in one statement, in the order in which they are given
     */
    public BatchedLookup(Function<K, ?> group, Function<List<K>, List<V>> lookup) {
        this(group, lookup, PATIENCE);
    }

    BatchedLookup(Function<K, ?> group, Function<List<K>, List<V>> lookup, Duration patience) {
        this.group = group;
        this.lookup = lookup;
        this.patience = patience;
    }

    /** Returns what is found; throws what the lookup has thrown, as do all who shared it. */
    public V find(K key) {
        var asked = new Asked<K, V>(key, group.apply(key));
        if (begins(asked) || isToAskInTheEnd(asked)) {
            ask(togetherWith(asked));
        }
        return asked.answer();
    }

    private synchronized boolean begins(Asked<K, V> asked) {
        if (running >= STATEMENTS) {
            waiting.add(asked);
            return false;
        }
        running++;
        return true;
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
        boolean waited = waiting.remove(asked);
        if (waited) {
            running++;
        }
        return waited;
    }

    private void ask(List<Asked<K, V>> batch) {
        try {
            var found = lookup.apply(batch.stream().map(asked -> asked.key).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).found = found.get(i);
            }
        } catch (RuntimeException | Error e) {
            batch.forEach(asked -> asked.failure = e);
        }
        letNextAsk();
        batch.forEach(asked -> asked.hasToAsk.complete(false));
    }

    /** Returns it and those who go along with it, who wait no more. */
    private synchronized List<Asked<K, V>> togetherWith(Asked<K, V> first) {
        var batch = new ArrayList<>(List.of(first));
        var others = waiting.iterator();
        while (batch.size() < MOST && others.hasNext()) {
            var other = others.next();
            if (other.group.equals(first.group)) {
                others.remove();
                batch.add(other);
            }
        }
        return batch;
    }

    /** Returns how many wait at present. */
    synchronized int waiting() {
        return waiting.size();
    }

    /** Lets the one who has waited longest ask, in place of the one who has asked. */
    private synchronized void letNextAsk() {
        running--;
        if (running < STATEMENTS && !waiting.isEmpty()) {
            running++;
            waiting.remove().hasToAsk.complete(true);
        }
    }

    private static final class Asked<K, V> {
        private final K key;
        private final Object group;
        /** Completed when it may ask by itself, or, with false, when others have asked for it. */
        private final CompletableFuture<Boolean> hasToAsk = new CompletableFuture<>();

        private @Nullable V found;
        private @Nullable Throwable failure;

        Asked(K key, Object group) {
            this.key = key;
            this.group = group;
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
