package org.aigovernancehub.command.registry;

import static org.aigovernancehub.command.Problems.assertProblem;
import static org.aigovernancehub.command.pipeline.Callers.ACME;
import static org.aigovernancehub.command.pipeline.Callers.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aigovernancehub.api.dataset.DatasetId;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.api.registry.DatasetType;
import org.aigovernancehub.api.registry.DependencyType;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.api.registry.ModelCommand.AddDependency;
import org.aigovernancehub.api.registry.ModelCommand.LinkDataset;
import org.aigovernancehub.api.registry.ModelId;
import org.aigovernancehub.command.eventstore.StoreDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules that span several models: names, tags, links and dependencies. */
class JdbcRegistryTest {
    private StoreDatabase database;
    private JdbcModelNames names;
    private JdbcVersions versions;
    private JdbcLineage lineage;
    private long nextId = 100;

    @BeforeEach
    void start() throws Exception {
        database = new StoreDatabase();
        database.execute("""
                INSERT INTO event_store.organization VALUES (1, 'Acme', true), (2, 'Other', true);
                INSERT INTO event_store.model SELECT n, 1, 'dev', 'model ' || n FROM generate_series(1, 5) n;
                INSERT INTO event_store.model VALUES (9, 2, 'dev', 'of others');
                INSERT INTO event_store.model_version VALUES (11, 1, '1.0'), (21, 2, '1.0'), (91, 9, '1.0');
                INSERT INTO event_store.dataset VALUES (5, 1), (6, 1), (95, 2)""");
        var source = database.as("hub_command");
        names = new JdbcModelNames(source);
        versions = new JdbcVersions(source);
        lineage = new JdbcLineage(source);
    }

    @AfterEach
    void stop() throws Exception {
        database.close();
    }

    @Test
    void aNameIsTakenWithinOrganisationAndEnvironmentOnly() {
        names.claim(new ModelId(6), ACME, Environment.PROD, "model 1");
        names.claim(new ModelId(7), OTHER, Environment.DEV, "model 1");
        assertDuplicateOf(1, () -> names.claim(new ModelId(8), ACME, Environment.DEV, "model 1"));
        assertDuplicateOf(1, () -> names.rename(new ModelId(2), ACME, Environment.DEV, "model 1"));
        names.rename(new ModelId(1), ACME, Environment.DEV, "renamed");
        names.rename(new ModelId(2), ACME, Environment.DEV, "model 1");
    }

    @Test
    void aTagIsTakenWithinItsModelOnly() {
        versions.claim(31, new ModelId(3), "1.0");
        assertDuplicateOf(11, () -> versions.claim(12, new ModelId(1), "1.0"));
        versions.claim(12, new ModelId(1), "1.1");
        assertThat(versions.modelOf(12)).contains(new ModelId(1));
        assertThat(versions.modelOf(99)).isEmpty();
    }

    @Test
    void aDatasetIsLinkedOncePerTypeAndVersion() {
        link(5, DatasetType.TRAINING, null);
        assertDuplicateOf(nextId - 1, () -> link(5, DatasetType.TRAINING, null));
        link(5, DatasetType.TEST, null);
        link(5, DatasetType.TRAINING, 11L);
        link(6, DatasetType.TRAINING, null);
        assertDuplicateOf(nextId - 2, () -> link(5, DatasetType.TRAINING, 11L));
    }

    @Test
    void aDatasetOfOthersOrOfNobodyIsNotFound() {
        assertProblem(ProblemType.NOT_FOUND, () -> link(95, DatasetType.TRAINING, null));
        assertProblem(ProblemType.NOT_FOUND, () -> link(404, DatasetType.TRAINING, null));
    }

    @Test
    void aDependencyIsAddedOncePerTypeAndVersions() {
        depend(1, 2, null, null, DependencyType.DERIVED_FROM);
        assertDuplicateOf(nextId - 1, () -> depend(1, 2, null, null, DependencyType.DERIVED_FROM));
        depend(1, 2, null, null, DependencyType.DISTILLED_FROM);
        depend(1, 2, 21L, null, DependencyType.DERIVED_FROM);
        depend(1, 2, 21L, 11L, DependencyType.DERIVED_FROM);
        assertDuplicateOf(nextId - 1, () -> depend(1, 2, 21L, 11L, DependencyType.DERIVED_FROM));
    }

    @Test
    void aParentOfOthersOrOfNobodyIsNotFound() {
        assertProblem(ProblemType.NOT_FOUND, () -> depend(1, 9, null, null, DependencyType.DERIVED_FROM));
        assertProblem(ProblemType.NOT_FOUND, () -> depend(1, 404, null, null, DependencyType.DERIVED_FROM));
        assertProblem(ProblemType.NOT_FOUND, () -> depend(1, 2, 11L, null, DependencyType.DERIVED_FROM));
        assertProblem(ProblemType.NOT_FOUND, () -> depend(1, 2, 404L, null, DependencyType.DERIVED_FROM));
    }

    @Test
    void noModelBecomesItsOwnAncestor() {
        assertProblem(ProblemType.CYCLE, () -> depend(1, 1, null, null, DependencyType.DERIVED_FROM));
        depend(2, 1, null, null, DependencyType.DERIVED_FROM);
        depend(3, 2, null, null, DependencyType.ENSEMBLE_COMPONENT_OF);
        depend(4, 3, null, null, DependencyType.FINE_TUNED_FROM);
        assertProblem(ProblemType.CYCLE, () -> depend(1, 2, null, null, DependencyType.DERIVED_FROM));
        assertProblem(ProblemType.CYCLE, () -> depend(1, 4, null, null, DependencyType.DISTILLED_FROM));
        assertProblem(ProblemType.CYCLE, () -> depend(2, 4, null, null, DependencyType.DERIVED_FROM));
        // Two ways to the same ancestor are none.
        depend(4, 1, null, null, DependencyType.DERIVED_FROM);
        depend(5, 4, null, null, DependencyType.DERIVED_FROM);
    }

    private void link(long dataset, DatasetType type, @Nullable Long version) {
        lineage.link(nextId++, ACME, new LinkDataset(new ModelId(1), new DatasetId(dataset), type, version, null));
    }

    private void depend(
            long child, long parent, @Nullable Long parentVersion, @Nullable Long childVersion, DependencyType type) {
        lineage.depend(
                nextId++,
                ACME,
                new AddDependency(new ModelId(child), new ModelId(parent), parentVersion, childVersion, type, null));
    }

    private static void assertDuplicateOf(long id, Runnable claim) {
        assertThatThrownBy(claim::run).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.DUPLICATE);
            assertThat(problem.status()).isEqualTo(409);
            assertThat(problem.members()).containsEntry("id", id);
        });
    }
}
