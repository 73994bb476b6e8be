package org.aigovernancehub.hub.security;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.aigovernancehub.api.Wire;
import org.aigovernancehub.api.concurrent.BatchedCall;
import org.aigovernancehub.api.identity.Role;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.command.identity.Secrets;
import org.aigovernancehub.query.read.Keys;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Reads the present state of an account at each request, with one indexed statement for all requests that come at the time: what an
 * administrator changes holds from the next one on.
 */
@Component
class AccountLookup {
    private static final String ACCOUNT = """
            SELECT u.user_id, u.username, u.role, u.organization_id, u.platform,
                   u.is_active AND coalesce(o.is_active, u.platform) AS usable, %s
              FROM %s
              LEFT JOIN event_store.organization o USING (organization_id)
             WHERE\s""";

    private static final String NO_TOKEN = "NULL::bigint AS token_id, NULL AS token_role";
    private static final String NO_PASSWORD = ", NULL::timestamptz AS changed_at";

    private static final String BY_EXTERNAL_SUBJECT =
            ACCOUNT.formatted(NO_TOKEN + NO_PASSWORD, "event_store.user_account u") + "u.issuer = ? AND u.subject = ?";

    private final JdbcTemplate jdbc;
    private final BatchedCall<Long, Optional<Account>> byId = usableBy(
            "u.user_id",
            NO_TOKEN + ", c.changed_at",
            "event_store.user_account u LEFT JOIN app.credential c USING (user_id)",
            "");
    private final BatchedCall<ByteBuffer, Optional<Account>> byApiToken = usableBy(
            "s.secret_hash",
            "t.token_id, t.role AS token_role" + NO_PASSWORD,
            """
            app.api_token_secret s
              JOIN event_store.api_token t USING (token_id)
              JOIN event_store.user_account u USING (user_id)""",
            "NOT t.revoked AND t.expires_at > now() AND ");
    private final BatchedCall<ByteBuffer, Optional<Account>> bySession = usableBy(
            "s.session_hash",
            NO_TOKEN + NO_PASSWORD,
            "app.session s JOIN event_store.user_account u USING (user_id)",
            "s.expires_at > now() AND ");

    AccountLookup(
            @Qualifier("commandDataSource") ObjectProvider<DataSource> command,
            @Qualifier("queryDataSource") ObjectProvider<DataSource> query) {
        var own = command.getIfAvailable();
        this.jdbc = new JdbcTemplate(own == null ? query.getObject() : own);
    }

    Optional<Account> byId(long userId) {
        return byId.of(userId);
    }

    Optional<Account> byApiToken(String token) {
        return byApiToken.of(ByteBuffer.wrap(Secrets.hash(token)));
    }

    Optional<Account> bySession(String session) {
        return bySession.of(ByteBuffer.wrap(Secrets.hash(session)));
    }

    /** Finds a user of an external issuer, a disabled one too: to be unknown is no way back in. */
    Optional<Account> byExternalSubject(String issuer, String subject) {
        return jdbc.query(BY_EXTERNAL_SUBJECT, (row, _) -> account(row), issuer, subject).stream()
                .findFirst();
    }

    /**
     * Finds an active organisation by its id or name. The id counts first, an inactive one's too: an organisation chooses its name itself.
     */
    Optional<OrganizationId> organization(String idOrName) {
        return jdbc.query("""
                        SELECT organization_id
                          FROM (SELECT * FROM event_store.organization WHERE organization_id::text = ? OR name = ?
                                 ORDER BY organization_id::text = ? DESC LIMIT 1) named
                         WHERE is_active""", (row, _) -> new OrganizationId(row.getLong(1)), idOrName, idOrName, idOrName).stream()
                .findFirst();
    }

    /** Finds usable accounts by a unique column, a number or a hash. */
    private <K> BatchedCall<K, Optional<Account>> usableBy(String key, String details, String from, String condition) {
        var sql = ACCOUNT.formatted(details + ", " + key + " AS key", from) + condition + key;
        return new BatchedCall<>(_ -> key, keys -> usable(sql, keys));
    }

    private <K> List<Optional<Account>> usable(String sql, List<K> wanted) {
        var keys = Keys.of(wanted.size());
        var found = new HashMap<Object, Account>();
        jdbc.query(
                sql + keys.in(),
                row -> {
                    found.put(key(row), account(row));
                },
                keys.filled(wanted).stream().map(AccountLookup::parameter).toArray());
        return wanted.stream()
                .map(key -> Optional.ofNullable(found.get(key)).filter(Account::usable))
                .toList();
    }

    private static Object parameter(Object key) {
        return key instanceof ByteBuffer hash ? hash.array() : key;
    }

    private static Object key(ResultSet row) throws SQLException {
        var key = row.getObject("key");
        return key instanceof byte[] hash ? ByteBuffer.wrap(hash) : key;
    }

    private static Account account(ResultSet row) throws SQLException {
        var changedAt = row.getObject("changed_at", OffsetDateTime.class);
        var tokenRole = row.getString("token_role");
        return new Account(
                row.getLong("user_id"),
                row.getString("username"),
                Wire.of(Role.class, row.getString("role")),
                row.getObject("organization_id", Long.class),
                row.getBoolean("platform"),
                row.getBoolean("usable"),
                changedAt == null ? null : changedAt.toInstant(),
                row.getObject("token_id", Long.class),
                tokenRole == null ? null : Wire.of(Role.class, tokenRole));
    }
}
