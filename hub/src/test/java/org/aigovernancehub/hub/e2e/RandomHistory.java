package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What several organisations do over time, at random: registrations, changes, moves accepted and refused, policies, lineage. Every answer
 * must be one that the documentation knows; which one it is, is left to chance.
 */
final class RandomHistory {
    private static final List<String> RISKS = List.of("unclassified", "minimal", "limited", "high", "unacceptable");
    private static final List<String> STATUSES = List.of("draft", "under_review", "approved", "retired");
    private static final List<String> ENVIRONMENTS = List.of("dev", "test", "staging", "prod");
    private static final List<String> CONDITIONS = List.of(
            "require_evaluation_before_approval",
            "block_high_risk_without_approval",
            "require_review_for_high_risk",
            "prohibit_unacceptable_risk");

    private final List<Tenant> tenants;
    private final Random random;
    private final List<Thing> models = new ArrayList<>();
    private final List<Thing> versions = new ArrayList<>();
    private final List<Thing> datasets = new ArrayList<>();
    private final List<Thing> policies = new ArrayList<>();

    private record Thing(Tenant tenant, long id, long parent) {}

    RandomHistory(List<Tenant> tenants, long seed) {
        this.tenants = List.copyOf(tenants);
        this.random = new Random(seed);
    }

    void steps(int count) {
        for (int i = 0; i < count; i++) {
            step();
        }
    }

    private void step() {
        int dice = random.nextInt(100);
        if (dice < 14 || models.isEmpty()) {
            register();
        } else if (dice < 26) {
            version();
        } else if (dice < 44) {
            metrics();
        } else if (dice < 52) {
            change();
        } else if (dice < 60) {
            risk();
        } else if (dice < 76) {
            status();
        } else if (dice < 82) {
            review();
        } else if (dice < 87) {
            dataset();
        } else if (dice < 92) {
            lineage();
        } else if (dice < 97) {
            policy();
        } else {
            organization();
        }
    }

    private void register() {
        var tenant = pick(tenants);
        long id = tenant.model("risk_level", pick(RISKS), "environment", pick(ENVIRONMENTS), "description", text());
        models.add(new Thing(tenant, id, 0));
    }

    private void version() {
        var model = pick(models);
        var answer = model.tenant()
                .owner()
                .post("/versions/", json("model_id", model.id(), "version_tag", "v" + random.nextInt(5)));
        assertThat(answer.status()).as(answer.body()).isIn(201, 409);
        if (answer.status() == 201) {
            versions.add(new Thing(model.tenant(), answer.id(), model.id()));
        }
    }

    private void metrics() {
        if (versions.isEmpty()) {
            return;
        }
        var version = pick(versions);
        var batch = Api.JSON.createArrayNode();
        for (int i = random.nextInt(8); i >= 0; i--) {
            batch.add(json("metric_name", "metric " + random.nextInt(3), "value", random.nextGaussian()));
        }
        var answer = version.tenant().owner().post("/versions/%d/metrics".formatted(version.id()), batch);
        assertThat(answer.status()).as(answer.body()).isIn(201, 409);
    }

    private void change() {
        var model = pick(models);
        var answer = model.tenant()
                .owner()
                .patch(
                        "/models/" + model.id(),
                        json("description", text(), "sector", pick(List.of("health", "banking"))));
        assertThat(answer.status()).as(answer.body()).isIn(200, 409);
    }

    private void risk() {
        var model = pick(models);
        var answer = model.tenant()
                .owner()
                .patch(
                        "/models/%d/risk-profile".formatted(model.id()),
                        json("risk_level", pick(RISKS), "domain", text()));
        assertThat(answer.status()).as(answer.body()).isIn(200, 409);
    }

    private void status() {
        var model = pick(models);
        var answer = model.tenant()
                .officer()
                .patch(
                        "/models/%d/compliance-status".formatted(model.id()),
                        json(
                                "status",
                                pick(STATUSES.subList(0, random.nextInt(10) == 0 ? 4 : 3)),
                                "approval_notes",
                                text()));
        assertThat(answer.status()).as(answer.body()).isIn(200, 403, 409);
    }

    private void review() {
        var model = pick(models);
        var answer = model.tenant()
                .officer()
                .post(
                        "/models/%d/reviews".formatted(model.id()),
                        json("outcome", random.nextInt(3) == 0 ? "changes_requested" : "endorsed", "notes", text()));
        assertThat(answer.status()).as(answer.body()).isIn(201, 409);
    }

    private void dataset() {
        if (datasets.isEmpty() || random.nextBoolean()) {
            var tenant = pick(tenants);
            datasets.add(new Thing(
                    tenant,
                    tenant.owner()
                            .post("/datasets/", json("name", text(), "record_count", random.nextInt(1000)))
                            .expect(201)
                            .id(),
                    0));
        } else {
            var dataset = pick(datasets);
            dataset.tenant()
                    .owner()
                    .patch("/datasets/" + dataset.id(), json("location", text()))
                    .expect(200);
        }
    }

    private void lineage() {
        var model = pick(models);
        Api.Answer answer;
        if (random.nextBoolean() && !datasets.isEmpty()) {
            answer = model.tenant()
                    .owner()
                    .post(
                            "/models/%d/datasets/".formatted(model.id()),
                            json("dataset_id", pick(datasets).id()));
        } else {
            answer = model.tenant()
                    .owner()
                    .post(
                            "/models/%d/dependencies/".formatted(model.id()),
                            json("parent_model_id", pick(models).id()));
        }
        assertThat(answer.status()).as(answer.body()).isIn(201, 404, 409);
    }

    private void policy() {
        if (policies.size() < 6 || random.nextInt(4) == 0) {
            var tenant = pick(tenants);
            policies.add(new Thing(
                    tenant,
                    tenant.policy(
                            pick(CONDITIONS), "mode", random.nextBoolean() ? "enforce" : "warn", "description", text()),
                    0));
        } else {
            var policy = pick(policies);
            policy.tenant()
                    .officer()
                    .patch("/policies/" + policy.id(), json("is_active", random.nextBoolean(), "description", text()))
                    .expect(200);
        }
    }

    private void organization() {
        var tenant = pick(tenants);
        tenant.admin()
                .patch("/organizations/" + tenant.organizationId(), json("description", text()))
                .expect(200);
    }

    private String text() {
        return "Text %d of äöü 漢字 \u0130".formatted(random.nextInt(1_000_000));
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
