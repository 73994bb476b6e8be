package org.aigovernancehub.command.identity;

import static org.aigovernancehub.command.identity.UserCase.EXPIRY;
import static org.aigovernancehub.command.identity.UserCase.USER;
import static org.aigovernancehub.command.identity.UserCase.issuing;
import static org.aigovernancehub.command.identity.UserCase.oneself;
import static org.aigovernancehub.command.pipeline.Callers.ACME;
import static org.aigovernancehub.command.pipeline.Callers.ADMIN;
import static org.aigovernancehub.command.pipeline.Callers.OFFICER;
import static org.aigovernancehub.command.pipeline.Callers.PLATFORM_ADMIN;
import static org.aigovernancehub.command.pipeline.Callers.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.identity.Role;
import org.aigovernancehub.api.identity.UserCommand;
import org.aigovernancehub.api.identity.UserCommand.RecordPasswordChange;
import org.aigovernancehub.api.identity.UserCommand.RevokeApiToken;
import org.aigovernancehub.api.identity.UserEvent.ApiTokenIssued;
import org.aigovernancehub.api.identity.UserEvent.ApiTokenRevoked;
import org.aigovernancehub.api.identity.UserEvent.PasswordChanged;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.command.pipeline.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Passwords and API tokens: whose they are, and what of them is on the record. */
class UserSecretsTest {
    private static final Caller ONESELF = oneself(Role.AUDITOR, ACME);

    private final UserCase user =
            UserCase.of(Role.AUDITOR, ACME).given(new ApiTokenIssued(USER, ACME, 70, "old", Role.AUDITOR, EXPIRY));

    static Stream<UserCommand> commands() {
        return Stream.of(new RecordPasswordChange(USER), issuing(), new RevokeApiToken(USER, 70));
    }

    @Test
    void aChangeOfPasswordIsRecordedEachTime() {
        user.when(ONESELF, new RecordPasswordChange(USER))
                .thenEvents(new PasswordChanged(USER, ACME))
                .thenAccepted();
        user.when(ONESELF, new RecordPasswordChange(USER)).thenEvents(new PasswordChanged(USER, ACME));
        assertThat(user.accounts.calls.getLast()).endsWith("version 4");
    }

    @Test
    void aTokenIsIssuedWithoutItsSecret() {
        var decision = user.when(ONESELF, issuing());
        assertThat(decision.<ApiTokenView>thenAccepted())
                .isEqualTo(new ApiTokenView(1, 30, "ci", Role.MODEL_OWNER, EXPIRY, Scenario.NOW));
        decision.thenEvents(new ApiTokenIssued(USER, ACME, 1, "ci", Role.MODEL_OWNER, EXPIRY));
        assertThat(user.accounts.calls)
                .containsExactly("token 1 ci at " + Scenario.NOW, "change to active auditor of 1, version 3");
    }

    @Test
    void aTokenIsRevokedOnce() {
        user.when(ONESELF, new RevokeApiToken(USER, 70)).thenEvents(new ApiTokenRevoked(USER, ACME, 70));
        assertThat(user.accounts.calls.getFirst()).isEqualTo("revoke 70");
        user.when(ONESELF, new RevokeApiToken(USER, 70)).thenProblem(ProblemType.NOT_FOUND);
    }

    @Test
    void aTokenThatTheUserDoesNotHaveIsNotFound() {
        user.when(ONESELF, new RevokeApiToken(USER, 71)).thenProblem(ProblemType.NOT_FOUND);
    }

    @Test
    void tokensThatHaveExpiredAreForgottenWhenTheNextIsIssued() {
        user.given(new ApiTokenIssued(USER, ACME, 71, "short", Role.AUDITOR, Scenario.NOW));
        user.when(ONESELF, issuing()).thenAccepted();

        user.when(ONESELF, new RevokeApiToken(USER, 71)).thenProblem(ProblemType.NOT_FOUND);
        user.when(ONESELF, new RevokeApiToken(USER, 70)).thenAccepted();
        user.when(ONESELF, new RevokeApiToken(USER, 1)).thenAccepted();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void oneselfAndAdministratorsMay(UserCommand command) {
        for (var caller : new Caller[] {ONESELF, ADMIN, PLATFORM_ADMIN}) {
            fresh().when(caller, command).thenAccepted();
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void othersMayNot(UserCommand command) {
        user.when(OFFICER, command).thenProblem(ProblemType.FORBIDDEN);
        var foreign = user.when(STRANGER, command).thenProblem(ProblemType.NOT_FOUND);
        var absent = new UserCase().when(ADMIN, command).thenProblem(ProblemType.NOT_FOUND);
        assertThat(foreign.detail()).isEqualTo(absent.detail());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void onlyTheVersionThatItHasIsFreshForOneselfToo(UserCommand command) {
        for (var caller : new Caller[] {ONESELF, ADMIN}) {
            user.when(caller, 1L, command).thenProblem(ProblemType.STALE_VERSION);
            fresh().when(caller, 2L, command).thenAccepted();
        }
    }

    @Test
    void anInactiveOrganisationTakesNoWritesButAccessCanBeTakenAway() {
        user.tenants.deactivateAll();
        user.when(PLATFORM_ADMIN, new RecordPasswordChange(USER)).thenProblem(ProblemType.FORBIDDEN);
        user.when(PLATFORM_ADMIN, issuing()).thenProblem(ProblemType.FORBIDDEN);
        user.when(PLATFORM_ADMIN, new RevokeApiToken(USER, 70)).thenAccepted();
    }

    private static UserCase fresh() {
        return UserCase.of(Role.AUDITOR, ACME).given(new ApiTokenIssued(USER, ACME, 70, "old", Role.AUDITOR, EXPIRY));
    }
}
