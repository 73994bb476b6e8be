package org.aigovernancehub.command.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.aigovernancehub.api.event.DomainEvent;
import org.aigovernancehub.api.event.EventNames;
import org.aigovernancehub.api.event.Metadata;
import org.aigovernancehub.command.eventstore.PostgresEventStorageEngine;
import org.aigovernancehub.command.eventstore.StoreDatabase;
import org.aigovernancehub.command.policy.Policy;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** An aggregate that is loaded from a snapshot is the one that is folded from all of its events; a foreign snapshot is none. */
class SnapshotsTest {
    private static final AtomicLong NUMBERS = new AtomicLong();

    private static StoreDatabase database;
    private static CommandHub hub;

    private final long number = NUMBERS.incrementAndGet();

    @BeforeAll
    static void start() throws Exception {
        database = new StoreDatabase();
        hub = new CommandHub(database);
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
        database.close();
    }

    static Stream<Class<?>> aggregates() {
        return CommandHub.AGGREGATES.stream();
    }

    @Test
    void everyKindOfEventIsInAHistory() {
        var inHistories = Histories.of(number).values().stream()
                .flatMap(List::stream)
                .<Class<?>>map(Object::getClass)
                .distinct();
        assertThat(inHistories)
                .containsExactlyInAnyOrderElementsOf(
                        List.<Class<?>>copyOf(EventNames.all().values()));
    }

    @ParameterizedTest
    @MethodSource("aggregates")
    void anAggregateFromASnapshotIsTheFoldedOne(Class<?> aggregate) {
        given(aggregate);
        var folded = load(aggregate);
        assertThat(emptyFields(folded)).isEmpty();
        takeSnapshot(aggregate);
        assertThat(eventsRead(aggregate)).isZero();
        assertThat(load(aggregate)).usingRecursiveComparison().isEqualTo(folded);
    }

    @ParameterizedTest
    @MethodSource("aggregates")
    void whatHappensAfterASnapshotIsFoldedOntoIt(Class<?> aggregate) {
        var history = Histories.of(number).get(aggregate);
        append(history.subList(0, 2));
        takeSnapshot(aggregate);
        append(history, 2);
        assertThat(eventsRead(aggregate)).isEqualTo(history.size() - 2);
        var continued = load(aggregate);
        jdbc().update("DELETE FROM event_store.snapshot WHERE aggregate_id = ?", stream(aggregate));
        restart();
        assertThat(eventsRead(aggregate)).isEqualTo(history.size());
        assertThat(continued).usingRecursiveComparison().isEqualTo(load(aggregate));
    }

    @ParameterizedTest
    @MethodSource("aggregates")
    void aSnapshotOfAnotherFormatIsIgnored(Class<?> aggregate) {
        assertThatTheWholeStreamIsFoldedWithout(aggregate, "format = 'of an older release'");
        // The next one takes its place.
        takeSnapshotTyped(aggregate);
        restart();
        assertThat(eventsRead(aggregate)).isZero();
    }

    @ParameterizedTest
    @MethodSource("aggregates")
    void aSnapshotThatCannotBeReadIsIgnored(Class<?> aggregate) {
        assertThatTheWholeStreamIsFoldedWithout(aggregate, "payload = '{\"id\":'");
    }

    @Test
    void anOlderSnapshotDoesNotReplaceANewerOne() {
        var aggregate = Policy.class;
        given(aggregate);
        takeSnapshot(aggregate);
        spoil(aggregate, "sequence_number = 1000, payload = 'newer'");
        takeSnapshotTyped(aggregate);
        assertThat(jdbc().queryForObject(
                                "SELECT payload FROM event_store.snapshot WHERE aggregate_id = ?",
                                String.class,
                                stream(aggregate)))
                .isEqualTo("newer");
    }

    @ParameterizedTest
    @MethodSource("aggregates")
    void aSnapshotOfAnEventThatIsNotThereIsIgnored(Class<?> aggregate) {
        assertThatTheWholeStreamIsFoldedWithout(aggregate, "sequence_number = 1000");
    }

