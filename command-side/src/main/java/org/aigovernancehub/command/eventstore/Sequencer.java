package org.aigovernancehub.command.eventstore;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives committed events their positions: one thread and one connection a process, one call of {@code sequence_pending} for all who
 * wait. Calls without anybody waiting, every 250 ms, number what a dead process left behind.
 */
public final class Sequencer implements AutoCloseable {
    /** Numbers what has committed, and tells the positions of the events that are waited for. */
    static final String SEQUENCE = "SELECT global_index, position FROM event_store.sequence_pending(?)";

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
    private static final long SAFETY_MILLIS = 250;
    private static final long RETRY_MILLIS = 100;
    private static final long PATIENCE_SECONDS = 5;
    /** What one call of {@code sequence_pending} numbers at most. */
    private static final long BATCH_LIMIT = 5_000;

    private final DataSource dataSource;
    private final PositionSignal signal;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;
    private volatile long lastSuccessNanos = System.nanoTime();

    /** @param signal told whenever new positions may exist */
    public Sequencer(DataSource dataSource, PositionSignal signal) {
        this.dataSource = dataSource;
        this.signal = signal;
        this.thread = Thread.ofPlatform().name("sequencer").daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /**
     * Returns the position of a committed event.
     *
     * @throws ProblemException {@code outcome-unknown} if the number does not come within 5 s
     */
    public long positionOf(long globalIndex) {
        return await(new Waiting(globalIndex));
    }

    /** Returns the highest position after everything that had committed before this call is numbered. */
    public long highestPosition() {
        return await(new Waiting(null));
    }

    /** Tells for how long the sequencing thread has not reached the database. */
    public java.time.Duration sinceLastSuccess() {
        return java.time.Duration.ofNanos(System.nanoTime() - lastSuccessNanos);
    }

    private long await(Waiting waiting) {
        queue.add(waiting);
        try {
            return waiting.position.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("No position within {} s", PATIENCE_SECONDS, e);
            throw outcomeUnknown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw outcomeUnknown();
        } finally {
            waiting.position.cancel(false);
        }
    }

    /** The change may or may not have been committed; the client has to look. */
    public static ProblemException outcomeUnknown() {
        return new ProblemException(
                        ProblemType.OUTCOME_UNKNOWN,
                        "The change may have been applied. Repeat it with the same Idempotency-Key, or read it back.")
                .with("retry_after", 1);
    }

    private void run() {
        var open = new ArrayList<Waiting>();
        while (!closed) {
            try (var connection = dataSource.getConnection()) {
                connection.setAutoCommit(true);
                while (!closed) {
                    collect(open);
                    number(connection, open);
                    lastSuccessNanos = System.nanoTime();
                }
            } catch (SQLException | RuntimeException e) {
                if (!closed) {
                    LOG.warn("Sequencing is interrupted: {}", e.getMessage());
                    pause();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Waits for somebody to serve, at most until the next safety call is due; then takes all who wait. */
    private void collect(List<Waiting> open) throws InterruptedException {
        open.removeIf(waiting -> waiting.position.isDone());
        if (open.isEmpty()) {
            var first = queue.poll(SAFETY_MILLIS, TimeUnit.MILLISECONDS);
            if (first != null) {
                open.add(first);
            }
        }
        queue.drainTo(open);
    }

    private void number(Connection connection, List<Waiting> open) throws SQLException {
        var indexes = open.stream()
                .map(waiting -> waiting.globalIndex)
                .filter(java.util.Objects::nonNull)
                .toArray(Long[]::new);
        boolean askedForHighest = open.size() > indexes.length;
        long before = askedForHighest ? highest(connection) : 0;
        Map<Long, Long> positions;
        try (var statement = connection.prepareStatement(SEQUENCE)) {
            statement.setArray(1, connection.createArrayOf("bigint", indexes));
            try (var rows = statement.executeQuery()) {
                positions = positions(rows);
            }
        }
        if (!positions.isEmpty()) {
            signal.raise();
        }
        long after = askedForHighest ? highest(connection) : 0;
        // A call that was filled may have left something behind: the next one tells.
        var highest = after - before < BATCH_LIMIT ? after : null;
        for (var waiting : open) {
            var position = waiting.globalIndex == null ? highest : positions.get(waiting.globalIndex);
            if (position != null) {
                waiting.position.complete(position);
            }
        }
    }

    /** Reads what {@link #SEQUENCE} tells. */
    static Map<Long, Long> positions(ResultSet rows) throws SQLException {
        var positions = new HashMap<Long, Long>();
        while (rows.next()) {
            positions.put(rows.getLong(1), rows.getLong(2));
        }
        return positions;
    }

    private static long highest(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(
                        "SELECT coalesce(max(position), 0) FROM event_store.event_position");
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Somebody who waits: for the position of an event, or, without one, for all that has committed to be numbered. */
    private static final class Waiting {
        private final @Nullable Long globalIndex;
        private final CompletableFuture<Long> position = new CompletableFuture<>();

        Waiting(@Nullable Long globalIndex) {
            this.globalIndex = globalIndex;
        }
    }
}
