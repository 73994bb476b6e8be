package org.aigovernancehub.hub.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.command.pipeline.CommandCall;

/** The headers of answers, each a component. */
enum Headers {
    CORRELATION_ID(
            "X-Correlation-Id",
            "Ties the answer to the log and to the events that the call has caused; the call's own, if it brought one.",
            Schemas.json("string")),
    HUB_POSITION(
            "Hub-Position",
            "The position of the last event that the answer reflects, of all organisations.",
            Schemas.json("integer")),
    ETAG("ETag", "The resource's version, in quotes; for If-Match.", Schemas.json("string")),
    LOCATION("Location", "Where what was made can be read.", Schemas.json("string")),
    LINK(
            "Link",
            "Leads to the page before (rel=\"prev\") and to the next one (rel=\"next\"), where there are such.",
            Schemas.json("string")),
    TOTAL(
            "X-Total-Count",
            "Of a page: how many the whole list has; exact to 10,000, then 10000+.",
            Schemas.json("string")),
    STALE("Hub-Stale", "true where the answer may not reflect every event that it should.", Schemas.json("string")),
    DAMAGED(
            "Hub-Damaged-Entities",
            "How many entities that the answer may include are not up to date.",
            Schemas.json("integer")),
    REPLAYED(
            "Idempotent-Replayed",
            "true where this is the kept answer to an earlier call with the same key.",
            Schemas.json("string")),
    SET_COOKIE("Set-Cookie", "The session's cookie.", Schemas.json("string")),
    RETRY_AFTER("Retry-After", "After how many seconds to repeat.", Schemas.json("integer")),
    WWW_AUTHENTICATE("WWW-Authenticate", "How to sign in.", Schemas.json("string"));

    private static final String COMPONENTS = "#/components/headers/";

    private final String header;
    private final String description;
    private final Schema<?> schema;

    Headers(String header, String description, Schema<?> schema) {
        this.header = header;
        this.description = description;
        this.schema = schema;
    }

    String header() {
        return header;
    }

    Header reference() {
        return new Header().$ref(COMPONENTS + header);
    }

    static Headers of(String header) {
        return java.util.Arrays.stream(values())
                .filter(known -> known.header.equalsIgnoreCase(header))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no header is called " + header));
    }

    static void addTo(Components components) {
        for (var header : values()) {
            components.addHeaders(
                    header.header, new Header().description(header.description).schema(header.schema));
        }
    }

    /** Returns those that a successful answer of a call may have. */
    static List<Headers> of(Call call, int status) {
        var endpoint = call.endpoint();
        var headers = new ArrayList<Headers>();
        headers.add(CORRELATION_ID);
        if (reflectsEvents(call)) {
            headers.add(HUB_POSITION);
        }
        if ((!endpoint.reads() && endpoint.returnsBytes()) || isOneResource(endpoint)) {
            headers.add(ETAG);
        }
        if (status == 201 && endpoint.returnsBytes()) {
            headers.add(LOCATION);
        }
        if (call.takes("query", "limit")) {
            headers.add(LINK);
            headers.add(TOTAL);
        }
        if (endpoint.readsModels()) {
            headers.add(STALE);
            headers.add(DAMAGED);
        }
        if (call.isIdempotent()) {
            headers.add(REPLAYED);
        }
        return headers;
    }

    private static boolean reflectsEvents(Call call) {
        var endpoint = call.endpoint();
        return endpoint.readsModels()
                || endpoint.takes(CommandCall.class)
                || call.takes("query", "at")
                || (endpoint.takes(Caller.class) && (isOneResource(endpoint) || call.takes("query", "limit")))
                || (!endpoint.reads() && endpoint.returnsBytes());
    }

    private static boolean isOneResource(Endpoint endpoint) {
        return endpoint.reads() && endpoint.inApi() && endpoint.path().endsWith("}");
    }
}
