package org.aigovernancehub.command.eventstore;

import static org.aigovernancehub.command.eventstore.StoredEvents.METADATA;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.aigovernancehub.api.operations.OperationsEvent.DeadLetterRetryRequested;
import org.aigovernancehub.api.operations.OperationsId;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A transaction that has appended an event is held open while others commit and a reader follows. Whoever gives its gap up has skipped the
 * event for ever. The same course is run over Axon's own engine, as it comes, to show that it bites.
 */
class HeldTransactionTest {
    private static final int OTHERS = 300;
    private static final Duration STOCK_GAP_TIMEOUT = Duration.ofMinutes(1);

    private final Clock clock = GenericEventMessage.clock;
    private StoreDatabase database;

    @BeforeEach
    void start() throws Exception {
        GenericEventMessage.clock = Clock.systemUTC();
        database = new StoreDatabase();
    }

    @AfterEach
    void stop() throws Exception {
        GenericEventMessage.clock = clock;
        database.close();
    }

    @Test
    void aReaderGetsTheLateEventHoweverLateItIs() throws Exception {
        var source = database.as("hub_command");
        try (var sequencer = started(source)) {
            var seen = follow(source, HeldTransactionTest::ours, sequencer::highestPosition, Duration.ofDays(2));
            assertThat(seen)
                    .containsExactlyElementsOf(
                            Stream.concat(others(), Stream.of("late")).toList());
        }
    }

    @Test
    void theStockEngineSkipsAnEventThatIsLaterThanItsGapTimeout() throws Exception {
        var source = withStockTables();
        var seen = follow(source, HeldTransactionTest::stock, () -> {}, STOCK_GAP_TIMEOUT.plusSeconds(1));
        assertThat(seen).containsExactlyElementsOf(others().toList());
        // It was committed, and is there; only those who follow will never hear of it.
        assertThat(new JdbcTemplate(source)
                        .queryForObject(
                                "SELECT count(*) FROM DomainEventEntry WHERE eventIdentifier = 'late'", Long.class))
                .isEqualTo(1);
    }

