package org.aigovernancehub.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * Load from several connections at once. One thread serves all of them: threads of their own would take turns with the hub's on the same
 * cores, and cost more than some of its answers.
 */
public final class Load {
    private static final long HIGHEST_MICROS = Duration.ofMinutes(2).toNanos() / 1000;
    private static final long PATIENCE_MILLIS = 60_000;
    private static final int BUFFER = 64 * 1024;

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
        var clients = new ArrayList<Client>();
        try (var selector = Selector.open()) {
            long begin = System.nanoTime();
            var pace = new Pace(begin, begin + duration.toNanos(), count, intervalNanos, connections);
            for (int i = 0; i < connections; i++) {
                clients.add(new Client(port, selector, i, source, pace));
            }
            return drive(clients, selector, begin);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            clients.forEach(Load::close);
        }
    }

    private static Outcome drive(List<Client> clients, Selector selector, long begin) throws IOException {
        var micros = new Histogram(HIGHEST_MICROS, 3);
        var statuses = new TreeMap<Integer, Long>();
        var buffer = ByteBuffer.allocateDirect(BUFFER);
        while (true) {
            long due = Client.NEVER;
            boolean isWaiting = false;
            for (var client : clients) {
                if (!client.isWaiting()) {
                    due = Math.min(due, client.sendIfDue(System.nanoTime()));
                }
                isWaiting |= client.isWaiting();
            }
            if (!isWaiting && due == Client.NEVER) {
                return new Outcome(micros, statuses, Duration.ofNanos(System.nanoTime() - begin));
            }
            select(selector, due);
            for (var key : selector.selectedKeys()) {
                var client = (Client) key.attachment();
                int status = client.receive(buffer);
                if (status > 0) {
                    micros.recordValue(Math.min(HIGHEST_MICROS, (System.nanoTime() - client.due()) / 1000));
                    statuses.merge(status, 1L, Long::sum);
                }
            }
            selector.selectedKeys().clear();
        }
    }

    /** Waits for an answer, until a request is due: up to a millisecond longer, which counts as the hub's. */
    private static void select(Selector selector, long due) throws IOException {
        if (due == Client.NEVER) {
            selector.select(PATIENCE_MILLIS);
            if (selector.selectedKeys().isEmpty()) {
                throw new SocketTimeoutException("no answer in " + PATIENCE_MILLIS + " ms");
            }
        } else {
            selector.select(Math.max(1, (due - System.nanoTime()) / 1_000_000));
        }
    }

    private static void close(Client client) {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * When which request is due.
     *
     * @param count how many each connection makes at most
     * @param intervalNanos between two of a connection; 0 if each follows the answer to the one before
     */
    record Pace(long begin, long end, long count, long intervalNanos, int connections) {
        boolean isFixed() {
            return intervalNanos > 0;
        }

        /** Returns when a request is due, which may be long ago, or {@link Client#NEVER} if it is not made any more. */
        long due(int connection, long number, long now) {
            // Spread over the interval, so that the connections do not send all at once.
            long due = isFixed() ? begin + intervalNanos * connection / connections + number * intervalNanos : now;
            return number < count && due < end ? due : Client.NEVER;
        }
    }
}
