package org.aigovernancehub.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One field that an event changed, readable in the trail without the events before it.
 *
 * @param field the name on the wire
 * @param from the value before, as text; null where there was none
 * @param to the value after, as text; null where it was cleared
 */
public record FieldChange(
        String field, @Nullable String from, @Nullable String to) {

    /** Returns the value after, of a field that cannot be cleared. */
    public String required() {
        return Objects.requireNonNull(to, field);
    }

    /** Collects the fields that differ between two states. */
    public static final class Differences {
        private final List<FieldChange> changes = new ArrayList<>();

        /** Compares one field; enumerations are written by their name on the wire. */
        public Differences field(String name, @Nullable Object from, @Nullable Object to) {
            if (!Objects.equals(from, to)) {
                changes.add(new FieldChange(name, text(from), text(to)));
            }
            return this;
        }

        public List<FieldChange> list() {
            return List.copyOf(changes);
        }

        private static @Nullable String text(@Nullable Object value) {
            return switch (value) {
                case null -> null;
                case Wire wire -> wire.wire();
                default -> value.toString();
            };
        }
    }
}
