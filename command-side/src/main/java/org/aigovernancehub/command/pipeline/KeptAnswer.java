package org.aigovernancehub.command.pipeline;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * An answer as it goes over the wire, and as it is kept for replays.
 *
 * @param globalIndex of the last event that it reflects; null where there was none
 */
record KeptAnswer(
        int status,
        @Nullable String contentType,
        @Nullable String body,
        @Nullable String location,
        @Nullable String etag,
        @Nullable Long globalIndex) {

    static final String POSITION_HEADER = "Hub-Position";
    static final String REPLAYED_HEADER = "Idempotent-Replayed";

    ResponseEntity<byte[]> response(long position, boolean replayed) {
        var headers = new HttpHeaders();
        headers.set(POSITION_HEADER, Long.toString(position));
        if (contentType != null) {
            headers.setContentType(MediaType.parseMediaType(contentType));
        }
        if (location != null) {
            headers.set(HttpHeaders.LOCATION, location);
        }
        if (etag != null) {
            headers.set(HttpHeaders.ETAG, etag);
        }
        if (replayed) {
            headers.set(REPLAYED_HEADER, "true");
        }
        var bytes = body == null ? null : body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return ResponseEntity.status(status).headers(headers).body(bytes);
    }

    KeptAnswer reflecting(@Nullable Long lastIndex) {
        return new KeptAnswer(status, contentType, body, location, etag, lastIndex);
    }
}
