package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Nothing is lost: what was answered is there after the hub or its PostgreSQL was killed under load, and nothing twice. */
@OwnHubs
class CrashTest {
    private static final int WRITERS = 8;

    @Test
    void nothingIsLostOrDoubledWhenTheHubIsKilled() {
        try (var hub = HubProcess.start(Map.of())) {
            for (int round = 0; round < 3; round++) {
                var journal = writeUntil(hub, hub::kill9);
                hub.start();
                assertKept(hub, journal);
            }
            assertSound(hub);
        }
    }

    @Test
    void nothingIsLostOrDoubledWhenPostgresIsKilled() {
        try (var hub = HubProcess.start(Map.of())) {
            for (int round = 0; round < 3; round++) {
                var killed = hub.postmaster().orElseThrow();
                var journal = writeUntil(hub, killed::destroyForcibly);
                // Sessions outlive their postmaster by a moment, in which the hub is still healthy.
                assertThat(Await.until(
                                java.time.Duration.ofSeconds(30),
                                () -> hub.postmaster()
                                        .filter(now -> now.pid() != killed.pid() && now.isAlive())
                                        .isPresent()))
                        .as(hub.log())
                        .isTrue();
                hub.awaitHealthy();
                assertKept(hub, journal);
            }
            assertSound(hub);
        }
    }

    /** What clients were told, and what they could not find out and asked again under the same key. */
    private record Journal(Map<String, JsonNode> answered, List<Attempt> open) {}

    private record Attempt(String key, String name) {}

    private static Journal writeUntil(HubProcess hub, Runnable disaster) {
        var admin = hub.admin();
        var answered = new ConcurrentHashMap<String, JsonNode>();
        var open = new ConcurrentLinkedQueue<Attempt>();
        var over = new AtomicBoolean();
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            tasks.add(() -> {
                while (!over.get()) {
                    var attempt = new Attempt(Tenant.unique("key"), Tenant.unique("crash"));
                    try {
                        var answer = register(admin, attempt);
                        if (answer.status() == 201) {
                            answered.put(attempt.name(), answer.json());
                        } else {
                            assertThat(answer.status()).as(answer.body()).isEqualTo(503);
                            open.add(attempt);
                        }
                    } catch (UncheckedIOException e) {
                        open.add(attempt);
                    }
                }
                return 0;
            });
        }
        tasks.add(() -> {
            try {
                Await.until(java.time.Duration.ofSeconds(30), () -> answered.size() > 150);
                disaster.run();
            } finally {
                over.set(true);
            }
            return 0;
        });
        Together.run(tasks);
        assertThat(answered.size()).isGreaterThan(150);
        return new Journal(answered, List.copyOf(open));
    }

    private static Api.Answer register(Api admin, Attempt attempt) {
        return admin.with("Idempotency-Key", attempt.key())
                .post("/models/", json("name", attempt.name(), "owner", "o"));
    }

    private static void assertKept(HubProcess hub, Journal journal) {
        var admin = hub.admin();
        var known = new ConcurrentHashMap<>(journal.answered());
        for (var attempt : journal.open()) {
            known.put(attempt.name(), register(admin, attempt).expect(201).json());
        }
        var models = new ConcurrentHashMap<String, JsonNode>();
        admin.get("/models/").expect(200).json().forEach(model -> {
            var name = model.path("name").asString();
            assertThat(models.put(name, model)).as("%s is there twice", name).isNull();
        });
        known.forEach((name, answer) -> assertThat(models.get(name)).as(name).isEqualTo(answer));
    }

    /** The invariants of the whole database, as operators check them. */
    private static void assertSound(HubProcess hub) {
        var database = hub.database();
        assertThat(database.number("SELECT count(*) FROM event_store.event"))
                .isEqualTo(database.number("SELECT max(position) FROM event_store.event_position"));
        assertThat(database.number("SELECT count(*) FROM event_store.event_pending"))
                .isZero();
        assertThat(database.number("SELECT count(*) FROM event_store.model"))
                .isEqualTo(
                        database.number("SELECT count(*) FROM event_store.event WHERE event_name = 'ModelRegistered'"));
    }
}
