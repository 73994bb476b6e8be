package org.aigovernancehub.query.audit;

import static org.aigovernancehub.query.read.Columns.number;
import static org.aigovernancehub.query.read.Columns.stored;
import static org.aigovernancehub.query.read.Columns.text;
import static org.aigovernancehub.query.read.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.aigovernancehub.api.event.DomainEvent.Audience;
import org.aigovernancehub.api.event.EventNames;
import org.aigovernancehub.api.event.RecordedEvent;
import org.aigovernancehub.query.listing.ListQuery;
import org.aigovernancehub.query.listing.Order;
import org.aigovernancehub.query.listing.Order.Key;
import org.aigovernancehub.query.projection.ProjectionTables.Table;
import org.aigovernancehub.query.read.ReadCall;
import org.aigovernancehub.query.read.Snapshot;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code audit_entry}: written once, as the event says. */
@Component
class AuditRows {
    static final String COLUMNS =
            "position, organization_id, everyone, entity_type, entity_id, action, actor, actor_id,"
                    + " details, recorded_at, correlation_id, demo, entity_name";

    static final Order NEWEST_FIRST = Order.descending("-id", Key.number("position"));
    static final Order OLDEST_FIRST = Order.ascending("id", Key.number("position"));

    static final Table TABLE = Table.ofFacts("audit_entry", COLUMNS.split(", "));

    /** What a tenant may see: its own entries, and those that are for everybody. No entry is both. */
    private static final List<String> OF_TENANT = List.of("organization_id = read_model.tenant()", "everyone");

    private final JsonMapper mapper;

    AuditRows(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Returns a list of what the caller may see. */
    ListQuery<AuditEntry> visibleTo(ReadCall call, Order order) {
        var query = new ListQuery<>(COLUMNS, "audit_entry", this::entry, order);
        return call.tenant() == null ? query : query.whereOneOf(OF_TENANT.toArray(String[]::new));
    }

    /** Reads entries after a position, the oldest first. */
    List<AuditEntry> after(Snapshot snapshot, long position, int limit) {
        return visibleTo(snapshot.call(), OLDEST_FIRST)
                .where("position > ?", position)
                .first(snapshot, limit);
    }

    /** Returns the highest position that there is, whether the read model has reached it or not. */
    static long highestPosition(Snapshot snapshot) {
        return snapshot.number("SELECT coalesce(max(position), 0) FROM event_store.event_position");
    }

    AuditEntry entry(ResultSet row, int index) throws SQLException {
        return new AuditEntry(
                row.getLong("position"),
                text(row, "entity_type"),
                text(row, "entity_id"),
                row.getString("entity_name"),
                text(row, "action"),
                text(row, "actor"),
                number(row, "actor_id"),
                mapper.readTree(text(row, "details")),
                time(row, "recorded_at"),
                number(row, "organization_id"),
                row.getString("correlation_id"),
                row.getBoolean("demo"));
    }

    static @Nullable Object[] values(RecordedEvent recorded, @Nullable String entityName) {
        var event = recorded.event();
        var organization = event.organizationId();
        var metadata = recorded.metadata();
        return new @Nullable Object[] {
            recorded.position(),
            organization == null ? null : organization.value(),
            event.audience() == Audience.EVERYONE,
            event.aggregateId().kind(),
            Long.toString(event.aggregateId().value()),
            EventNames.action(event.getClass()),
            metadata.actor(),
            metadata.actorId(),
            recorded.payloadJson(),
            stored(recorded.recordedAt()),
            metadata.correlationId(),
            metadata.demo(),
            entityName
        };
    }
}
