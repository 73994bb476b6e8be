package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A backup that is taken while the hub works makes a hub that has everything that was answered before, and goes on from there. */
@OwnHubs
class BackupTest {
    private static final int WRITERS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder = Folders.temporary("backup");

    @AfterEach
    void clear() {
        Folders.delete(folder);
    }

    @Test
    void aBackupUnderLoadHasAllThatWasAnsweredBeforeAndTheRestoredHubGoesOn() {
        var backup = folder.resolve("backup");
        Journal journal;
        String token;
        try (var hub = HubProcess.start(Map.of())) {
            var admin = hub.admin();
            token = admin.post("/tokens", json("name", "kept", "role", "admin"))
                    .expect(201)
                    .text("token");
            journal = writeWhile(hub, () -> {
                var exit = hub.runBeside("backup", backup.toString());
                assertThat(exit.code()).as(exit.output()).isZero();
                assertThat(exit.output()).contains("%s holds ".formatted(backup));
            });
        }

        try (var restored = HubProcess.unstarted(Map.of("HUB_ADMIN_PASSWORD", "another password, which is not used"))) {
            var exit = restored.runBeside("restore", backup.toString());
            assertThat(exit.output()).contains("events are restored", "The database keeps its promises.");
            assertThat(exit.code()).isZero();
            restored.start();

            var admin = restored.api().signIn("admin", HubProcess.ADMIN_PASSWORD);
            var models = models(admin);
            assertThat(journal.before()).hasSizeGreaterThan(50);
            journal.before()
                    .forEach((name, answer) ->
                            assertThat(models.get(name)).as(name).isEqualTo(answer));
            // The load went on meanwhile, or the snapshot was not put to the test.
            assertThat(journal.all()).hasSizeGreaterThan(journal.before().size());
            restored.api().as(token).get("/models/").expect(200);
            long events = assertDense(restored.database());
            var next = admin.post("/models/", json("name", "the next one", "owner", "o"))
                    .expect(201);
            assertThat(next.position()).isEqualTo(events + 1);
            assertThat(next.id())
                    .isGreaterThan(restored.database()
                            .number("SELECT max(model_id) FROM event_store.model WHERE name <> 'the next one'"));
            assertReadModelsAreBuilt(restored);
        }
    }

