package org.aigovernancehub.command.pipeline;

import java.util.ArrayList;
import java.util.Collections;
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
import org.aigovernancehub.command.eventstore.NumberedCommit;
import org.aigovernancehub.command.eventstore.PostgresEventStorageEngine;
import org.aigovernancehub.command.pipeline.CommitAwareTransactions.CommitFailed;
import org.aigovernancehub.command.proposal.Claim;
import org.aigovernancehub.command.proposal.DatabaseFailure;
import org.aigovernancehub.command.proposal.NeedsTransaction;
import org.aigovernancehub.command.proposal.Premises;
import org.aigovernancehub.command.proposal.Proposal;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes proposals, those that come at the time in one transaction: takes keys, looks whether what they rest on is so, claims, appends, keeps
 * answers, commits. Each of these leaves out proposals that cannot be written as they are, before anything of them is. Whatever else goes
 * wrong before the commit undoes the transaction, and with it all of them.
 */
final class ProposalWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ProposalWriter.class);

    private final JdbcTemplate jdbc;
    private final IdempotencyKeys keys;
    private final TransactionManager transactions;
    private final PostgresEventStorageEngine engine;
    private final NumberedCommit commit;
    private final BatchedCall<Finished, Optional<Written>> writes = new BatchedCall<>(_ -> this, this::write);

    /**
     * @param jdbc writes by connections of its own: those who wait for a proposal's aggregate may have all the others
     * @param transactions of the same connections
     */
    ProposalWriter(
            JdbcTemplate jdbc,
            TransactionManager transactions,
            PostgresEventStorageEngine engine,
            NumberedCommit commit) {
        this.jdbc = jdbc;
        this.keys = new IdempotencyKeys(jdbc);
        this.transactions = transactions;
        this.engine = engine;
        this.commit = commit;
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

    /**
     * What has become of a proposal.
     *
     * @param index of its last event
     * @param position of that event; null if it has to be waited for
     * @param unconfirmed why nobody knows whether it has been committed; null if it has
     */
    record Written(
            long index, @Nullable Long position, @Nullable CommitFailed unconfirmed) {}

    /**
     * Writes a proposal; empty if it cannot be written as it is, and the call has to decide anew.
     *
     * @throws NeedsTransaction if those of the time failed with what may be the fault of one of them
     * @throws CommitFailed if nobody knows whether it has been committed
     * @throws RuntimeException if the database is away, and has been waited for
     */
    Optional<Written> write(Finished finished) {
        var written = writes.of(finished);
        if (written.isPresent() && written.get().unconfirmed() != null) {
            throw written.get().unconfirmed();
        }
        return written;
    }

    /** The same of several, in their order. */
    List<Optional<Written>> write(List<Finished> all) {
        long began = System.nanoTime();
        try {
            var transaction = transactions.startTransaction();
            return committed(transaction, all, prepared(transaction, all));
        } catch (RuntimeException e) {
            LOG.warn("{} commands cannot be written together: {}", all.size(), e.toString());
            throw NeedsTransaction.after(e, began);
        }
    }

    /** Does all but commit, and returns the index of the last event of each that can be written. */
    private Map<Finished, Long> prepared(Transaction transaction, List<Finished> all) {
        try {
            var proposals = new ArrayList<>(all);
            leaveOutUsedKeys(proposals);
            leaveOutBroken(proposals);
            leaveOutLosers(proposals);
            var indexes = append(proposals);
            keepAnswers(proposals, indexes);
            return indexes;
        } catch (RuntimeException e) {
            rollBack(transaction, e);
            throw e;
        } catch (Error e) {
            rollBack(transaction, e);
            // It is told to the one whose fault it is, when that decides anew.
            throw new NeedsTransaction("an error of one of them", e);
        }
    }

    /**
     * Commits what was appended. What goes wrong here without PostgreSQL saying that it refuses may have been committed, and nothing but that
     * refusal leaves: who decided anew after anything else would do it twice.
     */
    private List<Optional<Written>> committed(
            Transaction transaction, List<Finished> all, Map<Finished, Long> indexes) {
        if (indexes.isEmpty()) {
            transaction.rollback();
            return Collections.nCopies(all.size(), Optional.empty());
        }
        Map<Long, Long> positions = Map.of();
        CommitFailed unconfirmed = null;
        try {
            positions = commit.of(jdbc, indexes.values());
            transaction.commit();
        } catch (RuntimeException | Error e) {
            rollBack(transaction, e);
            if (DatabaseFailure.isRefusal(e)) {
                throw e;
            }
            LOG.warn("Nobody knows whether {} commands have been committed", indexes.size(), e);
            unconfirmed = new CommitFailed(e);
        }
        var written = new ArrayList<Optional<Written>>(all.size());
        for (var finished : all) {
            var index = indexes.get(finished);
            written.add(
                    index == null
                            ? Optional.empty()
                            : Optional.of(new Written(index, positions.get(index), unconfirmed)));
        }
        return written;
    }

    private static void rollBack(Transaction transaction, Throwable reason) {
        try {
            transaction.rollback();
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
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
        var kinds = new ArrayList<>(byKind.entrySet());
        kinds.sort(Comparator.comparing(entry -> !entry.getKey().mayWait()));
        for (var entry : kinds) {
            var kind = entry.getKey();
            var broken = broken(kind, entry.getValue());
            proposals.removeIf(finished -> finished.proposal.restsOnAny(kind, broken));
        }
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
