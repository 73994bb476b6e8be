package org.aigovernancehub.command.pipeline;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.aigovernancehub.api.Command;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.command.eventstore.PostgresEventStorageEngine;
import org.aigovernancehub.command.eventstore.Sequencer;
import org.aigovernancehub.command.pipeline.CommandStatistics.Fate;
import org.aigovernancehub.command.proposal.NeedsTransaction;
import org.aigovernancehub.command.proposal.Proposal;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * The pipeline over one unit of work, in which locks on aggregates are held until all has committed. What a call decides is a proposal at
 * first, written in one transaction with others of the time. A call that a proposal cannot be made of, or whose proposal cannot be written, has a
 * unit of work with a transaction of its own.
 */
public final class TransactionalPipeline implements CommandPipeline {
    private static final Logger LOG = LoggerFactory.getLogger(TransactionalPipeline.class);
    private static final Duration RETRY_FOR = Duration.ofSeconds(2);

    private final Dispatch dispatch;
    private final TransactionManager transactions;
    private final IdempotencyKeys keys;
    private final ProposalWriter proposals;
    private final Sequencer sequencer;
    private final AnswerWriter writer;
    private final CommandStatistics statistics;

    TransactionalPipeline(
            Dispatch dispatch,
            TransactionManager transactions,
            IdempotencyKeys keys,
            ProposalWriter proposals,
            Sequencer sequencer,
            AnswerWriter writer,
            CommandStatistics statistics) {
        this.dispatch = dispatch;
        this.transactions = transactions;
        this.keys = keys;
        this.proposals = proposals;
        this.sequencer = sequencer;
        this.writer = writer;
        this.statistics = statistics;
    }

    @Override
    public ResponseEntity<byte[]> run(CommandCall call, Function<Dispatch, Answer> work) {
        long began = System.nanoTime();
        var sent = new AtomicReference<@Nullable Command>();
        try {
            return answered(untilNoConflict(call, direct -> work.apply(noting(direct, sent)), sent));
        } finally {
            var command = sent.get();
            if (command != null) {
                statistics.took(command, since(began));
            }
        }
    }

