package org.aigovernancehub.command.registry;

import static org.aigovernancehub.command.registry.ModelCase.MODEL;
import static org.aigovernancehub.command.registry.ModelCase.VERSION;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.registry.ModelCommand;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What decides about models in one process, over a real store; it counts the events that commands read. */
final class ModelHub implements AutoCloseable {
    final GivenPolicies policies = new GivenPolicies();

    private final SnapshotStore snapshots;
    private final CountingEngine engine;
    private final Dispatch dispatch;

    ModelHub(StoreDatabase database) {
        var source = database.as("hub_command");
        var jdbc = new JdbcTemplate(source);
        var codec = new EventCodec();
        snapshots = new SnapshotStore(jdbc, List.of(Model.class));
        engine = new CountingEngine(new PostgresEventStorageEngine(
                jdbc, codec, snapshots, new PositionFeed(jdbc, codec, new PositionSignal())));
        var versions = new KnownVersions();
        versions.models.put(VERSION, MODEL);
        dispatch = Scenario.assembled(
                engine,
                snapshots,
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

    /** Sends a command and returns how many events were read for it. */
    long send(Caller caller, ModelCommand command) {
        long before = engine.read.get();
        dispatch.send(command, new CommandContext(caller, null));
        return engine.read.get() - before;
    }

    @Override
    public void close() {
        snapshots.close();
    }

    private static final class CountingEngine implements EventStorageEngine {
        private final EventStorageEngine engine;
        private final AtomicLong read = new AtomicLong();

        CountingEngine(EventStorageEngine engine) {
            this.engine = engine;
        }

        @Override
        public DomainEventStream readEvents(String aggregateId, long first) {
            var stream = engine.readEvents(aggregateId, first);
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
