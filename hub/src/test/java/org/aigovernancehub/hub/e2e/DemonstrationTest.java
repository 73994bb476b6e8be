package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The demonstration: a believable year in an empty hub, made through the real commands, whole or not at all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemonstrationTest {
    private static final Map<String, String> DEMO = Map.of("HUB_DEMO", "true");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAGE = 500;

    private HubProcess hub;

    @BeforeAll
    void start() {
        hub = HubProcess.startExactly(DEMO);
    }

    @AfterAll
    void stop() {
        hub.close();
    }

    /** A line of the file beside the data. */
    private record Account(String username, String password, String role, String organization) {}

    private static List<Account> accounts(HubProcess hub) {
        return hub.file("demonstration-accounts")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" +", 4))
                .map(part -> new Account(part[0], part[1], part[2], part[3]))
                .toList();
    }

    private List<JsonNode> all(String path) {
        return elements(hub.admin().get(path).expect(200).json());
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private List<JsonNode> audit() {
        var entries = new ArrayList<JsonNode>();
        for (long after = 0; ; ) {
            var page = all("/audit-logs/?limit=%d&after=%d".formatted(PAGE, after));
            entries.addAll(page);
            if (page.size() < PAGE) {
                return entries;
            }
            after = page.getLast().path("id").asLong();
        }
    }

    @Test
    void itHasThreeOrganisationsAndFortyModelsOfAllKinds() {
        assertThat(all("/organizations/"))
                .extracting(organization -> organization.path("name").asString())
                .containsExactlyInAnyOrder("Nordhaven Bank", "St. Brigid Hospital Group", "Agency for Social Benefits");
        var models = all("/models/?limit=500");
        assertThat(models).hasSize(40);
        assertThat(values(models, "compliance_status"))
                .containsOnlyKeys("draft", "under_review", "approved", "retired")
                .allSatisfy((_, count) -> assertThat(count).isGreaterThanOrEqualTo(5));
        assertThat(values(models, "risk_level"))
                .containsOnlyKeys("unclassified", "minimal", "limited", "high", "unacceptable");
        assertThat(values(models, "environment")).containsOnlyKeys("dev", "test", "staging", "prod");
        assertThat(values(models, "organization_id")).hasSize(3);
        var kinds = new TreeSet<String>();
        models.forEach(model -> kinds.add(model.path("compliance_status").asString() + " "
                + model.path("risk_level").asString()));
        assertThat(kinds)
                .contains(
                        "draft high",
                        "under_review high",
                        "approved high",
                        "retired high",
                        "draft unclassified",
                        "draft limited",
                        "under_review minimal",
                        "under_review limited",
                        "under_review unacceptable",
                        "approved minimal",
                        "approved limited",
                        "retired minimal",
                        "retired unacceptable");
        // A prohibited practice is never approved, whatever the story.
        assertThat(kinds).doesNotContain("approved unacceptable");
    }

    private static TreeMap<String, Integer> values(List<JsonNode> rows, String field) {
        var counts = new TreeMap<String, Integer>();
        rows.forEach(row -> counts.merge(row.path(field).asString(), 1, Integer::sum));
        return counts;
    }

    @Test
    void itHasEveryKindOfEventThatPeopleWillSee() {
        var actions = new HashMap<String, Integer>();
        audit().forEach(entry -> actions.merge(entry.path("action").asString(), 1, Integer::sum));

        assertThat(actions)
                .containsKeys(
                        "ORGANIZATION_CREATED",
                        "USER_CREATED",
                        "USER_DISABLED",
                        "API_TOKEN_ISSUED",
                        "POLICY_CREATED",
                        "POLICY_CHANGED",
                        "POLICY_DEACTIVATED",
                        "MODEL_DETAILS_CHANGED",
                        "RISK_PROFILE_CHANGED");
        assertThat(actions.get("COMPLIANCE_STATUS_CHANGE_BLOCKED")).isGreaterThanOrEqualTo(10);
        assertThat(actions.get("TRANSITION_REJECTED")).isGreaterThanOrEqualTo(2);
        assertThat(actions.get("REVIEW_RECORDED")).isGreaterThanOrEqualTo(20);
        assertThat(actions.get("VERSION_REGISTERED")).isGreaterThanOrEqualTo(70);
        assertThat(actions.getOrDefault("METRIC_RECORDED", 0) + actions.get("METRICS_RECORDED"))
                .isGreaterThanOrEqualTo(70);
        assertThat(actions.get("DATASET_LINKED")).isGreaterThanOrEqualTo(30);
        assertThat(actions.get("DEPENDENCY_ADDED")).isGreaterThanOrEqualTo(12);
        assertThat(all("/policies/violations/?limit=500")).hasSizeGreaterThanOrEqualTo(12);
        assertThat(all("/policies/violations/?outcome=warned")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(values(all("/datasets/?limit=500"), "data_sensitivity"))
                .containsOnlyKeys("public", "internal", "pii", "phi", "pci");
    }

    @Test
    void everyEventIsMarkedAndTheYearGoesByInOrder() {
        var entries = audit();
        assertThat(entries)
                .hasSizeGreaterThan(400)
                .allSatisfy(entry -> assertThat(entry.path("demo").asBoolean()).isTrue());
        var times = entries.stream()
                .map(entry -> Instant.parse(entry.path("timestamp").asString()))
                .toList();
        assertThat(times).isSorted();
        var now = Instant.now();
        assertThat(times.getLast()).isBefore(now).isAfter(now.minus(Duration.ofDays(5)));
        assertThat(times.getFirst()).isBetween(now.minus(Duration.ofDays(370)), now.minus(Duration.ofDays(360)));
        // The times are where people look for them, and what is found by time is found.
        var oldest = all("/models/?sort=created_at&limit=1").getFirst();
        assertThat(Instant.parse(oldest.path("created_at").asString())).isBefore(now.minus(Duration.ofDays(340)));
        var half = times.get(times.size() / 2);
        assertThat(all("/audit-logs/?limit=500&to=" + half).size()
                        + all("/audit-logs/?limit=500&from=" + half).size())
                .isBetween(entries.size(), entries.size() + 2);
    }

    @Test
    void theDashboardShowsAHistory() {
        var stats = hub.admin().get("/dashboard/stats?days=365").expect(200).json();

        var history = elements(stats.path("history"));
        assertThat(total(history.getFirst())).isZero();
        assertThat(total(history.get(history.size() / 2))).isBetween(15L, 35L);
        assertThat(total(history.getLast())).isEqualTo(40);
    }

    private static long total(JsonNode day) {
        long total = 0;
        for (var count : day.path("models_by_risk_level")) {
            total += count.asLong();
        }
        return total;
    }

    @Test
    void aRiskThatRoseSentAnApprovedModelBack() {
        assertThat(audit().stream()
                        .filter(entry ->
                                entry.path("details").path("cause").asString("").equals("risk_raised"))
                        .count())
                .isEqualTo(2);
    }

    @Test
    void everybodyOnTheSheetCanSignInAsWhatItSays() throws IOException {
        var accounts = accounts(hub);

        assertThat(accounts).hasSizeGreaterThan(20);
        for (var account : accounts) {
            var me = hub.api()
                    .signIn(account.username(), account.password())
                    .get("/auth/me")
                    .expect(200);
            assertThat(me.text("role")).isEqualTo(account.role());
            assertThat(me.json().path("platform").asBoolean())
                    .isEqualTo(account.organization().equals("-"));
        }
        for (var organization : List.of("Nordhaven Bank", "St. Brigid Hospital Group", "Agency for Social Benefits")) {
            assertThat(accounts.stream()
                            .filter(account -> account.organization().equals(organization))
                            .map(Account::role)
                            .distinct())
                    .containsExactlyInAnyOrder("admin", "compliance_officer", "model_owner", "auditor");
        }
        var file = hub.dataDir().resolve("demonstration-accounts");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(hub.log()).contains(file.toString());
        for (var account : accounts) {
            assertThat(hub.log()).doesNotContain(account.password());
            assertThat(hub.database()
                            .number(
                                    "SELECT count(*) FROM event_store.event WHERE payload LIKE ?",
                                    "%" + account.password() + "%"))
                    .isZero();
        }
    }

    @Test
    void theWelcomeSaysThatItIsADemonstration() {
        assertThat(hub.api().get("/").expect(200).json().path("demonstration").asBoolean())
                .isTrue();
        assertThat(SharedHub.anonymous().get("/").expect(200).json().has("demonstration"))
                .isFalse();
    }

    @Test
    void itIsKeptWhateverLaterStartsAreAskedForAndItIsSound() {
        try (var own = HubProcess.start(DEMO)) {
            var before = own.file("demonstration-accounts");
            var events = own.database().number("SELECT count(*) FROM event_store.event");
            long model = own.admin()
                    .post("/models/", json("name", "Made by somebody who looks around", "owner", "me"))
                    .expect(201)
                    .id();

            own.stop();
            var verified = own.runBeside("verify");
            assertThat(verified.output()).contains("The database keeps its promises.");
            assertThat(verified.code()).isZero();
            own.start();

            assertThat(own.file("demonstration-accounts")).isEqualTo(before);
            assertThat(own.database().number("SELECT count(*) FROM event_store.event"))
                    .isEqualTo(events + 1);
            var mine = own.admin()
                    .get("/audit-logs/?entity_type=Model&entity_id=" + model)
                    .expect(200)
                    .json()
                    .path(0);
            assertThat(mine.path("action").asString()).isEqualTo("MODEL_REGISTERED");
            assertThat(mine.has("demo")).isFalse();
            assertThat(own.api().get("/").json().path("demonstration").asBoolean())
                    .isTrue();

            var live = RebuildTest.live(own);
            own.admin()
                    .post("/operations/rebuild", json("reason", "to compare"))
                    .expect(202);
            assertThat(Await.until(PATIENCE, () -> !RebuildTest.live(own).equals(live)))
                    .as(own.log())
                    .isTrue();
            RebuildTest.assertSameRows(own.database());
        }
    }

    @Test
    void aDatabaseThatHoldsAnythingElseIsRefused() {
        try (var postgres = TestPostgres.start()) {
            postgres.createDatabase("real");
            var environment = postgres.environment(
                    "DATABASE_URL", postgres.url("real"), "HUB_ADMIN_PASSWORD", HubProcess.ADMIN_PASSWORD);
            try (var real = HubProcess.start(environment)) {
                real.stop();
            }
            var events = postgres.database("real").number("SELECT count(*) FROM event_store.event");
            var wish = new HashMap<>(environment);
            wish.putAll(DEMO);

            var exit = HubProcess.runToEnd(wish);

            assertThat(exit.code()).isNotZero();
            assertThat(exit.output())
                    .contains("HUB_DEMO=true is for an empty database")
                    .doesNotContain("Exception");
            assertThat(postgres.database("real").number("SELECT count(*) FROM event_store.event"))
                    .isEqualTo(events);
        }
    }

    @Test
    void anEmbeddedDatabaseThatIsInUseIsRefusedToo() {
        try (var own = HubProcess.start(Map.of())) {
            own.stop();

            var exit = own.runBesideWith(DEMO);

            assertThat(exit.code()).isNotZero();
            assertThat(exit.output()).contains("HUB_DEMO=true is for an empty database");
            own.start();
            assertThat(own.api().get("/").json().has("demonstration")).isFalse();
        }
    }

    @Test
    void aHubThatIsKilledHalfwayLeavesNothingAndTheNextStartFillsIt() {
        try (var postgres = TestPostgres.start()) {
            postgres.createDatabase("half");
            var environment = new HashMap<>(postgres.environment(
                    "DATABASE_URL", postgres.url("half"), "HUB_ADMIN_PASSWORD", HubProcess.ADMIN_PASSWORD));
            environment.putAll(DEMO);
            var database = postgres.database("half");
            // Whoever links two models of an organisation waits for this lock: the bank's first link comes in its
            // second quarter.
            database.execute("SELECT pg_advisory_lock(hashtextextended('dependencies', 1))");
            try (var halfway = HubProcess.begin(environment)) {
                assertThat(Await.until(
                                PATIENCE,
                                () -> database.number(
                                                "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                                        > 0))
                        .as(halfway.log())
                        .isTrue();
                halfway.kill9();
            }
            database.execute("SELECT pg_advisory_unlock_all()");

            try (var next = HubProcess.start(environment)) {
                assertThat(next.admin()
                                .get("/models/?limit=500")
                                .expect(200)
                                .json()
                                .size())
                        .isEqualTo(40);
                assertThat(database.number("SELECT count(*) FROM event_store.event"))
                        .isEqualTo(hub.database().number("SELECT count(*) FROM event_store.event"));
                assertThat(accounts(next)).hasSize(accounts(hub).size() - 1);
                assertThat(next.file("demonstration-accounts"))
                        .contains("# admin has the password of HUB_ADMIN_PASSWORD")
                        .doesNotContain(HubProcess.ADMIN_PASSWORD);
            }
        }
    }

    @Test
    void itIsTheSameEveryTime() {
        try (var other = HubProcess.start(DEMO)) {
            var content =
                    "SELECT payload FROM event_store.event WHERE event_name <> 'ApiTokenIssued' ORDER BY global_index";
            assertThat(other.database().query(content, row -> row.getString(1)))
                    .isEqualTo(hub.database().query(content, row -> row.getString(1)));
        }
    }
}