    @Test
    void aBackupOfAStoppedHubMakesTheSameHubOnAPostgresOfOnesOwn() {
        var backup = folder.resolve("backup");
        long seed = ThreadLocalRandom.current().nextLong();
        System.out.println("BackupTest seed " + seed);
        try (var hub = HubProcess.start(Map.of());
                var postgres = TestPostgres.start()) {
            var tenant = Tenant.on(hub, hub.admin());
            // Two people here; the other database has a locale that knows their names to differ in case only.
            for (var name : List.of("\u00c4nne", "\u00e4nne")) {
                hub.admin()
                        .post(
                                "/users",
                                json(
                                        "username",
                                        name,
                                        "email",
                                        "a@example.org",
                                        "password",
                                        Tenant.PASSWORD,
                                        "role",
                                        "auditor"))
                        .expect(201);
            }
            new RandomHistory(List.of(tenant, Tenant.on(hub, hub.admin())), seed).steps(150);
            hub.admin().get("/models/").expect(200); // and the read models have everything
            var rows = liveRows(hub.database());
            var evidence = evidence(hub.database());
            hub.stop();
            var exit = hub.runBeside("backup", backup.toString());
            assertThat(exit.code()).as(exit.output()).isZero();

            var url = postgres.createDatabase(
                    "other", "TEMPLATE template0 LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'");
            var target = HubProcess.unstarted(postgres.environment("DATABASE_URL", url));
            assertThat(target.runBeside("restore", backup.toString()).output())
                    .contains("The database keeps its promises.");
            assertThat(evidence(target.database())).isEqualTo(evidence);
            target.start();
            target.admin().get("/models/").expect(200); // the barrier waits for the read models
            assertThat(Await.until(PATIENCE, () -> liveRows(target.database()).equals(rows)))
                    .isTrue();

            var settled = evidence(target.database());
            var refused = target.runBeside("restore", backup.toString());
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.output()).contains("There is a hub in this database already");
            assertThat(evidence(target.database())).isEqualTo(settled);
            target.close();
        }
    }

    @Test
    void eventsWithoutAPositionGetTheirsAfterTheRestore() {
        var backup = folder.resolve("backup");
        try (var hub = HubProcess.start(Map.of());
                var postgres = TestPostgres.start()) {
            var admin = hub.admin();
            for (int i = 0; i < 5; i++) {
                admin.post("/models/", json("name", "model " + i, "owner", "o")).expect(201);
            }
            var database = hub.database();
            long events = database.number("SELECT count(*) FROM event_store.event");
            hub.kill9();
            // As if it had died between the commit and the numbering; the transaction id is one that the new cluster
            // never reaches.
            database.execute("ALTER TABLE event_store.event_position DISABLE TRIGGER USER");
            database.execute("""
                    WITH gone AS (DELETE FROM event_store.event_position WHERE position > (SELECT max(position) - 3 FROM event_store.event_position)
                                  RETURNING global_index)
                    INSERT INTO event_store.event_pending SELECT '4000000000000'::xid8, global_index FROM gone""");
            database.execute("ALTER TABLE event_store.event_position ENABLE TRIGGER USER");
            database.close();
            var exit = hub.runBeside("backup", backup.toString());
            assertThat(exit.output()).contains("holds %d events, up to position %d".formatted(events, events - 3));

            var target = HubProcess.unstarted(postgres.environment());
            assertThat(target.runBeside("restore", backup.toString()).output())
                    .contains("%d events, %d numbered, 3 pending".formatted(events, events - 3));
            target.start();
            assertThat(target.admin()
                            .post("/models/", json("name", "after", "owner", "o"))
                            .expect(201)
                            .position())
                    .isEqualTo(events + 1);
            assertThat(assertDense(target.database())).isEqualTo(events + 1);
            assertThat(models(target.admin())).hasSize(6);
            target.close();
        }
    }

    /** What clients were told before the backup began, and at all. */
    private record Journal(Map<String, JsonNode> before, Map<String, JsonNode> all) {}

    private static Journal writeWhile(HubProcess hub, Runnable work) {
        var admin = hub.admin();
        var answered = new ConcurrentHashMap<String, JsonNode>();
        var before = new HashMap<String, JsonNode>();
        var over = new AtomicBoolean();
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            tasks.add(() -> {
                while (!over.get()) {
                    var name = Tenant.unique("backed");
                    answered.put(
                            name,
                            admin.post("/models/", json("name", name, "owner", "o"))
                                    .expect(201)
                                    .json());
                }
                return 0;
            });
        }
        tasks.add(() -> {
            try {
                Await.until(PATIENCE, () -> answered.size() > 100);
                before.putAll(answered);
                work.run();
            } finally {
                over.set(true);
            }
            return 0;
        });
        Together.run(tasks);
        return new Journal(before, answered);
    }

    private static Map<String, JsonNode> models(Api client) {
        var models = new HashMap<String, JsonNode>();
        client.get("/models/")
                .expect(200)
                .json()
                .forEach(model -> models.put(model.path("name").asString(), model));
        return models;
    }

    /** Returns how many events there are: so many positions, from 1 on, without a hole. */
    private static long assertDense(Database database) {
        long events = database.number("SELECT count(*) FROM event_store.event");
        assertThat(database.number("SELECT count(*) FROM event_store.event_position"))
                .isEqualTo(events);
        assertThat(database.number("SELECT max(position) FROM event_store.event_position"))
                .isEqualTo(events);
        return events;
    }

    /** Row for row, as soon as they are there. */
    private static void assertReadModelsAreBuilt(HubProcess hub) {
        var output = Await.untilAsserted(PATIENCE, () -> {
            var verified = hub.runBeside("verify").output();
            assertThat(verified)
                    .containsPattern(
                            "ok +read models: \\d+ rows of \\d+ tables are what (\\d+) of \\1 events make of them");
            return verified;
        });
        assertThat(output).contains("The database keeps its promises.");
    }

    /** What cannot be computed again, as text, but for what changes with each sign-in. */
    private static Map<String, List<String>> evidence(Database database) {
        var evidence = new HashMap<String, List<String>>();
        for (var table : database.query("""
                SELECT c.oid::regclass::text FROM pg_class c
                 WHERE c.relkind = 'r' AND c.relnamespace IN ('event_store'::regnamespace, 'app'::regnamespace)
                   AND c.relname NOT IN ('schema_history', 'idempotency_key')""", row -> row.getString(1))) {
            evidence.put(table, rows(database, table));
        }
        evidence.put("sequences", rows(database, """
                (SELECT schemaname, sequencename, last_value FROM pg_sequences WHERE schemaname IN ('event_store', 'app'))"""));
        assertThat(evidence).hasSizeGreaterThan(15);
        return evidence;
    }

    private static Map<String, List<String>> liveRows(Database database) {
        var generation = database.query(
                        "SELECT name FROM read_model.generation WHERE state = 'live'", row -> row.getString(1))
                .getFirst();
        var rows = new HashMap<String, List<String>>();
        for (var table : database.query(
                "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = ?::regnamespace",
                row -> row.getString(1),
                "read_model_" + generation)) {
            rows.put(table, rows(database, "read_model_%s.%s".formatted(generation, table)));
        }
        return rows;
    }

    private static List<String> rows(Database database, String table) {
        return database.query("SELECT (t.*)::text FROM %s t ORDER BY 1".formatted(table), row -> row.getString(1));
    }

    static List<Path> files(Path backup) {
        try (var files = Files.list(backup)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
