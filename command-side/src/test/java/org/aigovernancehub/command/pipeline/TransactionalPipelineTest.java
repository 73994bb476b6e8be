package org.aigovernancehub.command.pipeline;

import static org.aigovernancehub.command.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.aigovernancehub.api.event.Metadata;
import org.aigovernancehub.api.event.RecordedEvent;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.identity.Role;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.api.registry.ModelCommand;
import org.aigovernancehub.api.registry.ModelId;
import org.aigovernancehub.command.eventstore.Sequencer;
import org.aigovernancehub.command.eventstore.StoreDatabase;
import org.aigovernancehub.command.proposal.GuardedDataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.CannotCreateTransactionException;

/** One call is one transaction: it happens whole, with a position, or not at all. */
class TransactionalPipelineTest {
    private static final Caller CALLER = Caller.system("correlation-1");
    private static final AtomicLong NUMBERS = new AtomicLong();

    private static StoreDatabase database;
    private static CommandHub hub;
    private static CommandHub otherHub;

    private final long number = NUMBERS.incrementAndGet();

    @BeforeAll
    static void start() throws Exception {
        database = new StoreDatabase();
        hub = new CommandHub(database, Trial.class);
        otherHub = new CommandHub(database, Trial.class);
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
        otherHub.close();
        database.close();
    }

    @Test
    void anAcceptedCommandIsAnsweredWithItsVersionAndThePositionOfItsLastEvent() {
        var answer = hub.run(CommandHub.call(CALLER, null), dispatch -> {
            dispatch.send(note("one"), context(null));
            Outcome<Integer> outcome = dispatch.send(note("two"), context(null));
            // Somebody else's event comes first and takes the next position.
            otherHub.sendElsewhere(CALLER, new Trial.Note(NUMBERS.incrementAndGet(), "other"));
            return Answer.created("/trial/1", outcome.state(), outcome.version());
        });
        otherHub.send(CALLER, new Trial.Note(NUMBERS.incrementAndGet(), "later"));
        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        assertThat(answer.getHeaders().getETag()).isEqualTo("\"2\"");
        assertThat(answer.getHeaders().getFirst("Location")).isEqualTo("/trial/1");
        assertThat(answer.getHeaders().getFirst("Hub-Position"))
                .isEqualTo(Long.toString(recorded("two").getFirst().position()));
    }

    @Test
    void anEventTellsWhoCausedIt() {
        var caller = new Caller(7L, "ada", Role.ADMIN, new OrganizationId(3), false, 9L, "correlation-7");
        hub.send(caller, note("caused by ada"));
        assertThat(recorded("caused by ada").getFirst().metadata())
                .isEqualTo(new Metadata("ada", 7L, 9L, "correlation-7", false));
    }

    @Test
    void anAnswerWithoutAnEventReflectsWhatWasCommittedBefore() {
        otherHub.send(CALLER, note("before"));
        var answer = hub.run(CommandHub.call(CALLER, null), _ -> Answer.ok("nothing new"));
        assertThat(Long.parseLong(String.valueOf(answer.getHeaders().getFirst("Hub-Position"))))
                .isGreaterThanOrEqualTo(recorded("before").getFirst().position());
    }

