package org.aigovernancehub.query.listing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aigovernancehub.api.PageLink;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.query.listing.ListQuery.Keyed;
import org.aigovernancehub.query.read.ReadGate;
import org.aigovernancehub.query.read.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes lists. A whole list goes out in chunks, each read in a short transaction of its own, so that memory stays flat and no
 * snapshot is held while a client reads slowly. If reading fails midway the connection breaks off: a short list that looks whole would be
 * a lie.
 */
@Component
public final class ListingWriter {
    private static final int CHUNK = 1_000;
    private static final int EXPORTS_AT_ONCE = 4;

    private final ReadGate gate;
    private final JsonMapper mapper;
    private final Semaphore exports = new Semaphore(EXPORTS_AT_ONCE);

    ListingWriter(ReadGate gate, JsonMapper mapper) {
        this.gate = gate;
        this.mapper = mapper;
    }

    /** Answers a call of a list. */
    public <T> void write(Listing<T> listing, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var mediaType = negotiated(listing);
        var format = ListFormat.of(mediaType, mapper, listing.columns());
        boolean json = mediaType.equals(ListFormat.JSON);
        var limit = listing.page().limit() == null && json
                ? listing.defaultLimit()
                : listing.page().limit();
        boolean head = request.getMethod().equals("HEAD");
        if (limit != null) {
            page(listing, limit, format, head, response);
        } else if (listing.page().cursor() != null) {
            throw new ProblemException(ProblemType.MALFORMED, "cursor: it goes with limit.");
        } else {
            export(listing, format, head, response);
        }
    }

    private <T> void page(Listing<T> listing, int limit, ListFormat format, boolean head, HttpServletResponse response)
            throws IOException {
        var query = listing.query();
        var text = listing.page().cursor();
        var cursor = text == null ? null : Cursor.decode(text, query.order());
        var reading = gate.read(
                listing.call(),
                snapshot -> new Page<>(query.fetch(snapshot, cursor, limit + 1, null), query.total(snapshot)));
        var page = reading.value().ordered(cursor, limit);
        apply(reading.headers(true), response);
        response.setHeader("X-Total-Count", reading.value().total());
        links(listing, page, cursor, reading.value().rows().size() > limit)
                .forEach(link -> response.addHeader(HttpHeaders.LINK, link));
        response.setContentType(format.contentType());
        if (!head) {
            var out = writer(response);
            format.begin(out);
            write(page, format, out);
            format.end(out);
            out.close();
        }
    }

    private <T> void export(Listing<T> listing, ListFormat format, boolean head, HttpServletResponse response)
            throws IOException {
        var query = listing.query();
        var first = gate.read(listing.call(), snapshot -> query.fetch(snapshot, null, CHUNK, snapshot.position()));
        if (head || first.value().size() < CHUNK) {
            chunks(first, List.of(first.value()).iterator(), format, head, response);
            return;
        }
        if (!exports.tryAcquire()) {
            throw new ProblemException(
                            ProblemType.TOO_MANY_REQUESTS,
                            "This hub is writing %d exports already. Wait, or read pages with 'limit'."
                                    .formatted(EXPORTS_AT_ONCE))
                    .with("retry_after", 5);
        }
        try {
            if (query.order().isChanging()) {
                var ids = gate.read(listing.call(), query::ids);
                chunks(ids, byId(listing, ids), format, false, response);
            } else {
                chunks(first, byPlace(listing, first), format, false, response);
            }
        } finally {
            exports.release();
        }
    }

    /** Goes on from the last row of each chunk. */
    private <T> Iterator<List<Keyed<T>>> byPlace(Listing<T> listing, Reading<List<Keyed<T>>> first) {
        return Stream.iterate(
                        first.value(), chunk -> !chunk.isEmpty(), chunk -> after(chunk, listing, first.position()))
                .iterator();
    }

    private <T> List<Keyed<T>> after(List<Keyed<T>> chunk, Listing<T> listing, long end) {
        if (chunk.size() < CHUNK) {
            return List.of();
        }
        var query = listing.query();
        var at = new Cursor(query.order().name(), false, chunk.getLast().keys());
        return gate.readOn(listing.call(), end, snapshot -> query.fetch(snapshot, at, CHUNK, end))
                .value();
    }

