package org.aigovernancehub.command.registry;

import java.util.Optional;
import javax.sql.DataSource;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.registry.ModelId;
import org.aigovernancehub.command.pipeline.DecisionTable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

@Component
class JdbcVersions extends DecisionTable implements Versions {

    JdbcVersions(@Qualifier("commandDataSource") DataSource dataSource) {
        super(dataSource);
    }

    @Override
    public void claim(long versionId, ModelId modelId, String versionTag) {
        claim(
                sql("""
                        INSERT INTO event_store.model_version (version_id, model_id, version_tag) VALUES (?, ?, ?)
                        ON CONFLICT ON CONSTRAINT model_version_tag_key DO NOTHING""", versionId, modelId.value(), versionTag),
                sql(
                        "SELECT version_id FROM event_store.model_version WHERE model_id = ? AND version_tag = ?",
                        modelId.value(),
                        versionTag),
                id -> ProblemException.duplicate(
                        "The model has a version tagged '%s' already: version %d.".formatted(versionTag, id), id));
    }

    @Override
    public Optional<ModelId> modelOf(long versionId) {
        return jdbc()
                .query(
                        "SELECT model_id FROM event_store.model_version WHERE version_id = ?",
                        (row, _) -> new ModelId(row.getLong(1)),
                        versionId)
                .stream()
                .findFirst();
    }
}
