package org.aigovernancehub.command.eventstore;

import static org.aigovernancehub.command.eventstore.StoredEvents.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.aigovernancehub.api.event.EventFeed.UnreadableEvent;
import org.aigovernancehub.api.event.RecordedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Following events by position, and being told that there are new ones. */
class PositionFeedTest {
    private StoreDatabase database;
    private JdbcTemplate commands;
    private PositionFeed feed;

    @BeforeEach
    void start() throws Exception {
        database = new StoreDatabase();
        commands = new JdbcTemplate(database.as("hub_command"));
        feed = new PositionFeed(new JdbcTemplate(database.as("hub_projector")), new EventCodec(), new PositionSignal());
    }

    @AfterEach
    void stop() throws Exception {
        database.close();
    }

    @Test
    void aPageHoldsTheNextEventsInOrder() {
        append(1, 7);
        number();
        assertThat(positions(feed.after(0, 3))).containsExactly(1L, 2L, 3L);
        assertThat(positions(feed.after(3, 100))).containsExactly(4L, 5L, 6L, 7L);
        assertThat(feed.after(7, 100)).isEmpty();
        assertThat(feed.after(0, 1).getFirst())
                .extracting(RecordedEvent::sequenceNumber, RecordedEvent::recordedAt, RecordedEvent::metadata)
                .containsExactly(0L, StoredEvents.RECORDED_AT, StoredEvents.METADATA);
    }

    @Test
    void aPageOfLargeEventsIsShorterAndNeverEmpty() {
        for (int kilobytes : List.of(600, 600, 1, 2_000, 1)) {
            insert(
                    "DeadLetterRetryRequested",
                    1,
                    "{\"position\":5,\"operations_id\":1%s}".formatted(" ".repeat(kilobytes * 1_000)),
                    "{\"actor\":\"ada\",\"demo\":false}");
        }
        number();

        assertThat(positions(feed.after(0, 10))).containsExactly(1L, 2L);
        assertThat(positions(feed.after(2, 10))).containsExactly(3L, 4L);
        assertThat(positions(feed.after(3, 10))).containsExactly(4L);
        assertThat(positions(feed.after(4, 10))).containsExactly(5L);
    }

    @Test
    void whatHasNoPositionYetIsNotShown() {
        append(1, 2);
        assertThat(feed.after(0, 10)).isEmpty();
    }

    @Test
    void thePayloadIsHandedOutAsItIsStored() {
        commands.update("""
                INSERT INTO event_store.event
                    (event_id, aggregate_id, sequence_number, event_name, revision, payload, metadata, recorded_at)
                VALUES ('a', 'operations-1', 0, 'DeadLetterRetryRequested', 1,
                        '{"position": 5,  "operations_id": 1}', '{"actor": "ada", "demo": false}', now())""");
        number();
        assertThat(feed.after(0, 10))
                .singleElement()
                .extracting(RecordedEvent::payloadJson)
                .isEqualTo("{\"position\": 5,  \"operations_id\": 1}");
    }

    @Test
    void anEventThatCannotBeReadIsNamedByItsPosition() {
        append(1, 1);
        insert("EventOfTomorrow", 1, "{}", "{\"actor\":\"ada\",\"demo\":false}");
        insert("DeadLetterRetryRequested", 2, "{}", "{\"actor\":\"ada\",\"demo\":false}");
        insert("DeadLetterRetryRequested", 1, "{", "{\"actor\":\"ada\",\"demo\":false}");
        insert("DeadLetterRetryRequested", 1, "{\"operations_id\":1,\"position\":5}", "{");
        number();
        assertThat(feed.after(0, 1)).hasSize(1);
        for (long position = 2; position <= 5; position++) {
            long before = position - 1;
            assertThatThrownBy(() -> feed.after(before, 1))
                    .isInstanceOfSatisfying(
                            UnreadableEvent.class,
                            unreadable -> assertThat(unreadable.position()).isEqualTo(before + 1));
        }
    }

    @Test
    void whoSubscribesIsToldUntilUnsubscribed() throws Exception {
        var signal = new PositionSignal();
        var told = new AtomicInteger();
        var following = new PositionFeed(commands, new EventCodec(), signal).onNewPositions(told::incrementAndGet);
        signal.raise();
        signal.raise();
        following.close();
        signal.raise();
        assertThat(told).hasValue(2);
    }

    @Test
    void aFollowerIsToldOfWhatAnotherHubHasNumbered() throws Exception {
        var signal = new PositionSignal();
        var listening = new CountDownLatch(1);
        var told = new CountDownLatch(2);
        try (var listener = new PositionListener(database.as("hub_projector"), signal);
                var _ = signal.subscribe(listening::countDown);
                var _ = signal.subscribe(told::countDown)) {
            listener.start();
            // Once when it begins to listen: something may have happened before.
            assertThat(listening.await(10, TimeUnit.SECONDS)).isTrue();
            append(1, 1);
            number();
            assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aFollowerIsToldAgainAfterItsConnectionBroke() throws Exception {
        var signal = new PositionSignal();
        var listening = new CountDownLatch(1);
        var again = new CountDownLatch(2);
        try (var listener = new PositionListener(database.as("hub_projector"), signal);
                var _ = signal.subscribe(listening::countDown);
                var _ = signal.subscribe(again::countDown)) {
            listener.start();
            assertThat(listening.await(10, TimeUnit.SECONDS)).isTrue();
            database.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN hub_positions%' AND datname = current_database()");
            assertThat(again.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void append(long stream, int count) {
        new PostgresEventStorageEngine(commands, new EventCodec(), new SnapshotStore(commands, List.of()), feed)
                .appendEvents(events(stream, count));
    }

    private void insert(String name, int revision, String payload, String metadata) {
        commands.update("""
                INSERT INTO event_store.event
                    (event_id, aggregate_id, sequence_number, event_name, revision, payload, metadata, recorded_at)
                VALUES (gen_random_uuid(), gen_random_uuid(), 0, ?, ?, ?, ?, now())""", name, revision, payload, metadata);
    }

    private void number() {
        commands.queryForList(StoredEvents.NUMBER);
    }

    private static List<Long> positions(List<RecordedEvent> events) {
        return events.stream().map(RecordedEvent::position).toList();
    }
}
