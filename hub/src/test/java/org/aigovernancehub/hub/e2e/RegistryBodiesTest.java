package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aigovernancehub.hub.e2e.Api.Answer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.node.ObjectNode;

/** The bodies of writes: every limit, every default, and which mistake gets which problem. */
class RegistryBodiesTest {
    /** One character, two Java chars, four bytes. */
    private static final String EMOJI = "\uD83E\uDD16";

    private static final Tenant TENANT = SharedHub.tenant();

    private record Operation(
            String name, String method, String path, Api api, java.util.function.Supplier<ObjectNode> body) {
        Answer send(ObjectNode changed) {
            return api.call(method, path, changed);
        }
    }

    private static Operation post(String path, Api api, java.util.function.Supplier<ObjectNode> body) {
        return new Operation("POST " + path, "POST", path, api, body);
    }

    private static Operation patch(String path, Api api) {
        return new Operation("PATCH " + path, "PATCH", path, api, () -> json());
    }

    private static final long MODEL = TENANT.model();
    private static final long VERSION = TENANT.version(MODEL);
    private static final long REVIEWED = reviewed();

    private static final Operation MODELS =
            post("/models/", TENANT.owner(), () -> json("name", Tenant.unique("m"), "owner", "x"));
    private static final Operation MODEL_CHANGE = patch("/models/" + MODEL, TENANT.owner());
    private static final Operation RISK_CHANGE = patch("/models/" + MODEL + "/risk-profile", TENANT.owner());
    private static final Operation VERSIONS =
            post("/versions/", TENANT.owner(), () -> json("model_id", MODEL, "version_tag", Tenant.unique("v")));
    private static final Operation METRICS =
            post("/metrics/", TENANT.owner(), () -> json("version_id", VERSION, "metric_name", "auc", "value", 0.5));
    private static final Operation DATASETS = post("/datasets/", TENANT.owner(), () -> json("name", "d"));
    private static final Operation DATASET_CHANGE = patch("/datasets/" + dataset(), TENANT.owner());
    private static final Operation LINKS =
            post("/models/" + MODEL + "/datasets/", TENANT.owner(), () -> json("dataset_id", dataset()));
    private static final Operation DEPENDENCIES =
            post("/models/" + MODEL + "/dependencies/", TENANT.owner(), () -> json("parent_model_id", TENANT.model()));
    private static final Operation REVIEWS =
            post("/models/" + REVIEWED + "/reviews", TENANT.officer(), () -> json("outcome", "endorsed", "notes", "n"));
    private static final Operation POLICIES = post(
            "/policies/",
            TENANT.officer(),
            () -> json(
                    "name",
                    Tenant.unique("p"),
                    "scope",
                    "organization",
                    "condition_type",
                    "require_review_for_high_risk",
                    "is_active",
                    false));
    private static final Operation POLICY_CHANGE =
            patch("/policies/" + TENANT.policy("require_review_for_high_risk", "is_active", false), TENANT.officer());
    private static final Operation ORGANIZATIONS =
            post("/organizations/", SharedHub.platform(), () -> json("name", Tenant.unique("o")));
    private static final Operation ORGANIZATION_CHANGE =
            patch("/organizations/" + TENANT.organizationId(), TENANT.admin());
    private static final Operation STATUS = new Operation(
            "PATCH compliance-status",
            "PATCH",
            "/models/" + MODEL + "/compliance-status",
            TENANT.officer(),
            () -> json("status", "draft"));

    private static long reviewed() {
        long model = TENANT.model();
        TENANT.owner()
                .patch("/models/" + model + "/compliance-status", json("status", "under_review"))
                .expect(200);
        return model;
    }

    private static long dataset() {
        return TENANT.owner().post("/datasets/", json("name", "d")).expect(201).id();
    }

    private record TextField(Operation operation, String field, int max, boolean required) {}

