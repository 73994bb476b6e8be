package org.aigovernancehub.command.eventstore;

import static org.aigovernancehub.command.eventstore.StoredEvents.event;
import static org.aigovernancehub.command.eventstore.StoredEvents.events;
import static org.aigovernancehub.command.eventstore.StoredEvents.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Streams are read a page at a time and whole; tracked reads go by position. */
class PostgresEventStorageEngineTest {
    private static final AtomicLong STREAMS = new AtomicLong();

    private static StoreDatabase database;
    private static JdbcTemplate jdbc;
    private static PostgresEventStorageEngine engine;

    private final long number = STREAMS.incrementAndGet();

    @BeforeAll
    static void start() throws Exception {
        database = new StoreDatabase();
        jdbc = new JdbcTemplate(database.as("hub_command"));
        var codec = new EventCodec();
        engine = new PostgresEventStorageEngine(
                jdbc, codec, new SnapshotStore(jdbc, List.of()), new PositionFeed(jdbc, codec, new PositionSignal()));
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @Test
    void anEventIsReadBackAsItWasAppended() {
        var appended = event(number, 0, "id-" + number);
        engine.appendEvents(List.of(appended));
        var read = read(0).getFirst();
        assertThat(read.getIdentifier()).isEqualTo("id-" + number);
        assertThat(read.getType()).isEqualTo("Operations");
        assertThat(read.getAggregateIdentifier()).isEqualTo(stream(number));
        assertThat(read.getSequenceNumber()).isZero();
        assertThat(read.getPayload()).isEqualTo(appended.getPayload());
        assertThat(read.getTimestamp()).isEqualTo(StoredEvents.RECORDED_AT);
        assertThat(PostgresEventStorageEngine.metadataOf(read)).isEqualTo(StoredEvents.METADATA);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 499, 500, 501, 1000, 1250})
    void aStreamIsReadWholeWhateverItsLength(int length) {
        engine.appendEvents(events(number, length));
        engine.appendEvents(events(STREAMS.incrementAndGet(), 3));
        assertThat(read(0))
                .extracting(DomainEventMessage::getSequenceNumber)
                .containsExactlyElementsOf(LongStream.range(0, length).boxed().toList());
        assertThat(engine.lastSequenceNumberFor(stream(number))).contains(length - 1L);
    }

    @ParameterizedTest
    @CsvSource({"1, 1249", "500, 750", "749, 501", "1249, 1", "1250, 0"})
    void aStreamIsReadFromWhereOneAsks(long first, int rest) {
        engine.appendEvents(events(number, 1250));
        assertThat(read(first))
                .hasSize(rest)
                .extracting(DomainEventMessage::getSequenceNumber)
                .isSorted()
                .allMatch(sequenceNumber -> sequenceNumber >= first);
        var stream = engine.readEvents(stream(number), first);
        stream.forEachRemaining(_ -> {});
        assertThat(stream.getLastSequenceNumber()).isEqualTo(1249);
    }

    @Test
    void aStreamThatDoesNotExistIsEmpty() {
        var stream = engine.readEvents(stream(number), 0);
        assertThat(stream.hasNext()).isFalse();
        assertThat(stream.getLastSequenceNumber()).isNull();
        assertThat(engine.lastSequenceNumberFor(stream(number))).isEmpty();
    }

    @Test
    void appendingNothingIsNoError() {
        engine.appendEvents(List.of());
    }

    @Test
    void theOrderOfABatchIsTheOrderOfItsIndexes() {
        engine.appendEvents(events(number, 1000));
        var order = jdbc.queryForList(
                "SELECT sequence_number FROM event_store.event WHERE aggregate_id = ? ORDER BY global_index",
                Long.class,
                stream(number));
        assertThat(order)
                .containsExactlyElementsOf(LongStream.range(0, 1000).boxed().toList());
    }

