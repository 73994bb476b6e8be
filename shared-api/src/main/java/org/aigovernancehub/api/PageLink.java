package org.aigovernancehub.api;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Values of {@code Link} headers: the same list from another place on. */
public final class PageLink {
    private static final String CURSOR = "cursor";

    private PageLink() {}

    /**
     * Returns a value of a {@code Link} header.
     *
     * @param query of the call, as it came; null where there was none
     * @param cursor of characters that an address may have
     * @param relation {@code next} or {@code prev}
     */
    public static String of(String path, @Nullable String query, String cursor, String relation) {
        var parameters = new ArrayList<String>();
        if (query != null) {
            for (var parameter : query.split("&")) {
                if (!parameter.isEmpty() && !isCursor(parameter)) {
                    parameters.add(parameter);
                }
            }
        }
        parameters.add(CURSOR + "=" + cursor);
        return "<%s?%s>; rel=\"%s\"".formatted(path, String.join("&", parameters), relation);
    }

    private static boolean isCursor(String parameter) {
        return parameter.equals(CURSOR) || parameter.startsWith(CURSOR + "=");
    }
}
