package org.aigovernancehub.query.listing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The text in which {@code q} searches. The hub folds case itself, so that every database, whatever its locale, finds the same. */
public final class SearchText {
    private static final int SHORTEST = 3;

    private SearchText() {}

    /** Joins texts, a line each, so that nothing is found across two of them. */
    public static String of(@Nullable String... texts) {
        return Arrays.stream(texts)
                .filter(Objects::nonNull)
                .map(SearchText::folded)
                .collect(Collectors.joining("\n"));
    }

    /**
     * Checks a text to be found.
     *
     * @throws ProblemException if it has less than 3 characters, which no index can find
     */
    public static @Nullable String wanted(@Nullable String q) {
        if (q != null && q.codePointCount(0, q.length()) < SHORTEST) {
            throw new ProblemException(ProblemType.INVALID_FIELDS, "q: it must have at least 3 characters.");
        }
        return q;
    }

    static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replace('\n', ' ');
    }
}
