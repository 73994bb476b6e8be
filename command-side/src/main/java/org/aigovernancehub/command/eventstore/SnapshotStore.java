package org.aigovernancehub.command.eventstore;

import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.aigovernancehub.command.Sha256;
import org.aigovernancehub.command.eventstore.RecentStates.Reach;
import org.aigovernancehub.command.proposal.Proposal;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the latest state of streams, so that a command's cost does not grow with history: of those that are busy in memory, and of those
 * that are long in the database, where it is renewed every hundred events. Snapshots decide commands but are no evidence: one whose format
 * is not exactly the present class's is ignored, and the stream is folded from its start.
 */
public final class SnapshotStore implements CommittedStates, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotStore.class);
    private static final int EVERY = 100;
    private static final int WAITING = 1_000;

    private static final String STORE = """
            INSERT INTO event_store.snapshot AS s (aggregate_id, sequence_number, format, payload, taken_at)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (aggregate_id) DO UPDATE
               SET sequence_number = excluded.sequence_number, format = excluded.format,
                   payload = excluded.payload, taken_at = excluded.taken_at
             WHERE excluded.sequence_number > s.sequence_number OR excluded.format <> s.format""";

    private final JdbcTemplate jdbc;
    private final RecentStates recent = new RecentStates();
    /** Beside the commands, one after the other; where too many wait, the next event of the stream tries again. */
    private final ThreadPoolExecutor writer = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("snapshots").factory());

    private final JsonMapper mapper = JsonMapper.builder()
            .changeDefaultVisibility(visibility -> visibility
                    .withVisibility(
                            com.fasterxml.jackson.annotation.PropertyAccessor.ALL,
                            com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.NONE)
                    .withVisibility(
                            com.fasterxml.jackson.annotation.PropertyAccessor.FIELD,
                            com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.ANY)
                    .withVisibility(
                            com.fasterxml.jackson.annotation.PropertyAccessor.CREATOR,
                            com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.ANY))
            .build();
    private final Map<String, Class<?>> typeByKind = new HashMap<>();
    private final Map<Class<?>, String> formats = new HashMap<>();

    /** @param aggregates by simple name, which is the kind in {@code Model} of {@code model-42} */
    public SnapshotStore(JdbcTemplate jdbc, List<Class<?>> aggregates) {
        this.jdbc = jdbc;
        for (var aggregate : aggregates) {
            typeByKind.put(aggregate.getSimpleName().toLowerCase(java.util.Locale.ROOT), aggregate);
            formats.put(aggregate, format(aggregate));
        }
    }

    @Override
    public void committed(String aggregateId, long sequenceNumber, String eventId, Object state) {
        var payload = mapper.writeValueAsString(state);
        var at = Instant.now();
        var before = recent.of(aggregateId);
        long stored = before.map(RecentStates.State::stored).orElse(-1L);
        if (sequenceNumber - stored >= EVERY && enqueue(aggregateId, state.getClass(), sequenceNumber, payload, at)) {
            stored = sequenceNumber;
        }
        recent.remember(aggregateId, new RecentStates.State(sequenceNumber, eventId, payload, at, stored, Reach.END));
    }

    /** Has it written later; false if too many wait. */
    private boolean enqueue(String aggregateId, Class<?> type, long sequenceNumber, String payload, Instant at) {
        try {
            writer.execute(() -> {
                try {
                    store(aggregateId, type, sequenceNumber, payload, at);
                } catch (DataAccessException e) {
                    LOG.warn("The snapshot of {} cannot be kept; a later one will be", aggregateId, e);
                }
            });
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    void store(DomainEventMessage<?> snapshot) {
        store(
                snapshot.getAggregateIdentifier(),
                snapshot.getPayloadType(),
                snapshot.getSequenceNumber(),
                mapper.writeValueAsString(snapshot.getPayload()),
                snapshot.getTimestamp());
    }

    private void store(String aggregateId, Class<?> type, long sequenceNumber, String payload, Instant at) {
        jdbc.update(
                STORE, aggregateId, sequenceNumber, formats.get(type), payload, at.atOffset(java.time.ZoneOffset.UTC));
    }

    /** Returns the latest state that is known of a stream; events that came after it are not in it. */
    Optional<DomainEventMessage<?>> read(String aggregateId) {
        var type = typeByKind.get(aggregateId.substring(0, aggregateId.indexOf('-')));
        if (type == null) {
            return Optional.empty();
        }
        var known = recent.of(aggregateId);
        if (Proposal.current() != null) {
            // What a proposal rests on has to be the whole stream, since it reads nothing after it.
            return known.filter(state -> state.reach() == Reach.END && !recent.isContended(aggregateId))
                    .map(state -> message(aggregateId, type, state));
        }
        return known.isPresent()
                ? known.map(state -> message(aggregateId, type, state))
                : stored(aggregateId, type).flatMap(state -> readable(aggregateId, type, state));
    }

    /** One that ends with an event which its stream does not have is none. */
    private Optional<RecentStates.State> stored(String aggregateId, Class<?> type) {
        return jdbc
                .query(
                        """
                        SELECT s.sequence_number, e.event_id, s.payload, s.taken_at
                          FROM event_store.snapshot s JOIN event_store.event e USING (aggregate_id, sequence_number)
                         WHERE s.aggregate_id = ? AND s.format = ?""",
                        (row, _) -> new RecentStates.State(
                                row.getLong("sequence_number"),
                                row.getString("event_id"),
                                row.getString("payload"),
                                row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                                row.getLong("sequence_number"),
                                Reach.PART),
                        aggregateId,
                        formats.get(type))
                .stream()
                .findFirst();
    }

    private Optional<DomainEventMessage<?>> readable(String aggregateId, Class<?> type, RecentStates.State state) {
        try {
            var message = message(aggregateId, type, state);
            recent.remember(aggregateId, state);
            return Optional.of(message);
        } catch (JacksonException e) {
            LOG.warn("Snapshot of {} cannot be read; folding its whole stream instead", aggregateId, e);
            return Optional.empty();
        }
    }

    /** Returns the id of the event that a state in memory ends with; null where none ends with this event. */
    @Nullable
    String eventId(String aggregateId, long sequenceNumber) {
        return recent.eventId(aggregateId, sequenceNumber);
    }

    /** Takes note that another hub appends to a stream. */
    void contended(String aggregateId) {
        recent.contended(aggregateId);
    }

    /** Forgets the state in memory, which is not of this store. */
    void forget(String aggregateId) {
        LOG.warn("{} is not as this hub left it: the database was set back, or changed by hand", aggregateId);
        recent.forget(aggregateId);
    }

    /** A snapshot that decides commands of its stream. */
    public record Usable(String aggregateId, long sequenceNumber, Class<?> type, String payload) {}

    /** Returns those of a format that is read. */
    public List<Usable> usable() {
        return jdbc
                .query(
                        "SELECT aggregate_id, sequence_number, format, payload FROM event_store.snapshot ORDER BY 1",
                        (row, _) -> {
                            var aggregateId = row.getString(1);
                            var type = typeByKind.get(aggregateId.substring(0, aggregateId.indexOf('-')));
                            return type != null && row.getString(3).equals(formats.get(type))
                                    ? Optional.of(new Usable(aggregateId, row.getLong(2), type, row.getString(4)))
                                    : Optional.<Usable>empty();
                        })
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Tells whether a snapshot holds this state. One that cannot be read is none, and holds any. */
    public boolean holds(Usable snapshot, Object state) {
        try {
            var held = mapper.readValue(snapshot.payload(), snapshot.type());
            return mapper.<tools.jackson.databind.JsonNode>valueToTree(held).equals(mapper.valueToTree(state));
        } catch (JacksonException e) {
            return true;
        }
    }

    private DomainEventMessage<?> message(String aggregateId, Class<?> type, RecentStates.State state) {
        return new GenericDomainEventMessage<>(
                type.getSimpleName(),
                aggregateId,
                state.sequenceNumber(),
                (Object) mapper.readValue(state.payload(), type),
                MetaData.emptyInstance(),
                aggregateId + "@" + state.sequenceNumber(),
                state.at());
    }

    /**
     * Fingerprints the fields of a class and of every class of ours that it holds. A field that is added, renamed or retyped anywhere
     * below makes older snapshots foreign.
     */
    static String format(Class<?> aggregate) {
        return HexFormat.of().formatHex(Sha256.of(String.join("\n", shape(aggregate))), 0, 16);
    }

    /** Lists the fields that the fingerprint covers. */
    static SortedSet<String> shape(Class<?> aggregate) {
        var shape = new TreeSet<String>();
        var open = new ArrayList<Type>(List.of(aggregate));
        while (!open.isEmpty()) {
            var type = open.removeLast();
            if (type instanceof ParameterizedType generic) {
                open.addAll(List.of(generic.getActualTypeArguments()));
                open.add(generic.getRawType());
            } else if (type instanceof Class<?> raw && raw.getName().startsWith("org.aigovernancehub.")) {
                for (var field : raw.getDeclaredFields()) {
                    var member = raw.getName() + "." + field.getName() + ":"
                            + field.getGenericType().getTypeName();
                    if ((!Modifier.isStatic(field.getModifiers()) || field.isEnumConstant()) && shape.add(member)) {
                        open.add(field.getGenericType());
                    }
                }
            }
        }
        return shape;
    }

    /** Gives up what is not yet written: the events are there. */
    @Override
    public void close() {
        writer.shutdownNow();
    }
}
