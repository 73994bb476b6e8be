package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Nothing is stale: a read that starts after a command was answered shows its effect, and the client need not do anything for it. */
class FreshnessTest {
    private static final int CLIENTS = 8;
    private static final int PAIRS = 160;

    @Test
    void noReadMissesItsWriteOnOneHub() {
        var tenant = SharedHub.tenant();
        writeAndRead(tenant.officer(), tenant.officer());
    }

    @Test
    void noReadMissesItsWriteAcrossTwoProcesses() {
        var tenant = SharedCluster.tenant();
        var writer = tenant.officer();
        writeAndRead(writer, writer.at(SharedCluster.query().url()));
    }

    /** A row and the position that it is said to reflect are of one moment: the next change is not in it, nor is one missing. */
    @Test
    void aReadIsOfOneMoment() {
        var writer = SharedCluster.tenant().officer();
        var reader = writer.at(SharedCluster.query().url());
        long model = writer.post("/models/", json("name", Tenant.unique("moment"), "owner", "o"))
                .expect(201)
                .id();
        var positions = new ConcurrentHashMap<String, Long>();
        var reads = new ConcurrentLinkedQueue<Api.Answer>();
        var ended = new AtomicBoolean();
        Together.run(CLIENTS, client -> {
            if (client == 0) {
                try {
                    for (int i = 0; i < PAIRS; i++) {
                        var written = writer.patch("/models/" + model, json("description", "moment " + i))
                                .expect(200);
                        positions.put(written.etag(), written.position());
                    }
                } finally {
                    ended.set(true);
                }
            } else {
                while (!ended.get()) {
                    reads.add(reader.get("/models/" + model).expect(200));
                }
            }
            return client;
        });
        assertThat(reads).hasSizeGreaterThan(PAIRS);
        for (var read : reads) {
            var changes = positions.values().stream()
                    .filter(position -> position <= read.position())
                    .count();
            assertThat(read.etag()).isEqualTo("\"" + (1 + changes) + "\"");
        }
    }

    /** Writes and reads of naive clients, each of which knows only what it was answered. */
    private static void writeAndRead(Api writer, Api reader) {
        long seed = ThreadLocalRandom.current().nextLong();
        System.out.println("FreshnessTest seed " + seed);
        var checked = Together.run(CLIENTS, client -> {
            var random = new Random(seed + client);
            var naive = new Client(writer, reader, random);
            for (int i = 0; i < PAIRS; i++) {
                naive.pair(i);
            }
            return naive.checked;
        });
        assertThat(checked).allMatch(count -> count == PAIRS);
    }

    private static final class Client {
        private final Api writer;
        private final Api reader;
        private final Random random;
        private final long model;
        private final long version;
        private final List<Long> metrics = new ArrayList<>();
        private int checked;

        Client(Api writer, Api reader, Random random) {
            this.writer = writer;
            this.reader = reader;
            this.random = random;
            this.model = writer.post("/models/", json("name", Tenant.unique("fresh"), "owner", "o"))
                    .expect(201)
                    .id();
            this.version = writer.post("/versions/", json("model_id", model, "version_tag", "1"))
                    .expect(201)
                    .id();
        }

        void pair(int number) {
            switch (random.nextInt(6)) {
                case 0 -> {
                    var text = "text " + number + " " + random.nextLong();
                    var written = writer.patch("/models/" + model, json("description", text))
                            .expect(200);
                    var read = reader.get("/models/" + model).expect(200);
                    assertThat(read.json()).isEqualTo(written.json());
                    assertThat(read.etag()).isEqualTo(written.etag());
                }
                case 1 -> {
                    var metric = writer.post(
                                    "/metrics/",
                                    json("version_id", version, "metric_name", "m", "value", random.nextDouble()))
                            .expect(201)
                            .json();
                    metrics.add(metric.path("id").asLong());
                    var listed = reader.get("/versions/%d/metrics".formatted(version))
                            .expect(200)
                            .json();
                    assertThat(ids(listed)).isEqualTo(metrics);
                    assertThat(listed.get(listed.size() - 1)).isEqualTo(metric);
                }
                case 2 -> {
                    var name = Tenant.unique("fresh");
                    long id = writer.post("/models/", json("name", name, "owner", "o"))
                            .expect(201)
                            .id();
                    var found =
                            reader.get("/models/?limit=1&sort=-id&q=" + name).expect(200);
                    assertThat(ids(found.json())).containsExactly(id);
                    assertThat(found.header("X-Total-Count")).hasValue("1");
                }
                case 3 -> {
                    var status = random.nextBoolean() ? "under_review" : "draft";
                    var changed = writer.patch("/models/%d/compliance-status".formatted(model), json("status", status));
                    assertThat(changed.status()).isIn(200, 409);
                    var read = reader.get("/models/" + model).expect(200);
                    assertThat(read.text("compliance_status"))
                            .isEqualTo(changed.status() == 200 ? status : read.text("compliance_status"));
                    assertThat(read.etag()).isEqualTo(changed.etag());
                }
                case 4 -> {
                    var tag = writer.post("/versions/", json("model_id", model, "version_tag", Tenant.unique("v")))
                            .expect(201)
                            .text("version_tag");
                    var read = reader.get("/models/" + model).expect(200);
                    assertThat(read.text("latest_version")).isEqualTo(tag);
                }
                default -> {
                    // A retry is no new event; its answer must not be ahead of what a read shows either.
                    var same =
                            writer.patch("/models/" + model, json("owner", "o")).expect(200);
                    var read = reader.get("/models/" + model).expect(200);
                    assertThat(read.json()).isEqualTo(same.json());
                    assertThat(read.position()).isGreaterThanOrEqualTo(same.position());
                }
            }
            checked++;
        }

        private static List<Long> ids(JsonNode list) {
            var ids = new ArrayList<Long>();
            list.forEach(element -> ids.add(element.path("id").asLong()));
            return ids;
        }
    }
}
