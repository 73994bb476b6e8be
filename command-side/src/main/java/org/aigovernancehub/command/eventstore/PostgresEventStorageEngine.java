package org.aigovernancehub.command.eventstore;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.aigovernancehub.api.event.DomainEvent;
import org.aigovernancehub.api.event.EventFeed;
import org.aigovernancehub.api.event.Metadata;
import org.aigovernancehub.command.proposal.Proposal;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps streams in {@code event_store.event}. Written for this schema instead of configuring Axon's JDBC engine: an append is one
 * statement whatever its size, tracked reads go by dense position and never by index, and no serializer stores class names.
 */
public final class PostgresEventStorageEngine implements EventStorageEngine {

    /** Where the metadata of a message carries our {@link Metadata}. */
    public static final String METADATA = "metadata";

    private static final String LAST_INDEX = PostgresEventStorageEngine.class.getName() + ".last";
    private static final String LAST_OF_STREAM = PostgresEventStorageEngine.class.getName() + ".last.";
    private static final int CHUNK = 500;

    /** From the event before the first one on, whose payload nobody needs. */
    private static final String PAGE = """
            SELECT aggregate_id, sequence_number, event_id, event_name, revision,
                   CASE WHEN sequence_number >= ? THEN payload END AS payload, metadata, recorded_at
              FROM event_store.event
             WHERE aggregate_id = ? AND sequence_number >= ?
             ORDER BY sequence_number
             LIMIT ?""";

    private final JdbcTemplate jdbc;
    private final EventCodec codec;
    private final SnapshotStore snapshots;
    private final EventFeed feed;
    private final StreamEnds streamEnds;

    public PostgresEventStorageEngine(JdbcTemplate jdbc, EventCodec codec, SnapshotStore snapshots, EventFeed feed) {
        this.jdbc = jdbc;
        this.codec = codec;
        this.snapshots = snapshots;
        this.feed = feed;
        this.streamEnds = new StreamEnds(snapshots);
    }

    /** Returns the index of the last event that the present unit of work has appended; null where it appended none. */
    public static @Nullable Long lastAppended() {
        return (Long) CurrentUnitOfWork.get().root().resources().get(LAST_INDEX);
    }

    /** Returns the id of the last event that a unit of work has appended to a stream; null where it appended none. */
    public static @Nullable String lastAppended(UnitOfWork<?> unitOfWork, String aggregateId) {
        return unitOfWork.root().getResource(LAST_OF_STREAM + aggregateId);
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        var appended = events.stream()
                .<DomainEventMessage<?>>map(event -> (DomainEventMessage<?>) event)
                .toList();
        var proposal = Proposal.current();
        if (proposal != null) {
            proposal.append(appended);
        } else {
            note(LAST_INDEX, append(jdbc, appended).getLast());
        }
        appended.forEach(event -> note(LAST_OF_STREAM + event.getAggregateIdentifier(), event.getIdentifier()));
    }

