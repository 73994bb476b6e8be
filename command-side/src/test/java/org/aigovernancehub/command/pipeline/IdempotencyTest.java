package org.aigovernancehub.command.pipeline;

import static org.aigovernancehub.command.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.identity.Role;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.command.eventstore.StoreDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A key is answered once, whatever happens to the answer on its way. */
class IdempotencyTest {
    private static final Caller ADA = caller(7);
    private static final AtomicLong NUMBERS = new AtomicLong();

    private static StoreDatabase database;
    private static CommandHub hub;

    private final long number = NUMBERS.incrementAndGet();
    private final String key = "key-" + number;

    @BeforeAll
    static void start() throws Exception {
        database = new StoreDatabase();
        hub = new CommandHub(database, Trial.class);
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
        database.close();
    }

    @Test
    void aRepeatedKeyIsAnsweredAsTheFirstTimeWithoutASecondEvent() {
        var first = hub.run(call(ADA, "body"), this::note);
        hub.send(ADA, new Trial.Note(NUMBERS.incrementAndGet(), "later"));
        var second = hub.run(call(ADA, "body"), this::note);
        assertThat(events()).isEqualTo(1);
        assertThat(second.getStatusCode()).isEqualTo(first.getStatusCode());
        assertThat(second.getBody()).isEqualTo(first.getBody()).isNotEmpty();
        for (var header : new String[] {"Location", "ETag", "Content-Type", "Hub-Position"}) {
            assertThat(second.getHeaders().get(header))
                    .as(header)
                    .isEqualTo(first.getHeaders().get(header))
                    .isNotEmpty();
        }
        assertThat(first.getHeaders().containsHeader("Idempotent-Replayed")).isFalse();
        assertThat(second.getHeaders().getFirst("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void aRecordedRefusalIsKeptLikeASuccess() {
        Function<Dispatch, Answer> refused = dispatch -> {
            dispatch.send(new Trial.Note(number, "refused"), new CommandContext(ADA, null));
            return Answer.refused(new ProblemException(ProblemType.POLICY_VIOLATION, "Policy violation: no"), 1);
        };
        var first = hub.run(call(ADA, "body"), refused);
        var second = hub.run(call(ADA, "body"), refused);
        assertThat(first.getStatusCode().value()).isEqualTo(403);
        assertThat(first.getHeaders().getContentType()).hasToString("application/problem+json");
        assertThat(second.getStatusCode().value()).isEqualTo(403);
        assertThat(second.getBody()).isEqualTo(first.getBody());
        assertThat(second.getHeaders().getContentType()).hasToString("application/problem+json");
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void anAnswerWithoutABodyIsKeptToo() {
        Function<Dispatch, Answer> empty = dispatch -> {
            dispatch.send(new Trial.Note(number, "empty"), new CommandContext(ADA, null));
            return new Answer(204, null, null, null);
        };
        hub.run(call(ADA, "body"), empty);
        var second = hub.run(call(ADA, "body"), empty);
        assertThat(second.getStatusCode().value()).isEqualTo(204);
        assertThat(second.getBody()).isNull();
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void whatChangedNothingIsNotKept() {
        assertProblem(
                ProblemType.DUPLICATE,
                () -> hub.run(call(ADA, "body"), _ -> {
                    throw ProblemException.duplicate("taken", 1);
                }));
        var answer = hub.run(call(ADA, "body"), this::note);
        assertThat(answer.getHeaders().containsHeader("Idempotent-Replayed")).isFalse();
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        hub.run(call(ADA, "body"), this::note);
        assertProblem(ProblemType.KEY_REUSED, () -> hub.run(call(ADA, "another body"), this::note));
        assertThat(events()).isEqualTo(1);
    }

    static Stream<Named<UnaryOperator<CommandCall>>> otherScopes() {
        return Stream.of(
                Named.of("another user", call -> with(call, caller(8), call.method(), call.path())),
                Named.of("another method", call -> with(call, call.caller(), "PATCH", call.path())),
                Named.of("another path", call -> with(call, call.caller(), call.method(), "/api/v1/other")));
    }

    @ParameterizedTest
    @MethodSource("otherScopes")
    void theSameKeyElsewhereIsAnotherOne(UnaryOperator<CommandCall> elsewhere) {
        hub.run(call(ADA, "body"), this::note);
        hub.run(elsewhere.apply(call(ADA, "body")), this::note);
        assertThat(events()).isEqualTo(2);
    }

    @Test
    void aKeyThatIsBeingProcessedIsInFlight() {
        hub.run(call(ADA, "body"), dispatch -> {
            var second = CompletableFuture.runAsync(() ->
                    assertProblem(ProblemType.IN_FLIGHT, () -> hub.run(call(ADA, "body"), this::note)));
            second.join();
            return note(dispatch);
        });
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void aKeyOlderThanADayIsForgottenAndTakenOver() throws Exception {
        hub.run(call(ADA, "body"), this::note);
        age("23 hours 59 minutes");
        hub.run(call(ADA, "body"), this::note);
        assertThat(events()).isEqualTo(1);
        age("24 hours 1 minute");
        hub.run(call(ADA, "body of the next day"), this::note);
        var replayed = hub.run(call(ADA, "body of the next day"), this::note);
        assertThat(replayed.getHeaders().getFirst("Idempotent-Replayed")).isEqualTo("true");
        assertThat(replayed.getHeaders().getETag()).isEqualTo("\"2\"");
    }

    @Test
    void onlyKeysOlderThanADayAreSweptAway() throws Exception {
        var keys = new IdempotencyKeys(new JdbcTemplate(database.as("hub_command")));
        keys.forgetOld();
        hub.run(call(ADA, "body"), this::note);
        age("23 hours");
        assertThat(keys.forgetOld()).isZero();
        age("25 hours");
        assertThat(keys.forgetOld()).isEqualTo(1);
    }

    private Answer note(Dispatch dispatch) {
        Outcome<Integer> outcome = dispatch.send(new Trial.Note(number, "noted"), new CommandContext(ADA, null));
        return Answer.created("/trial/" + number, "noted " + outcome.state(), outcome.version());
    }

    private CommandCall call(Caller caller, String body) {
        return new CommandCall(caller, "POST", "/api/v1/trial", key, null, body.getBytes(StandardCharsets.UTF_8));
    }

    private static CommandCall with(CommandCall call, Caller caller, String method, String path) {
        return new CommandCall(caller, method, path, call.idempotencyKey(), null, call.fingerprint());
    }

    private static Caller caller(long id) {
        return new Caller(id, "user " + id, Role.ADMIN, new OrganizationId(1), false, null, null);
    }

    private void age(String interval) throws Exception {
        database.execute("UPDATE app.idempotency_key SET created_at = now() - interval '%s' WHERE key = '%s'"
                .formatted(interval, key));
    }

    private long events() {
        var count = new JdbcTemplate(database.as("hub_command"))
                .queryForObject(
                        "SELECT count(*) FROM event_store.event WHERE aggregate_id = ?", Long.class, "trial-" + number);
        return count == null ? -1 : count;
    }
}
