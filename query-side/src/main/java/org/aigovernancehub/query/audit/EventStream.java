package org.aigovernancehub.query.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.query.read.ReadCall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * One client that follows the audit trail. Entries are read in the order of their positions, each chunk from one snapshot of the read
 * model, from where the last one ended: none is lost, doubled or out of order. A client that does not read blocks nobody but this thread,
 * and the server cuts it off when it has stalled for long. While the database is away the stream waits, kept alive by its comments.
 */
final class EventStream {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    /** Short of 15 seconds by as much as a database that is away can delay it. */
    private static final long COMMENT_MILLIS = 5_000;

    private static final long CHECK_MILLIS = 2_000;
    private static final long PATIENCE_MILLIS = 1_000;

    /** Under load, so many events as come in this time go out together. */
    private static final long REST_MILLIS = 50;

    private final EventStreams streams;
    private final ReadCall call;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private long writtenAt = now();
    private long checkedAt = now();

    EventStream(EventStreams streams, ReadCall call, HttpServletRequest request, HttpServletResponse response) {
        this.streams = streams;
        this.call = call;
        this.request = request;
        this.response = response;
    }

    /**
     * Writes until there is a reason to end.
     *
     * @param announced whether to tell the client where it starts, so that it can resume before it has got its first event
     */
    void run(long start, boolean announced) {
        try {
            write(announced ? "id: %d\n\n".formatted(start) : ":\n\n");
            follow(start);
        } catch (IOException e) {
            LOG.debug("A client that followed events has left: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(long start) throws IOException, InterruptedException {
        long position = start;
        while (streams.isOpen()) {
            long seen = streams.progress().seen();
            long began = now();
            try {
                if (began - checkedAt >= CHECK_MILLIS) {
                    if (!streams.isWelcome(call, request)) {
                        return;
                    }
                    checkedAt = began;
                }
                var news = streams.after(call, position, PATIENCE_MILLIS);
                if (news.isPresent()) {
                    write(news.get().entries());
                    position = news.get().upTo();
                    if (news.get().isPart()) {
                        continue;
                    }
                }
            } catch (DataAccessException | TransactionException e) {
                LOG.debug("Events cannot be read at present", e);
            } catch (ProblemException e) {
                if (e.type() != ProblemType.UNAVAILABLE) {
                    return; // the client asks again, and is told
                }
            }
            if (now() - writtenAt >= COMMENT_MILLIS) {
                write(":\n\n");
            }
            streams.progress().await(seen, PATIENCE_MILLIS);
            rest(began);
        }
    }

    private void rest(long began) throws InterruptedException {
        long left = began + REST_MILLIS - now();
        if (left > 0 && streams.isOpen()) {
            TimeUnit.MILLISECONDS.sleep(left);
        }
    }

    private void write(List<AuditEntry> entries) throws IOException {
        if (!entries.isEmpty()) {
            var out = response.getOutputStream();
            for (var entry : entries) {
                var event = "id: %d\nevent: %s\ndata: %s\n\n"
                        .formatted(entry.id(), entry.action(), streams.mapper().writeValueAsString(entry));
                out.write(event.getBytes(StandardCharsets.UTF_8));
            }
            flushed();
        }
    }

    private void write(String text) throws IOException {
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        flushed();
    }

    private void flushed() throws IOException {
        response.flushBuffer();
        writtenAt = now();
    }

    private static long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }
}