    private static void note(String what, Object value) {
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().root().resources().put(what, value);
        }
    }

    /**
     * Appends events in the transaction that the template is in, and returns their indexes in their order.
     *
     * @throws ConcurrencyException if another writer was first in one of their streams
     */
    public List<Long> append(JdbcTemplate transaction, List<DomainEventMessage<?>> events) {
        try {
            return Objects.requireNonNull(
                    transaction.execute((ConnectionCallback<List<Long>>) connection -> insert(connection, events)));
        } catch (DuplicateKeyException e) {
            // The driver reports it as a plain error; Axon and the pipeline know it by this type.
            throw new ConcurrencyException("another writer was first in this stream", e);
        }
    }

    private List<Long> insert(Connection connection, List<DomainEventMessage<?>> events) throws SQLException {
        int count = events.size();
        var eventIds = new String[count];
        var aggregateIds = new String[count];
        var sequenceNumbers = new Long[count];
        var names = new String[count];
        var revisions = new Integer[count];
        var payloads = new String[count];
        var metadata = new String[count];
        var times = new String[count];
        for (int i = 0; i < count; i++) {
            var event = events.get(i);
            var encoded = codec.encode((DomainEvent) event.getPayload());
            eventIds[i] = event.getIdentifier();
            aggregateIds[i] = event.getAggregateIdentifier();
            sequenceNumbers[i] = event.getSequenceNumber();
            names[i] = encoded.name();
            revisions[i] = encoded.revision();
            payloads[i] = encoded.payload();
            metadata[i] = codec.encode(metadataOf(event));
            times[i] = event.getTimestamp().toString();
        }
        var sql = """
                INSERT INTO event_store.event
                    (event_id, aggregate_id, sequence_number, event_name, revision, payload, metadata, recorded_at)
                SELECT e.event_id, e.aggregate_id, e.sequence_number, e.event_name, e.revision, e.payload, e.metadata, e.recorded_at
                  FROM unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::integer[], ?::text[], ?::text[], ?::timestamptz[])
                       WITH ORDINALITY AS e (event_id, aggregate_id, sequence_number, event_name, revision, payload, metadata,
                                             recorded_at, place)
                 ORDER BY e.place
                RETURNING global_index""";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", eventIds));
            statement.setArray(2, connection.createArrayOf("text", aggregateIds));
            statement.setArray(3, connection.createArrayOf("bigint", sequenceNumbers));
            statement.setArray(4, connection.createArrayOf("text", names));
            statement.setArray(5, connection.createArrayOf("integer", revisions));
            statement.setArray(6, connection.createArrayOf("text", payloads));
            statement.setArray(7, connection.createArrayOf("text", metadata));
            statement.setArray(8, connection.createArrayOf("text", times));
            try (var rows = statement.executeQuery()) {
                var indexes = new ArrayList<Long>(count);
                while (rows.next()) {
                    indexes.add(rows.getLong(1));
                }
                return indexes;
            }
        }
    }

    /** Returns who caused a message; an event without it would be an anonymous entry of the audit trail, so that is an error. */
    public static Metadata metadataOf(EventMessage<?> event) {
        if (event.getMetaData().get(METADATA) instanceof Metadata metadata) {
            return metadata;
        }
        throw new IllegalStateException(event.getPayloadType().getSimpleName() + " says not who caused it");
    }

    @Override
    public DomainEventStream readEvents(String aggregateId, long firstSequenceNumber) {
        var proposal = Proposal.current();
        if (proposal != null) {
            streamEnds.takeForGiven(proposal, aggregateId, firstSequenceNumber - 1);
            return DomainEventStream.of(Stream.empty(), () -> firstSequenceNumber - 1);
        }
        var pages = new StreamPages(aggregateId, firstSequenceNumber);
        return DomainEventStream.of(
                StreamSupport.stream(java.util.Spliterators.spliteratorUnknownSize(pages, 0), false), pages::last);
    }

    /** One stream, a page at a time, so that a long history is never in memory at once. */
    private final class StreamPages implements Iterator<DomainEventMessage<?>> {
        private final String aggregateId;
        private long next;
        private boolean exhausted;
        /** The event that the state rests on which this goes on from; null where that is not in memory, or was seen to be there. */
        private @Nullable String base;

        private Iterator<DomainEventMessage<?>> page =
                List.<DomainEventMessage<?>>of().iterator();

        StreamPages(String aggregateId, long first) {
            this.aggregateId = aggregateId;
            this.next = first;
            this.base = snapshots.eventId(aggregateId, first - 1);
        }

        @Nullable
        Long last() {
            return next == 0 ? null : next - 1;
        }

        @Override
        public boolean hasNext() {
            if (!page.hasNext() && !exhausted) {
                var read = page(aggregateId, next, base);
                base = null;
                exhausted = read.size() < CHUNK;
                page = read.iterator();
            }
            return page.hasNext();
        }

        @Override
        public DomainEventMessage<?> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            var message = page.next();
            next = message.getSequenceNumber() + 1;
            return message;
        }
    }

    /** @param base the id of the event before the first one, where that has to be there */
    private List<DomainEventMessage<?>> page(String aggregateId, long first, @Nullable String base) {
        List<DomainEventMessage<?>> page = jdbc.query(
                PAGE,
                rows -> {
                    var events = new ArrayList<DomainEventMessage<?>>();
                    boolean isOfThisStore = base == null;
                    while (rows.next()) {
                        if (rows.getLong("sequence_number") < first) {
                            isOfThisStore |= rows.getString("event_id").equals(base);
                        } else {
                            events.add(message(rows));
                        }
                    }
                    if (!isOfThisStore) {
                        snapshots.forget(aggregateId);
                        // The command is tried again, on what the store has.
                        throw new OptimisticLockingFailureException(aggregateId + " is not as this hub left it");
                    }
                    return events;
                },
                first,
                aggregateId,
                first - 1,
                CHUNK + 1);
        return Objects.requireNonNull(page);
    }

    private DomainEventMessage<?> message(ResultSet row) throws SQLException {
        var event = codec.decode(row.getString("event_name"), row.getInt("revision"), row.getString("payload"));
        return new GenericDomainEventMessage<>(
                event.aggregateId().kind(),
                row.getString("aggregate_id"),
                row.getLong("sequence_number"),
                event,
                MetaData.with(METADATA, codec.decodeMetadata(row.getString("metadata"))),
                row.getString("event_id"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        long from = token == null ? 0 : token.position().orElse(0);
        return Stream.iterate(
                        feed.after(from, CHUNK),
                        page -> !page.isEmpty(),
                        page -> feed.after(page.getLast().position(), CHUNK))
                .flatMap(List::stream)
                .map(recorded -> new GenericTrackedDomainEventMessage<>(
                        new GlobalSequenceTrackingToken(recorded.position()),
                        new GenericDomainEventMessage<>(
                                recorded.event().aggregateId().kind(),
                                recorded.event().aggregateId().toString(),
                                recorded.sequenceNumber(),
                                recorded.event(),
                                MetaData.with(METADATA, recorded.metadata()),
                                recorded.eventId(),
                                recorded.recordedAt())));
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        snapshots.store(snapshot);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateId) {
        return snapshots.read(aggregateId);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateId) {
        return Optional.ofNullable(jdbc.queryForObject(
                "SELECT max(sequence_number) FROM event_store.event WHERE aggregate_id = ?", Long.class, aggregateId));
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    /** The highest position, never the highest index: below an index, events may still be in flight. */
    @Override
    public TrackingToken createHeadToken() {
        return token("SELECT coalesce(max(position), 0) FROM event_store.event_position");
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return token(
                "SELECT coalesce(max(position), 0) FROM event_store.event_position WHERE sequenced_at < ?",
                Timestamp.from(instant));
    }

    private TrackingToken token(String sql, Object... arguments) {
        Long position = jdbc.queryForObject(sql, Long.class, arguments);
        return new GlobalSequenceTrackingToken(position == null ? 0 : position);
    }
}