    /** Goes by the order that there was: a row that changes meanwhile would else be passed by, or met again. */
    private <T> Iterator<List<Keyed<T>>> byId(Listing<T> listing, Reading<long[]> ids) {
        var all = ids.value();
        return IntStream.iterate(0, from -> from < all.length, from -> from + CHUNK)
                .mapToObj(from -> Arrays.stream(all, from, Math.min(from + CHUNK, all.length))
                        .boxed()
                        .toArray(Long[]::new))
                .map(some -> gate.readOn(
                                listing.call(),
                                ids.position(),
                                snapshot -> listing.query().fetch(snapshot, some))
                        .value())
                .iterator();
    }

    private static <T> void chunks(
            Reading<?> began,
            Iterator<List<Keyed<T>>> chunks,
            ListFormat format,
            boolean head,
            HttpServletResponse response)
            throws IOException {
        apply(began.headers(true), response);
        response.setContentType(format.contentType());
        if (head) {
            return;
        }
        // Not in a try that closes it: closing would end the answer as if it were whole.
        var out = writer(response);
        format.begin(out);
        while (chunks.hasNext()) {
            write(chunks.next(), format, out);
        }
        format.end(out);
        out.close();
    }

    private static <T> void write(List<Keyed<T>> rows, ListFormat format, Writer out) throws IOException {
        for (var row : rows) {
            format.element(java.util.Objects.requireNonNull(row.row()), out);
        }
    }

    private static Writer writer(HttpServletResponse response) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), 16_384);
    }

    private static void apply(HttpHeaders headers, HttpServletResponse response) {
        headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }

    private static <T> List<String> links(
            Listing<T> listing, List<Keyed<T>> page, @Nullable Cursor cursor, boolean more) {
        var links = new ArrayList<String>();
        if (page.isEmpty()) {
            return links;
        }
        boolean backward = cursor != null && cursor.backward();
        if (backward ? more : cursor != null) {
            links.add(link(listing, true, page.getFirst(), "prev"));
        }
        if (backward || more) {
            links.add(link(listing, false, page.getLast(), "next"));
        }
        return links;
    }

    private static <T> String link(Listing<T> listing, boolean backward, Keyed<T> place, String relation) {
        var cursor = new Cursor(listing.query().order().name(), backward, place.keys());
        return PageLink.of(listing.call().path(), listing.call().query(), cursor.encoded(), relation);
    }

    /** Finds the form that the client likes best of those that the list has. */
    private static <T> String negotiated(Listing<T> listing) {
        var offered = listing.columns().isEmpty()
                ? List.of(ListFormat.JSON)
                : List.of(ListFormat.JSON, ListFormat.CSV, ListFormat.NDJSON);
        if (listing.call().accept().isEmpty()) {
            return ListFormat.JSON;
        }
        for (var accepted : parsed(listing.call().accept())) {
            for (var type : offered) {
                if (accepted.getQualityValue() > 0 && accepted.includes(MediaType.parseMediaType(type))) {
                    return type;
                }
            }
        }
        throw new ProblemException(
                ProblemType.NOT_ACCEPTABLE, "This is available as %s.".formatted(String.join(", ", offered)));
    }

    private static List<MediaType> parsed(List<String> accept) {
        try {
            var types = new ArrayList<>(MediaType.parseMediaTypes(accept));
            org.springframework.util.MimeTypeUtils.sortBySpecificity(types);
            types.sort(java.util.Comparator.comparingDouble(MediaType::getQualityValue)
                    .reversed());
            return types;
        } catch (InvalidMediaTypeException e) {
            throw new ProblemException(ProblemType.NOT_ACCEPTABLE, "The header Accept could not be read.");
        }
    }

    /** @param rows one more than asked for, where there are more; in the order in which they were read */
    private record Page<T>(List<Keyed<T>> rows, String total) {
        /** Returns the page in the order of the list, whichever way it was read. */
        List<Keyed<T>> ordered(@Nullable Cursor cursor, int limit) {
            var page = new ArrayList<>(rows.size() > limit ? rows.subList(0, limit) : rows);
            if (cursor != null && cursor.backward()) {
                Collections.reverse(page);
            }
            return page;
        }
    }
}
