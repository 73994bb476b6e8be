package org.aigovernancehub.hub.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.aigovernancehub.api.event.DomainEvent;
import org.aigovernancehub.api.event.EventContext;
import org.aigovernancehub.api.policy.PolicyCheck;
import org.aigovernancehub.api.policy.PolicyScope;
import org.aigovernancehub.api.policy.PolicyView;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.ModelEvent;
import org.aigovernancehub.command.eventstore.EventCodec;
import org.aigovernancehub.command.eventstore.PositionFeed;
import org.aigovernancehub.command.eventstore.PositionSignal;
import org.aigovernancehub.command.eventstore.PostgresEventStorageEngine;
import org.aigovernancehub.command.eventstore.SnapshotStore;
import org.aigovernancehub.command.pipeline.SnapshotCheck;
import org.aigovernancehub.hub.web.json.HubJson;
import org.aigovernancehub.query.projection.ReadModelCheck;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Checks, in one snapshot and without changing anything, that positions are dense and complete, that streams have no gaps, that every
 * event is in the contract, that everything else, decision tables, snapshots and read models, is what the events say, that every approval
 * was judged by exactly the policies that bound at its position, that no number will be given twice, and that nothing can change an event
 * or see past its tenant.
 */
public final class HubVerification {
    private static final int FETCH = 1_000;

    private final DataSource dataSource;
    private final List<Class<?>> aggregates;
    private final EventCodec codec = new EventCodec();

    /**
     * @param dataSource of a login that may read everything; the one that migrates
     * @param aggregates whose snapshots are checked
     */
    public HubVerification(DataSource dataSource, List<Class<?>> aggregates) {
        this.dataSource = dataSource;
        this.aggregates = List.copyOf(aggregates);
    }

    /** Runs every check. */
    Report run() throws SQLException {
        var report = new Report();
        try (var connection = dataSource.getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            become(connection);
            positions(connection, report);
            protection(connection, report);
            events(connection, report);
            secrets(connection, report);
            snapshots(connection, report);
            readModels(connection, report);
            connection.rollback();
        }
        return report;
    }

