package org.aigovernancehub.command.registry;

import javax.sql.DataSource;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.api.registry.ModelCommand;
import org.aigovernancehub.api.registry.ModelId;
import org.aigovernancehub.command.pipeline.DecisionTable;
import org.aigovernancehub.command.proposal.Claim;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

@Component
class JdbcLineage extends DecisionTable implements Lineage {
    private static final Claim.Table LINKS = new Claim.Table(
            "event_store.dataset_link",
            "ON CONSTRAINT dataset_link_key",
            "link_id, model_id, dataset_id, dataset_type, model_version_id");
    private static final Claim.Table DEPENDENCIES = new Claim.Table(
            "event_store.dependency_edge",
            "ON CONSTRAINT dependency_edge_key",
            "dependency_id, organization_id, child_model_id, parent_model_id, dependency_type, parent_version_id, child_version_id");

    JdbcLineage(@Qualifier("commandDataSource") DataSource dataSource) {
        super(dataSource);
    }

    @Override
    public void link(long linkId, OrganizationId organizationId, ModelCommand.LinkDataset command) {
        var key = new Object[] {
            command.modelId().value(),
            command.datasetId().value(),
            command.datasetType().wire(),
            command.modelVersionId()
        };
        requireOwn("dataset", command.datasetId().value(), organizationId);
        claim(
                LINKS.claim(linkId, key[0], key[1], key[2], key[3]),
                sql("""
                        SELECT link_id FROM event_store.dataset_link
                         WHERE model_id = ? AND dataset_id = ? AND dataset_type = ? AND model_version_id IS NOT DISTINCT FROM ?""", key),
                id -> ProblemException.duplicate(
                        "The model uses this dataset for %s already: link %d."
                                .formatted(command.datasetType().wire(), id),
                        id));
    }

    @Override
    public void depend(long dependencyId, OrganizationId organizationId, ModelCommand.AddDependency command) {
        jdbc().queryForList(
                        "SELECT pg_advisory_xact_lock(hashtextextended('dependencies', ?))", organizationId.value());
        var child = command.modelId();
        var parent = command.parentModelId();
        requireOwn("model", parent.value(), organizationId);
        requireVersionOf(parent, command.parentVersionId());
        requireNoCycle(child, parent);
        var key = new Object[] {
            child.value(),
            parent.value(),
            command.dependencyType().wire(),
            command.parentVersionId(),
            command.childVersionId()
        };
        claim(
                DEPENDENCIES.claim(dependencyId, organizationId.value(), key[0], key[1], key[2], key[3], key[4]),
                sql("""
                        SELECT dependency_id FROM event_store.dependency_edge
                         WHERE child_model_id = ? AND parent_model_id = ? AND dependency_type = ?
                           AND parent_version_id IS NOT DISTINCT FROM ? AND child_version_id IS NOT DISTINCT FROM ?""", key),
                id -> ProblemException.duplicate(
                        "The model has this dependency already: dependency %d.".formatted(id), id));
    }

    private void requireNoCycle(ModelId child, ModelId parent) {
        Boolean cycle = jdbc().queryForObject("""
                        WITH RECURSIVE ancestor (model_id) AS (
                            SELECT ?::bigint
                            UNION
                            SELECT e.parent_model_id FROM event_store.dependency_edge e JOIN ancestor a ON e.child_model_id = a.model_id)
                        SELECT EXISTS (SELECT FROM ancestor WHERE model_id = ?)""", Boolean.class, parent.value(), child.value());
        if (Boolean.TRUE.equals(cycle)) {
            throw new ProblemException(
                    ProblemType.CYCLE,
                    "Model %d comes from model %d already; the dependency would make a model its own ancestor."
                            .formatted(parent.value(), child.value()));
        }
    }

    private void requireOwn(String kind, long id, OrganizationId organizationId) {
        Integer own = jdbc().queryForObject(
                        "SELECT count(*) FROM event_store.%1$s WHERE %1$s_id = ? AND organization_id = ?"
                                .formatted(kind),
                        Integer.class,
                        id,
                        organizationId.value());
        if (own == null || own == 0) {
            throw ProblemException.notFound(kind, id);
        }
    }

    private void requireVersionOf(ModelId model, @org.jspecify.annotations.Nullable Long versionId) {
        if (versionId == null) {
            return;
        }
        Integer own = jdbc().queryForObject(
                        "SELECT count(*) FROM event_store.model_version WHERE version_id = ? AND model_id = ?",
                        Integer.class,
                        versionId,
                        model.value());
        if (own == null || own == 0) {
            throw ProblemException.notFound("version", versionId);
        }
    }
}
