package org.aigovernancehub.command.registry;

import java.util.List;
import javax.sql.DataSource;
import org.aigovernancehub.api.Wire;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.policy.PolicyId;
import org.aigovernancehub.api.policy.PolicyScope;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.registry.Environment;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which models a policy covers, of those that the caller may see. From the decision tables, which are never behind. */
@Component
class PolicyCoverage {
    private static final int COUNTED = 10_000;

    private final JdbcTemplate jdbc;

    PolicyCoverage(@Qualifier("commandDataSource") DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** A model that is covered. */
    record Covered(long modelId, String name, long organizationId, Environment environment) {}

    /**
     * What a policy covers.
     *
     * @param organizationId null for every organisation
     * @param environment null for every one
     */
    record Extent(@Nullable Long organizationId, @Nullable String environment) {}

    /** Finds what a policy covers, or throws {@code not-found}: others' policies look absent, global ones are for everybody. */
    Extent of(PolicyId policyId, Caller caller) {
        return jdbc
                .query(
                        "SELECT organization_id, environment, scope FROM event_store.policy WHERE policy_id = ?",
                        (row, _) -> {
                            var owner = row.getObject("organization_id", Long.class);
                            boolean global = Wire.of(PolicyScope.class, row.getString("scope")) == PolicyScope.GLOBAL;
                            if (!global && !caller.sees(owner == null ? null : new OrganizationId(owner))) {
                                throw ProblemException.notFound(policyId);
                            }
                            return new Extent(global ? caller.tenant() : owner, row.getString("environment"));
                        },
                        policyId.value())
                .stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound(policyId));
    }

    /** Lists covered models beyond one, in the order of ids. */
    List<Covered> after(long modelId, Extent extent, int limit) {
        return jdbc.query(
                """
                SELECT model_id, name, organization_id, environment FROM event_store.model
                 WHERE model_id > ? AND (?::bigint IS NULL OR organization_id = ?) AND (?::text IS NULL OR environment = ?)
                 ORDER BY model_id LIMIT ?""",
                (row, _) -> new Covered(
                        row.getLong("model_id"),
                        row.getString("name"),
                        row.getLong("organization_id"),
                        Wire.of(Environment.class, row.getString("environment"))),
                modelId,
                extent.organizationId(),
                extent.organizationId(),
                extent.environment(),
                extent.environment(),
                limit);
    }

    /** Counts covered models; exact to 10,000, then {@code 10000+}. */
    String total(Extent extent) {
        Long count = jdbc.queryForObject(
                """
                SELECT count(*) FROM (
                    SELECT FROM event_store.model
                     WHERE (?::bigint IS NULL OR organization_id = ?) AND (?::text IS NULL OR environment = ?) LIMIT ?) counted""",
                Long.class,
                extent.organizationId(),
                extent.organizationId(),
                extent.environment(),
                extent.environment(),
                COUNTED + 1);
        return count != null && count > COUNTED ? COUNTED + "+" : String.valueOf(count);
    }
}