    static List<Throwable> throwables() {
        return List.of(
                new IllegalStateException("unchecked"), new IOException("checked"), new AssertionError("an error"));
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void whateverAHandlerThrowsRollsBackTheWholeCall(Throwable failure) {
        assertThatThrownBy(() -> hub.run(CommandHub.call(CALLER, null), dispatch -> {
                    dispatch.send(note("before the failure"), context(null));
                    return Answer.ok(dispatch.send(new Trial.Note(number, "failing", failure), context(null)));
                }))
                .satisfiesAnyOf(
                        thrown -> assertThat(thrown).isSameAs(failure),
                        thrown -> assertThat(thrown).hasCause(failure));
        assertThat(stored()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void whateverTheCallThrowsAfterADecisionRollsItBack(Throwable failure) {
        assertThatThrownBy(() -> hub.run(CommandHub.call(CALLER, "key-" + number), dispatch -> {
                    dispatch.send(note("decided"), context(null));
                    throw TransactionalPipelineTest.<RuntimeException>unchecked(failure);
                }))
                .satisfiesAnyOf(
                        thrown -> assertThat(thrown).isSameAs(failure),
                        thrown -> assertThat(thrown).hasCause(failure));
        assertThat(stored()).isEmpty();
        // The key was not kept either.
        hub.run(CommandHub.call(CALLER, "key-" + number), dispatch -> {
            dispatch.send(note("decided again"), context(null));
            return Answer.ok("done");
        });
        assertThat(stored()).containsExactly("decided again");
    }

    @Test
    void aConflictIsDecidedAgainOnTheNewState() {
        hub.send(CALLER, note("first"));
        var attempts = new AtomicInteger();
        var states = new ArrayList<Integer>();
        var answer = hub.run(CommandHub.call(CALLER, null), dispatch -> {
            Outcome<Integer> outcome = dispatch.send(note("mine"), context(null));
            states.add(outcome.state());
            if (attempts.incrementAndGet() == 1) {
                otherHub.sendElsewhere(CALLER, note("theirs"));
            }
            return Answer.ok(outcome.state(), outcome.version());
        });
        assertThat(states).containsExactly(2, 3);
        assertThat(answer.getHeaders().getETag()).isEqualTo("\"3\"");
        assertThat(stored()).containsExactly("first", "theirs", "mine");
    }

    @Test
    void aConflictWithAnExpectedVersionIsStaleAndNotRepeated() {
        hub.send(CALLER, note("first"));
        var attempts = new AtomicInteger();
        assertProblem(
                ProblemType.STALE_VERSION,
                () -> hub.run(expecting(1), dispatch -> {
                    dispatch.send(note("mine"), context(1L));
                    attempts.incrementAndGet();
                    otherHub.sendElsewhere(CALLER, note("theirs"));
                    return Answer.ok("done");
                }));
        assertThat(attempts).hasValue(1);
        assertThat(stored()).containsExactly("first", "theirs");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3})
    void anotherVersionThanTheExpectedOneIsStale(long expected) {
        hub.send(CALLER, note("first"));
        hub.send(CALLER, note("second"));
        assertProblem(
                ProblemType.STALE_VERSION,
                () -> hub.run(
                        expecting(expected), dispatch -> Answer.ok(dispatch.send(note("third"), context(expected)))));
        assertThat(stored()).containsExactly("first", "second");
    }

    @Test
    void aCommitThatIsNotConfirmedHasAnUnknownOutcome() throws Exception {
        database.execute("""
                CREATE FUNCTION fail_at_commit() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'the connection is lost'; END $$;
                CREATE CONSTRAINT TRIGGER fail_at_commit AFTER INSERT ON event_store.event DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW WHEN (new.payload LIKE '%fails at commit%') EXECUTE FUNCTION fail_at_commit()""");
        assertProblem(ProblemType.OUTCOME_UNKNOWN, () -> hub.send(CALLER, note("fails at commit")));
    }

    @Test
    void aProposalWhoseCommitIsNotConfirmedHasAnUnknownOutcome_andCountsAsFailed() throws Exception {
        hub.send(CALLER, note("first"));
        double unknown = counted("outcome-unknown");
        double failed = proposals("failed");
        database.breakOffAtCommitOf("breaks off");

        assertProblem(ProblemType.OUTCOME_UNKNOWN, () -> hub.send(CALLER, note("breaks off")));

        assertThat(counted("outcome-unknown")).isEqualTo(unknown + 1);
        assertThat(proposals("failed")).isEqualTo(failed + 1);
    }

    private static double proposals(String outcome) {
        return hub.part(MeterRegistry.class)
                .get("hub.proposals")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    @Test
    void whatACallDoesInTheDatabaseBesideItsDecisionIsUndoneWithIt() {
        var decisions = new JdbcTemplate(hub.part(GuardedDataSource.class));
        assertThatThrownBy(() -> hub.run(CommandHub.call(CALLER, null), dispatch -> {
                    dispatch.send(note("beside"), context(null));
                    decisions.update(
                            "INSERT INTO event_store.organization VALUES (?, ?, true)", number, "beside " + number);
                    throw new IllegalStateException("after it");
                }))
                .hasMessage("after it");
        assertThat(decisions.queryForList(
                        "SELECT 1 FROM event_store.organization WHERE organization_id = ?", Integer.class, number))
                .isEmpty();
    }

    @Test
    void aDecisionCountsOnce_howeverOftenItIsTaken() {
        hub.send(CALLER, note("alone, since nothing is known of the stream"));
        hub.send(CALLER, note("a proposal"));
        otherHub.send(CALLER, note("elsewhere"));
        double accepted = counted("accepted");
        double failed = counted("error");

        hub.send(CALLER, note("a proposal that is thrown away, and alone"));
        assertThatThrownBy(() ->
                hub.send(CALLER, new Trial.Note(number, "fails both times", new IllegalStateException("it fails"))));

        assertThat(counted("accepted")).isEqualTo(accepted + 1);
        assertThat(counted("error")).isEqualTo(failed + 1);
        assertThat(stored()).hasSize(4).doesNotContain("fails both times");
    }

    @Test
    void aCallThatDecidesAnewUsesTheIdsThatItHasDrawn() {
        var ids = hub.part(Ids.class);
        var drawn = new ArrayList<List<Long>>();
        hub.run(CommandHub.call(CALLER, null), _ -> {
            drawn.add(List.of(ids.next(Ids.Kind.LINK), ids.next(Ids.Kind.LINK)));
            drawn.add(ids.next(Ids.Kind.METRIC, 3));
            return Answer.ok("nothing that would be appended, so that it has no proposal");
        });
        assertThat(drawn).hasSize(4);
        assertThat(drawn.subList(2, 4)).isEqualTo(drawn.subList(0, 2));
        assertThat(ids.next(Ids.Kind.LINK)).isEqualTo(drawn.get(0).getLast() + 1);
    }

    private static double counted(String outcome) {
        var counter = hub.part(MeterRegistry.class)
                .find("hub.commands")
                .tags("type", "note", "outcome", outcome)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    /** Each hub remembers states that the other has left behind; what both write shares transactions. */
    @Test
    void manyCallsAtTwoHubsAreEachDecidedOnWhatIsSo() throws Exception {
        var callers = IntStream.range(0, 16)
                .mapToObj(_ -> NUMBERS.incrementAndGet())
                .map(stream -> CompletableFuture.supplyAsync(
                        () -> IntStream.range(0, 20)
                                .mapToObj(i -> (i % 3 == 0 ? otherHub : hub)
                                        .<Outcome<Integer>>send(CALLER, new Trial.Note(stream, "note " + i)))
                                .map(Outcome::state)
                                .toList(),
                        command -> Thread.ofVirtual().start(command)))
                .toList();

        for (var caller : callers) {
            assertThat(caller.get(60, TimeUnit.SECONDS))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 20).boxed().toList());
        }
    }

    /** It must not be decided anew then: it would happen twice. */
    @Test
    void whatFailsAfterTheCommitChangesNothingOfIt() {
        hub.send(CALLER, note("first"));
        var runs = new AtomicInteger();
        var answer = hub.run(CommandHub.call(CALLER, null), dispatch -> {
            runs.incrementAndGet();
            Outcome<Integer> outcome = dispatch.send(note("second"), context(null));
            CurrentUnitOfWork.get().root().onCommit(_ -> {
                throw new IllegalStateException("after the commit");
            });
            return Answer.ok(outcome.state(), outcome.version());
        });
        assertThat(answer.getHeaders().getETag()).isEqualTo("\"2\"");
        assertThat(runs).hasValue(1);
        assertThat(stored()).containsExactly("first", "second");
    }

    /** As where the pool has no connection left: who calls learns that, and not that the hub failed. */
    @Test
    void whyNoTransactionCanBeginIsPassedOn() {
        var reason = new CannotCreateTransactionException("no connection");
        var jdbc = new JdbcTemplate(database.as("hub_command"));
        var without = new TransactionalPipeline(
                new BusDispatch(hub.part(CommandBus.class), hub.part(CommandStatistics.class)),
                () -> {
                    throw reason;
                },
                new IdempotencyKeys(jdbc),
                hub.part(ProposalWriter.class),
                hub.part(Sequencer.class),
                hub.part(AnswerWriter.class),
                hub.part(CommandStatistics.class));

        assertThatThrownBy(() -> without.run(CommandHub.call(CALLER, null), _ -> Answer.ok("never")))
                .isSameAs(reason);
        assertThat(CurrentUnitOfWork.isStarted()).isFalse();
    }

    @Test
    void aCommandToAnUnknownStreamIsNotFound() {
        var unknown = new ModelId(404);
        assertThatThrownBy(() -> hub.send(CALLER, new ModelCommand.AssessTransitions(unknown, List.of())))
                .isInstanceOf(ProblemException.class)
                .hasMessage("There is no model 404.");
    }

    private Trial.Note note(String text) {
        return new Trial.Note(number, text);
    }

    private static CommandContext context(@Nullable Long expected) {
        return new CommandContext(CALLER, expected);
    }

    private static CommandCall expecting(long version) {
        return new CommandCall(CALLER, "POST", "/api/v1/trial", null, version, new byte[0]);
    }

    private List<RecordedEvent> recorded(String text) {
        return hub.events().stream()
                .filter(event -> event.payloadJson().contains('"' + text + '"'))
                .toList();
    }

    private List<String> stored() {
        return new JdbcTemplate(database.as("hub_command"))
                .queryForList(
                        "SELECT payload::json ->> 'reason' FROM event_store.event WHERE aggregate_id = ? ORDER BY sequence_number",
                        String.class,
                        "trial-" + number);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T unchecked(Throwable failure) throws T {
        throw (T) failure;
    }
}