    private static List<TextField> texts() {
        var texts = new ArrayList<TextField>();
        for (var field : List.of("name", "owner")) {
            texts.add(new TextField(MODELS, field, 255, true));
            texts.add(new TextField(MODEL_CHANGE, field, 255, true));
        }
        texts.add(new TextField(MODELS, "description", 2000, false));
        texts.add(new TextField(MODEL_CHANGE, "description", 2000, false));
        for (var field : List.of("potential_harm", "intended_purpose", "data_sources", "oversight_plan")) {
            texts.add(new TextField(MODELS, field, 2000, false));
            texts.add(new TextField(RISK_CHANGE, field, 2000, false));
        }
        texts.add(new TextField(MODELS, "domain", 100, false));
        texts.add(new TextField(RISK_CHANGE, "domain", 100, false));
        texts.add(new TextField(MODELS, "sector", 100, false));
        texts.add(new TextField(MODEL_CHANGE, "sector", 100, false));
        texts.add(new TextField(MODELS, "jurisdiction", 50, false));
        texts.add(new TextField(MODEL_CHANGE, "jurisdiction", 50, false));
        texts.add(new TextField(VERSIONS, "version_tag", 50, true));
        texts.add(new TextField(VERSIONS, "s3_path", 500, false));
        texts.add(new TextField(METRICS, "metric_name", 100, true));
        for (var operation : List.of(DATASETS, DATASET_CHANGE)) {
            texts.add(new TextField(operation, "name", 255, true));
            texts.add(new TextField(operation, "description", 2000, false));
            texts.add(new TextField(operation, "source_system", 255, false));
            texts.add(new TextField(operation, "location", 500, false));
        }
        texts.add(new TextField(LINKS, "notes", 2000, false));
        texts.add(new TextField(DEPENDENCIES, "notes", 2000, false));
        texts.add(new TextField(REVIEWS, "notes", 2000, true));
        for (var operation : List.of(POLICIES, POLICY_CHANGE)) {
            texts.add(new TextField(operation, "name", 255, true));
            texts.add(new TextField(operation, "description", 2000, false));
        }
        for (var operation : List.of(ORGANIZATIONS, ORGANIZATION_CHANGE)) {
            texts.add(new TextField(operation, "name", 255, true));
            texts.add(new TextField(operation, "description", 2000, false));
        }
        texts.add(new TextField(STATUS, "reason", 500, false));
        texts.add(new TextField(STATUS, "approval_notes", 2000, false));
        return texts;
    }

    @TestFactory
    Stream<DynamicTest> textsHaveTheirLimits() {
        return texts().stream()
                .map(text -> DynamicTest.dynamicTest(
                        text.operation().name() + " " + text.field(), () -> assertLimits(text)));
    }

    private static void assertLimits(TextField text) {
        var operation = text.operation();
        var pointer = "/" + text.field();
        var unique = Tenant.unique("t");
        var longest = unique + EMOJI.repeat(text.max() - unique.length());

        var taken = operation.send(operation.body().get().put(text.field(), longest));
        assertThat(taken.status()).as(taken.toString()).isBetween(200, 299);
        if (!operation.equals(STATUS)) {
            assertThat(taken.text(text.field())).isEqualTo(longest);
        }
        for (var tooMuch : List.of(longest + "x", "nul\0nul")) {
            operation.send(operation.body().get().put(text.field(), tooMuch)).problem(422, "invalid-fields", pointer);
        }
        operation.send(operation.body().get().put(text.field(), 5)).problem(400, "malformed", pointer);
        operation
                .send((ObjectNode) operation.body().get().set(text.field(), Api.JSON.valueToTree(List.of("x"))))
                .problem(400, "malformed", pointer);
        if (text.required()) {
            for (var nothing : new String[] {"", " ", "\u2003\t\n", null}) {
                operation
                        .send(operation.body().get().put(text.field(), nothing))
                        .problem(422, "invalid-fields", pointer);
            }
            if (operation.method().equals("POST")) {
                var body = operation.body().get();
                body.remove(text.field());
                operation.send(body).problem(400, "missing-field", pointer);
            }
        } else {
            for (var nothing : new String[] {"", null}) {
                var answer = operation.send(operation.body().get().put(text.field(), nothing));
                assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
                if (nothing == null && !operation.equals(STATUS)) {
                    assertThat(answer.json().path(text.field()).isNull())
                            .as(answer.body())
                            .isTrue();
                }
            }
        }
    }

