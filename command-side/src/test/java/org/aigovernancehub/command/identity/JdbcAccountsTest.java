package org.aigovernancehub.command.identity;

import static org.aigovernancehub.command.pipeline.Callers.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.aigovernancehub.api.identity.Role;
import org.aigovernancehub.api.identity.UserCommand.CreateUser;
import org.aigovernancehub.api.identity.UserCommand.IssueApiToken;
import org.aigovernancehub.api.identity.UserId;
import org.aigovernancehub.api.identity.UserView;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.command.eventstore.StoreDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each request is checked against, as soon as a change of it is answered. */
class JdbcAccountsTest {
    private static final Instant AT = Instant.parse("2026-03-01T08:00:00.000001Z");

    private StoreDatabase database;
    private JdbcAccounts accounts;
    private UserDirectory directory;

    @BeforeEach
    void start() throws Exception {
        database = new StoreDatabase();
        database.execute("INSERT INTO event_store.organization VALUES (1, 'Acme', true)");
        accounts = new JdbcAccounts(database.as("hub_command"));
        directory = new UserDirectory(database.as("hub_command"));
    }

    @AfterEach
    void stop() throws Exception {
        database.close();
    }

    @Test
    void aUserIsFoundAsItWasMade() {
        add(1, "grace", Role.AUDITOR, ACME);
        assertThat(directory.user(1))
                .contains(new UserDirectory.Entry(
                        new UserView(1, "grace", "grace@example.org", true, Role.AUDITOR, 1L, false, AT), 1));
        assertThat(directory.user(2)).isEmpty();
    }

    @Test
    void aNameIsTakenWhateverItsCase() {
        add(1, "grace", Role.AUDITOR, ACME);
        assertThatThrownBy(() -> add(2, "Grace", Role.AUDITOR, null))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.status()).isEqualTo(400);
                    assertThat(problem.members()).isEmpty();
                });
    }

    @Test
    void aChangeIsFoundAtOnce() {
        add(1, "grace", Role.AUDITOR, ACME);
        var changed = new UserView(1, "grace", "grace@example.org", false, Role.ADMIN, 1L, false, AT);
        accounts.change(changed, 4);
        assertThat(directory.user(1)).contains(new UserDirectory.Entry(changed, 4));
    }

    @Test
    void onlyAnotherActivePlatformAdministratorCounts() {
        add(1, "first", Role.ADMIN, null);
        add(2, "of an organisation", Role.ADMIN, ACME);
        add(3, "platform auditor", Role.AUDITOR, null);
        add(4, "disabled", Role.ADMIN, null);
        accounts.change(new UserView(4, "disabled", null, false, Role.ADMIN, null, true, AT), 2);
        assertThat(accounts.hasAnotherPlatformAdmin(1)).isFalse();
        assertThat(accounts.hasAnotherPlatformAdmin(3)).isTrue();
        add(5, "second", Role.ADMIN, null);
        assertThat(accounts.hasAnotherPlatformAdmin(1)).isTrue();
    }

    @Test
    void aTokenThatWasRevokedOrHasExpiredIsNotFound() {
        var later = Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.MICROS);
        add(1, "grace", Role.AUDITOR, ACME);
        accounts.addToken(new IssueApiToken(new UserId(1), "ci", Role.AUDITOR, later), 7, AT);
        accounts.addToken(new IssueApiToken(new UserId(1), "old", Role.AUDITOR, AT.plusSeconds(60)), 8, AT);
        assertThat(directory.token(7)).contains(new ApiTokenView(7, 1, "ci", Role.AUDITOR, later, AT));
        assertThat(directory.token(8)).isEmpty();
        accounts.revokeToken(7);
        assertThat(directory.token(7)).isEmpty();
    }

    private void add(long id, String name, Role role, @Nullable OrganizationId organization) {
        accounts.add(
                new CreateUser(
                        new UserId(id),
                        organization,
                        name,
                        "grace@example.org",
                        role,
                        organization == null,
                        null,
                        null),
                AT);
    }
}
