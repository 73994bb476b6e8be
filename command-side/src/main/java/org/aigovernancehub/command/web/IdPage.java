package org.aigovernancehub.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.ToLongFunction;
import org.aigovernancehub.api.PageLink;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * A page of a short list in the order of ids. Users, tokens and saved views are counted in hundreds, so pages are cut from the whole
 * list.
 *
 * @param place an id: the page begins after it, or, going backward, ends before it; 0 for the first page
 * @param limit how many; null for all
 */
public record IdPage(long place, boolean backward, @Nullable Integer limit) {
    private static final int LARGEST = 500;

    /** In front of an id, in cursors that go back. */
    private static final String BACKWARD = "b";

    /** Reads what a call asks for; null where it does not. */
    public static IdPage of(@Nullable Integer limit, @Nullable String cursor) {
        if (limit != null && (limit < 1 || limit > LARGEST)) {
            throw new ProblemException(ProblemType.MALFORMED, "'limit' must be from 1 to 500.");
        }
        if (cursor != null && !cursor.matches(BACKWARD + "?[0-9]{1,18}")) {
            throw new ProblemException(ProblemType.MALFORMED, "'cursor' is none that this list has given.");
        }
        if (cursor == null) {
            return new IdPage(0, false, limit);
        }
        boolean backward = cursor.startsWith(BACKWARD);
        return new IdPage(Long.parseLong(backward ? cursor.substring(BACKWARD.length()) : cursor), backward, limit);
    }

    /** @param all the whole list, by id */
    public <T> ResponseEntity<List<T>> answer(
            List<T> all, ToLongFunction<T> id, long position, HttpServletRequest request) {
        var headers = new HttpHeaders();
        headers.set("Hub-Position", Long.toString(position));
        if (limit == null) {
            return ResponseEntity.ok().headers(headers).body(all);
        }
        int before = before(all, id);
        int from = backward ? Math.max(0, before - limit) : before;
        int to = backward ? before : Math.min(all.size(), from + limit);
        var page = all.subList(from, to);
        headers.set("X-Total-Count", Integer.toString(all.size()));
        if (from > 0 && !page.isEmpty()) {
            headers.add(HttpHeaders.LINK, link(BACKWARD + id.applyAsLong(page.getFirst()), "prev", request));
        }
        if (to < all.size() && !page.isEmpty()) {
            headers.add(HttpHeaders.LINK, link(Long.toString(id.applyAsLong(page.getLast())), "next", request));
        }
        return ResponseEntity.ok().headers(headers).body(page);
    }

    /** Returns how many elements come before the place. */
    private <T> int before(List<T> all, ToLongFunction<T> id) {
        return (int) all.stream()
                .mapToLong(id)
                .filter(element -> element < place || (element == place && !backward))
                .count();
    }

    /** Returns the value of a {@code Link} header: the same call from another place on. */
    public static String link(String cursor, String relation, HttpServletRequest request) {
        return PageLink.of(request.getRequestURI(), request.getQueryString(), cursor, relation);
    }
}