    /** The owner, whatever the login inherits, and for as long as it takes. */
    private static void become(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL ROLE hub_owner; SET LOCAL statement_timeout = 0;"
                    + " SET LOCAL idle_in_transaction_session_timeout = 0");
        }
    }

    /** Runs every check and prints the report; returns the exit code: 0 clean, 1 damaged. */
    public int run(java.io.PrintStream out) throws SQLException {
        var report = run();
        report.print(out);
        return report.isClean() ? 0 : 1;
    }

    private static void positions(Connection connection, Report report) throws SQLException {
        var check = "positions";
        long events = number(connection, "SELECT count(*) FROM event_store.event");
        long positions = number(connection, "SELECT count(*) FROM event_store.event_position");
        long pending = number(connection, "SELECT count(*) FROM event_store.event_pending");
        long highest = number(connection, "SELECT coalesce(max(position), 0) FROM event_store.event_position");
        report.checked(check, "%d events, %d numbered, %d pending".formatted(events, positions, pending));
        none(connection, report, check, "%s", """
                SELECT CASE WHEN gap = 1 THEN 'position ' || position - 1 || ' is missing'
                            ELSE 'positions ' || position - gap || ' to ' || position - 1 || ' are missing' END
                  FROM (SELECT position, position - 1 - lag(position, 1, 0::bigint) OVER (ORDER BY position) AS gap
                          FROM event_store.event_position) s WHERE gap > 0""");
        none(connection, report, check, "%s is pending and is not there: numbering stands still until it is", """
                SELECT 'event ' || q.global_index FROM event_store.event_pending q
                 WHERE NOT EXISTS (SELECT FROM event_store.event e WHERE e.global_index = q.global_index)""");
        if (events != positions + pending) {
            report.problem(check, "%d events are not %d numbered + %d pending".formatted(events, positions, pending));
        }
        if (highest != positions) {
            report.problem(check, "the highest position is %d, but there are %d".formatted(highest, positions));
        }
        none(connection, report, check, "event %s is neither numbered nor pending", """
                SELECT e.global_index FROM event_store.event e
                 WHERE NOT EXISTS (SELECT FROM event_store.event_position p WHERE p.global_index = e.global_index)
                   AND NOT EXISTS (SELECT FROM event_store.event_pending q WHERE q.global_index = e.global_index)""");
        none(connection, report, check, "event %s is numbered and still pending", """
                SELECT p.global_index FROM event_store.event_position p JOIN event_store.event_pending q USING (global_index)""");
        none(connection, report, check, "position %s has no event", """
                SELECT p.position FROM event_store.event_position p
                 WHERE NOT EXISTS (SELECT FROM event_store.event e WHERE e.global_index = p.global_index)""");
        none(connection, report, check, "position %s was sequenced before the one below it", """
                SELECT position FROM (SELECT position, sequenced_at, lag(sequenced_at) OVER (ORDER BY position) AS before
                                        FROM event_store.event_position) s WHERE sequenced_at < before""");
        none(connection, report, check, "within stream %s a later event has a lower position", """
                SELECT DISTINCT aggregate_id FROM (
                    SELECT e.aggregate_id, p.position,
                           lag(p.position) OVER (PARTITION BY e.aggregate_id ORDER BY e.sequence_number) AS before
                      FROM event_store.event e JOIN event_store.event_position p USING (global_index)) s
                 WHERE position < before""");
        report.checked("streams", "sequence numbers run from 0 without gaps");
        none(connection, report, "streams", "stream %s", """
                SELECT aggregate_id || CASE WHEN before < 0 THEN ' begins with event ' || sequence_number
                                            ELSE ' has a gap: after event ' || before || ' comes event ' || sequence_number END
                  FROM (SELECT aggregate_id, sequence_number,
                               lag(sequence_number, 1, -1::bigint) OVER (PARTITION BY aggregate_id ORDER BY sequence_number) AS before
                          FROM event_store.event) s
                 WHERE sequence_number <> before + 1""");
    }

    private static void protection(Connection connection, Report report) throws SQLException {
        var check = "immutability";
        report.checked(check, "triggers refuse changes, and application roles have no right to any");
        none(connection, report, check, "the trigger %s is missing or disabled", """
                SELECT w.name FROM (VALUES ('event_is_immutable', 'event'), ('event_position_is_immutable', 'event_position'),
                                           ('event_pending_on_append', 'event')) AS w (name, relation)
                 WHERE NOT EXISTS (SELECT FROM pg_trigger t
                                    WHERE t.tgname = w.name AND t.tgrelid = ('event_store.' || w.relation)::regclass
                                      AND t.tgenabled IN ('O', 'A'))""");
        none(connection, report, check, "%s", """
                SELECT r.role || ' may ' || lower(p.privilege) || ' event_store.' || t.relation
                  FROM (VALUES ('hub_command'), ('hub_query'), ('hub_projector')) AS r (role),
                       (VALUES ('event'), ('event_position'), ('event_pending')) AS t (relation),
                       (VALUES ('UPDATE'), ('DELETE'), ('TRUNCATE')) AS p (privilege)
                 WHERE has_table_privilege(r.role, 'event_store.' || t.relation, p.privilege)""");
        none(connection, report, check, "column %s is a large object, beyond grants and triggers", """
                SELECT c.relname || '.' || a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                 WHERE c.relnamespace = 'event_store'::regnamespace AND c.relkind = 'r' AND a.attnum > 0
                   AND a.atttypid = 'oid'::regtype""");
        var tenancy = "row-level security";
        report.checked(tenancy, "it is forced on every read model");
        none(
                connection,
                report,
                tenancy,
                "the table %s shows every tenant's rows to all: row-level security is off, or not forced",
                """
                SELECT c.oid::regclass FROM pg_class c
                 WHERE c.relkind = 'r' AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
                   AND (c.relnamespace IN ('read_model_a'::regnamespace, 'read_model_b'::regnamespace)
                        OR c.oid = 'read_model.dead_letter'::regclass)""");
        none(
                connection,
                report,
                tenancy,
                "the role %s must be neither superuser nor BYPASSRLS nor a member of hub_owner",
                """
                SELECT rolname FROM pg_roles WHERE rolname IN ('hub_command', 'hub_query', 'hub_projector')
                   AND (rolsuper OR rolbypassrls OR pg_has_role(rolname, 'hub_owner', 'MEMBER'))""");
    }

    /** What is no evidence, and still opens doors. */
    private static void secrets(Connection connection, Report report) throws SQLException {
        var check = "secrets";
        report.checked(check, "passwords, token secrets and sessions belong to accounts and tokens that are there");
        none(connection, report, check, "token %s is not revoked and has no secret: nobody can use it", """
                SELECT t.token_id FROM event_store.api_token t
                 WHERE NOT t.revoked AND NOT EXISTS (SELECT FROM app.api_token_secret s WHERE s.token_id = t.token_id)""");
        none(connection, report, check, "token %s is revoked, or is not there, and has a secret", """
                SELECT s.token_id FROM app.api_token_secret s
                 WHERE NOT EXISTS (SELECT FROM event_store.api_token t WHERE t.token_id = s.token_id AND NOT t.revoked)""");
        none(connection, report, check, "there is a password of user %s, who is not there", """
                SELECT c.user_id FROM app.credential c
                 WHERE NOT EXISTS (SELECT FROM event_store.user_account u WHERE u.user_id = c.user_id)""");
        none(connection, report, check, "user %s has no password: nobody can sign in as them", """
                SELECT u.user_id FROM event_store.user_account u
                 WHERE u.issuer IS NULL AND NOT EXISTS (SELECT FROM app.credential c WHERE c.user_id = u.user_id)""");
        none(connection, report, check, "there is a session of user %s, who is not there", """
                SELECT DISTINCT s.user_id FROM app.session s
                 WHERE NOT EXISTS (SELECT FROM event_store.user_account u WHERE u.user_id = s.user_id)""");
        none(connection, report, check, "a kept answer tells of event %s, which is not there", """
                SELECT k.global_index FROM app.idempotency_key k
                 WHERE k.global_index IS NOT NULL
                   AND NOT EXISTS (SELECT FROM event_store.event e WHERE e.global_index = k.global_index)""");
    }

    private void snapshots(Connection connection, Report report) {
        var check = "snapshots";
        var jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        var store = new SnapshotStore(jdbc, aggregates);
        var outcome = new SnapshotCheck(new PostgresEventStorageEngine(jdbc, codec, store, feed(jdbc)), store).run();
        report.checked(check, "%d are what their streams make of them".formatted(outcome.checked()));
        outcome.problems().forEach(problem -> report.problem(check, problem));
    }

    /** In a second transaction on the same snapshot: one that only reads may not make temporary tables. */
    private void readModels(Connection snapshot, Report report) throws SQLException {
        var check = "read models";
        var id = text(snapshot, "SELECT pg_export_snapshot()");
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (var statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION SNAPSHOT '%s'".formatted(id));
            }
            become(connection);
            var jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            var outcome = new ReadModelCheck(connection, feed(jdbc), HubJson.mapper(), Report.SHOWN).run();
            report.checked(check, outcome.summary());
            outcome.problems().forEach(problem -> report.problem(check, problem));
            connection.rollback();
        }
    }

    private PositionFeed feed(JdbcTemplate jdbc) {
        return new PositionFeed(jdbc, codec, new PositionSignal());
    }

    /** Reads every event once, in the order of positions, pending ones last. */
    private void events(Connection connection, Report report) throws SQLException {
        report.checked("event contract", "every event is of a known name and revision and in its own stream");
        report.checked("policies", "every approval was judged by exactly the policies that bound at its position");
        var tables = new DecisionTables();
        var numbers = new Numbers();
        long read = 0;
        try (var statement = connection.prepareStatement("""
                SELECT p.position, e.global_index, e.aggregate_id, e.event_name, e.revision, e.payload, e.metadata, e.recorded_at
                  FROM event_store.event e LEFT JOIN event_store.event_position p USING (global_index)
                 ORDER BY p.position NULLS LAST, e.global_index""")) {
            statement.setFetchSize(FETCH);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    read++;
                    numbers.note(rows.getString("payload"));
                    event(rows, tables, report);
                }
            }
        }
        report.checked(
                "event contract", "%d events are of a known name and revision and in their own stream".formatted(read));
        tables.compare(connection, report);
        numbers.compare(connection, report);
    }

    private void event(ResultSet row, DecisionTables tables, Report report) throws SQLException {
        var place = row.getObject("position") == null
                ? "pending event " + row.getLong("global_index")
                : "event #" + row.getLong("position");
        try {
            var event = codec.decode(row.getString("event_name"), row.getInt("revision"), row.getString("payload"));
            var metadata = codec.decodeMetadata(row.getString("metadata"));
            if (!event.aggregateId().toString().equals(row.getString("aggregate_id"))) {
                report.problem(
                        "event contract",
                        "%s is about %s but in the stream %s"
                                .formatted(place, event.aggregateId(), row.getString("aggregate_id")));
            }
            policiesThatBound(event, tables, place, report);
            tables.fold(
                    event,
                    new EventContext(
                            row.getObject("recorded_at", OffsetDateTime.class).toInstant(), metadata.actorId()));
        } catch (RuntimeException e) {
            report.problem("event contract", "%s cannot be read: %s".formatted(place, e.getMessage()));
        }
    }

    private static void policiesThatBound(DomainEvent event, DecisionTables tables, String place, Report report) {
        switch (event) {
            case ModelEvent.ComplianceStatusChanged e
            when e.to() == ComplianceStatus.APPROVED -> compare(e, e.checkedBy(), tables, place, report);
            case ModelEvent.ComplianceStatusChangeBlocked e -> compare(e, e.checkedBy(), tables, place, report);
            default -> {}
        }
    }

    private static void compare(
            ModelEvent event, List<PolicyCheck> checkedBy, DecisionTables tables, String place, Report report) {
        Map<Long, Long> judged = checkedBy.stream()
                .collect(Collectors.toMap(check -> check.policyId().value(), PolicyCheck::policyVersion));
        var bound = new HashMap<Long, Long>();
        for (var policy : tables.policies().values()) {
            if (binds(policy, event, tables)) {
                bound.put(policy.id(), policy.version());
            }
        }
        if (!judged.equals(bound)) {
            report.problem(
                    "policies", "%s was judged by %s, but %s bound (policy=version)".formatted(place, judged, bound));
        }
    }

    private static boolean binds(PolicyView policy, ModelEvent event, DecisionTables tables) {
        if (!policy.active()) {
            return false;
        }
        var environment = policy.environment();
        boolean owner = policy.scope() == PolicyScope.GLOBAL
                || Long.valueOf(event.organizationId().value()).equals(policy.organizationId());
        return owner
                && (environment == null
                        || environment
                                .wire()
                                .equals(tables.environmentOf(event.modelId().value())));
    }

    private static void none(Connection connection, Report report, String check, String sentence, String sql)
            throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                report.problem(check, sentence.formatted(rows.getObject(1)));
            }
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        return Long.parseLong(text(connection, sql));
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
