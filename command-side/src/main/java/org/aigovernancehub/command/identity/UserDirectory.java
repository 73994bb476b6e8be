package org.aigovernancehub.command.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.aigovernancehub.api.Wire;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.identity.Role;
import org.aigovernancehub.api.identity.UserView;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads users and tokens from the decision tables, which are never behind. */
@Component
class UserDirectory {
    private static final String EXPIRED_SHOWN_FOR = "30 days";

    private final JdbcTemplate jdbc;

    UserDirectory(@Qualifier("commandDataSource") DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** A user with the version of its account. */
    record Entry(UserView user, long version) {}

    Optional<Entry> user(long userId) {
        return jdbc
                .query("SELECT * FROM event_store.user_account WHERE user_id = ?", (row, _) -> entry(row), userId)
                .stream()
                .findFirst();
    }

    /** Lists users in the order of ids, those of the caller's organisation, or, for platform staff, all. */
    List<UserView> users(Caller caller, @Nullable Long organizationId) {
        var tenant = caller.tenant();
        return jdbc.query("""
                SELECT * FROM event_store.user_account
                 WHERE (?::bigint IS NULL OR organization_id = ?) AND (?::bigint IS NULL OR organization_id = ?)
                 ORDER BY user_id""", (row, _) -> entry(row).user(), tenant, tenant, organizationId, organizationId);
    }

    /**
     * Lists, in the order of ids, who can be met: the people of the caller's organisation and platform staff, who act everywhere; for
     * platform staff, all.
     */
    List<PersonView> people(Caller caller) {
        var tenant = caller.tenant();
        return jdbc.query("""
                SELECT user_id, username, role, organization_id, platform, is_active FROM event_store.user_account
                 WHERE ?::bigint IS NULL OR organization_id = ? OR platform
                 ORDER BY user_id""", (row, _) -> person(row), tenant, tenant);
    }

    private static PersonView person(ResultSet row) throws SQLException {
        return new PersonView(
                row.getLong("user_id"),
                row.getString("username"),
                Wire.of(Role.class, row.getString("role")),
                row.getObject("organization_id", Long.class),
                row.getBoolean("platform"),
                row.getBoolean("is_active"));
    }

    /** Finds a token that can be revoked: one that has expired has ended already. */
    Optional<ApiTokenView> token(long tokenId) {
        return jdbc
                .query(
                        "SELECT * FROM event_store.api_token WHERE token_id = ? AND NOT revoked AND expires_at > now()",
                        (row, _) -> tokenView(row),
                        tokenId)
                .stream()
                .findFirst();
    }

    /**
     * Lists tokens in the order of ids: the caller's own, or, for administrators, those of the organisation. Who wonders why a pipeline
     * stopped sees for some time that its token has expired.
     */
    List<ApiTokenView> tokens(Caller caller, boolean all) {
        var tenant = caller.tenant();
        return jdbc.query("""
                SELECT t.* FROM event_store.api_token t JOIN event_store.user_account u USING (user_id)
                 WHERE NOT t.revoked AND t.expires_at > now() - ?::interval AND (? OR t.user_id = ?) AND (?::bigint IS NULL OR u.organization_id = ?)
                 ORDER BY t.token_id""", (row, _) -> tokenView(row), EXPIRED_SHOWN_FOR, all, caller.userId(), tenant, tenant);
    }

    private static ApiTokenView tokenView(ResultSet row) throws SQLException {
        return new ApiTokenView(
                row.getLong("token_id"),
                row.getLong("user_id"),
                row.getString("name"),
                Wire.of(Role.class, row.getString("role")),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new UserView(
                        row.getLong("user_id"),
                        row.getString("username"),
                        row.getString("email"),
                        row.getBoolean("is_active"),
                        Wire.of(Role.class, row.getString("role")),
                        row.getObject("organization_id", Long.class),
                        row.getBoolean("platform"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()),
                row.getLong("version"));
    }
}
