package org.aigovernancehub.command.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.ToLongFunction;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A page of a short list in the order of ids; the cursor is the last id. Without a limit the whole list comes at once: users and tokens are
 * counted in hundreds.
 *
 * @param after the last id of the page before; 0 for the first page
 * @param limit how many; null for all
 */
record IdPage(long after, @Nullable Integer limit) {
    private static final int LARGEST = 500;

    static IdPage of(@Nullable Integer limit, @Nullable String cursor) {
        if (limit != null && (limit < 1 || limit > LARGEST)) {
            throw new ProblemException(ProblemType.MALFORMED, "'limit' must be from 1 to 500.");
        }
        if (cursor != null && !cursor.matches("[0-9]{1,18}")) {
            throw new ProblemException(ProblemType.MALFORMED, "'cursor' is none that this list has given.");
        }
        return new IdPage(cursor == null ? 0 : Long.parseLong(cursor), limit);
    }

    int fetch() {
        return limit == null ? Integer.MAX_VALUE : limit + 1;
    }

    <T> ResponseEntity<List<T>> answer(
            List<T> fetched, ToLongFunction<T> id, long position, HttpServletRequest request) {
        var headers = new HttpHeaders();
        headers.set("Hub-Position", Long.toString(position));
        var page = fetched;
        if (limit != null && fetched.size() > limit) {
            page = fetched.subList(0, limit);
            var next = UriComponentsBuilder.fromPath(request.getRequestURI())
                    .query(request.getQueryString())
                    .replaceQueryParam("cursor", id.applyAsLong(page.getLast()))
                    .build(true)
                    .toUriString();
            headers.set(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next));
        }
        return ResponseEntity.ok().headers(headers).body(page);
    }
}
