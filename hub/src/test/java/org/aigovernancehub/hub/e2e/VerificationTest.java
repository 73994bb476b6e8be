package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.aigovernancehub.command.dataset.Dataset;
import org.aigovernancehub.command.identity.User;
import org.aigovernancehub.command.operations.Operations;
import org.aigovernancehub.command.organization.Organization;
import org.aigovernancehub.command.policy.Policy;
import org.aigovernancehub.command.registry.Model;
import org.aigovernancehub.hub.database.DatabaseBootstrap;
import org.aigovernancehub.hub.settings.DatabaseUrl;
import org.aigovernancehub.hub.verify.HubVerification;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** {@code verify} calls a sound database sound, and names what is wrong with one that somebody has tampered with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OwnHubs
class VerificationTest {
    private static final List<Class<?>> AGGREGATES =
            List.of(Organization.class, User.class, Model.class, Dataset.class, Policy.class, Operations.class);

    private TestPostgres postgres;
    private long longModel;
    /** The generation that answers reads: {@code a} or {@code b}. */
    private String live;

    @BeforeAll
    void fill() {
        postgres = TestPostgres.start();
        postgres.createDatabase("original");
        try (var hub = HubProcess.start(postgres.environment("DATABASE_URL", postgres.url("original")))) {
            var admin = hub.admin();
            long seed = ThreadLocalRandom.current().nextLong();
            System.out.println("VerificationTest seed " + seed);
            new RandomHistory(List.of(Tenant.on(hub, admin), Tenant.on(hub, admin)), seed).steps(250);
            var tenant = Tenant.on(hub, admin);
            tenant.officer().post("/tokens", json("name", "ci")).expect(201);
            tenant.owner()
                    .with("Idempotency-Key", "kept")
                    .post("/models/", json("name", "kept", "owner", "o"))
                    .expect(201);
            everyTableGetsARow(tenant);
            longHistory(hub, tenant);
            live = RebuildTest.live(hub);
            hub.database().close();
            hub.stop();
        }
    }

    private static void everyTableGetsARow(Tenant tenant) {
        long model = tenant.model("risk_level", "unacceptable");
        long parent = tenant.model();
        long version = tenant.version(model);
        long dataset =
                tenant.owner().post("/datasets/", json("name", "d")).expect(201).id();
        tenant.owner()
                .post("/models/%d/datasets/".formatted(model), json("dataset_id", dataset, "model_version_id", version))
                .expect(201);
        tenant.owner()
                .post("/models/%d/dependencies/".formatted(model), json("parent_model_id", parent))
                .expect(201);
        tenant.owner()
                .patch("/models/%d/compliance-status".formatted(model), json("status", "under_review"))
                .expect(200);
        tenant.officer()
                .post("/models/%d/reviews".formatted(model), json("outcome", "endorsed", "notes", "n"))
                .expect(201);
        tenant.officer()
                .patch(
                        "/models/%d/compliance-status".formatted(model),
                        json("status", "approved", "approval_notes", "n"))
                .expect(403);
        for (var status : List.of("under_review", "draft")) {
            tenant.officer()
                    .patch(
                            "/models/%d/compliance-status".formatted(parent),
                            json("status", status, "reason", "A review that is over"))
                    .expect(200);
        }
    }

    /** Long enough for a snapshot, which is taken a moment after the command. */
    private void longHistory(HubProcess hub, Tenant tenant) {
        longModel = tenant.model();
        long version = tenant.version(longModel);
        for (int i = 0; i < 150; i++) {
            tenant.owner()
                    .post("/metrics/", json("version_id", version, "metric_name", "m", "value", i))
                    .expect(201);
        }
        assertThat(Await.until(
                        Duration.ofSeconds(30),
                        () -> hub.database().number("SELECT count(*) FROM event_store.snapshot") > 0))
                .isTrue();
        tenant.owner().get("/models/").expect(200); // and the read models have everything
    }

    @AfterAll
    void stop() {
        postgres.close();
    }

