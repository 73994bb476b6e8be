package org.aigovernancehub.command.eventstore;

import static org.aigovernancehub.command.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.aigovernancehub.api.problem.ProblemType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The thread that numbers, when the database is slow, breaks off or has nothing for it. */
class SequencerTest {
    private final AtomicInteger raised = new AtomicInteger();

    private StoreDatabase database;
    private Sequencer sequencer;
    private PostgresEventStorageEngine engine;

    @BeforeEach
    void start() throws Exception {
        database = new StoreDatabase();
        var jdbc = new JdbcTemplate(database.as("hub_command"));
        var codec = new EventCodec();
        engine = new PostgresEventStorageEngine(
                jdbc, codec, new SnapshotStore(jdbc, List.of()), new PositionFeed(jdbc, codec, new PositionSignal()));
        var signal = new PositionSignal();
        signal.subscribe(raised::incrementAndGet);
        sequencer = new Sequencer(database.as("hub_command"), signal);
        sequencer.start();
    }

    @AfterEach
    void stop() throws Exception {
        sequencer.close();
        database.close();
    }

    @Test
    void anEmptyStoreHasNoPositions() {
        assertThat(sequencer.highestPosition()).isZero();
        assertThat(raised).hasValue(0);
    }

    @Test
    void followersAreWokenByNewPositions() {
        append(1);
        assertThat(sequencer.positionOf(1)).isEqualTo(1);
        assertThat(raised).hasValueGreaterThan(0);
    }

    @Test
    void aNumberOfLongAgoIsToldAgain() {
        append(1);
        append(2);
        assertThat(sequencer.highestPosition()).isEqualTo(2);
        assertThat(sequencer.positionOf(1)).isEqualTo(1);
    }

    @Test
    void aNumberThatDoesNotComeInTimeIsAnUnknownOutcomeAndComesLater() throws Exception {
        try (var holder = database.superuser()) {
            holder.setAutoCommit(false);
            holder.createStatement()
                    .executeQuery("SELECT pg_advisory_xact_lock(hashtextextended('event_store.sequence', 0))");
            append(1);
            assertProblem(ProblemType.OUTCOME_UNKNOWN, () -> sequencer.positionOf(1));
            holder.rollback();
        }
        assertThat(sequencer.positionOf(1)).isEqualTo(1);
    }

    @Test
    void aBrokenConnectionIsReplacedAndNobodyIsForgotten() throws Exception {
        append(1);
        assertThat(sequencer.positionOf(1)).isEqualTo(1);
        for (long index = 2; index <= 4; index++) {
            database.execute("""
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                     WHERE query LIKE '%sequence_pending%' AND datname = current_database() AND pid <> pg_backend_pid()""");
            append(index);
            assertThat(sequencer.positionOf(index)).isEqualTo(index);
        }
    }

    private void append(long stream) {
        engine.appendEvents(StoredEvents.events(stream, 1));
    }
}
