package org.aigovernancehub.command.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.aigovernancehub.command.proposal.Premises;
import org.aigovernancehub.command.proposal.Proposal;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Reads policies from the decision table, in the transaction of the command that they judge. Proposals are judged by those that bound when
 * somebody of this hub last read them, which are read again, under the lock, where the proposals are written.
 */
@Component
class JdbcPolicyBook implements PolicyBook, Premises<JdbcPolicyBook.Bound> {
    private static final int REMEMBERED = 1_000;

    private final JdbcTemplate jdbc;
    private final CommandStatistics statistics;
    private final Cache<Scope, List<BindingPolicy>> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    JdbcPolicyBook(@Qualifier("commandDataSource") DataSource dataSource, CommandStatistics statistics) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.statistics = statistics;
    }

    @Override
    public List<PolicyEvaluation> judge(OrganizationId organizationId, Environment environment, Facts facts) {
        var scope = new Scope(organizationId.value(), environment.wire());
        var evaluations =
                policies(scope).stream().map(policy -> policy.evaluate(facts)).toList();
        Proposal.onceWritten(() -> statistics.evaluated(evaluations));
        return evaluations;
    }

    private List<BindingPolicy> policies(Scope scope) {
        var proposal = Proposal.current();
        var known = proposal == null ? null : remembered.getIfPresent(scope);
        if (proposal != null && known != null) {
            proposal.restsOn(this, new Bound(scope, known));
            return known;
        }
        PolicyLock.shared(jdbc);
        var read = read(jdbc, List.of(scope)).getOrDefault(scope, List.of());
        remembered.put(scope, read);
        return read;
    }

    /** Locks, so that what is found to bind binds until the proposals that rest on it are committed. */
    @Override
    public Set<Bound> holding(JdbcTemplate transaction, Set<Bound> premises) {
        PolicyLock.shared(transaction);
        var scopes = premises.stream().map(Bound::scope).distinct().toList();
        var binding = read(transaction, scopes);
        return premises.stream()
                .filter(bound -> binding.getOrDefault(bound.scope(), List.of()).equals(bound.policies()))
                .collect(Collectors.toSet());
    }

    @Override
    public boolean mayWait() {
        return true;
    }

    @Override
    public void forget(Bound broken) {
        remembered.invalidate(broken.scope());
    }

    /** Returns the active policies that cover models of a scope, by id; nothing for a scope that has none. */
    private static Map<Scope, List<BindingPolicy>> read(JdbcTemplate jdbc, List<Scope> scopes) {
        var binding = new HashMap<Scope, List<BindingPolicy>>();
        jdbc.query(
                """
                SELECT s.organization_id, s.environment, p.policy_id, p.name, p.version, p.condition_type, p.mode
                  FROM unnest(?::bigint[], ?::text[]) AS s (organization_id, environment)
                  JOIN event_store.policy p
                    ON p.is_active
                   AND (p.scope = 'global' OR p.organization_id = s.organization_id)
                   AND (p.environment IS NULL OR p.environment = s.environment)
                 ORDER BY p.policy_id""",
                row -> {
                    binding.computeIfAbsent(
                                    new Scope(row.getLong("organization_id"), row.getString("environment")),
                                    _ -> new ArrayList<>())
                            .add(policy(row));
                },
                scopes.stream().map(Scope::organization).toArray(Long[]::new),
                scopes.stream().map(Scope::environment).toArray(String[]::new));
        return binding;
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

    /** What policies cover. */
    private record Scope(long organization, String environment) {}

    /** Just these policies bind models of a scope. */
    record Bound(Scope scope, List<BindingPolicy> policies) {}
}
