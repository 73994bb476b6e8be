package org.aigovernancehub.hub.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aigovernancehub.api.AggregateId;
import org.aigovernancehub.api.Wire;
import org.aigovernancehub.api.dataset.DatasetEvent;
import org.aigovernancehub.api.event.DomainEvent;
import org.aigovernancehub.api.event.EventContext;
import org.aigovernancehub.api.identity.UserEvent;
import org.aigovernancehub.api.identity.UserView;
import org.aigovernancehub.api.organization.OrganizationEvent;
import org.aigovernancehub.api.organization.OrganizationView;
import org.aigovernancehub.api.policy.PolicyEvent;
import org.aigovernancehub.api.policy.PolicyView;
import org.aigovernancehub.api.registry.ModelEvent;
import org.jspecify.annotations.Nullable;

/**
 * What the decision tables should hold, folded from the events alone, and what they do hold. Keeps one row of each table in memory:
 * about 300 bytes a model.
 */
final class DecisionTables {

    /** The columns of each table that events determine, its key first. */
    private static final Map<String, List<String>> COLUMNS = columns();

    private final Map<String, Map<Long, List<@Nullable Object>>> expected = new HashMap<>();
    private final Map<Long, OrganizationView> organizations = new HashMap<>();
    private final Map<Long, PolicyView> policies = new HashMap<>();
    private final Map<Long, Account> accounts = new HashMap<>();

    private record Account(
            UserView view,
            @Nullable String issuer,
            @Nullable String subject,
            long version) {}

    private static Map<String, List<String>> columns() {
        var columns = new LinkedHashMap<String, List<String>>();
        columns.put("organization", List.of("organization_id", "name", "is_active"));
        columns.put(
                "user_account",
                List.of(
                        "user_id",
                        "username",
                        "email",
                        "organization_id",
                        "role",
                        "platform",
                        "is_active",
                        "issuer",
                        "subject",
                        "created_at",
                        "version"));
        columns.put("api_token", List.of("token_id", "user_id", "name", "role", "expires_at", "created_at", "revoked"));
        columns.put("model", List.of("model_id", "organization_id", "environment", "name"));
        columns.put("model_version", List.of("version_id", "model_id", "version_tag"));
        columns.put("dataset", List.of("dataset_id", "organization_id"));
        columns.put("dataset_link", List.of("link_id", "model_id", "dataset_id", "dataset_type", "model_version_id"));
        columns.put(
                "dependency_edge",
                List.of(
                        "dependency_id",
                        "organization_id",
                        "parent_model_id",
                        "child_model_id",
                        "parent_version_id",
                        "child_version_id",
                        "dependency_type"));
        columns.put(
                "policy",
                List.of(
                        "policy_id",
                        "organization_id",
                        "environment",
                        "scope",
                        "condition_type",
                        "name",
                        "mode",
                        "is_active",
                        "version"));
        return columns;
    }

    /** Folds the next event; streams in their own order, the order between streams does not matter. */
    void fold(DomainEvent event, EventContext context) {
        switch (event) {
            case ModelEvent model -> fold(model);
            case OrganizationEvent organization -> fold(organization, context);
            case UserEvent user -> fold(user, context);
            case PolicyEvent policy -> fold(policy, context);
            case DatasetEvent.DatasetRegistered registered ->
                put("dataset", registered.datasetId(), registered.organizationId());
            default -> {}
        }
    }

    /** Returns the present state of the policies, as folded so far. */
    Map<Long, PolicyView> policies() {
        return policies;
    }

    /** Returns the environment of a model, as folded so far; null for an unknown one. */
    @Nullable
    String environmentOf(long modelId) {
        var row = expected.getOrDefault("model", Map.of()).get(modelId);
        return row == null ? null : (String) row.get(2);
    }

    private void fold(ModelEvent event) {
        switch (event) {
            case ModelEvent.ModelRegistered e ->
                put(
                        "model",
                        e.modelId(),
                        e.organizationId(),
                        e.environment(),
                        e.details().name());
            case ModelEvent.ModelDetailsChanged e ->
                e.changes().stream()
                        .filter(change -> change.field().equals("name"))
                        .forEach(change -> rename(e, change.required()));
            case ModelEvent.VersionRegistered e -> put("model_version", e.versionId(), e.modelId(), e.versionTag());
            case ModelEvent.DatasetLinked e ->
                put("dataset_link", e.linkId(), e.modelId(), e.datasetId(), e.datasetType(), e.modelVersionId());
            case ModelEvent.DependencyAdded e ->
                put(
                        "dependency_edge",
                        e.dependencyId(),
                        e.organizationId(),
                        e.parentModelId(),
                        e.modelId(),
                        e.parentVersionId(),
                        e.childVersionId(),
                        e.dependencyType());
            case ModelEvent.RiskProfileChanged _,
                    ModelEvent.ComplianceStatusChanged _,
                    ModelEvent.ComplianceStatusChangeBlocked _,
                    ModelEvent.TransitionRejected _,
                    ModelEvent.Measured _,
                    ModelEvent.ReviewRecorded _ -> {}
        }
    }

