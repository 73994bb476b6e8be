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
                    + " details, recorded_at, correlation_id, demo";

    static final Table TABLE = Table.ofFacts("audit_entry", 1, COLUMNS.split(", "));

    /**
     * What a tenant may see: its own entries, and those that are for everybody. Two scans of an index each, merged; with OR instead, the
     * database would walk past the entries of everybody else.
     */
    private static final String OF_TENANT = """
            (SELECT * FROM audit_entry WHERE organization_id = read_model.tenant()
             UNION ALL SELECT * FROM audit_entry WHERE everyone AND organization_id IS NULL) audit_entry""";

    private final JsonMapper mapper;

    AuditRows(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Returns where to read the entries that the caller may see. */
    static String visibleTo(ReadCall call) {
        return call.tenant() == null ? "audit_entry" : OF_TENANT;
    }

    /** Reads entries after a position, the oldest first. */
    List<AuditEntry> after(Snapshot snapshot, long position, int limit) {
        return snapshot.list(
                "SELECT %s FROM %s WHERE position > ? ORDER BY position LIMIT ?"
                        .formatted(COLUMNS, visibleTo(snapshot.call())),
                this::entry,
                position,
                limit);
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
                text(row, "action"),
                text(row, "actor"),
                number(row, "actor_id"),
                mapper.readTree(text(row, "details")),
                time(row, "recorded_at"),
                number(row, "organization_id"),
                row.getString("correlation_id"),
                row.getBoolean("demo"));
    }

    static @Nullable Object[] values(RecordedEvent recorded) {
        var event = recorded.event();
        var organization = event.organizationId();
        var metadata = recorded.metadata();
        return new @Nullable Object[] {
            recorded.position(),
            organization == null ? null : organization.value(),
            event.audience() == Audience.EVERYONE,
            event.aggregateId().kind(),
            Long.toString(event.aggregateId().value()),
            EventNames.action(EventNames.of(event.getClass()).name()),
            metadata.actor(),
            metadata.actorId(),
            recorded.payloadJson(),
            stored(recorded.recordedAt()),
            metadata.correlationId(),
            metadata.demo()
        };
    }
}
