package org.aigovernancehub.command.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aigovernancehub.api.AggregateId;
import org.aigovernancehub.api.Command;
import org.aigovernancehub.api.event.DomainEvent;
import org.aigovernancehub.api.event.EventContext;
import org.aigovernancehub.api.event.Metadata;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.command.eventstore.CommittedStates;
import org.aigovernancehub.command.eventstore.EventCodec;
import org.aigovernancehub.command.eventstore.PostgresEventStorageEngine;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Given events, when somebody sends a command, then there are events and an answer. The bus is assembled as in production; only the events
 * are kept in memory, each after a trip through the JSON that a database would hold.
 */
public final class Scenario {
    /** When the given events were recorded. */
    public static final Instant BEFORE = Instant.parse("2026-03-01T08:00:00.000001Z");
    /** When the commands come. */
    public static final Instant NOW = Instant.parse("2026-03-02T09:30:00.123456Z");

    private final Memory memory = new Memory();
    private final Map<String, Long> lengths = new HashMap<>();
    private final Dispatch dispatch;

    /** @param ports what the aggregate may ask */
    public Scenario(Class<?> aggregate, DecisionPort... ports) {
        dispatch = assembled(
                memory,
                (_, _, _, _) -> {},
                NoTransactionManager.instance(),
                Clock.fixed(NOW, ZoneOffset.UTC),
                aggregate,
                ports);
    }

    /** Assembles the bus over any storage; each command is a transaction of its own. */
    public static Dispatch assembled(
            EventStorageEngine engine,
            CommittedStates states,
            TransactionManager transactions,
            Clock clock,
            Class<?> aggregate,
            DecisionPort... ports) {
        var axon = AxonConfiguration.assemble(engine, states, transactions, List.of(aggregate), List.of(ports), clock);
        axon.start();
        return new BusDispatch(axon.commandBus(), new CommandStatistics(new SimpleMeterRegistry()));
    }

    /** These events have happened, caused by somebody. */
    public Scenario given(Caller actor, DomainEvent... events) {
        var metadata = new Metadata(actor.username(), actor.userId(), actor.tokenId(), actor.correlationId(), false);
        for (var event : events) {
            var stream = event.aggregateId().toString();
            long sequenceNumber = lengths.merge(stream, 1L, Long::sum) - 1;
            memory.appendEvents(List.of(new GenericDomainEventMessage<>(
                    event.aggregateId().kind(),
                    stream,
                    sequenceNumber,
                    event,
                    MetaData.with(PostgresEventStorageEngine.METADATA, metadata),
                    stream + "@" + sequenceNumber,
                    BEFORE)));
        }
        return this;
    }

    /** Somebody sends a command, whatever the aggregate's version. */
    public Decision when(Caller caller, Command command) {
        return when(caller, null, command);
    }

    /** Somebody sends a command on a version that they have seen. */
    public Decision when(Caller caller, @Nullable Long expectedVersion, Command command) {
        int before = memory.appended.size();
        var answer = new ArrayList<Object>();
        ProblemException problem = null;
        try {
            answer.add(dispatch.send(command, new CommandContext(caller, expectedVersion)));
        } catch (ProblemException e) {
            problem = e;
        }
        var appended = List.copyOf(memory.appended.subList(before, memory.appended.size()));
        appended.forEach(event -> assertCausedBy(caller, event));
        appended.forEach(event -> lengths.put(event.getAggregateIdentifier(), event.getSequenceNumber() + 1));
        return new Decision(
                appended.stream().map(event -> (DomainEvent) event.getPayload()).toList(),
                answer.isEmpty() ? null : answer.getFirst(),
                problem,
                lengths.getOrDefault(command.target().toString(), 0L));
    }

    /** Folds the whole stream by itself, to compare what the aggregate made of it. */
    public <V> V folded(AggregateId id, Fold<V> fold) {
        V state = null;
        for (var event : memory.appended) {
            if (event.getAggregateIdentifier().equals(id.toString())) {
                var metadata = PostgresEventStorageEngine.metadataOf(event);
                var context = new EventContext(event.getTimestamp(), metadata.actorId());
                state = fold.after(state, (DomainEvent) event.getPayload(), context);
            }
        }
        assertThat(state).isNotNull();
        return state;
    }

    /** Returns the state after one more event. */
    @FunctionalInterface
    public interface Fold<V> {
        V after(@Nullable V state, DomainEvent event, EventContext context);
    }

    private static void assertCausedBy(Caller caller, DomainEventMessage<?> event) {
        assertThat(PostgresEventStorageEngine.metadataOf(event))
                .isEqualTo(new Metadata(
                        caller.username(), caller.userId(), caller.tokenId(), caller.correlationId(), false));
        assertThat(event.getTimestamp()).isEqualTo(NOW);
    }

    private static final class Memory extends InMemoryEventStorageEngine {
        private final EventCodec codec = new EventCodec();
        private final List<DomainEventMessage<?>> appended = new ArrayList<>();

        @Override
        public void appendEvents(List<? extends EventMessage<?>> events) {
            var stored = events.stream()
                    .map(event -> throughJson((DomainEventMessage<?>) event))
                    .toList();
            super.appendEvents(stored);
            appended.addAll(stored);
        }

        private DomainEventMessage<?> throughJson(DomainEventMessage<?> message) {
            var event = (DomainEvent) message.getPayload();
            var encoded = codec.encode(event);
            var decoded = codec.decode(encoded.name(), encoded.revision(), encoded.payload());
            assertThat(decoded).isEqualTo(event);
            assertThat(message.getAggregateIdentifier())
                    .isEqualTo(event.aggregateId().toString());
            return new GenericDomainEventMessage<>(
                    message.getType(),
                    message.getAggregateIdentifier(),
                    message.getSequenceNumber(),
                    decoded,
                    message.getMetaData(),
                    message.getIdentifier(),
                    message.getTimestamp());
        }
    }
}
