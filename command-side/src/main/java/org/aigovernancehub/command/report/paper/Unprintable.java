package org.aigovernancehub.command.report.paper;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The characters that were printed by their numbers. */
public final class Unprintable {
    private final Map<Integer, Integer> counts = new TreeMap<>();

    /** One character, by number and name, and how often it was met. */
    public record Entry(String number, String name, int count) {}

    void add(int codePoint) {
        counts.merge(codePoint, 1, Integer::sum);
    }

    public List<Entry> entries() {
        return counts.entrySet().stream()
                .map(entry -> new Entry(
                        "U+%04X".formatted(entry.getKey()),
                        Objects.requireNonNullElse(Character.getName(entry.getKey()), "not assigned"),
                        entry.getValue()))
                .toList();
    }
}