    /** A snapshot that was changed like this is none. */
    private void assertThatTheWholeStreamIsFoldedWithout(Class<?> aggregate, String change) {
        given(aggregate);
        var folded = load(aggregate);
        takeSnapshot(aggregate);
        spoil(aggregate, change);
        assertThat(eventsRead(aggregate))
                .isEqualTo(Histories.of(number).get(aggregate).size());
        assertThat(load(aggregate)).usingRecursiveComparison().isEqualTo(folded);
    }

    private void given(Class<?> aggregate) {
        append(Histories.of(number).get(aggregate));
    }

    private void append(List<DomainEvent> events) {
        append(events, 0);
    }

    private void append(List<DomainEvent> events, int from) {
        var metadata = new Metadata("ada", 7L, null, null, false);
        var messages = new ArrayList<DomainEventMessage<?>>();
        for (int i = from; i < events.size(); i++) {
            var event = events.get(i);
            messages.add(new GenericDomainEventMessage<>(
                    event.aggregateId().kind(),
                    event.aggregateId().toString(),
                    i,
                    event,
                    MetaData.with(PostgresEventStorageEngine.METADATA, metadata),
                    event.aggregateId() + "@" + i,
                    Instant.parse("2026-03-01T08:00:00.000001Z").plusSeconds(i)));
        }
        hub.part(Configuration.class).eventStore().publish(messages);
    }

    private Object load(Class<?> aggregate) {
        return loadTyped(aggregate);
    }

    private <A> A loadTyped(Class<A> aggregate) {
        var repository = hub.part(Configuration.class).repository(aggregate);
        var unitOfWork = DefaultUnitOfWork.startAndGet(null);
        try {
            return repository.load(stream(aggregate)).invoke(root -> root);
        } finally {
            unitOfWork.rollback();
        }
    }

    /** Counts the events that loading reads beside a snapshot. */
    private long eventsRead(Class<?> aggregate) {
        EventStore store = hub.part(Configuration.class).eventStore();
        return store.readEvents(stream(aggregate))
                .asStream()
                .filter(message -> message.getPayload() instanceof DomainEvent)
                .count();
    }

    private void takeSnapshot(Class<?> aggregate) {
        takeSnapshotTyped(aggregate);
        assertThat(eventsRead(aggregate)).isZero();
    }

    private <A> void takeSnapshotTyped(Class<A> aggregate) {
        hub.part(Configuration.class)
                .eventStore()
                .storeSnapshot(new GenericDomainEventMessage<>(
                        aggregate.getSimpleName(), stream(aggregate), eventsOf(aggregate) - 1, loadTyped(aggregate)));
    }

    private long eventsOf(Class<?> aggregate) {
        var events = jdbc().queryForObject(
                        "SELECT count(*) FROM event_store.event WHERE aggregate_id = ?", Long.class, stream(aggregate));
        return java.util.Objects.requireNonNull(events);
    }

    private void spoil(Class<?> aggregate, String change) {
        jdbc().update("UPDATE event_store.snapshot SET %s WHERE aggregate_id = ?".formatted(change), stream(aggregate));
        restart();
    }

    /** A hub that has just started remembers nothing. */
    private static void restart() {
        hub.close();
        hub = new CommandHub(database);
    }

    private static JdbcTemplate jdbc() {
        return new JdbcTemplate(database.as("hub_command"));
    }

    private String stream(Class<?> aggregate) {
        return Histories.of(number).get(aggregate).getFirst().aggregateId().toString();
    }

    /** A history that leaves fields empty would not show that they are kept. */
    private static List<String> emptyFields(Object aggregate) {
        return Arrays.stream(aggregate.getClass().getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .filter(field -> {
                    field.setAccessible(true);
                    try {
                        return field.get(aggregate) == null;
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .map(Field::getName)
                .toList();
    }
}