    private record EnumField(Operation operation, String field, List<String> values) {}

    private static List<EnumField> enumerations() {
        var sensitivities = List.of("public", "internal", "pii", "phi", "pci");
        var classifications = List.of("public", "internal", "confidential", "restricted");
        var risks = List.of("unclassified", "minimal", "limited", "high", "unacceptable");
        var environments = List.of("dev", "test", "staging", "prod");
        var fields = new ArrayList<EnumField>();
        for (var operation : List.of(MODELS, MODEL_CHANGE, DATASETS, DATASET_CHANGE)) {
            fields.add(new EnumField(operation, "data_sensitivity", sensitivities));
            fields.add(new EnumField(operation, "data_classification", classifications));
        }
        fields.add(new EnumField(MODELS, "risk_level", risks));
        fields.add(new EnumField(RISK_CHANGE, "risk_level", risks));
        fields.add(new EnumField(MODELS, "environment", environments));
        fields.add(new EnumField(LINKS, "dataset_type", List.of("training", "validation", "test", "inference")));
        fields.add(new EnumField(
                DEPENDENCIES,
                "dependency_type",
                List.of("fine_tuned_from", "ensemble_component_of", "distilled_from", "derived_from")));
        fields.add(new EnumField(REVIEWS, "outcome", List.of("endorsed", "changes_requested")));
        fields.add(new EnumField(
                POLICIES,
                "condition_type",
                List.of(
                        "require_evaluation_before_approval",
                        "block_high_risk_without_approval",
                        "require_review_for_high_risk",
                        "prohibit_unacceptable_risk")));
        fields.add(new EnumField(POLICIES, "mode", List.of("enforce", "warn")));
        fields.add(new EnumField(POLICY_CHANGE, "mode", List.of("enforce", "warn")));
        return fields;
    }

    @TestFactory
    Stream<DynamicTest> enumerationsHaveTheirValues() {
        return enumerations().stream()
                .map(field -> DynamicTest.dynamicTest(field.operation().name() + " " + field.field(), () -> {
                    var operation = field.operation();
                    for (var value : field.values()) {
                        var answer = operation.send(operation.body().get().put(field.field(), value));
                        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
                        assertThat(answer.text(field.field())).isEqualTo(value);
                    }
                    for (var value : new String[] {
                        "nonsense", "", field.values().getFirst().toUpperCase(java.util.Locale.ROOT), null
                    }) {
                        operation
                                .send(operation.body().get().put(field.field(), value))
                                .problem(422, "invalid-fields", "/" + field.field());
                    }
                    operation
                            .send(operation.body().get().put(field.field(), 0))
                            .problem(400, "malformed", "/" + field.field());
                }));
    }

    @Test
    void statusesAndScopesAreEnumerationsToo() {
        TENANT.admin().patch(STATUS.path(), json("status", "done")).problem(422, "invalid-fields", "/status");
        TENANT.admin().patch(STATUS.path(), json("status", null)).problem(422, "invalid-fields", "/status");
        TENANT.admin().patch(STATUS.path(), json()).problem(400, "missing-field", "/status");
        TENANT.admin().patch(STATUS.path(), json("status", 1)).problem(400, "malformed", "/status");
        POLICIES.send(POLICIES.body().get().put("scope", "team")).problem(422, "invalid-fields", "/scope");
        POLICIES.send(POLICIES.body().get().putNull("scope")).problem(422, "invalid-fields", "/scope");
        POLICIES.send(POLICIES.body().get().put("environment", "moon")).problem(422, "invalid-fields", "/environment");
    }

    private record IdField(Operation operation, String field, boolean required) {}

