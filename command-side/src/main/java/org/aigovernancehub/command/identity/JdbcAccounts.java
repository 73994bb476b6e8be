package org.aigovernancehub.command.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.aigovernancehub.api.identity.UserCommand;
import org.aigovernancehub.api.identity.UserView;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.command.pipeline.DecisionTable;
import org.aigovernancehub.command.proposal.Claim;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

@Component
class JdbcAccounts extends DecisionTable implements Accounts {
    private static final Claim.Table ACCOUNTS = new Claim.Table(
            "event_store.user_account",
            "(%s)".formatted(AccountNames.FOLDED_COLUMN),
            "user_id, username, email, organization_id, role, platform, is_active, issuer, subject, created_at, version");

    JdbcAccounts(@Qualifier("commandDataSource") DataSource dataSource) {
        super(dataSource);
    }

    @Override
    public void add(UserCommand.CreateUser command, Instant createdAt) {
        claim(
                ACCOUNTS.claim(
                        command.userId().value(),
                        command.username(),
                        command.email(),
                        command.organizationId() == null
                                ? null
                                : command.organizationId().value(),
                        command.role().wire(),
                        command.platform(),
                        true,
                        command.issuer(),
                        command.subject(),
                        createdAt.atOffset(ZoneOffset.UTC),
                        1L),
                sql(AccountNames.HOLDER, command.username()),
                // Names are unique across organisations: an id here would tell one tenant of another's user.
                _ -> ProblemException.duplicateName("The user name '%s' is taken.".formatted(command.username())));
    }

    @Override
    public void change(UserView after, long version) {
        jdbc().update("""
                        UPDATE event_store.user_account SET organization_id = ?, role = ?, is_active = ?, version = ?
                         WHERE user_id = ?""", after.organizationId(), after.role().wire(), after.active(), version, after.id());
    }

    @Override
    public boolean hasAnotherPlatformAdmin(long userId) {
        jdbc().queryForList("SELECT pg_advisory_xact_lock(hashtextextended('platform admins', 0))");
        Long others = jdbc().queryForObject("""
                        SELECT count(*) FROM event_store.user_account
                         WHERE platform AND is_active AND role = 'admin' AND user_id <> ?""", Long.class, userId);
        return others != null && others > 0;
    }

    @Override
    public void addToken(UserCommand.IssueApiToken command, long tokenId, Instant createdAt) {
        jdbc().update(
                        """
                        INSERT INTO event_store.api_token (token_id, user_id, name, role, expires_at, created_at, revoked)
                        VALUES (?, ?, ?, ?, ?, ?, false)""",
                        tokenId,
                        command.userId().value(),
                        command.name(),
                        command.role().wire(),
                        command.expiresAt().atOffset(ZoneOffset.UTC),
                        createdAt.atOffset(ZoneOffset.UTC));
    }

    @Override
    public void revokeToken(long tokenId) {
        jdbc().update("UPDATE event_store.api_token SET revoked = true WHERE token_id = ?", tokenId);
    }
}
