package org.aigovernancehub.command.organization;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Set;
import javax.sql.DataSource;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.organization.OrganizationView;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.command.pipeline.DecisionTable;
import org.aigovernancehub.command.proposal.Claim;
import org.aigovernancehub.command.proposal.Premises;
import org.aigovernancehub.command.proposal.Proposal;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class JdbcOrganizations extends DecisionTable implements OrganizationRegister, Tenants, Premises<OrganizationId> {
    private static final Claim.Table ORGANIZATIONS =
            new Claim.Table("event_store.organization", "(name)", "organization_id, name, is_active");
    private static final int REMEMBERED = 10_000;

    /** Those that were active when they were last looked at. */
    private final Cache<OrganizationId, Boolean> active =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    JdbcOrganizations(@Qualifier("commandDataSource") DataSource dataSource) {
        super(dataSource);
    }

    @Override
    public void requireActive(OrganizationId id) {
        var proposal = Proposal.current();
        if (proposal != null && active.getIfPresent(id) != null) {
            proposal.restsOn(this, id);
            return;
        }
        var found = jdbc().queryForList(
                        "SELECT is_active FROM event_store.organization WHERE organization_id = ?",
                        Boolean.class,
                        id.value());
        if (found.isEmpty()) {
            throw ProblemException.notFound(id);
        }
        if (!found.getFirst()) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "The organisation is inactive and takes no writes; a platform administrator can activate it.");
        }
        active.put(id, true);
    }

    @Override
    public Set<OrganizationId> holding(JdbcTemplate jdbc, Set<OrganizationId> premises) {
        return Set.copyOf(jdbc.query(
                "SELECT organization_id FROM event_store.organization WHERE organization_id = ANY (?) AND is_active",
                (row, _) -> new OrganizationId(row.getLong(1)),
                (Object) premises.stream().map(OrganizationId::value).toArray(Long[]::new)));
    }

    @Override
    public void forget(OrganizationId broken) {
        active.invalidate(broken);
    }

    @Override
    public void add(long organizationId, String name, boolean active) {
        claim(ORGANIZATIONS.claim(organizationId, name, active), holder(name), id -> duplicate(name, id));
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