    @TestFactory
    Stream<DynamicTest> idsAreWholeNumbersOfWhatExists() {
        return Stream.of(
                        new IdField(VERSIONS, "model_id", true),
                        new IdField(METRICS, "version_id", true),
                        new IdField(LINKS, "dataset_id", true),
                        new IdField(LINKS, "model_version_id", false),
                        new IdField(DEPENDENCIES, "parent_model_id", true),
                        new IdField(DEPENDENCIES, "parent_version_id", false),
                        new IdField(DEPENDENCIES, "child_version_id", false),
                        new IdField(MODELS, "organization_id", false),
                        new IdField(DATASETS, "organization_id", false),
                        new IdField(POLICIES, "organization_id", false))
                .map(id -> DynamicTest.dynamicTest(id.operation().name() + " " + id.field(), () -> {
                    var operation = id.operation();
                    var pointer = "/" + id.field();
                    for (long absent : new long[] {0, -1, 1_000_000_000_000L, Long.MAX_VALUE}) {
                        operation
                                .send(operation.body().get().put(id.field(), absent))
                                .problem(404, "not-found");
                    }
                    for (var wrong : new Object[] {"1", "", 1.5, true, List.of(1), json("id", 1)}) {
                        operation
                                .send((ObjectNode) operation.body().get().set(id.field(), Api.JSON.valueToTree(wrong)))
                                .problem(400, "malformed", pointer);
                    }
                    operation
                            .send((ObjectNode) operation
                                    .body()
                                    .get()
                                    .set(id.field(), Api.JSON.readTree("99999999999999999999999999")))
                            .problem(422, "invalid-fields", pointer);
                    if (id.required()) {
                        operation
                                .send(operation.body().get().putNull(id.field()))
                                .problem(422, "invalid-fields", pointer);
                        var body = operation.body().get();
                        body.remove(id.field());
                        operation.send(body).problem(400, "missing-field", pointer);
                    } else {
                        operation
                                .send(operation.body().get().putNull(id.field()))
                                .expect(201);
                    }
                }));
    }

    @Test
    void aModelIsAnsweredWholeWithItsDefaults() {
        var created = TENANT.owner()
                .post("/models/", json("name", Tenant.unique("m"), "owner", "x", "unknown", "is ignored"))
                .expect(201);

        assertThat(created.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "name",
                        "description",
                        "owner",
                        "created_at",
                        "updated_at",
                        "organization_id",
                        "environment",
                        "risk_level",
                        "domain",
                        "potential_harm",
                        "intended_purpose",
                        "data_sources",
                        "oversight_plan",
                        "data_sensitivity",
                        "data_classification",
                        "jurisdiction",
                        "sector",
                        "compliance_status",
                        "submitted_by",
                        "approved_by_user_id",
                        "approved_at",
                        "approval_notes",
                        "latest_version",
                        "allowed_actions");
        assertThat(created.text("environment")).isEqualTo("dev");
        assertThat(created.text("risk_level")).isEqualTo("unclassified");
        assertThat(created.text("data_sensitivity")).isEqualTo("internal");
        assertThat(created.text("data_classification")).isEqualTo("internal");
        assertThat(created.text("jurisdiction")).isEqualTo("US");
        assertThat(created.text("compliance_status")).isEqualTo("draft");
        assertThat(created.number("organization_id")).isEqualTo(TENANT.organizationId());
        assertThat(created.text("created_at"))
                .isEqualTo(created.text("updated_at"))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        assertThat(created.header("Location")).hasValue("/api/v1/models/" + created.id());
        assertThat(created.etag()).isEqualTo("\"1\"");
        assertThat(created.position()).isPositive();
    }

    @Test
    void aChangeIsAMergePatch() {
        long model = TENANT.model("description", "old", "sector", "health", "jurisdiction", "EU");
        var path = "/models/" + model;

        var changed = TENANT.owner()
                .patch(path, json("description", "new", "sector", null, "environment", "prod", "id", 1))
                .expect(200);
        var same = TENANT.owner().patch(path, json()).expect(200);

        assertThat(changed.text("description")).isEqualTo("new");
        assertThat(changed.json().path("sector").isNull()).isTrue();
        assertThat(changed.text("jurisdiction")).isEqualTo("EU");
        assertThat(changed.text("environment")).isEqualTo("dev");
        assertThat(changed.id()).isEqualTo(model);
        assertThat(same.body()).isEqualTo(changed.body());
        assertThat(same.etag()).isEqualTo("\"2\"");
        assertThat(SharedHub.database().eventNames("model-" + model))
                .containsExactly("ModelRegistered", "ModelDetailsChanged");
    }

