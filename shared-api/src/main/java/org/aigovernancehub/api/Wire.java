package org.aigovernancehub.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** An enumeration whose constants travel, and are stored, in lower snake case: {@code UNDER_REVIEW} as {@code under_review}. */
public interface Wire {

    /** Returns the constant's Java name; every enumeration has it. */
    String name();

    /** Returns the name that clients and rows see. */
    @JsonValue
    default String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds the constant with this name on the wire; empty where there is none. */
    static <E extends Enum<E> & Wire> Optional<E> find(Class<E> type, String wire) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.wire().equals(wire))
                .findFirst();
    }

    /** Returns the constant with this name on the wire; for stored values, which were checked when they were written. */
    static <E extends Enum<E> & Wire> E of(Class<E> type, String wire) {
        return find(type, wire)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'%s' is no %s; known: %s".formatted(wire, type.getSimpleName(), names(type))));
    }

    /** Lists the names on the wire, in order, for a sentence such as "one of a, b, c". */
    static <E extends Enum<E> & Wire> String names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Wire::wire).collect(Collectors.joining(", "));
    }
}
