package org.aigovernancehub.command.organization;

import javax.sql.DataSource;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.organization.OrganizationView;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.command.pipeline.DecisionTable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

@Component
class JdbcOrganizations extends DecisionTable implements OrganizationRegister, Tenants {

    JdbcOrganizations(@Qualifier("commandDataSource") DataSource dataSource) {
        super(dataSource);
    }

    @Override
    public void requireActive(OrganizationId id) {
        var active = jdbc().queryForList(
                        "SELECT is_active FROM event_store.organization WHERE organization_id = ?",
                        Boolean.class,
                        id.value());
        if (active.isEmpty()) {
            throw ProblemException.notFound(id);
        }
        if (!active.getFirst()) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "The organisation is inactive and takes no writes; a platform administrator can activate it.");
        }
    }

    @Override
    public void add(long organizationId, String name, boolean active) {
        claim(sql("""
                        INSERT INTO event_store.organization (organization_id, name, is_active) VALUES (?, ?, ?)
                        ON CONFLICT (name) DO NOTHING""", organizationId, name, active), holder(name), id -> duplicate(name, id));
    }

    @Override
    public void change(OrganizationView before, String name, boolean active) {
        if (!name.equals(before.name())) {
            var taken = jdbc().queryForList(holder(name).text(), Long.class, name);
            if (!taken.isEmpty()) {
                throw duplicate(name, taken.getFirst());
            }
        }
        jdbc().update(
                        "UPDATE event_store.organization SET name = ?, is_active = ? WHERE organization_id = ?",
                        name,
                        active,
                        before.id());
    }

    private static Sql holder(String name) {
        return sql("SELECT organization_id FROM event_store.organization WHERE name = ?", name);
    }

    private static ProblemException duplicate(String name, long id) {
        return ProblemException.duplicateName(
                "There is an organisation named '%s' already: organisation %d.".formatted(name, id), id);
    }
}
