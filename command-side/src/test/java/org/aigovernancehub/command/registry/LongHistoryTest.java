package org.aigovernancehub.command.registry;

import static org.aigovernancehub.command.pipeline.Callers.ACME;
import static org.aigovernancehub.command.pipeline.Callers.ENGINEER;
import static org.aigovernancehub.command.pipeline.Callers.OFFICER;
import static org.aigovernancehub.command.registry.ModelCase.MODEL;
import static org.aigovernancehub.command.registry.ModelCase.VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.api.registry.ModelCommand;
import org.aigovernancehub.api.registry.ModelCommand.Measurement;
import org.aigovernancehub.api.registry.ModelCommand.RecordMetrics;
import org.aigovernancehub.api.registry.ModelCommand.RegisterModel;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.command.eventstore.EventCodec;
import org.aigovernancehub.command.eventstore.PositionFeed;
import org.aigovernancehub.command.eventstore.PositionSignal;
import org.aigovernancehub.command.eventstore.PostgresEventStorageEngine;
import org.aigovernancehub.command.eventstore.SnapshotStore;
import org.aigovernancehub.command.eventstore.StoreDatabase;
import org.aigovernancehub.command.organization.KnownTenants;
import org.aigovernancehub.command.pipeline.CommandContext;
import org.aigovernancehub.command.pipeline.CommitAwareTransactions;
import org.aigovernancehub.command.pipeline.CountedIds;
import org.aigovernancehub.command.pipeline.Dispatch;
import org.aigovernancehub.command.pipeline.Scenario;
import org.aigovernancehub.command.policy.GivenPolicies;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What a command costs does not grow with what has happened before: events are read since the last snapshot only. */
class LongHistoryTest {
    private static final int METRICS = 20_000;
    private static final int BATCH = 10;
    private static final int SNAPSHOT_EVERY = 100;

    private StoreDatabase database;
    private JdbcTemplate jdbc;
    private CountingEngine engine;
    private GivenPolicies policies;
    private Dispatch dispatch;

    @BeforeEach
    void start() throws Exception {
        database = new StoreDatabase();
        var source = database.as("hub_command");
        jdbc = new JdbcTemplate(source);
        var codec = new EventCodec();
        engine = new CountingEngine(new PostgresEventStorageEngine(
                jdbc,
                codec,
                new SnapshotStore(jdbc, List.of(Model.class)),
                new PositionFeed(jdbc, codec, new PositionSignal())));
        policies = new GivenPolicies();
        var versions = new KnownVersions();
        versions.models.put(VERSION, MODEL);
        dispatch = Scenario.assembled(
                engine,
                new CommitAwareTransactions(new JdbcTransactionManager(source)),
                Clock.systemUTC(),
                Model.class,
                new KnownTenants(),
                new KnownNames(),
                versions,
                new KnownLineage(),
                policies,
                new CountedIds());
    }

    @AfterEach
    void stop() throws Exception {
        database.close();
    }

    @Test
    void aModelWithTwentyThousandMetricsReadsNoMoreThanASnapshotIntervalPerCommand() {
        send(
                ENGINEER,
                new RegisterModel(
                        MODEL, ACME, Environment.PROD, ModelCase.details("scorer"), ModelCase.risk(RiskLevel.LIMITED)));
        long events = 1;
        for (int i = 0; i < METRICS / BATCH; i++) {
            send(ENGINEER, recording(BATCH));
            events++;
            awaitSnapshotOf(events);
        }
        var reads = new ArrayList<Long>();
        for (int i = 0; i < 3 * SNAPSHOT_EVERY; i++) {
            reads.add(send(ENGINEER, recording(1)));
            events++;
            awaitSnapshotOf(events);
        }
        assertThat(reads).allMatch(read -> read <= SNAPSHOT_EVERY);
        // The counter counts: between two snapshots there is something to read.
        assertThat(reads).anyMatch(read -> read > 1);
        assertThat(send(OFFICER, ModelCase.move(ComplianceStatus.APPROVED))).isLessThanOrEqualTo(SNAPSHOT_EVERY);
        assertThat(policies.asked().getLast().metricCount()).isEqualTo(METRICS + 3 * SNAPSHOT_EVERY);
    }

    private static RecordMetrics recording(int count) {
        return new RecordMetrics(
                MODEL,
                VERSION,
                IntStream.range(0, count)
                        .mapToObj(i -> new Measurement("m" + i, i))
                        .toList());
    }

    /** Sends a command and returns how many events were read for it. */
    private long send(Caller caller, ModelCommand command) {
        long before = engine.read.get();
        dispatch.send(command, new CommandContext(caller, null));
        return engine.read.get() - before;
    }

    /** Waits until the snapshot is not further behind than it may be; it is taken beside the command. */
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

    /** Counts the events that commands read; what the snapshots' own thread reads does not count. */
    private static final class CountingEngine implements EventStorageEngine {
        private final EventStorageEngine engine;
        private final AtomicLong read = new AtomicLong();

        CountingEngine(EventStorageEngine engine) {
            this.engine = engine;
        }

        @Override
        public DomainEventStream readEvents(String aggregateId, long first) {
            var stream = engine.readEvents(aggregateId, first);
            if (Thread.currentThread().getName().equals("snapshots")) {
                return stream;
            }
            return DomainEventStream.of(
                    stream.asStream().peek(_ -> read.incrementAndGet()), stream::getLastSequenceNumber);
        }

        @Override
        public Stream<? extends TrackedEventMessage<?>> readEvents(TrackingToken token, boolean mayBlock) {
            return engine.readEvents(token, mayBlock);
        }

        @Override
        public void appendEvents(List<? extends EventMessage<?>> events) {
            engine.appendEvents(events);
        }

        @Override
        public void storeSnapshot(DomainEventMessage<?> snapshot) {
            engine.storeSnapshot(snapshot);
        }

        @Override
        public Optional<DomainEventMessage<?>> readSnapshot(String aggregateId) {
            return engine.readSnapshot(aggregateId);
        }
    }
}
