package org.aigovernancehub.command.identity;

import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Limits guessing, on all hubs together: 10 failures of an account and 100 of an address in 15 minutes. An attempt is noted before the
 * password is looked at, so that many at once do not slip through; what comes while as many are being looked at waits for their outcome.
 */
@Component
class LoginThrottle {
    private static final int PER_ACCOUNT = 10;
    private static final int PER_ADDRESS = 100;
    private static final String WINDOW = "15 minutes";
    /** An attempt without an outcome has failed by then: the hub that was at it is gone. */
    private static final String LOOKED_AT_FOR = "10 seconds";

    /** As a multiple of a limit: who comes while more are being looked at does not wait. */
    private static final int MOST_AT_ONCE = 4;

    /** What is one account where they are looked up is one here. */
    private static final String OF_ACCOUNT = "account = " + AccountNames.FOLDED;

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final int LONGEST_PAUSE = 10;
    private static final long MINUTE_MILLIS = 60_000;

    private final JdbcTemplate jdbc;

    LoginThrottle(@Qualifier("commandDataSource") DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * Notes an attempt, which counts until {@link #succeeded}.
     *
     * @return its number
     * @throws ProblemException {@code too-many-requests}, with the seconds until the oldest attempt no longer counts
     */
    long attempt(String username, String address) {
        Long attempt = jdbc.queryForObject(
                "INSERT INTO app.login_attempt (account, address) VALUES (%s, ?) RETURNING attempt_id"
                        .formatted(AccountNames.FOLDED),
                Long.class,
                username,
                address);
        long number = Objects.requireNonNull(attempt);
        admit(OF_ACCOUNT, username, PER_ACCOUNT, number);
        admit("address = ?", address, PER_ADDRESS, number);
        return number;
    }

    private void admit(String whose, String value, int limit, long attempt) {
        // Ends: what came before this attempt is decided at some time, or becomes too old to be undecided.
        for (int looks = 1; ; looks++) {
            var before = before(whose, value, limit, attempt);
            if (before.shutForSeconds() == null && before.count() < limit) {
                return;
            }
            if (before.shutForSeconds() != null || before.count() >= limit * MOST_AT_ONCE) {
                // A refused attempt does not count: else a patient guesser could keep an account shut for ever.
                jdbc.update("DELETE FROM app.login_attempt WHERE attempt_id = ?", attempt);
                throw tooMany(before.shutForSeconds());
            }
            pause(looks);
        }
    }

    private static ProblemException tooMany(@Nullable Long shutForSeconds) {
        return shutForSeconds == null
                ? new ProblemException(ProblemType.TOO_MANY_REQUESTS, "Too many sign-ins at once; repeat in a moment.")
                        .with("retry_after", 1)
                : new ProblemException(
                                ProblemType.TOO_MANY_REQUESTS,
                                "Too many failed sign-ins; wait before the next attempt.")
                        .with("retry_after", Math.max(1, shutForSeconds));
    }

    private Before before(String whose, String value, int limit, long attempt) {
        var before = jdbc.queryForObject(
                """
                WITH before AS (
                    SELECT attempted_at, failed OR attempted_at < now() - ?::interval AS failed
                      FROM app.login_attempt
                     WHERE %s AND attempted_at > now() - ?::interval AND attempt_id < ?)
                SELECT (SELECT count(*) FROM before) AS count,
                       (SELECT ceil(extract(epoch FROM attempted_at + ?::interval - now()))::bigint
                          FROM before WHERE failed
                         ORDER BY attempted_at DESC OFFSET ? LIMIT 1) AS shut_for_seconds""".formatted(whose),
                (row, _) -> new Before(row.getLong("count"), row.getObject("shut_for_seconds", Long.class)),
                LOOKED_AT_FOR,
                value,
                WINDOW,
                attempt,
                WINDOW,
                limit - 1);
        return Objects.requireNonNull(before);
    }

    /** Says that the password was wrong, so that nobody waits for the outcome. */
    void failed(long attempt) {
        jdbc.update("UPDATE app.login_attempt SET failed = true WHERE attempt_id = ?", attempt);
    }

    void succeeded(String username) {
        jdbc.update("DELETE FROM app.login_attempt WHERE " + OF_ACCOUNT, username);
    }

    /** Any hub may decide what is waited for, and the database, which has it, tells nobody: so it is asked again, ever less often. */
    private static void pause(int looks) {
        try {
            Thread.sleep(LOOK_AGAIN.multipliedBy(Math.min(looks, LONGEST_PAUSE)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sign-ins were being looked at", e);
        }
    }

    @Scheduled(fixedDelay = MINUTE_MILLIS)
    void forgetOld() {
        jdbc.update("DELETE FROM app.login_attempt WHERE attempted_at <= now() - ?::interval", WINDOW);
        jdbc.update("DELETE FROM app.session WHERE expires_at <= now()");
    }

    /**
     * What counts before an attempt.
     *
     * @param count attempts that have failed or are being looked at
     * @param shutForSeconds how long as many as the limit have failed; null where they have not
     */
    private record Before(long count, @Nullable Long shutForSeconds) {}
}
