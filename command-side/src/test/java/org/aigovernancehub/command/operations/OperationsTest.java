package org.aigovernancehub.command.operations;

import static org.aigovernancehub.api.operations.OperationsCommand.LOG;
import static org.aigovernancehub.command.pipeline.Callers.ADMIN;
import static org.aigovernancehub.command.pipeline.Callers.OFFICER;
import static org.aigovernancehub.command.pipeline.Callers.PLATFORM_ADMIN;
import static org.aigovernancehub.command.pipeline.Callers.PLATFORM_AUDITOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.aigovernancehub.api.event.DomainEvent.Audience;
import org.aigovernancehub.api.operations.OperationsCommand;
import org.aigovernancehub.api.operations.OperationsCommand.DiscardDeadLetter;
import org.aigovernancehub.api.operations.OperationsCommand.RequestReadModelRebuild;
import org.aigovernancehub.api.operations.OperationsCommand.RetryDeadLetter;
import org.aigovernancehub.api.operations.OperationsEvent;
import org.aigovernancehub.api.operations.OperationsEvent.DeadLetterDiscarded;
import org.aigovernancehub.api.operations.OperationsEvent.DeadLetterRetryRequested;
import org.aigovernancehub.api.operations.OperationsEvent.ReadModelRebuildRequested;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.command.pipeline.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What operators ask of the read side is on the record, each time. */
class OperationsTest {
    private final Scenario scenario = new Scenario(Operations.class);

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of(
                        new RequestReadModelRebuild("after a repair"),
                        new ReadModelRebuildRequested(LOG, "after a repair")),
                Arguments.of(new RequestReadModelRebuild(null), new ReadModelRebuildRequested(LOG, null)),
                Arguments.of(new RetryDeadLetter(17), new DeadLetterRetryRequested(LOG, 17)),
                Arguments.of(new DiscardDeadLetter(17, "obsolete"), new DeadLetterDiscarded(LOG, 17, "obsolete")));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aRequestIsRecordedEachTime(OperationsCommand command, OperationsEvent event) {
        scenario.when(PLATFORM_ADMIN, command).thenEvents(event).thenAccepted();
        var again = scenario.when(PLATFORM_ADMIN, command).thenEvents(event);
        assertThat(again.length()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void onlyPlatformAdministratorsMayAsk(OperationsCommand command, OperationsEvent event) {
        for (var caller : List.of(ADMIN, OFFICER, PLATFORM_AUDITOR)) {
            scenario.when(caller, command).thenProblem(ProblemType.FORBIDDEN);
        }
        assertThat(event.audience()).isEqualTo(Audience.PLATFORM);
    }

    @Test
    void everyRequestIsTriedHere() {
        assertThat(requests().map(arguments -> arguments.get()[0].getClass()).distinct())
                .hasSameSizeAs(OperationsCommand.class.getPermittedSubclasses());
    }
}
