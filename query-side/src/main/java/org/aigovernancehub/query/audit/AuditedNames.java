package org.aigovernancehub.query.audit;

import static org.aigovernancehub.query.read.Columns.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.aigovernancehub.api.AggregateId;
import org.aigovernancehub.api.FieldChange;
import org.aigovernancehub.api.dataset.DatasetEvent;
import org.aigovernancehub.api.event.DomainEvent;
import org.aigovernancehub.api.event.RecordedEvent;
import org.aigovernancehub.api.identity.UserEvent;
import org.aigovernancehub.api.organization.OrganizationEvent;
import org.aigovernancehub.api.policy.PolicyEvent;
import org.aigovernancehub.api.registry.ModelEvent;
import org.aigovernancehub.query.projection.ProjectionTables;
import org.aigovernancehub.query.projection.ProjectionTables.Table;
import org.jspecify.annotations.Nullable;

/** What each thing is called while a batch of events goes by, so that an entry can be read without the events before it. */
final class AuditedNames {
    private static final Table TABLE = Table.of("audited_name", 2, "entity_type", "entity_id", "name");

    private final Map<AggregateId, String> before;
    private final Map<AggregateId, String> names;

    private AuditedNames(Map<AggregateId, String> before) {
        this.before = before;
        this.names = new LinkedHashMap<>(before);
    }

    private record Named(long id, String name) {
        static Named of(ResultSet row, int index) throws SQLException {
            return new Named(row.getLong("entity_id"), text(row, "name"));
        }
    }

    /** Reads what the things that these events happened to were called before. */
    static AuditedNames before(List<RecordedEvent> events, ProjectionTables tables) {
        var things = new TreeMap<String, Set<AggregateId>>();
        for (var recorded : events) {
            var id = recorded.event().aggregateId();
            things.computeIfAbsent(id.kind(), _ -> new LinkedHashSet<>()).add(id);
        }
        var before = new HashMap<AggregateId, String>();
        things.forEach((kind, ids) -> {
            var known = tables.byIds(
                    // A kind is one of our own words.
                    "SELECT entity_id, name FROM audited_name WHERE entity_type = '%s' AND entity_id".formatted(kind),
                    ids.stream().map(AggregateId::value).toList(),
                    Named::of,
                    Named::id);
            for (var id : ids) {
                var named = known.get(id.value());
                if (named != null) {
                    before.put(id, named.name());
                }
            }
        });
        return new AuditedNames(before);
    }

    /** Takes note of an event, and returns what its subject is called after it. */
    @Nullable
    String after(DomainEvent event) {
        var given = given(event);
        if (given != null) {
            names.put(event.aggregateId(), given);
        }
        return names.get(event.aggregateId());
    }

    void writeTo(ProjectionTables tables) {
        tables.replace(TABLE, before, names, (id, name) -> new @Nullable Object[] {id.kind(), id.value(), name});
    }

    /** Returns the name that an event gives; null if it gives none. */
    private static @Nullable String given(DomainEvent event) {
        return switch (event) {
            case ModelEvent.ModelRegistered registered -> registered.details().name();
            case ModelEvent.ModelDetailsChanged details -> renamed(details.changes());
            case DatasetEvent.DatasetRegistered registered ->
                registered.details().name();
            case DatasetEvent.DatasetDetailsChanged details -> renamed(details.changes());
            case PolicyEvent.PolicyCreated created -> created.terms().name();
            case PolicyEvent.PolicyChanged terms -> renamed(terms.changes());
            case OrganizationEvent.OrganizationCreated created -> created.name();
            case OrganizationEvent.OrganizationChanged details -> renamed(details.changes());
            case UserEvent.UserCreated created -> created.username();
            default -> null; // nobody gave a name
        };
    }

    private static @Nullable String renamed(List<FieldChange> changes) {
        return changes.stream()
                .filter(change -> change.field().equals("name"))
                .map(FieldChange::required)
                .reduce(null, (_, last) -> last);
    }
}