    @Test
    void versionsAreAnsweredWholeAndMoveTheModelsLatest() {
        long model = TENANT.model();
        var digest = "sha256:" + "0123456789abcdef".repeat(4);

        var created = TENANT.owner()
                .post(
                        "/versions/",
                        json("model_id", model, "version_tag", "1.0", "s3_path", "s3://b/k", "artifact_digest", digest))
                .expect(201);

        assertThat(created.json().propertyNames())
                .containsExactlyInAnyOrder("id", "model_id", "version_tag", "s3_path", "artifact_digest", "created_at");
        assertThat(created.text("artifact_digest")).isEqualTo(digest);
        assertThat(created.header("Location")).hasValue("/api/v1/versions/" + created.id());
        TENANT.owner()
                .post("/versions/", json("model_id", model, "version_tag", "2.0"))
                .expect(201);
        assertThat(TENANT.owner().patch("/models/" + model, json()).expect(200).text("latest_version"))
                .isEqualTo("2.0");
        for (var wrong : List.of(
                "sha256:" + "0".repeat(63),
                "sha256:" + "0".repeat(65),
                "sha256:" + "g".repeat(64),
                "sha512:" + "0".repeat(64),
                "0".repeat(64),
                "sha256:" + "A".repeat(64) + "\n")) {
            VERSIONS.send(VERSIONS.body().get().put("artifact_digest", wrong))
                    .problem(422, "invalid-fields", "/artifact_digest");
        }
        VERSIONS.send(VERSIONS.body().get().putNull("artifact_digest")).expect(201);
    }

    @Test
    void metricsAreFiniteNumbers() {
        var created = METRICS.send(METRICS.body().get()).expect(201);
        assertThat(created.json().propertyNames())
                .containsExactlyInAnyOrder("id", "version_id", "metric_name", "value", "timestamp");
        for (double value : new double[] {0, -1, 1e-300, Double.MAX_VALUE, Double.MIN_VALUE, 0.1, 1e15}) {
            assertThat(METRICS.send(METRICS.body().get().put("value", value))
                            .expect(201)
                            .json()
                            .path("value")
                            .asDouble())
                    .isEqualTo(value);
        }
        for (var infinite : List.of("1e999", "-1e999")) {
            METRICS.api()
                    .post(
                            METRICS.path(),
                            "{\"version_id\":%d,\"metric_name\":\"x\",\"value\":%s}".formatted(VERSION, infinite))
                    .problem(422, "invalid-fields", "/value");
        }
        for (var broken : List.of("NaN", "Infinity", "-Infinity", "+1", "0x10", "1.", ".5", "01")) {
            METRICS.api()
                    .post(
                            METRICS.path(),
                            "{\"version_id\":%d,\"metric_name\":\"x\",\"value\":%s}".formatted(VERSION, broken))
                    .problem(400, "malformed");
        }
        for (var wrong : new Object[] {"0.5", "", true, List.of(1)}) {
            METRICS.send((ObjectNode) METRICS.body().get().set("value", Api.JSON.valueToTree(wrong)))
                    .problem(400, "malformed", "/value");
        }
        METRICS.send(METRICS.body().get().putNull("value")).problem(422, "invalid-fields", "/value");
        var body = METRICS.body().get();
        body.remove("value");
        METRICS.send(body).problem(400, "missing-field", "/value");
    }

