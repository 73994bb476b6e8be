package org.aigovernancehub.query.listing;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An order that a list can have. Its keys end with a unique one, and all go the same way, so that one comparison of rows finds the next
 * page on an index.
 *
 * @param name what {@code sort} calls it
 */
public record Order(String name, boolean descending, List<Key> keys) {
    public Order {
        keys = List.copyOf(keys);
    }

    /**
     * What is compared.
     *
     * @param column of the result, whose text a cursor keeps
     * @param expression what is sorted by
     * @param type what the text is cast to
     */
    public record Key(String column, String expression, String type) {
        public static Key number(String column) {
            return new Key(column, column, "bigint");
        }

        public static Key time(String column) {
            return new Key(column, column, "timestamptz");
        }

        /** A name, in the order of the ICU root collation. */
        public static Key text(String column) {
            return new Key(column, column + " COLLATE \"und-x-icu\"", "text");
        }
    }

    public static Order ascending(String name, Key... keys) {
        return new Order(name, false, List.of(keys));
    }

    public static Order descending(String name, Key... keys) {
        return new Order(name, true, List.of(keys));
    }

    String orderBy(boolean backward) {
        var direction = descending == backward ? " ASC" : " DESC";
        return keys.stream().map(key -> key.expression() + direction).collect(Collectors.joining(", "));
    }

    /** Returns the comparison with the row that a cursor keeps, a parameter a key. */
    String beyond(boolean backward) {
        var left = keys.stream().map(Key::expression).collect(Collectors.joining(", "));
        var right =
                keys.stream().map(key -> "CAST(? AS %s)".formatted(key.type())).collect(Collectors.joining(", "));
        return "(%s) %s (%s)".formatted(left, descending == backward ? ">" : "<", right);
    }
}
