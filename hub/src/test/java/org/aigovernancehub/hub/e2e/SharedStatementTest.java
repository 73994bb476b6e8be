package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aigovernancehub.hub.e2e.Api.Answer;
import org.junit.jupiter.api.Test;

/** Requests that come at the time share statements; each gets the answer that it would get alone. */
class SharedStatementTest {
    private static final int ROUNDS = 5;

    private final Tenant here = SharedHub.tenant();
    private final Tenant there = SharedHub.tenant();

    @Test
    void eachReadsItsOwnAndNobodyElses() {
        var mine = models(here);
        var theirs = models(there);
        var all = Stream.of(mine, theirs)
                .flatMap(models -> models.entrySet().stream())
                .toList();
        var reads = new ArrayList<Callable<String>>();
        for (var model : all) {
            reads.add(() -> seen(here.owner(), model.getKey(), mine.containsKey(model.getKey())));
            reads.add(() -> seen(there.auditor(), model.getKey(), theirs.containsKey(model.getKey())));
            reads.add(() -> seen(SharedHub.platform(), model.getKey(), true));
        }
        var expected = all.stream()
                .flatMap(model -> Stream.of(
                        mine.getOrDefault(model.getKey(), "none"),
                        theirs.getOrDefault(model.getKey(), "none"),
                        model.getValue()))
                .toList();

        for (int round = 0; round < ROUNDS; round++) {
            assertThat(Together.run(reads)).isEqualTo(expected);
        }
    }

    @Test
    void eachKindOfEntityIsReadFromItsOwnTable() {
        long model = here.model();
        long policy = here.policy("prohibit_unacceptable_risk");
        long dataset = here.owner()
                .post("/datasets/", json("name", Tenant.unique("data")))
                .expect(201)
                .id();
        var paths = List.of(
                "/models/" + model,
                "/policies/" + policy,
                "/datasets/" + dataset,
                "/organizations/" + here.organizationId());
        var alone = paths.stream().map(path -> body(here.admin(), path)).toList();

        var together = Together.run(60, i -> body(here.admin(), paths.get(i % paths.size())));

        assertThat(together)
                .isEqualTo(IntStream.range(0, 60)
                        .mapToObj(i -> alone.get(i % paths.size()))
                        .toList());
    }

    @Test
    void oneChangeIsReadByAllWhoReadAfterIt() {
        long model = here.model();

        for (int round = 0; round < ROUNDS; round++) {
            var later = Together.run(8, i -> {
                var changed = here.owner()
                        .patiently()
                        .patch("/models/" + model, json("description", "by " + i))
                        .expect(200);
                var read = here.auditor().get("/models/" + model).expect(200);
                return version(read) - version(changed);
            });
            assertThat(later).allMatch(versions -> versions >= 0);
        }
    }

    @Test
    void whoseTokenIsNotGoodIsNobody_whoeverElseAsks() {
        var good = token(here);
        var other = token(there);
        var revoked = here.owner().post("/tokens", json("name", "ci")).expect(201);
        here.owner().delete("/tokens/" + revoked.id()).expect(204);
        var tokens = List.of(good, revoked.text("token"), other, "hub_" + "0".repeat(43));

        var who = Together.run(80, i -> {
            var answer = SharedHub.anonymous().as(tokens.get(i % 4)).get("/auth/me");
            return answer.status() == 200 ? answer.text("username") : String.valueOf(answer.status());
        });

        var expected = List.of(
                here.owner().get("/auth/me").text("username"),
                "401",
                there.owner().get("/auth/me").text("username"),
                "401");
        assertThat(who)
                .isEqualTo(IntStream.range(0, 80)
                        .mapToObj(i -> expected.get(i % 4))
                        .toList());
    }

    @Test
    void aRowThatCannotBeReadIsTheTroubleOfWhoReadsIt() {
        var models = new ArrayList<>(models(here).keySet());
        var live = SharedHub.database()
                .query("SELECT name FROM read_model.generation WHERE state = 'live'", row -> row.getString(1))
                .getFirst();
        var update = "UPDATE read_model_" + live + ".model SET environment = ? WHERE model_id = ?";
        SharedHub.database().execute(update, "moon", models.getFirst());
        try {
            Together.run(60, i -> {
                var path = "/models/" + models.get(i % models.size());
                if (i % models.size() == 0) {
                    assertThatThrownBy(() -> here.owner().get(path)).hasMessageContaining("/problems/internal");
                } else {
                    here.owner().get(path).expect(200);
                }
                return path;
            });
        } finally {
            SharedHub.database().execute(update, "dev", models.getFirst());
        }
    }

    private static Map<Long, String> models(Tenant tenant) {
        var models = new java.util.LinkedHashMap<Long, String>();
        for (int i = 0; i < 10; i++) {
            var name = Tenant.unique("model");
            models.put(tenant.model("name", name), name);
        }
        return models;
    }

    private static String seen(Api reader, long model, boolean exists) {
        var answer = reader.get("/models/" + model);
        if (!exists) {
            answer.problem(404, "not-found");
            return "none";
        }
        return answer.expect(200).text("name");
    }

    private static String body(Api reader, String path) {
        return reader.get(path).expect(200).body();
    }

    private static long version(Answer answer) {
        return Long.parseLong(answer.etag().replace("\"", ""));
    }

    private static String token(Tenant tenant) {
        return tenant.owner().post("/tokens", json("name", "ci")).expect(201).text("token");
    }
}
