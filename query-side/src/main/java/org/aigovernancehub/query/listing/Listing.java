package org.aigovernancehub.query.listing;

import java.util.List;
import org.aigovernancehub.query.read.ReadCall;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a call of a list, still to be read; controllers return it. A page where the call has a limit, else the whole list,
 * streamed.
 *
 * @param <T> the element
 * @param columns of the CSV form, by their names on the wire; empty where the list has JSON only
 * @param defaultLimit of the JSON form; null streams the whole list
 */
public record Listing<T>(
        ReadCall call,
        PageRequest page,
        ListQuery<T> query,
        List<String> columns,
        @Nullable Integer defaultLimit) {
    public Listing {
        columns = List.copyOf(columns);
    }

    /** A list that is answered as JSON. */
    public static <T> Listing<T> of(ReadCall call, PageRequest page, ListQuery<T> query) {
        return new Listing<>(call, page, query, List.of(), null);
    }

    /** The same list, as CSV and NDJSON too. */
    public Listing<T> exportable(String... csvColumns) {
        return new Listing<>(call, page, query, List.of(csvColumns), defaultLimit);
    }

    /** The same list, in pages of this size where JSON is asked for without a limit. */
    public Listing<T> inPagesOf(int limit) {
        return new Listing<>(call, page, query, columns, limit);
    }
}
