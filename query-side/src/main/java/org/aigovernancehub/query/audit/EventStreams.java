package org.aigovernancehub.query.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.query.projection.Signal;
import org.aigovernancehub.query.read.CallerCheck;
import org.aigovernancehub.query.read.ReadCall;
import org.aigovernancehub.query.read.ReadGate;
import org.aigovernancehub.query.read.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The streams that this hub serves, each in the thread of its request: so many at most, reading a few at a time, so that they leave
 * connections to everybody else. They end before the server waits for its requests to end.
 */
@Component
class EventStreams implements SmartLifecycle {
    private static final int AT_ONCE = 200;
    private static final int READING_AT_ONCE = 4;
    private static final int RETRY_SECONDS = 10;
    private static final int CHUNK = 200;

    private final ReadGate gate;
    private final AuditRows rows;
    private final CallerCheck callers;
    private final Signal progress;
    private final JsonMapper mapper;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Semaphore reading = new Semaphore(READING_AT_ONCE, true);
    private volatile boolean open;

    EventStreams(ReadGate gate, AuditRows rows, CallerCheck callers, Signal progress, JsonMapper mapper) {
        this.gate = gate;
        this.rows = rows;
        this.callers = callers;
        this.progress = progress;
        this.mapper = mapper;
    }

    /**
     * Writes events until the client leaves, the caller is nobody any more, or the hub stops.
     *
     * @param lastSeen the position after which to go on; null for what is recorded from now on
     */
    void serve(ReadCall call, @Nullable Long lastSeen, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!places.tryAcquire()) {
            throw new ProblemException(
                            ProblemType.TOO_MANY_REQUESTS,
                            "This hub serves %d streams already. Wait, or poll the audit trail with 'after'."
                                    .formatted(AT_ONCE))
                    .with("retry_after", RETRY_SECONDS);
        }
        try {
            if (!open) {
                throw new ProblemException(
                        ProblemType.UNAVAILABLE, "The hub is shutting down; follow the events at another one.");
            }
            var leniently = call.leniently();
            long start = start(leniently, lastSeen);
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader(Reading.POSITION, Long.toString(start));
            response.setHeader("X-Accel-Buffering", "no"); // a proxy would keep events back to fill its buffer
            if (!request.getMethod().equals("HEAD")) {
                new EventStream(this, leniently, request, response).run(start, lastSeen == null);
            }
        } finally {
            places.release();
        }
    }

    private long start(ReadCall call, @Nullable Long lastSeen) {
        return gate.read(call, snapshot -> {
                    if (lastSeen == null) {
                        return AuditRows.highestPosition(snapshot);
                    }
                    AuditController.requireKnown(lastSeen, snapshot);
                    return lastSeen;
                })
                .value();
    }

    /**
     * What came after a position.
     *
     * @param upTo the position up to which nothing is missing in it
     */
    record News(List<AuditEntry> entries, long upTo) {
        boolean isPart() {
            return entries.size() == CHUNK;
        }
    }

    /**
     * Reads on.
     *
     * @return empty if others are reading, and this one's turn did not come in time
     * @throws ProblemException {@code position-unknown} if the position is there no more: the database has been restored
     */
    Optional<News> after(ReadCall call, long position, long patienceMillis) throws InterruptedException {
        if (!reading.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(gate.read(call, snapshot -> {
                        AuditController.requireKnown(position, snapshot);
                        var entries = rows.after(snapshot, position, CHUNK);
                        return new News(
                                entries,
                                entries.size() == CHUNK
                                        ? entries.getLast().id()
                                        : Math.max(position, snapshot.position()));
                    })
                    .value());
        } finally {
            reading.release();
        }
    }

    /** Tells whether the request's credentials still stand for somebody who sees the same; a demotion changes nothing about that. */
    boolean isWelcome(ReadCall call, HttpServletRequest request) {
        return callers.current(request)
                .filter(caller -> caller.platform() == call.caller().platform()
                        && java.util.Objects.equals(
                                caller.organizationId(), call.caller().organizationId()))
                .isPresent();
    }

    Signal progress() {
        return progress;
    }

    JsonMapper mapper() {
        return mapper;
    }

    boolean isOpen() {
        return open;
    }

    @Override
    public void start() {
        open = true;
    }

    @Override
    public void stop() {
        open = false;
        progress.raise();
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}
