package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The event stream of query hubs: whoever takes the command, whoever applies its events, and whichever hub goes away. */
@OwnHubs
class EventStreamClusterTest {
    private static final int STREAMS = 200;
    private static final int EVENTS = 100;
    private static final int WRITERS = 4;

    private static TestPostgres postgres;
    private static HubProcess command;
    private static HubProcess query;
    private static HubProcess otherQuery;

    @BeforeAll
    static void start() {
        postgres = TestPostgres.start();
        command = HubProcess.start(postgres.environment("HUB_ROLE", "command"));
        query = HubProcess.start(postgres.environment("HUB_ROLE", "query"));
        otherQuery = HubProcess.start(postgres.environment("HUB_ROLE", "query"));
    }

    @AfterAll
    static void stop() {
        otherQuery.close();
        query.close();
        command.close();
        postgres.close();
    }

    @Test
    void everyQueryHubDeliversEveryEventInOrder() {
        var admin = command.admin();
        long before =
                admin.at(query.url()).get("/audit-logs/?limit=1").expect(200).position();
        try (var one = EventSource.open(admin.at(query.url()));
                var other = EventSource.open(admin.at(otherQuery.url()))) {
            Together.run(WRITERS, writer -> {
                for (int i = 0; i < EVENTS / WRITERS; i++) {
                    admin.post("/organizations/", json("name", "Streamed %d of %d".formatted(i, writer)))
                            .expect(201);
                }
                return true;
            });

            var expected =
                    LongStream.rangeClosed(before + 1, before + EVENTS).boxed().toList();
            assertThat(one.next(EVENTS)).extracting(EventSource.Event::id).isEqualTo(expected);
            assertThat(other.next(EVENTS)).extracting(EventSource.Event::id).isEqualTo(expected);
        }
    }

    @Test
    void aCommandHubHasNoStream() {
        command.admin().get("/events/stream").problem(421, "wrong-role");
    }

    @Test
    void aHubServesSoManyStreamsAndNoMoreAndFreesThePlacesOfThoseWhoLeave() {
        var admin = command.admin().at(query.url());
        var streams = new ArrayList<EventSource>();
        try {
            for (int i = 0; i < STREAMS; i++) {
                streams.add(EventSource.open(admin));
            }
            var refused = admin.get("/events/stream");
            refused.problem(429, "too-many-requests");
            assertThat(refused.header("Retry-After")).isPresent();
            assertThat(admin.get("/audit-logs/?limit=1").expect(200).status()).isEqualTo(200);

            streams.removeLast().close();

            assertThat(Await.until(
                            Duration.ofSeconds(30),
                            () -> admin.call("HEAD", "/events/stream", null).status() == 200))
                    .isTrue();
        } finally {
            streams.forEach(EventSource::close);
        }
    }

    @Test
    void aHubThatStopsEndsItsStreamsAndTheClientGoesOnAtAnother() {
        var admin = command.admin();
        try (var leaving = HubProcess.start(postgres.environment("HUB_ROLE", "query"))) {
            var stream = EventSource.open(admin.at(leaving.url()));
            admin.post("/organizations/", json("name", "Before the stop")).expect(201);
            assertThat(stream.next().data().path("details").path("name").asString())
                    .isEqualTo("Before the stop");

            leaving.stop();

            stream.untilTheEnd();
            assertThat(leaving.log()).doesNotContain("still running after timeout");
            admin.post("/organizations/", json("name", "After the stop")).expect(201);
            try (var resumed = EventSource.open(admin.at(query.url()), stream.lastEventId())) {
                assertThat(resumed.next().data().path("details").path("name").asString())
                        .isEqualTo("After the stop");
            }
        }
    }
}
