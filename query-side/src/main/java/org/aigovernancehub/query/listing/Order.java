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
     * @param changing whether a row can get another value, and with it another place
     */
    public record Key(String column, String expression, String type, boolean changing) {
        public static Key number(String column) {
            return new Key(column, column, "bigint", false);
        }

        /** When something happened. */
        public static Key time(String column) {
            return new Key(column, column, "timestamptz", false);
        }

        /** When something happened last. */
        public static Key latest(String column) {
            return new Key(column, column, "timestamptz", true);
        }

        /** A name, in the order of the ICU root collation. */
        public static Key text(String column) {
            return new Key(column, column + " COLLATE \"und-x-icu\"", "text", true);
        }
    }

    public static Order ascending(String name, Key... keys) {
        return new Order(name, false, List.of(keys));
    }

    public static Order descending(String name, Key... keys) {
        return new Order(name, true, List.of(keys));
    }

    /** Whether a row can get another place. */
    boolean isChanging() {
        return keys.stream().anyMatch(Key::changing);
    }

    /** Returns the column that no two rows have the same of. */
    String unique() {
        return keys.getLast().column();
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
