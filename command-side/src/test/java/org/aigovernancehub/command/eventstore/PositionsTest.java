package org.aigovernancehub.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Positions are dense, final, complete and keep coming, whatever order transactions commit in. */
class PositionsTest {
    private static StoreDatabase database;
    private static JdbcTemplate commands;
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final NumberedCommit NUMBERED = new NumberedCommit(new PositionSignal());

    @BeforeAll
    static void start() throws Exception {
        database = new StoreDatabase();
        commands = new JdbcTemplate(database.as("hub_command"));
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @Test
    void numbersAreDenseUnderConcurrentWritersAndEveryWriterLearnsItsOwn() throws Exception {
        long before = head();
        var learnt = new ConcurrentHashMap<Long, Long>();
        try (var sequencer = started();
                var threads = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 400; i++) {
                threads.submit(() -> {
                    long index = append(commands);
                    learnt.put(index, sequencer.positionOf(index));
                });
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(learnt).hasSize(400);
        assertThat(learnt.values())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(before + 1, before + 400).boxed().toList());
    }

    @Test
    void whatADeadProcessLeftIsNumberedByASafetyCallOfAnother() throws Exception {
        long index = append(commands);
        assertThat(positionsOf(index)).isEmpty();
        try (var _ = started()) {
            // Nobody waits for this number, so that only the safety call can give it.
            for (int i = 0; i < 200 && positionsOf(index).isEmpty(); i++) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            assertThat(positionsOf(index)).hasSize(1);
        }
    }

    @Test
    void numbersAreDenseAndCompleteWithRandomRollbacksAndTwoHubs() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        long before = head();
        var kept = new ConcurrentHashMap<Long, Boolean>();
        var failures = new ConcurrentLinkedQueue<Throwable>();
        try (var one = started();
                var other = started();
                var threads = Executors.newFixedThreadPool(8)) {
            for (int thread = 0; thread < 8; thread++) {
                var random = new Random(seed + thread);
                var sequencer = thread % 2 == 0 ? one : other;
                threads.submit(() -> {
                    try (var connection = database.as("hub_command").getConnection()) {
                        connection.setAutoCommit(false);
                        var transaction = transaction(connection);
                        for (int i = 0; i < 60; i++) {
                            var indexes = new ArrayList<Long>();
                            for (int event = random.nextInt(3); event >= 0; event--) {
                                indexes.add(append(connection));
                            }
                            int end = random.nextInt(3);
                            if (end == 0) {
                                connection.rollback();
                            } else if (end == 1) {
                                assertThat(NUMBERED.of(transaction, indexes)).containsOnlyKeys(indexes);
                                indexes.forEach(index -> kept.put(index, true));
                            } else {
                                connection.commit();
                                sequencer.positionOf(indexes.getLast());
                                indexes.forEach(index -> kept.put(index, true));
                            }
                        }
                    } catch (SQLException | RuntimeException | AssertionError e) {
                        failures.add(e);
                    }
                });
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(120, TimeUnit.SECONDS)).isTrue();
            assertThat(failures).isEmpty();
            assertThat(one.highestPosition()).isEqualTo(before + kept.size());
        }
        assertThat(commands.queryForList(
                        "SELECT global_index FROM event_store.event_position WHERE position > ?", Long.class, before))
                .containsExactlyInAnyOrderElementsOf(kept.keySet());
        assertDenseAndComplete();
    }

    @Test
    void moreThanOneCallCanTakeAreNumberedInOrder() throws Exception {
        appendAtOnce("bulk", 12_000);
        try (var sequencer = started()) {
            Long last = commands.queryForObject("SELECT max(global_index) FROM event_store.event", Long.class);
            sequencer.positionOf(last);
        }
        assertDenseAndComplete();
    }

    @Test
    void theHighestPositionIsToldOnlyAfterAllThatWasCommittedIsNumbered() {
        appendAtOnce("backlog", 12_000);
        Long events = commands.queryForObject("SELECT count(*) FROM event_store.event", Long.class);
        try (var sequencer = started()) {
            assertThat(sequencer.highestPosition()).isEqualTo(events);
        }
    }

    @Test
    void aRolledBackWriterLeavesNoHole() throws Exception {
        try (var sequencer = started();
                var connection = database.as("hub_command").getConnection()) {
            connection.setAutoCommit(false);
            long first = sequencer.positionOf(append(commands));
            append(connection);
            connection.rollback();
            assertThat(sequencer.positionOf(append(commands))).isEqualTo(first + 1);
        }
    }

    @Test
    void aTransactionThatIsNumberedWhileItCommitsNumbersWhatHadCommittedBefore() throws Exception {
        long before;
        try (var sequencer = started()) {
            before = sequencer.highestPosition();
        }
        try (var connection = database.as("hub_command").getConnection()) {
            connection.setAutoCommit(false);
            long first = append(connection);
            long committed = append(commands);
            long second = append(connection);

            assertThat(NUMBERED.of(transaction(connection), List.of(first, second)))
                    .isEqualTo(Map.of(first, before + 1, second, before + 3));
            assertThat(positionsOf(committed)).containsExactly(before + 2);
        }
        assertDenseAndComplete();
    }