    @Test
    void theStockEngineWaitsForAnEventThatIsLessLate() throws Exception {
        var source = withStockTables();
        var seen = follow(source, HeldTransactionTest::stock, () -> {}, Duration.ZERO);
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(others(), Stream.of("late")).toList());
    }

    @Test
    void numbersKeepComingUnderAHeldWriterAndAHeldSnapshot() throws Exception {
        var source = database.as("hub_command");
        try (var sequencer = started(source);
                var late = source.getConnection();
                var other = source.getConnection();
                var snapshot = source.getConnection()) {
            holdSnapshot(snapshot);
            holdWriter(late, HeldTransactionTest::ours);
            var others = ours(new SingleConnectionDataSource(other, true));
            var positions = new ArrayList<Long>();
            for (int i = 1; i <= OTHERS; i++) {
                others.appendEvents(List.of(event("other-" + i, i)));
                positions.add(sequencer.positionOf(i + 1L));
            }
            assertThat(positions)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, OTHERS).boxed().toList());
            late.commit();
            assertThat(sequencer.positionOf(1)).isEqualTo(OTHERS + 1);
        }
    }

    /**
     * A vacuum that may not remove dead rows tells the planner that there are none, and a plan for a table of no rows may go through them all
     * at each call.
     */
    @Test
    void numberingDoesNotLookAgainAtWhatAHeldSnapshotKeeps() throws Exception {
        var source = database.as("hub_command");
        try (var snapshot = source.getConnection();
                var numbering = source.getConnection();
                var late = source.getConnection()) {
            holdSnapshot(snapshot);
            holdWriter(late, HeldTransactionTest::ours);
            database.execute("""
                    INSERT INTO event_store.event_pending
                    SELECT pg_current_xact_id(), g FROM generate_series(1000000, 1099999) g""");
            database.execute("DELETE FROM event_store.event_pending");
            database.execute("VACUUM ANALYZE event_store.event_pending");
            var jdbc = new JdbcTemplate(new SingleConnectionDataSource(numbering, true));
            jdbc.execute(StoredEvents.NUMBER);
            // As often as it takes PostgreSQL to trust a plan for all values.
            for (int i = 1; i <= 10; i++) {
                ours(source).appendEvents(List.of(event("other-" + i, i)));
                jdbc.execute(StoredEvents.NUMBER);
            }
            late.commit();

            // In one transaction, for the counts of a session go to the server's and begin again after some.
            numbering.setAutoCommit(false);
            long before = pendingPagesLookedAt(jdbc);
            jdbc.execute(StoredEvents.NUMBER);
            assertThat(pendingPagesLookedAt(jdbc) - before)
                    .as("pages of the pending events that one call has looked at")
                    .isBetween(2L, 50L);
            assertThat(jdbc.queryForObject("SELECT max(position) FROM event_store.event_position", Long.class))
                    .isEqualTo(11);
        }
    }

    /** Begins a transaction that goes on seeing what there is now. */
    private static void holdSnapshot(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.createStatement().executeQuery("SELECT 1");
    }

    /** Begins a transaction that has appended, and does not commit. */
    private static void holdWriter(Connection connection, Function<DataSource, EventStorageEngine> store)
            throws SQLException {
        connection.setAutoCommit(false);
        store.apply(new SingleConnectionDataSource(connection, true)).appendEvents(List.of(event("late", 0)));
    }

    private static long pendingPagesLookedAt(JdbcTemplate jdbc) {
        return jdbc.queryForObject("""
                SELECT pg_stat_get_xact_blocks_fetched('event_store.event_pending'::regclass)
                     + pg_stat_get_xact_blocks_fetched('event_store.event_pending_pkey'::regclass)""", Long.class);
    }

    /**
     * The course: a late writer, others, time, a reader, the late commit, the reader again.
     *
     * @param store a storage engine over connections
     * @param numbering done before the reader reads
     * @return the ids of the events that the reader got, in order
     */
    private static List<String> follow(
            DataSource source, Function<DataSource, EventStorageEngine> store, Runnable numbering, Duration lateness)
            throws Exception {
        var reader = new Reader(store.apply(source));
        try (var late = source.getConnection();
                var other = source.getConnection()) {
            holdWriter(late, store);
            var others = store.apply(new SingleConnectionDataSource(other, true));
            for (int i = 1; i <= OTHERS; i++) {
                others.appendEvents(List.of(event("other-" + i, i)));
            }
            GenericEventMessage.clock = Clock.offset(Clock.systemUTC(), lateness);
            numbering.run();
            reader.catchUp();
            late.commit();
        }
        numbering.run();
        reader.catchUp();
        reader.catchUp();
        return reader.seen;
    }

    private static DomainEventMessage<?> event(String id, long stream) {
        return new GenericDomainEventMessage<>(
                "Operations",
                StoredEvents.stream(stream),
                0,
                new DeadLetterRetryRequested(new OperationsId(stream), 1),
                MetaData.with(PostgresEventStorageEngine.METADATA, METADATA),
                id,
                GenericEventMessage.clock.instant());
    }

    private static Stream<String> others() {
        return IntStream.rangeClosed(1, OTHERS).mapToObj(i -> "other-" + i);
    }

    private static EventStorageEngine ours(DataSource source) {
        var jdbc = new JdbcTemplate(source);
        var codec = new EventCodec();
        return new PostgresEventStorageEngine(
                jdbc, codec, new SnapshotStore(jdbc, List.of()), new PositionFeed(jdbc, codec, new PositionSignal()));
    }

    private static JdbcEventStorageEngine stock(DataSource source) {
        var serializer = Jackson3Serializer.builder().build();
        return JdbcEventStorageEngine.builder()
                .connectionProvider(source::getConnection)
                .transactionManager(NoTransactionManager.instance())
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
    }

    private DataSource withStockTables() {
        var source = database.as("postgres");
        stock(source).createSchema(PostgresEventTableFactory.INSTANCE);
        return source;
    }

    private static Sequencer started(DataSource source) {
        var sequencer = new Sequencer(source, new PositionSignal());
        sequencer.start();
        return sequencer;
    }

    /** Follows as a processor does: from the token of the last event that it got. */
    private static final class Reader {
        private final EventStorageEngine engine;
        private final List<String> seen = new ArrayList<>();
        private @Nullable TrackingToken token;

        Reader(EventStorageEngine engine) {
            this.engine = engine;
        }

        void catchUp() {
            engine.readEvents(token, false).forEach(event -> {
                token = event.trackingToken();
                seen.add(event.getIdentifier());
            });
        }
    }
}