    /** Checks a copy of the database, after statements that a hub would never run. */
    private Found verifyAfter(String... statements) throws SQLException {
        var name = copy();
        var database = postgres.database(name);
        // As an intruder with all rights would: past triggers and foreign keys.
        database.execute("SET session_replication_role = replica");
        for (var statement : statements) {
            database.execute(statement);
        }
        database.close();
        var output = new ByteArrayOutputStream();
        int code = new HubVerification(
                        DatabaseBootstrap.connections(DatabaseUrl.parse("DATABASE_URL", postgres.url(name))),
                        AGGREGATES)
                .run(new PrintStream(output, true, StandardCharsets.UTF_8));
        return new Found(code, output.toString(StandardCharsets.UTF_8));
    }

    private record Found(int code, String output) {}

    private String copy() {
        var name = "copy_" + Math.abs(ThreadLocalRandom.current().nextInt());
        // A session that is about to end would be in the way.
        postgres.database()
                .execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'original'");
        postgres.database().execute("CREATE DATABASE %s TEMPLATE original".formatted(name));
        return name;
    }

    private void assertFound(String check, String sentence, String... statements) throws SQLException {
        var found = verifyAfter(statements);
        assertThat(found.output())
                .contains("FAIL  " + check + ":", "The database is damaged")
                .containsPattern(sentence);
        assertThat(found.code()).isEqualTo(1);
    }

    @Test
    void aDatabaseThatOnlyHubsHaveWrittenIsSound() {
        var exit = HubProcess.runToEnd(postgres.environment("DATABASE_URL", postgres.url(copy())), "verify");

        assertThat(exit.output())
                .contains("ok    positions", "The database keeps its promises.")
                .doesNotContain("FAIL");
        assertThat(exit.code()).isZero();
    }

    @Test
    void theCommandTellsByItsExitCodeThatADatabaseIsDamaged() {
        var name = copy();
        postgres.database(name).execute("ALTER TABLE event_store.event DISABLE TRIGGER event_is_immutable");

        var exit = HubProcess.runToEnd(postgres.environment("DATABASE_URL", postgres.url(name)), "verify");

        assertThat(exit.output()).contains("event_is_immutable is missing or disabled");
        assertThat(exit.code()).isEqualTo(1);
    }

    @Test
    void anEventThatWasDeletedIsFound() throws SQLException {
        assertFound(
                "streams",
                "stream model-%d has a gap: after event 0 comes event 2".formatted(longModel),
                "DELETE FROM event_store.event WHERE aggregate_id = 'model-%d' AND sequence_number = 1"
                        .formatted(longModel));
        assertFound(
                "positions",
                "position 5 has no event",
                "DELETE FROM event_store.event WHERE global_index = (SELECT global_index FROM event_store.event_position WHERE position = 5)");
    }

    @Test
    void theBeginningOfAStreamIsMissed() throws SQLException {
        assertFound(
                "streams",
                "stream model-%d begins with event 1".formatted(longModel),
                "DELETE FROM event_store.event WHERE aggregate_id = 'model-%d' AND sequence_number = 0"
                        .formatted(longModel));
    }

    @Test
    void holesInThePositionsAreFoundAndNamed() throws SQLException {
        assertFound(
                "positions",
                "positions 7 to 9 are missing",
                "DELETE FROM event_store.event_position WHERE position IN (7, 8, 9)");
        assertFound(
                "positions",
                "position 3 is missing",
                "UPDATE event_store.event_position SET position = 1000000 WHERE position = 3");
    }

    @Test
    void anEventThatNobodyWillNumberIsFound() throws SQLException {
        assertFound(
                "positions",
                "event \\d+ is neither numbered nor pending",
                "DELETE FROM event_store.event_position WHERE position = (SELECT max(position) FROM event_store.event_position)");
    }

    @Test
    void anEventThatIsNumberedAndWaitsForANumberIsFound() throws SQLException {
        assertFound(
                "positions",
                "event \\d+ is numbered and still pending",
                "INSERT INTO event_store.event_pending SELECT '3', max(global_index) FROM event_store.event");
    }