    @Test
    void nothingWaitsForTheClientOfATransactionThatWasNumbered() throws Exception {
        try (var connection = database.as("hub_command").getConnection();
                var looking = database.superuser()) {
            connection.setAutoCommit(false);
            long index = append(connection);
            long process = query(connection, "SELECT pg_backend_pid()");

            NUMBERED.of(transaction(connection), List.of(index));

            assertThat(query(
                            looking,
                            "SELECT count(*) FROM pg_stat_activity WHERE state = 'idle' AND pid = %d"
                                    .formatted(process)))
                    .isEqualTo(1);
        }
    }

    @Test
    void aTransactionCommitsThoughItsClientIsGoneSinceItWasNumbered() throws Exception {
        database.execute("""
                CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(2); RETURN NULL; END $$;
                CREATE TRIGGER linger AFTER INSERT ON event_store.event_position FOR EACH STATEMENT EXECUTE FUNCTION linger()""");
        try (var connection = database.unpooled("hub_command");
                var threads = Executors.newSingleThreadExecutor()) {
            connection.setAutoCommit(false);
            long index = append(connection);
            long process = query(connection, "SELECT pg_backend_pid()");
            var answer = threads.submit(() -> NUMBERED.of(transaction(connection), List.of(index)));
            awaitOne("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND pid = %d"
                    .formatted(process));

            connection.abort(Runnable::run);

            assertThatThrownBy(answer::get).hasCauseInstanceOf(DataAccessException.class);
            awaitOne("SELECT count(*) FROM event_store.event_position WHERE global_index = %d".formatted(index));
        } finally {
            database.execute("DROP TRIGGER linger ON event_store.event_position; DROP FUNCTION linger()");
        }
        assertDenseAndComplete();
    }

    private static void awaitOne(String count) throws SQLException, InterruptedException {
        try (var looking = database.superuser()) {
            for (int i = 0; i < 400 && query(looking, count) == 0; i++) {
                TimeUnit.MILLISECONDS.sleep(25);
            }
            assertThat(query(looking, count)).isEqualTo(1);
        }
    }

    private static JdbcTemplate transaction(Connection connection) {
        return new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    }

    @Test
    void anOlderSnapshotIsRefused() throws Exception {
        try (var connection = database.as("hub_command").getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            assertThatThrownBy(() -> query(connection, StoredEvents.NUMBER)).hasMessageContaining("READ COMMITTED");
        }
    }

    @Test
    void sequencingTimesNeverDecrease() {
        Long inversions = commands.queryForObject("""
                SELECT count(*) FROM event_store.event_position a JOIN event_store.event_position b ON b.position = a.position + 1
                 WHERE b.sequenced_at < a.sequenced_at""", Long.class);
        assertThat(inversions).isZero();
    }

    private static Sequencer started() {
        var sequencer = new Sequencer(database.as("hub_command"), new PositionSignal());
        sequencer.start();
        return sequencer;
    }

    private static void appendAtOnce(String stream, int count) {
        commands.update("""
                INSERT INTO event_store.event
                    (event_id, aggregate_id, sequence_number, event_name, revision, payload, metadata, recorded_at)
                SELECT gen_random_uuid(), ?, n, 'x', 1, '{}', '{}', now() FROM generate_series(0, ?) n""", stream, count - 1);
    }

    private static long append(JdbcTemplate jdbc) {
        return jdbc.execute((java.sql.Connection connection) -> append(connection));
    }

    private static long append(Connection connection) throws SQLException {
        return query(connection, """
                INSERT INTO event_store.event
                    (event_id, aggregate_id, sequence_number, event_name, revision, payload, metadata, recorded_at)
                VALUES (gen_random_uuid(), 'test-%d', 0, 'x', 1, '{}', '{}', now()) RETURNING global_index""".formatted(NAMES.incrementAndGet()));
    }

    private static long query(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static List<Long> positionsOf(long index) {
        return commands.queryForList(
                "SELECT position FROM event_store.event_position WHERE global_index = ?", Long.class, index);
    }

    private static long head() {
        Long head = commands.queryForObject(
                "SELECT coalesce(max(position), 0) FROM event_store.event_position", Long.class);
        return head;
    }

    private static void assertDenseAndComplete() {
        var counts = commands.queryForMap("""
                SELECT (SELECT count(*) FROM event_store.event) AS events,
                       (SELECT count(*) FROM event_store.event_pending) AS pending,
                       (SELECT count(*) FROM event_store.event_position) AS positions,
                       (SELECT max(position) FROM event_store.event_position) AS highest""");
        assertThat(counts.get("positions")).isEqualTo(counts.get("highest"));
        assertThat((Long) counts.get("events"))
                .isEqualTo((Long) counts.get("positions") + (Long) counts.get("pending"));
    }
}
