package org.aigovernancehub.command.pipeline;

import java.security.MessageDigest;
import java.util.Optional;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Remembers for 24 hours what a key was answered with. Claimed and kept in the transaction of the command, so that an answer is kept if,
 * and only if, its events are.
 */
final class IdempotencyKeys {
    private static final String KEPT_FOR = "24 hours";

    private final JdbcTemplate jdbc;

    IdempotencyKeys(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes the key for this transaction, or finds what it was answered with.
     *
     * @throws ProblemException {@code in-flight} while another transaction has it, {@code key-reused} after another body
     */
    Optional<KeptAnswer> claim(CommandCall call, String key) {
        var scope = String.join("\n", principal(call), call.method(), call.path(), key);
        var obtained =
                jdbc.queryForObject("SELECT pg_try_advisory_xact_lock(hashtextextended(?, 1))", Boolean.class, scope);
        if (!Boolean.TRUE.equals(obtained)) {
            throw new ProblemException(
                            ProblemType.IN_FLIGHT,
                            "A request with this Idempotency-Key is being processed; repeat in a moment.")
                    .with("retry_after", 1);
        }
        var kept = jdbc
                .query(
                        """
                        SELECT fingerprint, status, content_type, body, location, etag, global_index
                          FROM app.idempotency_key
                         WHERE principal = ? AND method = ? AND path = ? AND key = ?
                           AND created_at > now() - ?::interval""",
                        (row, _) -> new Found(
                                row.getBytes("fingerprint"),
                                new KeptAnswer(
                                        row.getInt("status"),
                                        row.getString("content_type"),
                                        row.getString("body"),
                                        row.getString("location"),
                                        row.getString("etag"),
                                        row.getObject("global_index", Long.class))),
                        principal(call),
                        call.method(),
                        call.path(),
                        key,
                        KEPT_FOR)
                .stream()
                .findFirst();
        if (kept.isPresent() && !MessageDigest.isEqual(kept.get().fingerprint(), call.fingerprint())) {
            throw new ProblemException(
                    ProblemType.KEY_REUSED,
                    "This Idempotency-Key was used with another body. Use a new key for a new request.");
        }
        return kept.map(Found::answer);
    }

    void keep(CommandCall call, String key, KeptAnswer answer) {
        jdbc.update(
                """
                INSERT INTO app.idempotency_key AS k
                    (principal, method, path, key, fingerprint, status, content_type, body, location, etag, global_index)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (principal, method, path, key) DO UPDATE
                   SET fingerprint = excluded.fingerprint, status = excluded.status, content_type = excluded.content_type,
                       body = excluded.body, location = excluded.location, etag = excluded.etag,
                       global_index = excluded.global_index, created_at = now()""",
                principal(call),
                call.method(),
                call.path(),
                key,
                call.fingerprint(),
                answer.status(),
                answer.contentType(),
                answer.body(),
                answer.location(),
                answer.etag(),
                answer.globalIndex());
    }

    /** Forgets what is older than it has to be kept. */
    int forgetOld() {
        return jdbc.update("DELETE FROM app.idempotency_key WHERE created_at <= now() - ?::interval", KEPT_FOR);
    }

    private static String principal(CommandCall call) {
        return "user-" + call.caller().userId();
    }

    private record Found(byte[] fingerprint, KeptAnswer answer) {}
}
