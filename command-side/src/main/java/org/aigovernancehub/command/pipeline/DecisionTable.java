package org.aigovernancehub.command.pipeline;

import java.util.function.LongFunction;
import javax.sql.DataSource;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.command.proposal.Claim;
import org.aigovernancehub.command.proposal.Proposal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What implementations of ports over decision tables share. A taken name must not abort the transaction, as a unique violation would: who
 * lost asks who has won.
 */
public abstract class DecisionTable {
    private final JdbcTemplate jdbc;

    protected DecisionTable(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    protected JdbcTemplate jdbc() {
        return jdbc;
    }

    /**
     * Inserts a row, or throws who has its place. In a proposal, that is found out when it is written, and decided anew.
     *
     * @param winner finds the id of the row that was there first
     */
    protected void claim(Claim claim, Sql winner, LongFunction<ProblemException> duplicate) {
        var proposal = Proposal.current();
        if (proposal != null) {
            proposal.claim(claim);
        } else if (jdbc.queryForList(
                        claim.table().insert(1), Long.class, claim.values().toArray())
                .isEmpty()) {
            Long id = jdbc.queryForObject(winner.text(), Long.class, winner.arguments());
            throw duplicate.apply(id == null ? 0 : id);
        }
    }

    protected static Sql sql(String text, @Nullable Object... arguments) {
        return new Sql(text, arguments);
    }

    /** A statement with its arguments. */
    protected record Sql(String text, @Nullable Object[] arguments) {}
}
