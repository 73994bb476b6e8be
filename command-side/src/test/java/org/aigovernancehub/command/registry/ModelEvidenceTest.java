package org.aigovernancehub.command.registry;

import static org.aigovernancehub.api.policy.ConditionType.REQUIRE_EVALUATION_BEFORE_APPROVAL;
import static org.aigovernancehub.api.registry.ComplianceStatus.APPROVED;
import static org.aigovernancehub.command.pipeline.Callers.ACME;
import static org.aigovernancehub.command.pipeline.Callers.ENGINEER;
import static org.aigovernancehub.command.pipeline.Callers.OFFICER;
import static org.aigovernancehub.command.registry.KnownVersions.FOREIGN;
import static org.aigovernancehub.command.registry.ModelCase.MODEL;
import static org.aigovernancehub.command.registry.ModelCase.VERSION;
import static org.aigovernancehub.command.registry.ModelCase.move;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aigovernancehub.api.dataset.DatasetId;
import org.aigovernancehub.api.policy.PolicyMode;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.api.registry.DatasetType;
import org.aigovernancehub.api.registry.DependencyType;
import org.aigovernancehub.api.registry.DependencyView;
import org.aigovernancehub.api.registry.LinkView;
import org.aigovernancehub.api.registry.MetricView;
import org.aigovernancehub.api.registry.ModelCommand.AddDependency;
import org.aigovernancehub.api.registry.ModelCommand.LinkDataset;
import org.aigovernancehub.api.registry.ModelCommand.Measurement;
import org.aigovernancehub.api.registry.ModelCommand.RecordMetrics;
import org.aigovernancehub.api.registry.ModelCommand.RegisterVersion;
import org.aigovernancehub.api.registry.ModelEvent.DatasetLinked;
import org.aigovernancehub.api.registry.ModelEvent.DependencyAdded;
import org.aigovernancehub.api.registry.ModelEvent.Metric;
import org.aigovernancehub.api.registry.ModelEvent.MetricRecorded;
import org.aigovernancehub.api.registry.ModelEvent.MetricsRecorded;
import org.aigovernancehub.api.registry.ModelEvent.VersionRegistered;
import org.aigovernancehub.api.registry.ModelId;
import org.aigovernancehub.api.registry.ModelView;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.api.registry.VersionView;
import org.aigovernancehub.command.pipeline.Outcome;
import org.aigovernancehub.command.pipeline.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is registered beside a model: versions, their metrics, datasets and the models that it came from. */
class ModelEvidenceTest {
    private static final String DIGEST = "sha256:" + "0a".repeat(32);

    private final ModelCase model = ModelCase.registered(RiskLevel.LIMITED);

    ModelEvidenceTest() {
        model.versions.models.put(VERSION, MODEL);
    }

    @Test
    void aVersionIsRegisteredAndBecomesTheLatest() {
        var decision = model.when(ENGINEER, new RegisterVersion(MODEL, "1.0", "s3://models/scorer", DIGEST));
        assertThat(decision.<VersionView>thenAccepted())
                .isEqualTo(new VersionView(1, 42, "1.0", "s3://models/scorer", DIGEST, Scenario.NOW));
        decision.thenEvents(new VersionRegistered(MODEL, ACME, 1, "1.0", "s3://models/scorer", DIGEST));
        assertThat(model.view().latestVersion()).isEqualTo("1.0");
        assertThat(model.versions.models).containsEntry(1L, MODEL);
    }

    @Test
    void aVersionNeedsNoArtifact() {
        var decision = model.when(ENGINEER, new RegisterVersion(MODEL, "1.0", null, null));
        decision.thenEvents(new VersionRegistered(MODEL, ACME, 1, "1.0", null, null));
    }

    @Test
    void aTakenTagIsADuplicate() {
        var before = model.view();
        model.when(ENGINEER, new RegisterVersion(MODEL, KnownVersions.TAKEN, null, null))
                .thenProblem(ProblemType.DUPLICATE);
        assertThat(model.view()).isEqualTo(before);
    }

    @Test
    void metricsAreRecordedTogetherEachWithAnIdOfItsOwn() {
        var decision = model.when(
                ENGINEER,
                new RecordMetrics(MODEL, VERSION, List.of(new Measurement("auc", 0.91), new Measurement("f1", -2.5))));
        assertThat(decision.<List<MetricView>>thenAccepted())
                .containsExactly(
                        new MetricView(1, VERSION, "auc", 0.91, Scenario.NOW),
                        new MetricView(2, VERSION, "f1", -2.5, Scenario.NOW));
        decision.thenEvents(new MetricsRecorded(
                MODEL, ACME, VERSION, List.of(new Metric(1, "auc", 0.91), new Metric(2, "f1", -2.5))));
        assertThat(decision.length()).isEqualTo(2);
    }

    @Test
    void oneMetricIsAnEventOfItsOwnKind() {
        model.when(ENGINEER, new RecordMetrics(MODEL, VERSION, List.of(new Measurement("auc", 0.91))))
                .thenEvents(new MetricRecorded(MODEL, ACME, 1, VERSION, "auc", 0.91));
    }