    @Test
    void aPendingRowThatWouldStopTheNumberingIsFound() throws SQLException {
        assertFound(
                "positions",
                "event 99999 is pending and is not there",
                "INSERT INTO event_store.event_pending VALUES ('3', 99999)");
    }

    @Test
    void timesOfNumberingThatGoBackAreFound() throws SQLException {
        assertFound(
                "positions",
                "position 6 was sequenced before the one below it",
                "UPDATE event_store.event_position SET sequenced_at = '2001-01-01' WHERE position = 6");
    }

    @Test
    void positionsInAnotherOrderThanTheStreamAreFound() throws SQLException {
        assertFound(
                "positions",
                "within stream model-%d a later event has a lower position".formatted(longModel),
                """
                WITH two AS (SELECT min(p.position) AS low, max(p.position) AS high FROM event_store.event_position p
                               JOIN event_store.event e USING (global_index) WHERE e.aggregate_id = 'model-%d'),
                     moved AS (DELETE FROM event_store.event_position p USING two WHERE p.position IN (low, high) RETURNING p.*)
                INSERT INTO event_store.event_position
                SELECT low + high - position + 1000000, global_index, sequenced_at FROM moved, two""".formatted(longModel));
    }

    @Test
    void whateverWouldLetSomebodyChangeEventsIsFound() throws SQLException {
        assertFound(
                "immutability",
                "the trigger event_is_immutable is missing or disabled",
                "ALTER TABLE event_store.event DISABLE TRIGGER event_is_immutable");
        assertFound(
                "immutability",
                "the trigger event_position_is_immutable is missing or disabled",
                "DROP TRIGGER event_position_is_immutable ON event_store.event_position");
        assertFound(
                "immutability",
                "the trigger event_pending_on_append is missing or disabled",
                "DROP TRIGGER event_pending_on_append ON event_store.event");
        assertFound(
                "immutability",
                "hub_command may update event_store.event\n",
                "GRANT UPDATE ON event_store.event TO hub_command");
        assertFound(
                "immutability",
                "column event.attachment is a large object",
                "ALTER TABLE event_store.event ADD COLUMN attachment oid");
    }

    @Test
    void whateverWouldLetATenantSeeAnotherIsFound() throws SQLException {
        assertFound(
                "row-level security",
                "the table read_model_b.audit_entry shows every tenant's rows",
                "ALTER TABLE read_model_b.audit_entry NO FORCE ROW LEVEL SECURITY");
        assertFound(
                "row-level security",
                "the table read_model_a.model shows every tenant's rows",
                "ALTER TABLE read_model_a.model DISABLE ROW LEVEL SECURITY");
        try {
            assertFound("row-level security", "the role hub_query must be neither", "ALTER ROLE hub_query BYPASSRLS");
        } finally {
            postgres.database().execute("ALTER ROLE hub_query NOBYPASSRLS");
        }
    }

    @Test
    void anEventThatIsNotInTheContractIsFound() throws SQLException {
        assertFound(
                "event contract",
                "event #4 cannot be read: no event is named 'ModelForgotten'",
                changed(4, "event_name = 'ModelForgotten'"));
        assertFound("event contract", "event #4 cannot be read: .* has revision 99", changed(4, "revision = 99"));
        assertFound("event contract", "event #4 cannot be read", changed(4, "payload = '{'"));
        assertFound("event contract", "event #4 cannot be read: the metadata", changed(4, "metadata = '{'"));
        assertFound(
                "event contract",
                "event #\\d+ is about model-1 but in the stream model-999999",
                "UPDATE event_store.event SET aggregate_id = 'model-999999' WHERE aggregate_id = 'model-1'");
    }

    private static String changed(long position, String assignment) {
        return "UPDATE event_store.event SET %s WHERE global_index = (SELECT global_index FROM event_store.event_position WHERE position = %d)"
                .formatted(assignment, position);
    }