    @Test
    void theSecondWriterOfASequenceNumberLosesWithItsWholeBatch() {
        engine.appendEvents(events(number, 2));
        assertThatThrownBy(() -> engine.appendEvents(List.of(event(number, 2), event(number, 1))))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(read(0)).hasSize(2);
    }

    @Test
    void anAnonymousEventIsNotAppended() {
        var event = event(number, 0);
        var anonymous = new GenericDomainEventMessage<>(
                event.getType(), event.getAggregateIdentifier(), 0, event.getPayload(), MetaData.emptyInstance());
        assertThatThrownBy(() -> engine.appendEvents(List.of(anonymous)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("DeadLetterRetryRequested says not who caused it");
        assertThat(read(0)).isEmpty();
    }

    @Test
    void trackedReadsGoByPositionOverAsManyPagesAsItTakes() {
        engine.appendEvents(events(number, 1250));
        long before = numberAll() - 1250;
        var tracked = tracked(new GlobalSequenceTrackingToken(before));
        assertThat(tracked).hasSize(1250);
        assertThat(tracked)
                .extracting(event -> event.trackingToken().position())
                .containsExactlyElementsOf(LongStream.rangeClosed(before + 1, before + 1250)
                        .mapToObj(OptionalLong::of)
                        .toList());
        var last = (DomainEventMessage<?>) tracked.getLast();
        assertThat(last.getAggregateIdentifier()).isEqualTo(stream(number));
        assertThat(last.getSequenceNumber()).isEqualTo(1249);
        assertThat(PostgresEventStorageEngine.metadataOf(last)).isEqualTo(StoredEvents.METADATA);
        assertThat(tracked(tracked.getLast().trackingToken())).isEmpty();
        assertThat(tracked(null)).hasSize((int) (before + 1250));
    }

    @Test
    void whatHasNoPositionYetIsNotTracked() {
        long head = numberAll();
        engine.appendEvents(List.of(event(number, 0)));
        assertThat(tracked(new GlobalSequenceTrackingToken(head))).isEmpty();
        assertThat(engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(head));
        numberAll();
        assertThat(tracked(new GlobalSequenceTrackingToken(head))).hasSize(1);
        assertThat(engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(head + 1));
    }

    @Test
    void theTailIsBeforeTheFirstPosition() {
        assertThat(engine.createTailToken()).isEqualTo(new GlobalSequenceTrackingToken(0));
    }

    @Test
    void anInstantIsMappedToThePositionBeforeIt() {
        engine.appendEvents(List.of(event(number, 0)));
        long first = numberAll();
        engine.appendEvents(List.of(event(number, 1)));
        long second = numberAll();
        assertThat(second).isEqualTo(first + 1);
        assertThat(engine.createTokenAt(sequencedAt(second))).isEqualTo(new GlobalSequenceTrackingToken(first));
        assertThat(engine.createTokenAt(Instant.EPOCH)).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(engine.createTokenAt(Instant.now().plusSeconds(3600)))
                .isEqualTo(new GlobalSequenceTrackingToken(second));
    }

    private List<DomainEventMessage<?>> read(long first) {
        var read = new ArrayList<DomainEventMessage<?>>();
        engine.readEvents(stream(number), first).forEachRemaining(read::add);
        return read;
    }

    private static List<TrackedEventMessage<?>> tracked(@Nullable TrackingToken token) {
        return engine.readEvents(token, false)
                .<TrackedEventMessage<?>>map(event -> event)
                .toList();
    }

    private static Instant sequencedAt(long position) {
        var at = jdbc.queryForObject(
                "SELECT sequenced_at FROM event_store.event_position WHERE position = ?",
                OffsetDateTime.class,
                position);
        return Objects.requireNonNull(at).toInstant();
    }

    /** Numbers whatever is pending, and returns the highest position. */
    private static long numberAll() {
        while (count("SELECT count(*) FROM event_store.event_pending") > 0) {
            jdbc.queryForList(StoredEvents.NUMBER);
        }
        return count("SELECT count(*) FROM event_store.event_position");
    }

    private static long count(String sql) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class));
    }
}