    @Test
    void aBatchOfMetricsIsRecordedWholeOrNotAtAll() {
        long model = TENANT.model();
        long version = TENANT.version(model);
        var path = "/versions/" + version + "/metrics";
        var owner = TENANT.owner();

        var batch = owner.post(
                        path, List.of(json("metric_name", "a", "value", 1), json("metric_name", "a", "value", 2)))
                .expect(201);
        assertThat(batch.json().isArray()).isTrue();
        assertThat(batch.json()).hasSize(2);
        batch.json()
                .forEach(
                        metric -> assertThat(metric.path("version_id").asLong()).isEqualTo(version));
        var most = IntStream.range(0, 1_000)
                .mapToObj(i -> json("metric_name", "m" + i, "value", i))
                .toList();
        assertThat(owner.post(path, most).expect(201).json()).hasSize(1_000);
        int before = SharedHub.database().events("model-" + model).size();

        var more = new ArrayList<>(most);
        more.add(json("metric_name", "one more", "value", 0));
        owner.post(path, more).problem(422, "invalid-fields", "");
        owner.post(path, List.of()).problem(422, "invalid-fields", "");
        owner.post(path, List.of(json("metric_name", "a", "value", 1), json("metric_name", "", "value", 2)))
                .problem(422, "invalid-fields", "/1/metric_name");
        owner.post(path, List.of(json("metric_name", "a", "value", 1), json("metric_name", "b", "value", null)))
                .problem(422, "invalid-fields", "/1/value");
        owner.post(path, List.of(json("metric_name", "a", "value", 1), json("metric_name", "b")))
                .problem(400, "missing-field", "/1/value");
        owner.post(path, List.of(json("metric_name", "a", "value", "1"))).problem(400, "malformed", "/0/value");
        owner.post(path, "[null]").problem(422, "invalid-fields", "/0");
        owner.post(path, "[1]").problem(400, "malformed", "/0");
        owner.post(path, json("metric_name", "a", "value", 1)).problem(400, "malformed", "");
        assertThat(SharedHub.database().events("model-" + model)).hasSize(before);
    }

    @Test
    void datasetsAreAnsweredWholeAndTheirNamesNeedNotBeUnique() {
        var body = json(
                "name",
                "d",
                "description",
                "x",
                "source_system",
                "lake",
                "location",
                "s3://b",
                "data_sensitivity",
                "pii",
                "data_classification",
                "restricted",
                "record_count",
                7);

        var created = TENANT.owner().post("/datasets/", body).expect(201);

        assertThat(created.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "name",
                        "description",
                        "source_system",
                        "location",
                        "data_sensitivity",
                        "data_classification",
                        "organization_id",
                        "record_count",
                        "created_at");
        assertThat(created.number("record_count")).isEqualTo(7);
        assertThat(created.header("Location")).hasValue("/api/v1/datasets/" + created.id());
        TENANT.owner().post("/datasets/", body).expect(201);
        var changed = TENANT.owner()
                .patch("/datasets/" + created.id(), json("record_count", null, "location", "s3://c"))
                .expect(200);
        assertThat(changed.json().path("record_count").isNull()).isTrue();
        assertThat(changed.text("location")).isEqualTo("s3://c");
        assertThat(changed.text("source_system")).isEqualTo("lake");
        assertThat(changed.etag()).isEqualTo("\"2\"");
        for (var operation : List.of(DATASETS, DATASET_CHANGE)) {
            operation
                    .send(operation.body().get().put("record_count", -1))
                    .problem(422, "invalid-fields", "/record_count");
            operation.send(operation.body().get().put("record_count", 1.5)).problem(400, "malformed", "/record_count");
            assertThat(operation
                            .send(operation.body().get().put("record_count", Long.MAX_VALUE))
                            .number("record_count"))
                    .isEqualTo(Long.MAX_VALUE);
        }
    }

    @Test
    void linksAreAnsweredWholeAndUniqueByDatasetTypeAndVersion() {
        long model = TENANT.model();
        long version = TENANT.version(model);
        long dataset = dataset();
        var path = "/models/" + model + "/datasets/";
        var owner = TENANT.owner();

        var created = owner.post(path, json("dataset_id", dataset)).expect(201);

        assertThat(created.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "id", "model_id", "model_version_id", "dataset_id", "dataset_type", "notes", "created_at");
        assertThat(created.text("dataset_type")).isEqualTo("training");
        var again =
                owner.post(path, json("dataset_id", dataset, "notes", "other")).problem(409, "duplicate");
        assertThat(again.path("id").asLong()).isEqualTo(created.id());
        owner.post(path, json("dataset_id", dataset, "dataset_type", "test")).expect(201);
        owner.post(path, json("dataset_id", dataset, "model_version_id", version))
                .expect(201);
        owner.post(path, json("dataset_id", dataset, "model_version_id", version))
                .problem(409, "duplicate");
        owner.post(path, json("dataset_id", dataset, "model_version_id", VERSION))
                .problem(404, "not-found");
    }

