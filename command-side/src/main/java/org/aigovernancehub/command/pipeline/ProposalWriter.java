package org.aigovernancehub.command.pipeline;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.aigovernancehub.api.concurrent.BatchedCall;
import org.aigovernancehub.command.eventstore.PostgresEventStorageEngine;
import org.aigovernancehub.command.proposal.Claim;
import org.aigovernancehub.command.proposal.NeedsTransaction;
import org.aigovernancehub.command.proposal.Premises;
import org.aigovernancehub.command.proposal.Proposal;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes proposals, those that come at the time in one transaction: takes keys, looks whether what they rest on is so, claims, appends, keeps
 * answers, commits. Each of these leaves out proposals that cannot be written as they are, before anything of them is. Whatever else goes
 * wrong undoes the transaction, and with it all of them.
 */
final class ProposalWriter {
    /** Somebody else had a lock for longer than all can wait; by itself each waits for those only that it needs. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final JdbcTemplate jdbc;
    private final IdempotencyKeys keys;
    private final TransactionManager transactions;
    private final PostgresEventStorageEngine engine;
    private final BatchedCall<Finished, Optional<Long>> writes = new BatchedCall<>(_ -> this, this::write);

    /**
     * @param jdbc writes by connections of its own: those who wait for a proposal's aggregate may have all the others
     * @param transactions of the same connections
     */
    ProposalWriter(JdbcTemplate jdbc, TransactionManager transactions, PostgresEventStorageEngine engine) {
        this.jdbc = jdbc;
        this.keys = new IdempotencyKeys(jdbc);
        this.transactions = transactions;
        this.engine = engine;
    }

    /** A proposal of a call, with the answer that it is to have; each is another one, whatever is in it. */
    static final class Finished {
        private final CommandCall call;
        private final Proposal proposal;
        private final KeptAnswer answer;

        Finished(CommandCall call, Proposal proposal, KeptAnswer answer) {
            this.call = call;
            this.proposal = proposal;
            this.answer = answer;
        }

        Proposal proposal() {
            return proposal;
        }
    }

    /** Writes a proposal and returns the index of its last event; empty if it cannot be written as it is, and the call has to decide anew. */
    Optional<Long> write(Finished finished) {
        return writes.of(finished);
    }

    /**
     * The same of several, in their order.
     *
     * @throws NeedsTransaction if they failed with what may be the fault of one of them
     * @throws RuntimeException what the database failed with that had been waited for, or that the outcome is unknown
     */
    List<Optional<Long>> write(List<Finished> all) {
        long began = System.nanoTime();
        try {
            return inTransaction(all);
        } catch (CommitAwareTransactions.CommitFailed e) {
            throw e;
        } catch (RuntimeException | Error e) {
            throw waitedForALock(e)
                    ? new NeedsTransaction("somebody has a lock", e)
                    : NeedsTransaction.unlessWaitedFor(e, began);
        }
    }

    private static boolean waitedForALock(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e && LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private List<Optional<Long>> inTransaction(List<Finished> all) {
        var transaction = transactions.startTransaction();
        try {
            var proposals = new ArrayList<>(all);
            leaveOutUsedKeys(proposals);
            leaveOutBroken(proposals);
            leaveOutLosers(proposals);
            var indexes = append(proposals);
            keepAnswers(proposals, indexes);
            // Nothing that could fail comes after the commit: it would look as if nothing had been written.
            var written = all.stream()
                    .map(proposal -> Optional.ofNullable(indexes.get(proposal)))
                    .toList();
            transaction.commit();
            return written;
        } catch (RuntimeException | Error e) {
            try {
                transaction.rollback();
            } catch (RuntimeException secondary) {
                e.addSuppressed(secondary);
            }
            throw e;
        }
    }

    private void leaveOutUsedKeys(List<Finished> proposals) {
        var keyed = proposals.stream()
                .map(proposal -> proposal.call)
                .filter(call -> call.idempotencyKey() != null)
                .toList();
        if (!keyed.isEmpty()) {
            var free = keys.takeFree(keyed);
            proposals.removeIf(proposal -> proposal.call.idempotencyKey() != null && !free.contains(proposal.call));
        }
    }

    private void leaveOutBroken(List<Finished> proposals) {
        var byKind = new HashMap<Premises<?>, Set<Object>>();
        for (var finished : proposals) {
            finished.proposal
                    .premises()
                    .forEach((kind, premises) ->
                            byKind.computeIfAbsent(kind, _ -> new HashSet<>()).addAll(premises));
        }
        byKind.forEach((kind, premises) -> {
            var broken = broken(kind, premises);
            proposals.removeIf(finished -> finished.proposal.restsOnAny(kind, broken));
        });
    }

    @SuppressWarnings("unchecked") // a proposal has only premises of a kind under it
    private <P> Set<P> broken(Premises<P> kind, Set<Object> premises) {
        var broken = new HashSet<>((Set<P>) premises);
        broken.removeAll(kind.holding(jdbc, (Set<P>) premises));
        broken.forEach(kind::forget);
        return broken;
    }

    private void leaveOutLosers(List<Finished> proposals) {
        // Always in the same order: two who insert the same rows in another one would wait for each other.
        var byTable = new TreeMap<Claim.Table, List<Claim>>(Comparator.comparing(Claim.Table::name));
        for (var finished : proposals) {
            var claim = finished.proposal.claim();
            if (claim != null) {
                byTable.computeIfAbsent(claim.table(), _ -> new ArrayList<>()).add(claim);
            }
        }
        byTable.forEach((table, claims) -> {
            claims.sort(Comparator.comparing(
                    claim -> claim.values().subList(1, claim.values().size()).toString()));
            var won = jdbc.queryForList(
                    table.insert(claims.size()),
                    Long.class,
                    claims.stream().flatMap(claim -> claim.values().stream()).toArray());
            proposals.removeIf(finished -> finished.proposal.claim() instanceof Claim claim
                    && claim.table().equals(table)
                    && !won.contains(claim.id()));
        });
    }

    /** Appends the events of all, and returns the index of each one's last. */
    private Map<Finished, Long> append(List<Finished> proposals) {
        proposals.sort(Comparator.comparing(finished -> finished.proposal.firstStream()));
        var events = proposals.stream()
                .<DomainEventMessage<?>>flatMap(finished -> finished.proposal.events().stream())
                .toList();
        var last = new IdentityHashMap<Finished, Long>();
        if (events.isEmpty()) {
            return last;
        }
        var indexes = engine.append(jdbc, events);
        int end = 0;
        for (var finished : proposals) {
            end += finished.proposal.events().size();
            last.put(finished, indexes.get(end - 1));
        }
        return last;
    }

    private void keepAnswers(List<Finished> proposals, Map<Finished, Long> indexes) {
        var answers = new IdentityHashMap<CommandCall, KeptAnswer>();
        for (var finished : proposals) {
            if (finished.call.idempotencyKey() != null) {
                answers.put(finished.call, finished.answer.reflecting(indexes.get(finished)));
            }
        }
        if (!answers.isEmpty()) {
            keys.keep(answers);
        }
    }
}