    /** Remembers what a call is about; a replayed answer is about nothing. */
    private static Dispatch noting(Dispatch dispatch, AtomicReference<@Nullable Command> sent) {
        return new Dispatch() {
            @Override
            public <R> R send(Command command, CommandContext context) {
                sent.compareAndSet(null, command);
                return dispatch.send(command, context);
            }
        };
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private ResponseEntity<byte[]> answered(Committed committed) {
        long waits = System.nanoTime();
        long position = committed.position() == null ? position(committed.answer()) : committed.position();
        statistics.numbered(since(waits));
        return committed.answer().response(position, committed.replayed());
    }

    /** An answer without an event of its own still reflects what was committed before it: that is numbered first. */
    private long position(KeptAnswer answer) {
        var index = answer.globalIndex();
        return index == null ? sequencer.highestPosition() : sequencer.positionOf(index);
    }

    private Committed untilNoConflict(
            CommandCall call, Function<Dispatch, Answer> work, AtomicReference<@Nullable Command> sent) {
        var ids = new DrawnIds();
        var proposed = proposed(call, work, ids, sent);
        if (proposed.isPresent()) {
            return proposed.get();
        }
        sent.set(null); // what was only proposed has not been sent
        long deadline = System.nanoTime() + RETRY_FOR.toNanos();
        for (int attempt = 1; ; attempt++) {
            try {
                return once(call, work, ids);
            } catch (ConcurrencyException | ConcurrencyFailureException | DuplicateKeyException e) {
                // A taken name is found by the next attempt, which sees who has it; that is no stale version.
                if (call.expectedVersion() != null && e instanceof ConcurrencyException) {
                    throw new ProblemException(
                            ProblemType.STALE_VERSION,
                            "The resource has changed since version %d. Read it again, then repeat the change."
                                    .formatted(call.expectedVersion()));
                }
                if (System.nanoTime() > deadline) {
                    throw new ProblemException(
                                    ProblemType.UNAVAILABLE,
                                    "Too many writers contend for this resource. Nothing was changed; repeat in a moment.")
                            .with("retry_after", 1);
                }
                backOff(attempt);
            }
        }
    }

    /**
     * Decides without a transaction, and writes that together with others. Empty if it has to be decided anew: whatever a proposal was refused
     * for may rest on what this hub remembers and is not so any more.
     */
    private Optional<Committed> proposed(
            CommandCall call, Function<Dispatch, Answer> work, DrawnIds ids, AtomicReference<@Nullable Command> sent) {
        var unitOfWork = DefaultUnitOfWork.startAndGet(null);
        ids.attachTo(unitOfWork);
        var proposal = Proposal.begin(unitOfWork);
        var committed = new AtomicReference<@Nullable Committed>();
        var result = unitOfWork.executeWithResult(
                () -> {
                    var answer = written(work.apply(dispatch), call);
                    // Events are appended to the proposal when the unit of work prepares its commit; this comes after.
                    unitOfWork.onPrepareCommit(_ -> {
                        proposal.close();
                        committed.set(write(call, proposal, answer));
                    });
                    return answer;
                },
                RollbackConfigurationType.ANY_THROWABLE);
        var done = committed.get();
        if (done != null) {
            if (result.isExceptional()) {
                LOG.warn("What follows a commit has failed; the change is made", result.exceptionResult());
            }
            statistics.proposed(Fate.WRITTEN);
            proposal.written();
            return Optional.of(done);
        }
        var failure = result.exceptionResult();
        // While it was decided, only ids were asked of the database.
        boolean isOfDatabase = !proposal.isOpen() || failure instanceof DataAccessException;
        if (isOfDatabase && !(failure instanceof NeedsTransaction)) {
            var told = translated(failure);
            statistics.proposed(Fate.FAILED);
            var command = sent.get();
            if (command != null) {
                statistics.failed(command, told);
            }
            throw told;
        }
        statistics.proposed(Fate.DECIDED_ANEW);
        return Optional.empty();
    }

    private Committed write(CommandCall call, Proposal proposal, KeptAnswer answer) {
        if (proposal.events().isEmpty()) {
            throw new NeedsTransaction("nothing that is written would show that it rests on what is so");
        }
        var written = proposals
                .write(new ProposalWriter.Finished(call, proposal, answer))
                .orElseThrow(() -> new NeedsTransaction("it cannot be written as it is"));
        return new Committed(answer.reflecting(written.index()), written.position(), false);
    }

    private Committed once(CommandCall call, Function<Dispatch, Answer> work, DrawnIds ids) {
        var unitOfWork = DefaultUnitOfWork.startAndGet(null);
        ids.attachTo(unitOfWork);
        var escaped = new AtomicReference<@Nullable Throwable>();
        // Ends the unit of work by itself where no transaction can be begun.
        unitOfWork.attachTransaction(transactions);
        var result = unitOfWork.executeWithResult(
                () -> {
                    try {
                        return inTransaction(unitOfWork, call, work);
                    } catch (RuntimeException | Error e) {
                        escaped.set(e);
                        throw e;
                    }
                },
                RollbackConfigurationType.ANY_THROWABLE);
        if (!result.isExceptional()) {
            return java.util.Objects.requireNonNull(result.getPayload().get());
        }
        var failure = escaped.get() == null ? result.exceptionResult() : escaped.get();
        throw translated(java.util.Objects.requireNonNull(failure));
    }

    private AtomicReference<Committed> inTransaction(
            UnitOfWork<?> unitOfWork, CommandCall call, Function<Dispatch, Answer> work) {
        var key = call.idempotencyKey();
        if (key != null) {
            var kept = keys.claim(call, key);
            if (kept.isPresent()) {
                return new AtomicReference<>(new Committed(kept.get(), null, true));
            }
        }
        var answer = written(work.apply(dispatch), call);
        var committed = new AtomicReference<>(new Committed(answer, null, false));
        // Events are appended when the unit of work prepares its commit; what is added here runs after that.
        unitOfWork.onPrepareCommit(_ -> {
            var reflecting = answer.reflecting(PostgresEventStorageEngine.lastAppended());
            if (key != null) {
                keys.keep(call, reflecting);
            }
            committed.set(new Committed(reflecting, null, false));
        });
        return committed;
    }

    private KeptAnswer written(Answer answer, CommandCall call) {
        var etag = answer.version() == null ? null : "\"" + answer.version() + "\"";
        var body = answer.body();
        return switch (body) {
            case null -> new KeptAnswer(answer.status(), null, null, answer.location(), etag, null);
            case ProblemException problem ->
                new KeptAnswer(
                        answer.status(),
                        MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        writer.problem(problem, call.path()),
                        null,
                        etag,
                        null);
            default ->
                new KeptAnswer(
                        answer.status(),
                        MediaType.APPLICATION_JSON_VALUE,
                        writer.json(body),
                        answer.location(),
                        etag,
                        null);
        };
    }

    private static RuntimeException translated(Throwable failure) {
        return switch (failure) {
            case CommitAwareTransactions.CommitFailed _ -> Sequencer.outcomeUnknown();
            case RuntimeException e -> e;
            default -> new IllegalStateException(failure);
        };
    }

    private static void backOff(int attempt) {
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(1, Math.min(100, 5L * attempt) + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param position of the last event that the answer reflects; null if it has to be waited for */
    private record Committed(KeptAnswer answer, @Nullable Long position, boolean replayed) {}
}
