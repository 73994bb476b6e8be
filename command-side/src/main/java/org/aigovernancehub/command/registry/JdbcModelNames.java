package org.aigovernancehub.command.registry;

import javax.sql.DataSource;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.api.registry.ModelId;
import org.aigovernancehub.command.pipeline.DecisionTable;
import org.aigovernancehub.command.proposal.Claim;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

@Component
class JdbcModelNames extends DecisionTable implements ModelNames {
    private static final Claim.Table NAMES = new Claim.Table(
            "event_store.model", "ON CONSTRAINT model_name_key", "model_id, organization_id, environment, name");

    JdbcModelNames(@Qualifier("commandDataSource") DataSource dataSource) {
        super(dataSource);
    }

    @Override
    public void claim(ModelId modelId, OrganizationId organizationId, Environment environment, String name) {
        claim(
                NAMES.claim(modelId.value(), organizationId.value(), environment.wire(), name),
                holder(organizationId, environment, name),
                id -> duplicate(environment, name, id));
    }

    @Override
    public void rename(ModelId modelId, OrganizationId organizationId, Environment environment, String name) {
        var holder = holder(organizationId, environment, name);
        var taken = jdbc().queryForList(holder.text(), Long.class, holder.arguments());
        if (!taken.isEmpty()) {
            throw duplicate(environment, name, taken.getFirst());
        }
        jdbc().update("UPDATE event_store.model SET name = ? WHERE model_id = ?", name, modelId.value());
    }

    private static Sql holder(OrganizationId organizationId, Environment environment, String name) {
        return sql(
                "SELECT model_id FROM event_store.model WHERE organization_id = ? AND environment = ? AND name = ?",
                organizationId.value(),
                environment.wire(),
                name);
    }

    private static ProblemException duplicate(Environment environment, String name, long id) {
        return ProblemException.duplicate(
                "The organisation has a model named '%s' in %s already: model %d."
                        .formatted(name, environment.wire(), id),
                id);
    }
}
