package org.aigovernancehub.command.pipeline;

import java.security.MessageDigest;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.jspecify.annotations.Nullable;
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
        var obtained = jdbc.queryForObject(
                "SELECT pg_try_advisory_xact_lock(hashtextextended(?, 1))", Boolean.class, scope(call));
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

    /**
     * Takes the keys of many calls for this transaction. Whoever is not among those returned has to ask by itself, and learns then why: the
     * key is being used, was used, or is that of another one of these.
     */
    Set<CommandCall> takeFree(List<CommandCall> calls) {
        var byScope = new HashMap<String, CommandCall>();
        calls.forEach(call -> byScope.putIfAbsent(scope(call), call));
        var taken =
                jdbc.queryForList("""
                SELECT s.scope FROM unnest(?::text[]) AS s (scope)
                 WHERE pg_try_advisory_xact_lock(hashtextextended(s.scope, 1))""", String.class, (Object) byScope.keySet().toArray(String[]::new));
        var free = taken.stream().map(byScope::get).toList();
        // A statement of its own, so that it sees what whoever had the keys before has committed.
        var used = jdbc.queryForList(
                """
                SELECT c.place
                  FROM unnest(?::text[], ?::text[], ?::text[], ?::text[])
                       WITH ORDINALITY AS c (principal, method, path, key, place)
                 CROSS JOIN LATERAL (
                       SELECT FROM app.idempotency_key k
                        WHERE k.principal = c.principal AND k.method = c.method AND k.path = c.path AND k.key = c.key
                          AND k.created_at > now() - ?::interval
                        LIMIT 1) AS kept""",
                Integer.class,
                all(free, IdempotencyKeys::principal),
                all(free, CommandCall::method),
                all(free, CommandCall::path),
                all(free, call -> Objects.requireNonNull(call.idempotencyKey())),
                KEPT_FOR);
        var unused = Collections.newSetFromMap(new IdentityHashMap<CommandCall, Boolean>());
        unused.addAll(free);
        used.forEach(place -> unused.remove(free.get(place - 1)));
        return unused;
    }

    private static String[] all(List<CommandCall> calls, Function<CommandCall, String> part) {
        return calls.stream().map(part).toArray(String[]::new);
    }

    void keep(CommandCall call, KeptAnswer answer) {
        keep(Map.of(call, answer));
    }

    /** Keeps answers in the transaction that has taken their keys. */
    void keep(Map<CommandCall, KeptAnswer> answers) {
        jdbc.batchUpdate(
                """
                INSERT INTO app.idempotency_key AS k
                    (principal, method, path, key, fingerprint, status, content_type, body, location, etag, global_index)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (principal, method, path, key) DO UPDATE
                   SET fingerprint = excluded.fingerprint, status = excluded.status, content_type = excluded.content_type,
                       body = excluded.body, location = excluded.location, etag = excluded.etag,
                       global_index = excluded.global_index, created_at = now()""",
                answers.entrySet().stream()
                        .map(entry -> arguments(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static @Nullable Object[] arguments(CommandCall call, KeptAnswer answer) {
        return new @Nullable Object[] {
            principal(call),
            call.method(),
            call.path(),
            call.idempotencyKey(),
            call.fingerprint(),
            answer.status(),
            answer.contentType(),
            answer.body(),
            answer.location(),
            answer.etag(),
            answer.globalIndex()
        };
    }

    /** Forgets what is older than it has to be kept. */
    int forgetOld() {
        return jdbc.update("DELETE FROM app.idempotency_key WHERE created_at <= now() - ?::interval", KEPT_FOR);
    }

    /** What a key is one of. */
    private static String scope(CommandCall call) {
        return String.join(
                "\n", principal(call), call.method(), call.path(), Objects.requireNonNull(call.idempotencyKey()));
    }

    private static String principal(CommandCall call) {
        return "user-" + call.caller().userId();
    }

    private record Found(byte[] fingerprint, KeptAnswer answer) {}
}
