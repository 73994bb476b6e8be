package org.aigovernancehub.command.identity;

import javax.sql.DataSource;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Limits guessing, on all hubs together: 10 failures of an account and 100 of an address in 15 minutes. An attempt is noted before the
 * password is looked at, so that many at once do not slip through.
 */
@Component
class LoginThrottle {
    private static final int PER_ACCOUNT = 10;
    private static final int PER_ADDRESS = 100;
    private static final String WINDOW = "15 minutes";
    private static final long MINUTE_MILLIS = 60_000;

    private final JdbcTemplate jdbc;

    LoginThrottle(@Qualifier("commandDataSource") DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * Notes an attempt, which counts as failed until {@link #succeeded}.
     *
     * @throws ProblemException {@code too-many-requests}, with the seconds until the oldest attempt no longer counts
     */
    void attempt(String username, String address) {
        // The database folds names, as where accounts are looked up: what is one account there is one here.
        Long attempt = jdbc.queryForObject(
                "INSERT INTO app.login_attempt (account, address) VALUES (lower(?), ?) RETURNING attempt_id",
                Long.class,
                username,
                address);
        refuse("account = lower(?)", username, PER_ACCOUNT, attempt);
        refuse("address = ?", address, PER_ADDRESS, attempt);
    }

    private void refuse(String whose, String value, int limit, @org.jspecify.annotations.Nullable Long attempt) {
        var wait = jdbc.queryForList("""
                SELECT ceil(extract(epoch FROM attempted_at + ?::interval - now()))::bigint
                  FROM app.login_attempt
                 WHERE %s AND attempted_at > now() - ?::interval AND attempt_id < ?
                 ORDER BY attempted_at DESC OFFSET ? LIMIT 1""".formatted(whose), Long.class, WINDOW, value, WINDOW, attempt, limit - 1);
        if (!wait.isEmpty()) {
            // A refused attempt does not count: else a patient guesser could keep an account shut for ever.
            jdbc.update("DELETE FROM app.login_attempt WHERE attempt_id = ?", attempt);
            throw new ProblemException(
                            ProblemType.TOO_MANY_REQUESTS, "Too many failed sign-ins; wait before the next attempt.")
                    .with("retry_after", Math.max(1, wait.getFirst()));
        }
    }

    void succeeded(String username) {
        jdbc.update("DELETE FROM app.login_attempt WHERE account = lower(?)", username);
    }

    @Scheduled(fixedDelay = MINUTE_MILLIS)
    void forgetOld() {
        jdbc.update("DELETE FROM app.login_attempt WHERE attempted_at <= now() - ?::interval", WINDOW);
        jdbc.update("DELETE FROM app.session WHERE expires_at <= now()");
    }
}
