package org.aigovernancehub.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** Load from several connections at once, each with a thread of its own. */
public final class Load {
    private static final long HIGHEST_MICROS = Duration.ofMinutes(2).toNanos() / 1000;

    private final int port;
    private final int connections;

    public Load(int port, int connections) {
        this.port = port;
        this.connections = connections;
    }

    /** Makes the requests of one connection. */
    @FunctionalInterface
    public interface Source {
        /** @param number of the request, from 0, on its connection */
        HttpRequest next(int connection, long number);
    }

    /**
     * What came back.
     *
     * @param micros latencies in microseconds; of {@link #atRate} from when each request was due
     * @param statuses how many answers had which status
     */
    public record Outcome(Histogram micros, Map<Integer, Long> statuses, Duration took) {
        public long count() {
            return micros.getTotalCount();
        }

        public double perSecond() {
            return count() * 1e9 / took.toNanos();
        }

        public double millis(double percentile) {
            return micros.getValueAtPercentile(percentile) / 1000.0;
        }

        /** Returns how many answers had another status than this one. */
        public long otherThan(int status) {
            return count() - statuses.getOrDefault(status, 0L);
        }
    }

    /** As many requests as the hub answers: each connection sends its next one when the last is answered. */
    public Outcome asFastAsPossible(Duration duration, Source source) {
        return run(duration, Long.MAX_VALUE, source, 0);
    }

    /** So many requests on each connection, one after the other. */
    public Outcome times(long count, Source source) {
        return run(Duration.ofHours(1), count, source, 0);
    }

    /**
     * A fixed number of requests a second, whatever the hub does. A request that had to wait for its connection counts from when it was
     * due, so that a stall shows in every request that it delayed.
     */
    public Outcome atRate(double perSecond, Duration duration, Source source) {
        return run(duration, Long.MAX_VALUE, source, (long) (1e9 * connections / perSecond));
    }

    private Outcome run(Duration duration, long count, Source source, long intervalNanos) {
        long begin = System.nanoTime() + 10_000_000;
        long end = begin + duration.toNanos();
        var outcomes = Threads.run(connections, connection -> {
            // Spread over the interval, so that the connections do not send all at once.
            long first = begin + intervalNanos * connection / connections;
            return () -> connection(connection, first, end, count, intervalNanos, source);
        });
        var micros = histogram();
        var statuses = new TreeMap<Integer, Long>();
        long last = begin;
        for (var outcome : outcomes) {
            micros.add(outcome.micros());
            outcome.statuses().forEach((status, answers) -> statuses.merge(status, answers, Long::sum));
            last = Math.max(last, begin + outcome.took().toNanos());
        }
        return new Outcome(micros, statuses, Duration.ofNanos(last - begin));
    }

    private Outcome connection(int number, long first, long end, long count, long intervalNanos, Source source)
            throws IOException {
        var micros = histogram();
        var statuses = new TreeMap<Integer, Long>();
        long due = first;
        var connection = new HttpConnection(port);
        try {
            for (long i = 0; i < count; i++) {
                var request = source.next(number, i);
                if (intervalNanos > 0) {
                    due = first + i * intervalNanos;
                    waitUntil(due);
                } else {
                    due = System.nanoTime();
                }
                if (due >= end) {
                    break;
                }
                int status = connection.send(request);
                micros.recordValue(Math.min(HIGHEST_MICROS, (System.nanoTime() - due) / 1000));
                statuses.merge(status, 1L, Long::sum);
                if (connection.isEnded()) {
                    connection.close();
                    connection = new HttpConnection(port);
                }
            }
        } finally {
            connection.close();
        }
        return new Outcome(micros, statuses, Duration.ofNanos(Math.max(1, System.nanoTime() - first)));
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static Histogram histogram() {
        return new Histogram(HIGHEST_MICROS, 3);
    }
}