    @Test
    void anEventWhoseContentWasChangedWithCareIsFoundByWhatFollowedFromIt() throws SQLException {
        assertFound(
                "read models",
                "model \\(model_id=1\\): owner is .*, and should be \"somebody else\"",
                "UPDATE event_store.event SET payload = replace(payload, '\"somebody\"', '\"somebody else\"') WHERE aggregate_id = 'model-1' AND event_name = 'ModelRegistered'");
        assertFound(
                "read models",
                "audit_entry \\(position=\\d+\\): actor is .*, and should be \"somebody else\"",
                "UPDATE event_store.event SET metadata = replace(metadata, '\"actor\":\"admin\"', '\"actor\":\"somebody else\"')");
        assertFound(
                "read models",
                "audit_entry \\(position=4\\): recorded_at is",
                changed(4, "recorded_at = recorded_at - interval '1 day'"));
    }

    @Test
    void everyRowOfADecisionTableThatIsMissingOrHasNoEventIsFound() throws SQLException {
        var keys = Map.of(
                "organization", "organization_id",
                "user_account", "user_id",
                "api_token", "token_id",
                "model", "model_id",
                "model_version", "version_id",
                "dataset", "dataset_id",
                "dataset_link", "link_id",
                "dependency_edge", "dependency_id",
                "policy", "policy_id");
        // One row of each gets a key that is not its own: that one is too many, and its own one is too few.
        var found = verifyAfter(keys.entrySet().stream()
                .map(table ->
                        "UPDATE event_store.%1$s SET %2$s = 7777777 WHERE %2$s = (SELECT max(%2$s) FROM event_store.%1$s)"
                                .formatted(table.getKey(), table.getValue()))
                .toArray(String[]::new));
        keys.keySet()
                .forEach(table -> assertThat(found.output())
                        .containsPattern(
                                "FAIL  decision table %s: .*\\n(        .*\\n)*        row 7777777 has no event\\n(        .*\\n)*        row \\[\\d+, .* is missing"
                                        .formatted(table)));
        assertThat(found.code()).isEqualTo(1);
    }

    @Test
    void aRowOfADecisionTableThatSaysSomethingElseIsFound() throws SQLException {
        assertFound(
                "decision table model",
                "row \\[1, .*another name\\] should be \\[1, ",
                "UPDATE event_store.model SET name = 'another name' WHERE model_id = 1");
        assertFound(
                "decision table user_account",
                "row \\[\\d+, .*admin.*\\] should be \\[.*model_owner",
                "UPDATE event_store.user_account SET role = 'admin' WHERE role = 'model_owner'");
        assertFound(
                "decision table policy",
                "row \\[1, .*false, 1\\] should be \\[1, .*true, 1\\]",
                "UPDATE event_store.policy SET is_active = false WHERE policy_id = 1");
        assertFound(
                "decision table api_token",
                "row \\[1, .*2099.*\\] should be",
                "UPDATE event_store.api_token SET expires_at = '2099-01-01'");
    }

    @Test
    void aDecisionThatAPolicyDidNotJudgeIsFound() throws SQLException {
        assertFound("policies", "event #\\d+ was judged by \\{\\}, but \\{1=1", """
                UPDATE event_store.event
                   SET payload = jsonb_set(payload::jsonb, '{checked_by}', '[]')::text
                 WHERE event_name = 'ComplianceStatusChangeBlocked'""");
    }

    @Test
    void aSequenceThatWouldGiveANumberTwiceIsFound() throws SQLException {
        var sequences = List.of(
                "organization",
                "user",
                "token",
                "model",
                "version",
                "metric",
                "review",
                "link",
                "dependency",
                "dataset",
                "policy",
                "violation");
        var found = verifyAfter(Stream.concat(sequences.stream().map(name -> name + "_id"), Stream.of("global_index"))
                .map("SELECT setval('event_store.%s_seq', 1, false)"::formatted)
                .toArray(String[]::new));
        sequences.forEach(name -> assertThat(found.output())
                .containsPattern("event_store.%s_id_seq stands at 0, and \\d+ is used".formatted(name)));
        assertThat(found.output())
                .contains("FAIL  sequences:")
                .containsPattern("global_index_seq stands at 0, and \\d+ is used");
        assertThat(found.code()).isEqualTo(1);
    }

