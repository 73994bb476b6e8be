package org.aigovernancehub.command.proposal;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections for all that decides, but for proposals: what a proposal did by such a connection would be committed at once, whatever becomes of
 * the proposal. A thread that has a transaction has its connection already, and asks for none.
 */
public final class GuardedDataSource extends DelegatingDataSource implements AutoCloseable {

    public GuardedDataSource(DataSource source) {
        super(source);
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (Proposal.current() != null) {
            throw new NeedsTransaction("it asks the database");
        }
        return super.getConnection();
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLException("connections are of the hub's user");
    }

    /** Closes the pool behind it. */
    @Override
    public void close() throws Exception {
        if (getTargetDataSource() instanceof AutoCloseable pool) {
            pool.close();
        }
    }
}
