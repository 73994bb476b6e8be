package org.aigovernancehub.api;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One member of a merge patch (RFC 7396): absent leaves the value, null clears it, anything else replaces it.
 *
 * @param given whether the member was in the body at all
 * @param value what it held; null clears
 */
public record Patch<T>(boolean given, @Nullable T value) {

    /** The member was not in the body. */
    public static <T> Patch<T> absent() {
        return new Patch<>(false, null);
    }

    /** The member was in the body, null included. */
    public static <T> Patch<T> of(@Nullable T value) {
        return new Patch<>(true, value);
    }

    /** Returns the value after this patch, for an optional field. */
    public @Nullable T orKeep(@Nullable T current) {
        return given ? value : current;
    }

    /** Returns the value after this patch, for a required field; validation has refused null before. */
    public T orKeepRequired(T current) {
        return given ? Objects.requireNonNull(value, "null for a required member") : current;
    }

    /** Maps the value, where there is one. */
    public <R> Patch<R> map(Function<T, R> mapper) {
        return new Patch<>(given, value == null ? null : mapper.apply(value));
    }
}
