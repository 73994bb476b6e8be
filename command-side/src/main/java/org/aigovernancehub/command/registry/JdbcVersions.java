package org.aigovernancehub.command.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.registry.ModelId;
import org.aigovernancehub.command.pipeline.DecisionTable;
import org.aigovernancehub.command.proposal.Claim;
import org.aigovernancehub.command.proposal.Premises;
import org.aigovernancehub.command.proposal.Proposal;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class JdbcVersions extends DecisionTable implements Versions, Premises<JdbcVersions.Owned> {
    private static final Claim.Table TAGS = new Claim.Table(
            "event_store.model_version", "ON CONSTRAINT model_version_tag_key", "version_id, model_id, version_tag");
    private static final int REMEMBERED = 10_000;

    /** Whose the versions are that were asked for lately. */
    private final Cache<Long, ModelId> models =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    JdbcVersions(@Qualifier("commandDataSource") DataSource dataSource) {
        super(dataSource);
    }

    @Override
    public void claim(long versionId, ModelId modelId, String versionTag) {
        claim(
                TAGS.claim(versionId, modelId.value(), versionTag),
                sql(
                        "SELECT version_id FROM event_store.model_version WHERE model_id = ? AND version_tag = ?",
                        modelId.value(),
                        versionTag),
                id -> ProblemException.duplicate(
                        "The model has a version tagged '%s' already: version %d.".formatted(versionTag, id), id));
    }

    @Override
    public Optional<ModelId> modelOf(long versionId) {
        var proposal = Proposal.current();
        var known = proposal == null ? null : models.getIfPresent(versionId);
        if (proposal != null && known != null) {
            proposal.restsOn(this, new Owned(versionId, known));
            return Optional.of(known);
        }
        var found = jdbc()
                .query(
                        "SELECT model_id FROM event_store.model_version WHERE version_id = ?",
                        (row, _) -> new ModelId(row.getLong(1)),
                        versionId)
                .stream()
                .findFirst();
        found.ifPresent(model -> models.put(versionId, model));
        return found;
    }

    @Override
    public Set<Owned> holding(JdbcTemplate jdbc, Set<Owned> premises) {
        return Set.copyOf(jdbc.query(
                "SELECT version_id, model_id FROM event_store.model_version WHERE version_id = ANY (?)",
                (row, _) -> new Owned(row.getLong(1), new ModelId(row.getLong(2))),
                (Object) premises.stream().map(Owned::versionId).toArray(Long[]::new)));
    }

    @Override
    public void forget(Owned broken) {
        models.invalidate(broken.versionId());
    }

    /** A version is one of this model's. */
    record Owned(long versionId, ModelId modelId) {}
}