    @Test
    void aBatchOfAThousandMetricsIsOneDecision() {
        var measurements = IntStream.range(0, 1000)
                .mapToObj(i -> new Measurement("m" + i, i / 8.0))
                .toList();
        var decision = model.when(ENGINEER, new RecordMetrics(MODEL, VERSION, measurements));
        assertThat(decision.<List<MetricView>>thenAccepted())
                .hasSize(1000)
                .extracting(MetricView::id)
                .doesNotHaveDuplicates();
        assertThat(decision.length()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("versionsOfNobodyHere")
    void metricsOfAVersionThatTheModelDoesNotHaveAreNotRecorded(long version) {
        var problem = model.when(ENGINEER, new RecordMetrics(MODEL, version, List.of(new Measurement("auc", 1))))
                .thenProblem(ProblemType.NOT_FOUND);
        assertThat(problem.detail()).isEqualTo("There is no version %d.".formatted(version));
    }

    @Test
    void oneMetricIsEnoughEvidenceForAnApproval() {
        model.policies.with(REQUIRE_EVALUATION_BEFORE_APPROVAL, PolicyMode.ENFORCE);
        Outcome.Blocked<ModelView> blocked = model.when(OFFICER, move(APPROVED)).then(Outcome.Blocked.class);
        assertThat(blocked.findings().getFirst().facts().metricCount()).isZero();
        model.when(ENGINEER, new RecordMetrics(MODEL, VERSION, List.of(new Measurement("auc", 0.9))))
                .thenAccepted();
        model.when(OFFICER, move(APPROVED)).thenAccepted();
        assertThat(model.policies.asked().getLast().metricCount()).isEqualTo(1);
    }

    @Test
    void metricsOfAllVersionsAndBatchesAreCountedTogether() {
        model.given(ENGINEER, model.metric(1), model.metric(2));
        model.when(ENGINEER, new RecordMetrics(MODEL, VERSION, List.of(new Measurement("auc", 0.9))))
                .thenAccepted();
        model.when(OFFICER, move(APPROVED)).thenAccepted();
        assertThat(model.policies.asked().getLast().metricCount()).isEqualTo(3);
    }

    @Test
    void aDatasetIsLinked() {
        var decision = model.when(
                ENGINEER, new LinkDataset(MODEL, new DatasetId(5), DatasetType.TEST, VERSION, "Holdout of 2025"));
        assertThat(decision.<LinkView>thenAccepted())
                .isEqualTo(new LinkView(1, 42, VERSION, 5, DatasetType.TEST, "Holdout of 2025", Scenario.NOW));
        decision.thenEvents(
                new DatasetLinked(MODEL, ACME, 1, new DatasetId(5), VERSION, DatasetType.TEST, "Holdout of 2025"));
        assertThat(model.lineage.taken).containsExactly("link 1 of organization-1: dataset-5");
    }

    @Test
    void aDatasetIsLinkedToTheModelAsAWhole() {
        model.when(ENGINEER, new LinkDataset(MODEL, new DatasetId(5), DatasetType.TRAINING, null, null))
                .thenEvents(new DatasetLinked(MODEL, ACME, 1, new DatasetId(5), null, DatasetType.TRAINING, null));
    }

    @ParameterizedTest
    @MethodSource("versionsOfNobodyHere")
    void aLinkToAVersionThatTheModelDoesNotHaveIsNotFound(long version) {
        model.when(ENGINEER, new LinkDataset(MODEL, new DatasetId(5), DatasetType.TRAINING, version, null))
                .thenProblem(ProblemType.NOT_FOUND);
        assertThat(model.lineage.taken).isEmpty();
    }

    @Test
    void aDependencyIsAdded() {
        var decision = model.when(
                ENGINEER,
                new AddDependency(MODEL, new ModelId(7), FOREIGN, VERSION, DependencyType.DISTILLED_FROM, "Teacher"));
        assertThat(decision.<DependencyView>thenAccepted())
                .isEqualTo(new DependencyView(
                        1, 7, FOREIGN, 42, VERSION, DependencyType.DISTILLED_FROM, "Teacher", Scenario.NOW));
        decision.thenEvents(new DependencyAdded(
                MODEL, ACME, 1, new ModelId(7), FOREIGN, VERSION, DependencyType.DISTILLED_FROM, "Teacher"));
        assertThat(model.lineage.taken).containsExactly("dependency 1 of organization-1: model-7");
    }

    @ParameterizedTest
    @MethodSource("versionsOfNobodyHere")
    void aDependencyOfAVersionThatTheModelDoesNotHaveIsNotFound(long version) {
        model.when(ENGINEER, new AddDependency(MODEL, new ModelId(7), null, version, DependencyType.DERIVED_FROM, null))
                .thenProblem(ProblemType.NOT_FOUND);
        assertThat(model.lineage.taken).isEmpty();
    }

    static Stream<ProblemException> refusals() {
        return Stream.of(
                new ProblemException(ProblemType.CYCLE, "a cycle"),
                ProblemException.duplicate("twice", 3),
                ProblemException.notFound("model", 7));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatTheLineageRefusesLeavesNoEvent(ProblemException refusal) {
        model.lineage.refusal = refusal;
        model.when(ENGINEER, new AddDependency(MODEL, new ModelId(7), null, null, DependencyType.DERIVED_FROM, null))
                .thenProblem(refusal.type());
        model.when(ENGINEER, new LinkDataset(MODEL, new DatasetId(5), DatasetType.TRAINING, null, null))
                .thenProblem(refusal.type());
    }

    static Stream<Long> versionsOfNobodyHere() {
        return Stream.of(FOREIGN, 12_345L);
    }
}
