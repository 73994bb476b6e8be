package org.aigovernancehub.command.policy;

import javax.sql.DataSource;
import org.aigovernancehub.api.policy.PolicyCommand;
import org.aigovernancehub.api.policy.PolicyView;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.command.pipeline.DecisionTable;
import org.aigovernancehub.command.proposal.Claim;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

@Component
class JdbcPolicyRegister extends DecisionTable implements PolicyRegister {
    private static final Claim.Table POLICIES = new Claim.Table(
            "event_store.policy",
            "ON CONSTRAINT policy_name_key",
            "policy_id, organization_id, environment, scope, condition_type, name, mode, is_active, version");

    JdbcPolicyRegister(@Qualifier("commandDataSource") DataSource dataSource) {
        super(dataSource);
    }

    @Override
    public void lock() {
        PolicyLock.exclusive(jdbc());
    }

    @Override
    public void add(PolicyCommand.CreatePolicy command) {
        var owner = command.organizationId() == null
                ? null
                : command.organizationId().value();
        var name = command.terms().name();
        claim(
                POLICIES.claim(
                        command.policyId().value(),
                        owner,
                        command.environment() == null
                                ? null
                                : command.environment().wire(),
                        command.scope().wire(),
                        command.conditionType().wire(),
                        name,
                        command.terms().mode().wire(),
                        command.active(),
                        1L),
                holder(owner, name),
                id -> duplicate(name, id));
    }

    @Override
    public void change(PolicyView before, PolicyView after) {
        var name = after.terms().name();
        if (!name.equals(before.terms().name())) {
            // Changes of policies go one after the other, so what this reads is the truth.
            var holder = holder(after.organizationId(), name);
            var taken = jdbc().queryForList(holder.text(), Long.class, holder.arguments());
            if (!taken.isEmpty()) {
                throw duplicate(name, taken.getFirst());
            }
        }
        jdbc().update(
                        "UPDATE event_store.policy SET name = ?, mode = ?, is_active = ?, version = ? WHERE policy_id = ?",
                        name,
                        after.terms().mode().wire(),
                        after.active(),
                        after.version(),
                        after.id());
    }

    private static Sql holder(@Nullable Long owner, String name) {
        return sql(
                "SELECT policy_id FROM event_store.policy WHERE organization_id IS NOT DISTINCT FROM ? AND name = ?",
                owner,
                name);
    }

    private static ProblemException duplicate(String name, long id) {
        return ProblemException.duplicateName(
                "There is a policy named '%s' already: policy %d.".formatted(name, id), id);
    }
}
