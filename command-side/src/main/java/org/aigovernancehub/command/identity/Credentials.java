package org.aigovernancehub.command.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps the hashes of passwords, API tokens and sessions; joins the transaction of the command that it belongs to. */
@Component
class Credentials {
    static final Duration SESSION_LENGTH = Duration.ofHours(12);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Credentials(@Qualifier("commandDataSource") DataSource dataSource, Clock clock) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.clock = clock;
    }

    /** A local account that may sign in, with the hash of its password, and since when it has that one. */
    record Login(long userId, String passwordHash, Instant passwordChangedAt) {}

    /** Finds who may sign in under a name: active, and of an active organisation. */
    Optional<Login> find(String username) {
        return jdbc
                .query(
                        """
                        SELECT u.user_id, c.password_hash, c.changed_at
                          FROM event_store.user_account u
                          JOIN app.credential c USING (user_id)
                          LEFT JOIN event_store.organization o USING (organization_id)
                         WHERE %s = %s AND u.is_active AND coalesce(o.is_active, u.platform)""".formatted(AccountNames.FOLDED_COLUMN, AccountNames.FOLDED),
                        (row, _) -> new Login(
                                row.getLong(1),
                                row.getString(2),
                                row.getObject(3, OffsetDateTime.class).toInstant()),
                        username)
                .stream()
                .findFirst();
    }

    /** Sets the password; what was issued under the one before stops working. */
    void setPassword(long userId, String hash) {
        jdbc.update("""
                INSERT INTO app.credential AS c (user_id, password_hash, changed_at) VALUES (?, ?, ?)
                ON CONFLICT (user_id) DO UPDATE SET password_hash = excluded.password_hash, changed_at = excluded.changed_at""", userId, hash, clock.instant().atOffset(ZoneOffset.UTC));
        jdbc.update("DELETE FROM app.session WHERE user_id = ?", userId);
    }

    void addTokenSecret(long tokenId, byte[] hash) {
        jdbc.update("INSERT INTO app.api_token_secret (token_id, secret_hash) VALUES (?, ?)", tokenId, hash);
    }

    void removeTokenSecret(long tokenId) {
        jdbc.update("DELETE FROM app.api_token_secret WHERE token_id = ?", tokenId);
    }

    Instant openSession(long userId, byte[] hash) {
        var now = clock.instant();
        jdbc.update(
                "INSERT INTO app.session (session_hash, user_id, created_at, expires_at) VALUES (?, ?, ?, ?)",
                hash,
                userId,
                now.atOffset(ZoneOffset.UTC),
                now.plus(SESSION_LENGTH).atOffset(ZoneOffset.UTC));
        return now.plus(SESSION_LENGTH);
    }

    void closeSession(byte[] hash) {
        jdbc.update("DELETE FROM app.session WHERE session_hash = ?", hash);
    }
}
