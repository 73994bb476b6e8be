package org.aigovernancehub.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Positions are dense, final, complete and keep coming, whatever order transactions commit in. */
class PositionsTest {
    private static StoreDatabase database;
    private static JdbcTemplate commands;
    private static final AtomicInteger NAMES = new AtomicInteger();

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
            assertThat(threads.awaitTermination(60, java.util.concurrent.TimeUnit.SECONDS))
                    .isTrue();
        }
        assertThat(learnt).hasSize(400);
        assertThat(learnt.values())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(before + 1, before + 400).boxed().toList());
    }

    @Test
    void aWriterThatCommitsLateIsNeverSkippedAndHoldsNobodyUp() throws Exception {
        var source = database.as("hub_command");
        try (var sequencer = started();
                var late = source.getConnection();
                var snapshot = source.getConnection()) {
            snapshot.setAutoCommit(false);
            snapshot.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            query(snapshot, "SELECT 1");
            late.setAutoCommit(false);
            long lateIndex = append(late);
            var others = new ArrayList<Long>();
            for (int i = 0; i < 300; i++) {
                others.add(sequencer.positionOf(append(commands)));
            }
            assertThat(others).isSorted().doesNotHaveDuplicates();
            assertThat(others.getLast() - others.getFirst()).isEqualTo(299);
            late.commit();
            assertThat(sequencer.positionOf(lateIndex)).isEqualTo(others.getLast() + 1);
        }
        assertDenseAndComplete();
    }

    @Test
    void whatADeadProcessLeftIsNumberedByTheNextOne() throws Exception {
        long index = append(commands);
        assertThat(positionsOf(index)).isEmpty();
        try (var sequencer = started()) {
            sequencer.highestPosition();
            assertThat(positionsOf(index)).hasSize(1);
        }
    }

    @Test
    void moreThanOneCallCanTakeAreNumberedInOrder() throws Exception {
        commands.update("""
                INSERT INTO event_store.event
                    (event_id, aggregate_id, sequence_number, event_name, revision, payload, metadata, recorded_at)
                SELECT gen_random_uuid(), 'bulk', n, 'x', 1, '{}', '{}', now() FROM generate_series(0, 11999) n""");
        try (var sequencer = started()) {
            Long last = commands.queryForObject("SELECT max(global_index) FROM event_store.event", Long.class);
            sequencer.positionOf(last);
        }
        assertDenseAndComplete();
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
    void anOlderSnapshotIsRefused() throws Exception {
        try (var connection = database.as("hub_command").getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            assertThatThrownBy(() -> query(connection, "SELECT event_store.sequence_pending('{}')"))
                    .hasMessageContaining("READ COMMITTED");
        }
    }

    @Test
    void nobodyChangesOrDeletesAnEventOrAPosition() throws Exception {
        try (var sequencer = started()) {
            sequencer.positionOf(append(commands));
        }
        for (var statement : List.of(
                "UPDATE event_store.event SET payload = '{}'",
                "DELETE FROM event_store.event",
                "TRUNCATE event_store.event CASCADE",
                "UPDATE event_store.event_position SET position = position + 1",
                "DELETE FROM event_store.event_position",
                "INSERT INTO event_store.event_position SELECT 99999999, 1, now()",
                "DELETE FROM event_store.event_pending")) {
            for (var role : List.of("hub_command", "hub_query", "hub_projector")) {
                assertThatThrownBy(() -> new JdbcTemplate(database.as(role)).execute(statement))
                        .as("%s as %s", statement, role)
                        .rootCause()
                        .hasMessageContaining("permission denied");
            }
        }
        for (var statement : List.of(
                "UPDATE event_store.event SET payload = '{}'",
                "DELETE FROM event_store.event",
                "TRUNCATE event_store.event CASCADE",
                "DELETE FROM event_store.event_position")) {
            assertThatThrownBy(() -> database.execute("SET ROLE hub_owner;" + statement))
                    .hasMessageContaining("immutable");
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
