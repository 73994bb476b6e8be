package org.aigovernancehub.hub.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.aigovernancehub.hub.e2e.Api.Answer;
import tools.jackson.databind.JsonNode;

/** Lists, read page by page as their links say. */
final class Pages {
    private static final Pattern LINK = Pattern.compile("<([^>]*)>; rel=\"(\\w+)\"");

    private Pages() {}

    /** The path of another page; empty where this is the last one in that direction. */
    static Optional<String> link(Answer answer, String relation) {
        return answer.headers().allValues("Link").stream()
                .map(LINK::matcher)
                .filter(matcher -> matcher.matches() && matcher.group(2).equals(relation))
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    /** All pages from a first one on. */
    static List<Answer> forward(Api api, String first) {
        return follow(api, api.get(first).expect(200), "next");
    }

    /** All pages from a last one back to the first; in the order in which they were read. */
    static List<Answer> backward(Api api, Answer last) {
        return follow(api, last, "prev");
    }

    private static List<Answer> follow(Api api, Answer start, String relation) {
        var pages = new ArrayList<Answer>();
        pages.add(start);
        for (var next = link(start, relation); next.isPresent(); next = link(pages.getLast(), relation)) {
            assertThat(pages.size()).as("pages of " + start.call()).isLessThan(1_000);
            pages.add(api.get(next.get()).expect(200));
        }
        return pages;
    }

    static List<JsonNode> elements(Answer page) {
        var elements = new ArrayList<JsonNode>();
        page.json().forEach(elements::add);
        return elements;
    }

    /** The ids of one page, or of a whole list. */
    static List<Long> ids(Answer page) {
        return elements(page).stream()
                .map(element -> element.path("id").asLong())
                .toList();
    }

    static List<Long> ids(List<Answer> pages) {
        return pages.stream().flatMap(page -> ids(page).stream()).toList();
    }

    /** The ids of a list, read at once. */
    static List<Long> ids(Api api, String path) {
        return ids(api.get(path).expect(200));
    }
}
