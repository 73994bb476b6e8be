package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.aigovernancehub.hub.database.DatabaseBootstrap;
import org.aigovernancehub.hub.settings.DatabaseUrl;
import org.aigovernancehub.hub.verify.HubVerification;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** {@code verify} calls a sound database sound, and names what is wrong with one that somebody has tampered with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerificationTest {
    private TestPostgres postgres;

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
            hub.stop();
        }
    }

    @AfterAll
    void stop() {
        postgres.close();
    }

    /** Checks a copy of the database, after statements that a hub would never run. */
    private Found verifyAfter(String... statements) throws SQLException {
        var name = copy();
        for (var statement : statements) {
            postgres.database(name).execute(statement);
        }
        var output = new ByteArrayOutputStream();
        int code = new HubVerification(
                        DatabaseBootstrap.connections(DatabaseUrl.parse("DATABASE_URL", postgres.url(name))))
                .run(new PrintStream(output, true, StandardCharsets.UTF_8));
        return new Found(code, output.toString(StandardCharsets.UTF_8));
    }

    private record Found(int code, String output) {}

    private String copy() {
        var name = "copy_" + Math.abs(ThreadLocalRandom.current().nextInt());
        postgres.database().execute("CREATE DATABASE %s TEMPLATE original".formatted(name));
        return name;
    }

    private void assertFound(String sentence, String... statements) throws SQLException {
        var found = verifyAfter(statements);
        assertThat(found.output()).contains("FAIL", sentence, "The database is damaged");
        assertThat(found.code()).isEqualTo(1);
    }

    private static final String UNLOCKED = "ALTER TABLE event_store.event DISABLE TRIGGER event_is_immutable";
    private static final String LOCKED = "ALTER TABLE event_store.event ENABLE TRIGGER event_is_immutable";

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
        postgres.database(name).execute(UNLOCKED);

        var exit = HubProcess.runToEnd(postgres.environment("DATABASE_URL", postgres.url(name)), "verify");

        assertThat(exit.output()).contains("event_is_immutable is missing or disabled");
        assertThat(exit.code()).isEqualTo(1);
    }

    @Test
    void aDeletedEventIsFound() throws SQLException {
        assertFound(
                "has a gap",
                UNLOCKED,
                "ALTER TABLE event_store.event_position DISABLE TRIGGER ALL",
                "DELETE FROM event_store.event_position WHERE global_index = (SELECT min(global_index) FROM event_store.event WHERE sequence_number = 1)",
                "DELETE FROM event_store.event WHERE global_index = (SELECT min(global_index) FROM event_store.event WHERE sequence_number = 1)",
                "ALTER TABLE event_store.event_position ENABLE TRIGGER ALL",
                LOCKED);
    }

    @Test
    void aHoleInThePositionsIsFound() throws SQLException {
        assertFound(
                "the highest position is",
                "ALTER TABLE event_store.event_position DISABLE TRIGGER event_position_is_immutable",
                "UPDATE event_store.event_position SET position = position + 1 WHERE position = (SELECT max(position) FROM event_store.event_position)",
                "ALTER TABLE event_store.event_position ENABLE TRIGGER event_position_is_immutable");
    }

    @Test
    void aRightToChangeEventsIsFound() throws SQLException {
        assertFound("hub_command may update event_store.event", "GRANT UPDATE ON event_store.event TO hub_command");
    }

    @Test
    void anEventOfAnUnknownNameIsFound() throws SQLException {
        assertFound(
                "cannot be read",
                UNLOCKED,
                "UPDATE event_store.event SET event_name = 'ModelForgotten' WHERE global_index = (SELECT max(global_index) FROM event_store.event)",
                LOCKED);
    }

    @Test
    void aDecisionTableThatDiffersFromTheEventsIsFound() throws SQLException {
        assertFound(
                "decision table model",
                "UPDATE event_store.model SET name = 'another name' WHERE model_id = (SELECT min(model_id) FROM event_store.model)");
        assertFound(
                "decision table user_account",
                "UPDATE event_store.user_account SET role = 'admin' WHERE role = 'model_owner'");
    }

    @Test
    void aDecisionThatAPolicyDidNotJudgeIsFound() throws SQLException {
        assertFound("policies", UNLOCKED, """
                UPDATE event_store.event
                   SET payload = jsonb_set(payload::jsonb, '{checked_by}', '[]')::text
                 WHERE event_name = 'ComplianceStatusChangeBlocked'""", LOCKED);
    }
}
