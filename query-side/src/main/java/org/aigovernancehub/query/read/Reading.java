package org.aigovernancehub.query.read;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * What was read, and how far it can be trusted.
 *
 * @param position that it reflects
 * @param behind whether events that existed when the call arrived are missing; only where the caller allowed it
 * @param damagedEntities how many entities that the caller may see have a parked event
 */
public record Reading<T>(T value, long position, boolean behind, long damagedEntities) {
    /** The header that names the position. */
    public static final String POSITION = "Hub-Position";
    /** The header of an answer that does not reflect every event that it should. */
    public static final String STALE = "Hub-Stale";
    /** The header that counts the entities whose rows are not up to date. */
    public static final String DAMAGED = "Hub-Damaged-Entities";

    /** Answers one resource, which its own check has found sound. */
    public ResponseEntity<T> answer() {
        return ResponseEntity.ok().headers(headers(false)).body(value);
    }

    /** Answers one resource at a version of its aggregate. */
    public ResponseEntity<T> answer(long version) {
        return ResponseEntity.ok()
                .headers(headers(false))
                .eTag("\"" + version + "\"")
                .body(value);
    }

    /** Answers what was summed up over entities, damaged ones perhaps among them. */
    public ResponseEntity<T> answerOverMany() {
        return ResponseEntity.ok().headers(headers(true)).body(value);
    }

    /** @param overMany whether damaged entities may be part of it */
    public HttpHeaders headers(boolean overMany) {
        var headers = new HttpHeaders();
        headers.set(POSITION, Long.toString(position));
        if (behind || (overMany && damagedEntities > 0)) {
            headers.set(STALE, "true");
        }
        if (overMany && damagedEntities > 0) {
            headers.set(DAMAGED, Long.toString(damagedEntities));
        }
        return headers;
    }

    /** Returns the same reading of something else. */
    public <R> Reading<R> with(@Nullable R other) {
        return new Reading<>(java.util.Objects.requireNonNull(other), position, behind, damagedEntities);
    }
}
