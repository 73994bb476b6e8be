package org.aigovernancehub.command.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.aigovernancehub.api.Wire;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.policy.ConditionType;
import org.aigovernancehub.api.policy.Facts;
import org.aigovernancehub.api.policy.PolicyEvaluation;
import org.aigovernancehub.api.policy.PolicyId;
import org.aigovernancehub.api.policy.PolicyMode;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.command.pipeline.CommandStatistics;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads policies from the decision table, in the transaction of the command that they judge. */
@Component
class JdbcPolicyBook implements PolicyBook {
    private final JdbcTemplate jdbc;
    private final CommandStatistics statistics;

    JdbcPolicyBook(@Qualifier("commandDataSource") DataSource dataSource, CommandStatistics statistics) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.statistics = statistics;
    }

    @Override
    public List<PolicyEvaluation> judge(OrganizationId organizationId, Environment environment, Facts facts) {
        PolicyLock.shared(jdbc);
        var evaluations =
                jdbc.query("""
                SELECT policy_id, name, version, condition_type, mode
                  FROM event_store.policy
                 WHERE is_active
                   AND (scope = 'global' OR organization_id = ?)
                   AND (environment IS NULL OR environment = ?)
                 ORDER BY policy_id""", (row, _) -> policy(row).evaluate(facts), organizationId.value(), environment.wire());
        statistics.evaluated(evaluations);
        return evaluations;
    }

    @Override
    public PolicyEvaluation judge(PolicyId policyId, Facts facts) {
        return jdbc
                .query(
                        "SELECT policy_id, name, version, condition_type, mode FROM event_store.policy WHERE policy_id = ?",
                        (row, _) -> policy(row).evaluate(facts),
                        policyId.value())
                .stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound(policyId));
    }

    private static BindingPolicy policy(ResultSet row) throws SQLException {
        return new BindingPolicy(
                new PolicyId(row.getLong("policy_id")),
                row.getString("name"),
                row.getLong("version"),
                Wire.of(ConditionType.class, row.getString("condition_type")),
                Wire.of(PolicyMode.class, row.getString("mode")));
    }
}
