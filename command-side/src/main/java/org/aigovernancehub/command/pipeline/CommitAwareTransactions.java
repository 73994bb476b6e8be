package org.aigovernancehub.command.pipeline;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** Spring's transactions for Axon, which tell a failure of COMMIT itself from all others: only there the outcome is unknown. */
public final class CommitAwareTransactions implements TransactionManager {
    private final PlatformTransactionManager transactions;

    public CommitAwareTransactions(PlatformTransactionManager transactions) {
        this.transactions = transactions;
    }

    @Override
    public Transaction startTransaction() {
        var status = transactions.getTransaction(new DefaultTransactionDefinition());
        return new Transaction() {
            @Override
            public void commit() {
                if (status.isCompleted()) {
                    return;
                }
                try {
                    transactions.commit(status);
                } catch (RuntimeException | Error e) {
                    throw new CommitFailed(e);
                }
            }

            @Override
            public void rollback() {
                if (!status.isCompleted()) {
                    transactions.rollback(status);
                }
            }
        };
    }

    /** COMMIT was sent and not confirmed. */
    static final class CommitFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CommitFailed(Throwable cause) {
            super("COMMIT was not confirmed", cause);
        }
    }
}