    @Test
    void secretsThatOpenADoorToNowhereOrForNobodyAreFound() throws SQLException {
        assertFound(
                "secrets",
                "token 1 is not revoked and has no secret",
                "DELETE FROM app.api_token_secret WHERE token_id = 1");
        assertFound(
                "secrets",
                "token 4711 is revoked, or is not there, and has a secret",
                "INSERT INTO app.api_token_secret VALUES (4711, 'x')");
        assertFound("secrets", "user 1 has no password", "DELETE FROM app.credential WHERE user_id = 1");
        assertFound(
                "secrets", "there is a password of user 4711", "INSERT INTO app.credential VALUES (4711, 'x', now())");
        assertFound(
                "secrets",
                "there is a session of user 4711",
                "INSERT INTO app.session VALUES ('x', 4711, now(), now())");
        assertFound(
                "secrets",
                "a kept answer tells of event 99999",
                "UPDATE app.idempotency_key SET global_index = 99999 WHERE key = 'kept'");
    }

    @Test
    void aSnapshotThatWouldDecideWronglyIsFound() throws SQLException {
        assertFound(
                "snapshots",
                "the snapshot of model-\\d+ at its event \\d+ is not what its events make of it",
                "UPDATE event_store.snapshot SET payload = replace(payload, '\"somebody\"', '\"nobody\"')");
        assertFound(
                "snapshots",
                "the snapshot of model-\\d+ is at event 100000, which its stream does not have",
                "UPDATE event_store.snapshot SET sequence_number = 100000");
    }

    @Test
    void everyRowOfAReadModelThatIsMissingIsFound() throws SQLException {
        var tables = postgres.database("original")
                .query(
                        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = ('read_model_' || ?)::regnamespace",
                        row -> row.getString(1),
                        live);
        tables.forEach(table -> assertThat(postgres.database("original")
                        .number("SELECT count(*) FROM read_model_%s.%s".formatted(live, table)))
                .as("rows of " + table)
                .isPositive());

        var found = verifyAfter(tables.stream()
                .map(table ->
                        "DELETE FROM read_model_%2$s.%1$s WHERE ctid = (SELECT max(ctid) FROM read_model_%2$s.%1$s)"
                                .formatted(table, live))
                .toArray(String[]::new));

        tables.forEach(
                table -> assertThat(found.output()).containsPattern("        %s \\(.*\\) is missing".formatted(table)));
        assertThat(found.output()).contains("FAIL  read models:");
        assertThat(found.code()).isEqualTo(1);
    }

    @Test
    void aRowOfAReadModelThatSaysSomethingElseOrHasNoEventIsFound() throws SQLException {
        assertFound(
                "read models",
                "model \\(model_id=1\\): compliance_status is \"(approved|draft)\", and should be",
                "UPDATE read_model_%s.model SET compliance_status = CASE compliance_status WHEN 'approved' THEN 'draft' ELSE 'approved' END"
                        .formatted(live));
        assertFound(
                "read models",
                "metric \\(metric_id=7777777\\) has no event",
                "INSERT INTO read_model_%1$s.metric SELECT 7777777, organization_id, model_id, version_id, metric_name, value, recorded_at FROM read_model_%1$s.metric LIMIT 1"
                        .formatted(live));
    }

    @Test
    void readModelsThatAreNotCompleteAreNamed() throws SQLException {
        assertFound(
                "read models",
                "event #4 of model-1 is parked",
                "INSERT INTO read_model.dead_letter VALUES ('%s', 4, 'model-1', 1, 'X', 'cause', 1, now(), NULL)"
                        .formatted(live));
        assertFound(
                "read models",
                "generation %s is at position 99999, but the highest one is".formatted(live),
                "UPDATE read_model.generation SET position = 99999 WHERE name = '%s'".formatted(live));
        assertFound("read models", "no generation is live", "UPDATE read_model.generation SET state = 'retired'");
    }
}
