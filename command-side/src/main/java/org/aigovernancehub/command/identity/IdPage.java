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
 * A page of a short list in the order of ids. Users and tokens are counted in hundreds, so pages are cut from the whole list.
 *
 * @param place an id: the page begins after it, or, where it is negative, ends before it; 0 for the first page
 * @param limit how many; null for all
 */
record IdPage(long place, @Nullable Integer limit) {
    private static final int LARGEST = 500;

    static IdPage of(@Nullable Integer limit, @Nullable String cursor) {
        if (limit != null && (limit < 1 || limit > LARGEST)) {
            throw new ProblemException(ProblemType.MALFORMED, "'limit' must be from 1 to 500.");
        }
        if (cursor != null && !cursor.matches("-?[0-9]{1,18}")) {
            throw new ProblemException(ProblemType.MALFORMED, "'cursor' is none that this list has given.");
        }
        return new IdPage(cursor == null ? 0 : Long.parseLong(cursor), limit);
    }

    /** @param all the whole list, by id */
    <T> ResponseEntity<List<T>> answer(List<T> all, ToLongFunction<T> id, long position, HttpServletRequest request) {
        var headers = new HttpHeaders();
        headers.set("Hub-Position", Long.toString(position));
        if (limit == null) {
            return ResponseEntity.ok().headers(headers).body(all);
        }
        int before = before(all, id);
        int from = place < 0 ? Math.max(0, before - limit) : before;
        int to = place < 0 ? before : Math.min(all.size(), from + limit);
        var page = all.subList(from, to);
        headers.set("X-Total-Count", Integer.toString(all.size()));
        if (from > 0 && !page.isEmpty()) {
            headers.add(HttpHeaders.LINK, link(-id.applyAsLong(page.getFirst()), "prev", request));
        }
        if (to < all.size() && !page.isEmpty()) {
            headers.add(HttpHeaders.LINK, link(id.applyAsLong(page.getLast()), "next", request));
        }
        return ResponseEntity.ok().headers(headers).body(page);
    }

    /** Returns how many elements come before the place. */
    private <T> int before(List<T> all, ToLongFunction<T> id) {
        return (int) all.stream()
                .mapToLong(id)
                .filter(element -> element < Math.abs(place) || element == place)
                .count();
    }

    private static String link(long cursor, String relation, HttpServletRequest request) {
        var uri = UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam("cursor", cursor)
                .build(true)
                .toUriString();
        return "<%s>; rel=\"%s\"".formatted(uri, relation);
    }
}