    @Test
    void dependenciesAreAnsweredWhole() {
        long child = TENANT.model();
        long parent = TENANT.model();
        long childVersion = TENANT.version(child);
        long parentVersion = TENANT.version(parent);
        var path = "/models/" + child + "/dependencies/";
        var owner = TENANT.owner();

        var created = owner.post(
                        path,
                        json(
                                "parent_model_id",
                                parent,
                                "parent_version_id",
                                parentVersion,
                                "child_version_id",
                                childVersion,
                                "notes",
                                "n"))
                .expect(201);

        assertThat(created.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "parent_model_id",
                        "parent_version_id",
                        "child_model_id",
                        "child_version_id",
                        "dependency_type",
                        "notes",
                        "created_at");
        assertThat(created.number("child_model_id")).isEqualTo(child);
        assertThat(created.text("dependency_type")).isEqualTo("derived_from");
        owner.post(path, json("parent_model_id", parent, "parent_version_id", childVersion))
                .problem(404, "not-found");
        owner.post(path, json("parent_model_id", parent, "child_version_id", parentVersion))
                .problem(404, "not-found");
    }

    @Test
    void organisationsAreAnsweredWholeAndNamedOnce() {
        var name = Tenant.unique("o");
        var platform = SharedHub.platform();

        var created = platform.post("/organizations", json("name", name, "description", "x"))
                .expect(201);

        assertThat(created.json().propertyNames())
                .containsExactlyInAnyOrder("id", "name", "description", "is_active", "created_at");
        assertThat(created.json().path("is_active").asBoolean()).isTrue();
        assertThat(created.header("Location")).hasValue("/api/v1/organizations/" + created.id());
        var duplicate = platform.post("/organizations/", json("name", name)).problem(400, "duplicate");
        assertThat(duplicate.path("id").asLong()).isEqualTo(created.id());
        platform.patch("/organizations/" + created.id(), json("name", "Default"))
                .problem(400, "duplicate");
        platform.patch("/organizations/" + created.id(), json("name", name)).expect(200);
        platform.post("/organizations/", json("name", Tenant.unique("o"), "is_active", null))
                .problem(422, "invalid-fields", "/is_active");
        platform.post("/organizations/", json("name", Tenant.unique("o"), "is_active", "yes"))
                .problem(400, "malformed", "/is_active");
    }

    @Test
    void everyMistakeIsNamedAtOnce() {
        MODELS.api()
                .post(
                        "/models/",
                        json(
                                "name",
                                "",
                                "owner",
                                null,
                                "description",
                                "x".repeat(2001),
                                "sector",
                                "x".repeat(101),
                                "jurisdiction",
                                "\0"))
                .problem(422, "invalid-fields", "/name", "/owner", "/description", "/sector", "/jurisdiction");
    }

    @Test
    void textsComeBackAsTheyWere() {
        var texts = List.of(
                "<script>alert(1)</script>",
                "Robert'); DROP TABLE models;--",
                "\u202Eright to left",
                "e\u0301 is not \u00e9",
                "line\nbreak\ttab \\ \" /",
                "${jndi:ldap://x} #{1+1} %s {0}",
                EMOJI);
        var calls = new ArrayList<Callable<Boolean>>();
        for (var text : texts) {
            calls.add(() -> {
                var answer = TENANT.owner()
                        .post("/models/", json("name", text, "owner", text, "description", text))
                        .expect(201);
                assertThat(answer.text("name")).isEqualTo(text);
                assertThat(answer.text("description")).isEqualTo(text);
                return true;
            });
        }
        Together.runFewAtATime(calls);
    }

    @Test
    void aHalfSurrogateIsNoCharacter() {
        MODELS.api().post("/models/", "{\"name\":\"\\ud83d\",\"owner\":\"x\"}").problem(422, "invalid-fields", "/name");
    }
}
