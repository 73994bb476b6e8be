package org.aigovernancehub.query.read;

import java.util.List;

/**
 * Keys as a condition of a statement. It takes a power of two of them, the last one repeated where there are fewer, so that there are few
 * statements, which connections keep prepared. A list of parameters and not an array: how many there are is part of the statement, so
 * that PostgreSQL keeps one plan for it instead of planning anew each time.
 *
 * @param size how many parameters the condition has
 */
public record Keys(int size) {
    /** Returns what takes so many keys, one or more. */
    public static Keys of(int count) {
        return new Keys(count == 1 ? 1 : 2 * Integer.highestOneBit(count - 1));
    }

    /** Returns the condition, to be put after a column's name. */
    public String in() {
        return " IN (?" + ", ?".repeat(size - 1) + ")";
    }

    /** Returns the keys as the condition's parameters. */
    public <K> List<K> filled(List<K> keys) {
        var last = keys.getLast();
        return java.util.stream.IntStream.range(0, size)
                .mapToObj(index -> index < keys.size() ? keys.get(index) : last)
                .toList();
    }
}
