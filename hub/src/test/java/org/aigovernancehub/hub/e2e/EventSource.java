package org.aigovernancehub.hub.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A client of the event stream that reads it as browsers do. */
final class EventSource implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpResponse<InputStream> response;
    private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final AtomicInteger comments = new AtomicInteger();
    private final Thread reader;
    private volatile String lastEventId = "";
    private volatile boolean brokenOff;

    /** An event as it was sent. */
    record Event(long id, String name, JsonNode data) {}

    private EventSource(HttpResponse<InputStream> response) {
        this.response = response;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    /** Follows what is recorded from now on. */
    static EventSource open(Api api) {
        return opened(api.with("Accept", "text/event-stream"));
    }

    /** Follows what was recorded after an event. */
    static EventSource open(Api api, String lastEventId) {
        return opened(api.with("Accept", "text/event-stream").with("Last-Event-ID", lastEventId));
    }

    private static EventSource opened(Api api) {
        var response = api.open("/events/stream");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        return new EventSource(response);
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            var name = "";
            var data = new StringBuilder();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        events.add(new Event(Long.parseLong(lastEventId), name, Api.JSON.readTree(data.toString())));
                    }
                    name = "";
                    data.setLength(0);
                } else if (line.startsWith(":")) {
                    comments.incrementAndGet();
                } else if (line.startsWith("id: ")) {
                    lastEventId = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data.append(line.substring(6));
                } else {
                    throw new IOException("no line of an event stream: " + line);
                }
            }
        } catch (IOException e) {
            brokenOff = true;
        }
    }

    HttpResponse<InputStream> response() {
        return response;
    }

    /** What browsers send when they come back. */
    String lastEventId() {
        return lastEventId;
    }

    int comments() {
        return comments.get();
    }

    /** The next event; it has to come. */
    Event next() {
        var event = poll(PATIENCE);
        assertThat(event).as("an event").isNotNull();
        return event;
    }

    /** The next event, if one comes in time. */
    @Nullable
    Event poll(Duration patience) {
        try {
            return events.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The next events, so many. */
    List<Event> next(int count) {
        var next = new ArrayList<Event>();
        while (next.size() < count) {
            next.add(next());
        }
        return next;
    }

    /** Waits until the hub has ended the stream, and returns what came before. */
    List<Event> untilTheEnd() {
        try {
            assertThat(reader.join(PATIENCE)).as("the stream ends").isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        assertThat(brokenOff).as("broken off").isFalse();
        var rest = new ArrayList<Event>();
        events.drainTo(rest);
        return rest;
    }

    boolean isOpen() {
        return reader.isAlive();
    }

    /** Leaves, in the middle of whatever comes. */
    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
