package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.aigovernancehub.hub.e2e.Api.Answer;
import org.junit.jupiter.api.Test;

/** Rules over more than one stream hold however many act at once. */
class ConcurrencyTest {
    private final Tenant tenant = SharedHub.tenant();

    @Test
    void ofFiftyCreatesOfOneNameExactlyOneWins() {
        var owner = tenant.owner().patiently();
        var body = json("name", Tenant.unique("model"), "owner", "x");

        var answers = Together.run(50, i -> owner.post("/models/", body));

        long winner = onlyWinner(answers);
        assertThat(SharedHub.database().events("model-" + winner)).hasSize(1);
        assertThat(SharedHub.database()
                        .number(
                                "SELECT count(*) FROM event_store.event WHERE payload LIKE ?",
                                "%" + body.get("name").asString() + "%"))
                .isEqualTo(1);
    }

    @Test
    void aNameIsUniqueWithinOrganisationAndEnvironmentOnly() {
        var body = json("name", Tenant.unique("model"), "owner", "x");

        for (var environment : List.of("dev", "test", "staging", "prod")) {
            tenant.owner()
                    .post("/models/", body.deepCopy().put("environment", environment))
                    .expect(201);
        }
        SharedHub.tenant().owner().post("/models/", body).expect(201);
        tenant.owner().post("/models/", body).problem(409, "duplicate");
    }

    @Test
    void ofManyRenamesToOneNameExactlyOneWins() {
        var owner = tenant.owner().patiently();
        var models = IntStream.range(0, 20).mapToObj(i -> tenant.model()).toList();
        var name = json("name", Tenant.unique("model"));

        var answers = Together.run(20, i -> owner.patch("/models/" + models.get(i), name));

        var winners = answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(winners).hasSize(1);
        answers.stream().filter(answer -> answer.status() != 200).forEach(answer -> {
            var problem = answer.problem(409, "duplicate");
            assertThat(problem.path("id").asLong()).isEqualTo(winners.getFirst().id());
        });
    }

    @Test
    void twoModelsThatSwapTheirNamesAtOnceDoNotBothGetThem() {
        var owner = tenant.owner().patiently();
        for (int round = 0; round < 10; round++) {
            var one = Tenant.unique("one");
            var other = Tenant.unique("other");
            long first = tenant.model("name", one);
            long second = tenant.model("name", other);

            var answers = Together.run(List.<Callable<Answer>>of(
                    () -> owner.patch("/models/" + first, json("name", other)),
                    () -> owner.patch("/models/" + second, json("name", one))));

            answers.forEach(answer -> answer.problem(409, "duplicate"));
        }
    }

    @Test
    void ofManyVersionsOfOneTagExactlyOneWins() {
        var owner = tenant.owner().patiently();
        long model = tenant.model();
        var body = json("model_id", model, "version_tag", "1.0");

        var answers = Together.run(50, i -> owner.post("/versions/", body));

        onlyWinner(answers);
        assertThat(SharedHub.database().eventNames("model-" + model))
                .containsExactly("ModelRegistered", "VersionRegistered");
        long other = tenant.model();
        owner.post("/versions/", json("model_id", other, "version_tag", "1.0")).expect(201);
    }

    @Test
    void ofManyLinksOfOneDatasetExactlyOneWins() {
        var owner = tenant.owner().patiently();
        long model = tenant.model();
        long dataset = owner.post("/datasets/", json("name", "d")).expect(201).id();

        var answers = Together.run(30, i -> owner.post("/models/" + model + "/datasets/", json("dataset_id", dataset)));

        onlyWinner(answers);
    }

    @Test
    void ofManyPoliciesOfOneNameExactlyOneWins() {
        var officer = tenant.officer().patiently();
        var body = json(
                "name", Tenant.unique("p"), "scope", "organization", "condition_type", "prohibit_unacceptable_risk");

        var answers = Together.run(30, i -> officer.post("/policies/", body));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        answers.stream().filter(answer -> answer.status() != 201).forEach(answer -> answer.problem(400, "duplicate"));
    }

    @Test
    void fiftyPairsOfOppositeDependenciesAtOnceLeaveNoCycle() {
        var owner = tenant.owner().patiently();
        var calls = new ArrayList<Callable<Answer>>();
        for (int pair = 0; pair < 50; pair++) {
            long one = tenant.model();
            long other = tenant.model();
            calls.add(() -> depend(owner, one, other));
            calls.add(() -> depend(owner, other, one));
        }

        var answers = Together.run(calls);

        for (int pair = 0; pair < 50; pair++) {
            var statuses = List.of(answers.get(2 * pair), answers.get(2 * pair + 1));
            assertThat(statuses.stream().filter(answer -> answer.status() == 201))
                    .hasSize(1);
            statuses.stream().filter(answer -> answer.status() != 201).forEach(answer -> answer.problem(409, "cycle"));
        }
        assertNoCycle(50);
    }

    @Test
    void randomDependenciesAtOnceLeaveNoCycle() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var owner = tenant.owner().patiently();
        var models = IntStream.range(0, 8).mapToObj(i -> tenant.model()).toList();
        var calls = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < 80; i++) {
            long child = models.get(random.nextInt(models.size()));
            long parent = models.get(random.nextInt(models.size()));
            calls.add(() -> depend(owner, child, parent));
        }

        var answers = Together.run(calls);

        assertThat(answers).as("seed %d", seed).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
        assertNoCycle(answers.stream().filter(answer -> answer.status() == 201).count());
    }

    @Test
    void aModelIsNotItsOwnAncestor() {
        long grandchild = tenant.model();
        long child = tenant.model();
        long parent = tenant.model();
        var owner = tenant.owner().patiently();

        depend(owner, grandchild, grandchild).problem(409, "cycle");
        depend(owner, grandchild, child).expect(201);
        depend(owner, child, parent).expect(201);
        depend(owner, parent, grandchild).problem(409, "cycle");
        depend(owner, grandchild, parent).expect(201);
        depend(owner, grandchild, parent).problem(409, "duplicate");
    }

    private void assertNoCycle(long edges) {
        var database = SharedHub.database();
        assertThat(database.number(
                        "SELECT count(*) FROM event_store.dependency_edge WHERE organization_id = ?",
                        tenant.organizationId()))
                .isEqualTo(edges);
        assertThat(database.number("""
                        WITH RECURSIVE walk (start, at) AS (
                            SELECT child_model_id, parent_model_id FROM event_store.dependency_edge WHERE organization_id = ?
                            UNION
                            SELECT start, parent_model_id FROM walk JOIN event_store.dependency_edge ON child_model_id = at)
                        SELECT count(*) FROM walk WHERE start = at""", tenant.organizationId())).isZero();
        assertThat(database.number("""
                        SELECT count(*) FROM event_store.event WHERE event_name = 'DependencyAdded'
                           AND payload::jsonb ->> 'organization_id' = ?::text""", tenant.organizationId())).isEqualTo(edges);
    }

    private static Answer depend(Api api, long child, long parent) {
        return api.post("/models/" + child + "/dependencies/", json("parent_model_id", parent));
    }

    /** Asserts that one was created and all others were told which; returns its id. */
    private static long onlyWinner(List<Answer> answers) {
        var winners = answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(winners).hasSize(1);
        long id = winners.getFirst().id();
        answers.stream().filter(answer -> answer.status() != 201).forEach(answer -> {
            var problem = answer.problem(409, "duplicate");
            assertThat(problem.path("id").asLong()).as(answer.body()).isEqualTo(id);
        });
        return id;
    }
}
