package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.aigovernancehub.api.event.EventNames;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A database as an earlier release left it, with every kind of event of its time, is migrated by this hub, is sound, and is worked on. The
 * databases are in {@code releases/}, made by {@code drills/record-release.sh}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OwnHubs
class UpgradeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String PASSWORD = "a password of the drill";
    /** Of the first release. */
    private static final int KINDS = 32;

    private TestPostgres postgres;

    @BeforeAll
    void start() {
        postgres = TestPostgres.start();
        for (var role : new String[] {"hub_owner", "hub_command", "hub_query", "hub_projector"}) {
            postgres.database().execute("CREATE ROLE %s NOLOGIN NOINHERIT".formatted(role));
        }
    }

    @AfterAll
    void stop() {
        postgres.close();
    }

    static Stream<String> releases() {
        return Stream.of("0.1.0");
    }

    private String database(String release) throws IOException, SQLException {
        var name = Tenant.unique("release").replace('-', '_');
        postgres.createDatabase(name);
        postgres.database().execute("GRANT CREATE ON DATABASE %s TO hub_owner".formatted(name));
        try (var stream = new GZIPInputStream(Objects.requireNonNull(
                        UpgradeTest.class.getResourceAsStream("/releases/%s.sql.gz".formatted(release))));
                var connection = postgres.database(name).connection();
                var statement = connection.createStatement()) {
            statement.execute(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
        return name;
    }

    @ParameterizedTest
    @MethodSource("releases")
    void aDatabaseOfAnEarlierReleaseIsMigratedAndWorkedOn(String release) throws Exception {
        var name = database(release);
        var database = postgres.database(name);
        var before = database.eventsFrom(0);
        assertThat(before.stream().map(Database.StoredEvent::name).distinct()).hasSizeGreaterThanOrEqualTo(KINDS);
        var environment = postgres.environment("DATABASE_URL", postgres.url(name), "HUB_ADMIN_PASSWORD", PASSWORD);

        try (var hub = HubProcess.start(environment)) {
            var admin = hub.admin();
            assertThat(database.eventsFrom(0))
                    .as("what was recorded stays as it was")
                    .isEqualTo(before);
            var model = admin.get("/models/1").expect(200);
            assertThat(model.text("name")).isEqualTo("Credit scoring 2");
            assertThat(model.text("compliance_status")).isEqualTo("approved");
            assertThat(model.text("intended_purpose")).isEqualTo("Scores, ä漢");
            assertThat(admin.get("/audit-logs/").expect(200).json().size()).isEqualTo(before.size());
            assertThat(admin.get("/policies/violations?model_id=1")
                            .expect(200)
                            .json()
                            .size())
                    .isEqualTo(1);
            hub.api().signIn("otto", "otto has a password");
            hub.api().signIn("mia", "mia has another one");

            assertThat(admin.post("/models/", json("name", "after the upgrade", "owner", "o"))
                            .expect(201)
                            .position())
                    .isEqualTo(before.size() + 1);
            // A stream with a snapshot of that release goes on.
            admin.patch("/models/1", json("sector", "health")).expect(200);

            var live = RebuildTest.live(hub);
            admin.post("/operations/rebuild", json("reason", "after the upgrade"))
                    .expect(202);
            assertThat(Await.until(PATIENCE, () -> !RebuildTest.live(hub).equals(live)))
                    .as(hub.log())
                    .isTrue();
            assertThat(admin.get("/models/1").expect(200).text("sector")).isEqualTo("health");
            var verified = hub.runBeside("verify");
            assertThat(verified.output())
                    .contains("The database keeps its promises.")
                    .doesNotContain("not compared");
            assertThat(verified.code()).isZero();
        }
    }

    /** What a later release adds is covered by the fixture of that release. */
    @Test
    void theReleasesHaveEveryKindOfEventOfTheFirstContract() throws Exception {
        var kinds = new HashSet<>(postgres.database(database("0.1.0"))
                .query("SELECT DISTINCT event_name FROM event_store.event", row -> row.getString(1)));
        assertThat(EventNames.all().keySet()).containsAll(kinds);
        assertThat(kinds).hasSize(KINDS);
    }

    @Test
    void anOlderHubOnANewerSchemaSaysWhatToDo() throws Exception {
        var name = database("0.1.0");
        postgres.database(name).execute("""
                INSERT INTO app.schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                SELECT max(installed_rank) + 1, '999', 'of a later release', 'SQL', 'V999__of_a_later_release.sql', 1, 'hub', 1, true
                  FROM app.schema_history""");

        var exit = HubProcess.runToEnd(postgres.environment("DATABASE_URL", postgres.url(name)));

        assertThat(exit.code()).isEqualTo(1);
        assertThat(exit.output())
                .contains("The hub did not start. The database was migrated by a newer hub: this one does not know its"
                        + " migration 999. Start a hub of that version or a later one; to go back, restore the backup that was"
                        + " made before the upgrade into a new database.");
    }
}
