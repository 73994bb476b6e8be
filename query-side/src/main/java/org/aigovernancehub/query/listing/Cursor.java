package org.aigovernancehub.query.listing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a page ends: the keys of its last row, or, going back, of its first. Opaque to clients.
 *
 * @param order the name of the order that it is a place in
 */
record Cursor(
        @JsonProperty("o") String order,
        @JsonProperty("b") boolean backward,
        @JsonProperty("k") List<String> keys) {
    private static final JsonMapper MAPPER = new JsonMapper();
    /** A name of 255 characters, each of which JSON has to write as six. */
    private static final int LONGEST = 4_000;

    /** As the database writes it; connections are in UTC. */
    private static final Pattern TIME =
            Pattern.compile("(?!0000)\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}(\\.\\d{1,6})?\\+00");

    Cursor {
        keys = List.copyOf(keys);
    }

    String encoded() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MAPPER.writeValueAsString(this).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws ProblemException {@code malformed} if it is none that a list in this order has given */
    static Cursor decode(String text, Order order) {
        try {
            if (text.length() <= LONGEST) {
                var json = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                var cursor = MAPPER.readValue(json, Cursor.class);
                if (cursor.order.equals(order.name()) && cursor.fits(order)) {
                    return cursor;
                }
            }
        } catch (IllegalArgumentException | JacksonException | NullPointerException e) {
            // Said below, in words that help.
        }
        throw new ProblemException(
                ProblemType.MALFORMED,
                "cursor: it is none that this list, in this order, has given. Start again without it.");
    }

    private boolean fits(Order order) {
        if (keys.size() != order.keys().size()) {
            return false;
        }
        for (int i = 0; i < keys.size(); i++) {
            if (!isValid(keys.get(i), order.keys().get(i).type())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isValid(String key, String type) {
        return switch (type) {
            case "bigint" -> key.matches("-?\\d{1,18}");
            case "timestamptz" -> TIME.matcher(key).matches() && exists(key);
            default -> key.indexOf('\0') < 0;
        };
    }

    private static boolean exists(String time) {
        try {
            LocalDateTime.parse(time.substring(0, time.indexOf('+')).replace(' ', 'T'));
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }
}
