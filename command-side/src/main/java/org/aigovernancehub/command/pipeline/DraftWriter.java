package org.aigovernancehub.command.pipeline;

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
import org.aigovernancehub.command.draft.Claim;
import org.aigovernancehub.command.draft.Draft;
import org.aigovernancehub.command.draft.Premises;
import org.aigovernancehub.command.eventstore.PostgresEventStorageEngine;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes drafts, those that come at the time in one transaction: takes keys, looks whether what they rest on is so, claims, appends, keeps
 * answers, commits. Each of these leaves out drafts that cannot be written as they are, before anything of them is. Whatever else goes
 * wrong undoes the transaction, and with it all of them.
 */
final class DraftWriter {
    private final JdbcTemplate jdbc;
    private final TransactionManager transactions;
    private final PostgresEventStorageEngine engine;
    private final BatchedCall<Finished, Optional<Long>> writes = new BatchedCall<>(_ -> this, this::write);

    /**
     * @param jdbc writes by connections of its own: those who wait for a draft's aggregate may have all the others
     * @param transactions of the same connections
     */
    DraftWriter(JdbcTemplate jdbc, TransactionManager transactions, PostgresEventStorageEngine engine) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.engine = engine;
    }

    /** A draft of a call, with the answer that it is to have; each is another one, whatever is in it. */
    static final class Finished {
        private final CommandCall call;
        private final Draft draft;
        private final KeptAnswer answer;

        Finished(CommandCall call, Draft draft, KeptAnswer answer) {
            this.call = call;
            this.draft = draft;
            this.answer = answer;
        }

        Draft draft() {
            return draft;
        }
    }

    /** Writes a draft and returns the index of its last event; empty if it cannot be written as it is, and the call has to decide anew. */
    Optional<Long> write(Finished finished) {
        return writes.of(finished);
    }

    /** The same of several, in their order. */
    List<Optional<Long>> write(List<Finished> all) {
        var transaction = transactions.startTransaction();
        try {
            var drafts = new ArrayList<>(all);
            leaveOutUsedKeys(drafts);
            leaveOutBroken(drafts);
            leaveOutLosers(drafts);
            var indexes = append(drafts);
            keepAnswers(drafts, indexes);
            transaction.commit();
            return all.stream()
                    .map(draft -> Optional.ofNullable(indexes.get(draft)))
                    .toList();
        } catch (RuntimeException | Error e) {
            try {
                transaction.rollback();
            } catch (RuntimeException secondary) {
                e.addSuppressed(secondary);
            }
            throw e;
        }
    }

    private void leaveOutUsedKeys(List<Finished> drafts) {
        var keyed = drafts.stream()
                .map(draft -> draft.call)
                .filter(call -> call.idempotencyKey() != null)
                .toList();
        if (!keyed.isEmpty()) {
            var free = IdempotencyKeys.takeFree(jdbc, keyed);
            drafts.removeIf(draft -> draft.call.idempotencyKey() != null && !free.contains(draft.call));
        }
    }

    private void leaveOutBroken(List<Finished> drafts) {
        var byKind = new HashMap<Premises<?>, Set<Object>>();
        for (var finished : drafts) {
            finished.draft
                    .premises()
                    .forEach((kind, premises) ->
                            byKind.computeIfAbsent(kind, _ -> new HashSet<>()).addAll(premises));
        }
        byKind.forEach((kind, premises) -> {
            var broken = broken(kind, premises);
            drafts.removeIf(finished -> finished.draft.restsOnAny(kind, broken));
        });
    }

    @SuppressWarnings("unchecked") // a draft has only premises of a kind under it
    private <P> Set<P> broken(Premises<P> kind, Set<Object> premises) {
        return kind.broken(jdbc, (Set<P>) premises);
    }

    private void leaveOutLosers(List<Finished> drafts) {
        // Always in the same order: two who insert the same rows in another one would wait for each other.
        var byTable = new TreeMap<String, List<Claim>>();
        for (var finished : drafts) {
            var claim = finished.draft.claim();
            if (claim != null) {
                byTable.computeIfAbsent(claim.table().name(), _ -> new ArrayList<>())
                        .add(claim);
            }
        }
        byTable.values().forEach(claims -> {
            claims.sort(Comparator.comparing(
                    claim -> claim.values().subList(1, claim.values().size()).toString()));
            var won = new HashSet<>(jdbc.queryForList(
                    claims.getFirst().table().insert(claims.size()),
                    Long.class,
                    claims.stream().flatMap(claim -> claim.values().stream()).toArray()));
            var lost =
                    claims.stream().filter(claim -> !won.contains(claim.id())).toList();
            drafts.removeIf(finished -> lost.stream().anyMatch(claim -> claim == finished.draft.claim()));
        });
    }

    /** Appends the events of all, and returns the index of each one's last. */
    private Map<Finished, Long> append(List<Finished> drafts) {
        drafts.sort(Comparator.comparing(finished -> finished.draft.firstStream()));
        var events = drafts.stream()
                .<DomainEventMessage<?>>flatMap(finished -> finished.draft.events().stream())
                .toList();
        var last = new IdentityHashMap<Finished, Long>();
        if (events.isEmpty()) {
            return last;
        }
        var indexes = engine.append(jdbc, events);
        int end = 0;
        for (var finished : drafts) {
            end += finished.draft.events().size();
            last.put(finished, indexes.get(end - 1));
        }
        return last;
    }

    private void keepAnswers(List<Finished> drafts, Map<Finished, Long> indexes) {
        var answers = new IdentityHashMap<CommandCall, KeptAnswer>();
        for (var finished : drafts) {
            if (finished.call.idempotencyKey() != null) {
                answers.put(finished.call, finished.answer.reflecting(indexes.get(finished)));
            }
        }
        if (!answers.isEmpty()) {
            IdempotencyKeys.keep(jdbc, answers);
        }
    }
}