    private void rename(ModelEvent.ModelDetailsChanged event, String name) {
        var row = expected.getOrDefault("model", Map.of()).get(event.modelId().value());
        if (row != null) {
            put("model", event.modelId(), row.get(1), row.get(2), name);
        }
    }

    private void fold(OrganizationEvent event, EventContext context) {
        long id = event.organizationId().value();
        var before = organizations.get(id);
        var after = event instanceof OrganizationEvent.OrganizationCreated created
                ? OrganizationView.of(created, context)
                : Objects.requireNonNull(before, "organisation").after(event, context);
        organizations.put(id, after);
        put("organization", id, after.name(), after.active());
    }

    private void fold(PolicyEvent event, EventContext context) {
        long id = event.policyId().value();
        var before = policies.get(id);
        var after = event instanceof PolicyEvent.PolicyCreated created
                ? PolicyView.of(created, context)
                : Objects.requireNonNull(before, "policy").after(event, context);
        policies.put(id, after);
        put(
                "policy",
                id,
                after.organizationId(),
                after.environment(),
                after.scope(),
                after.conditionType(),
                after.terms().name(),
                after.terms().mode(),
                after.active(),
                after.version());
    }

    private void fold(UserEvent event, EventContext context) {
        long id = event.userId().value();
        var before = accounts.get(id);
        var after = event instanceof UserEvent.UserCreated created
                ? new Account(UserView.of(created, context), created.issuer(), created.subject(), 1)
                : new Account(
                        Objects.requireNonNull(before, "user").view().after(event, context),
                        before.issuer(),
                        before.subject(),
                        before.version() + 1);
        accounts.put(id, after);
        var view = after.view();
        put(
                "user_account",
                id,
                view.username(),
                view.email(),
                view.organizationId(),
                view.role(),
                view.platform(),
                view.active(),
                after.issuer(),
                after.subject(),
                view.createdAt(),
                after.version());
        if (event instanceof UserEvent.ApiTokenIssued issued) {
            put(
                    "api_token",
                    issued.tokenId(),
                    id,
                    issued.name(),
                    issued.role(),
                    issued.expiresAt(),
                    context.at(),
                    false);
        } else if (event instanceof UserEvent.ApiTokenRevoked revoked) {
            var row = expected.getOrDefault("api_token", Map.of()).get(revoked.tokenId());
            if (row != null) {
                put("api_token", revoked.tokenId(), id, row.get(2), row.get(3), row.get(4), row.get(5), true);
            }
        }
    }

    private void put(String table, @Nullable Object... values) {
        var row = Arrays.stream(values).map(DecisionTables::stored).toList();
        expected.computeIfAbsent(table, _ -> new HashMap<>())
                .put((Long) Objects.requireNonNull(row.getFirst()), nullable(row));
    }

    private static List<@Nullable Object> nullable(List<@Nullable Object> row) {
        return java.util.Collections.unmodifiableList(new java.util.ArrayList<>(row));
    }

    private static @Nullable Object stored(@Nullable Object value) {
        return switch (value) {
            case Wire wire -> wire.wire();
            case AggregateId id -> id.value();
            case Instant instant -> instant.truncatedTo(ChronoUnit.MICROS);
            case Timestamp timestamp -> timestamp.toInstant();
            case null, default -> value;
        };
    }

    /** Compares every table with what the events say. */
    void compare(Connection connection, Report report) throws SQLException {
        for (var table : COLUMNS.entrySet()) {
            compare(connection, table.getKey(), table.getValue(), report);
        }
    }

    private void compare(Connection connection, String table, List<String> columns, Report report) throws SQLException {
        var check = "decision table " + table;
        var missing = new HashMap<>(expected.getOrDefault(table, Map.of()));
        report.checked(check, missing.size() + " rows folded from events");
        var sql = "SELECT %s FROM event_store.%s ORDER BY 1".formatted(String.join(", ", columns), table);
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(1_000);
            try (var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    var actual = new java.util.ArrayList<@Nullable Object>();
                    for (int i = 1; i <= columns.size(); i++) {
                        actual.add(stored(rows.getObject(i)));
                    }
                    var wanted = missing.remove(rows.getLong(1));
                    if (wanted == null) {
                        report.problem(check, "row %d has no event".formatted(rows.getLong(1)));
                    } else if (!wanted.equals(actual)) {
                        report.problem(check, "row %s should be %s".formatted(actual, wanted));
                    }
                }
            }
        }
        missing.values().forEach(row -> report.problem(check, "row %s is missing".formatted(row)));
    }
}
