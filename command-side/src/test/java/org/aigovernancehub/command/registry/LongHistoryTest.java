package org.aigovernancehub.command.registry;

import static org.aigovernancehub.command.pipeline.Callers.ACME;
import static org.aigovernancehub.command.pipeline.Callers.ENGINEER;
import static org.aigovernancehub.command.pipeline.Callers.OFFICER;
import static org.aigovernancehub.command.registry.ModelCase.MODEL;
import static org.aigovernancehub.command.registry.ModelCase.VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.api.registry.ModelCommand.Measurement;
import org.aigovernancehub.api.registry.ModelCommand.RecordMetrics;
import org.aigovernancehub.api.registry.ModelCommand.RegisterModel;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.command.eventstore.StoreDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a command costs does not grow with what has happened before; and what others did meanwhile is never missed. */
class LongHistoryTest {
    private static final int METRICS = 20_000;
    private static final int BATCH = 10;
    private static final int SNAPSHOT_EVERY = 100;
    private static final String STREAM = MODEL.toString();

    private StoreDatabase database;
    private JdbcTemplate jdbc;
    private ModelHub hub;

    @BeforeEach
    void start() throws Exception {
        database = new StoreDatabase();
        jdbc = new JdbcTemplate(database.as("hub_command"));
        hub = new ModelHub(database);
        hub.send(
                ENGINEER,
                new RegisterModel(
                        MODEL, ACME, Environment.PROD, ModelCase.details("scorer"), ModelCase.risk(RiskLevel.LIMITED)));
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
        database.close();
    }

    @Test
    void aModelWithTwentyThousandMetricsReadsNothingAgainAndAfterARestartNoMoreThanASnapshotInterval() {
        var reads = new ArrayList<Long>();
        for (int i = 0; i < METRICS / BATCH; i++) {
            reads.add(hub.send(ENGINEER, recording(BATCH)));
        }
        assertThat(reads).containsOnly(0L);
        awaitSnapshotOf(events());
        // Between two snapshots there is something to read.
        int since = SNAPSHOT_EVERY / 2;
        for (int i = 0; i < since; i++) {
            hub.send(ENGINEER, recording(1));
        }
        try (var restarted = new ModelHub(database)) {
            assertThat(restarted.send(ENGINEER, recording(1))).isBetween((long) since, (long) SNAPSHOT_EVERY);
            assertThat(restarted.send(OFFICER, ModelCase.move(ComplianceStatus.APPROVED)))
                    .isZero();
            assertThat(restarted.policies.asked().getLast().metricCount()).isEqualTo(METRICS + since + 1);
        }
    }

    @Test
    void whatAnotherHubHasAppendedIsRead() {
        hub.send(ENGINEER, recording(1));
        try (var other = new ModelHub(database)) {
            other.send(ENGINEER, recording(3));
            other.send(ENGINEER, recording(5));
            assertThat(hub.send(OFFICER, ModelCase.move(ComplianceStatus.APPROVED)))
                    .isEqualTo(2);
            assertThat(hub.policies.asked().getLast().metricCount()).isEqualTo(9);
        }
    }

    @Test
    void whatFailsToCommitIsNotRemembered() throws Exception {
        hub.send(ENGINEER, recording(1));
        database.execute("""
                CREATE FUNCTION public.fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'at COMMIT'; END $$;
                CREATE CONSTRAINT TRIGGER fails AFTER INSERT ON event_store.event DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION public.fail()""");
        assertThatThrownBy(() -> hub.send(ENGINEER, recording(7))).hasStackTraceContaining("at COMMIT");
        database.execute("DROP TRIGGER fails ON event_store.event");
        hub.send(OFFICER, ModelCase.move(ComplianceStatus.APPROVED));
        assertThat(hub.policies.asked().getLast().metricCount()).isEqualTo(1);
        assertThat(sequenceNumbers()).containsExactly(0L, 1L, 2L);
    }

    @Test
    void aStoreThatWasSetBackUnderARunningHubIsFollowed() throws Exception {
        hub.send(ENGINEER, recording(1));
        hub.send(ENGINEER, recording(7));
        setBackBy(1);
        // The pipeline repeats it.
        assertThatThrownBy(() -> hub.send(ENGINEER, recording(1)))
                .isInstanceOf(OptimisticLockingFailureException.class);
        hub.send(ENGINEER, recording(1));
        assertThat(sequenceNumbers()).containsExactly(0L, 1L, 2L);
        hub.send(OFFICER, ModelCase.move(ComplianceStatus.APPROVED));
        assertThat(hub.policies.asked().getLast().metricCount()).isEqualTo(2);
    }

    @Test
    void aStoreThatWentAnotherWayUnderARunningHubIsFollowed() throws Exception {
        hub.send(ENGINEER, recording(1));
        hub.send(ENGINEER, recording(7));
        setBackBy(1);
        try (var other = new ModelHub(database)) {
            other.send(ENGINEER, recording(2));
        }
        assertThatThrownBy(() -> hub.send(ENGINEER, recording(1)))
                .isInstanceOf(OptimisticLockingFailureException.class);
        hub.send(OFFICER, ModelCase.move(ComplianceStatus.APPROVED));
        assertThat(hub.policies.asked().getLast().metricCount()).isEqualTo(3);
    }

    private static RecordMetrics recording(int count) {
        return new RecordMetrics(
                MODEL,
                VERSION,
                IntStream.range(0, count)
                        .mapToObj(i -> new Measurement("m" + i, i))
                        .toList());
    }

    /** As a restore of an older backup does, which no trigger hinders. */
    private void setBackBy(int events) throws Exception {
        database.execute("""
                SET session_replication_role = replica;
                DELETE FROM event_store.event WHERE global_index IN (
                    SELECT global_index FROM event_store.event WHERE aggregate_id = '%s' ORDER BY sequence_number DESC LIMIT %d);
                DELETE FROM event_store.event_pending;""".formatted(STREAM, events));
    }

    private List<Long> sequenceNumbers() {
        return jdbc.queryForList(
                "SELECT sequence_number FROM event_store.event WHERE aggregate_id = ? ORDER BY 1", Long.class, STREAM);
    }

    private long events() {
        return sequenceNumbers().size();
    }

    /** Waits until the snapshot is not further behind than it may be; it is written beside the commands. */
    private void awaitSnapshotOf(long events) {
        for (int i = 0; i < 600; i++) {
            var last = jdbc.queryForObject("SELECT max(sequence_number) FROM event_store.snapshot", Long.class);
            if (events - (last == null ? 0 : last + 1) < SNAPSHOT_EVERY) {
                return;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(25);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("no snapshot after %d events".formatted(events));
    }
}
