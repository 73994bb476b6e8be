package org.aigovernancehub.hub.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.hub.web.ProblemResponses;
import org.aigovernancehub.hub.web.filter.RoleRoutingFilter.Kind;
import org.springframework.http.HttpStatus;

/** How calls fail: the one form of problems, and which statuses a call can answer. */
final class Problems {
    static final String SCHEMA = "Problem";

    private static final String JSON = "application/problem+json";
    private static final String RESPONSES = "#/components/responses/";
    private static final Set<Integer> PASSING = Set.of(409, 429, 503);

    private Problems() {}

    static ApiResponse reference(int status) {
        return new ApiResponse().$ref(RESPONSES + name(status));
    }

    /** A problem that means something particular to one operation. */
    static ApiResponse response(int status, String description) {
        var response = new ApiResponse()
                .description(description)
                .content(new Content().addMediaType(JSON, new MediaType().schema(Schemas.reference(SCHEMA))))
                .addHeaderObject(Headers.CORRELATION_ID.header(), Headers.CORRELATION_ID.reference());
        if (PASSING.contains(status)) {
            response.addHeaderObject(Headers.RETRY_AFTER.header(), Headers.RETRY_AFTER.reference());
        }
        if (status == ProblemType.UNAUTHENTICATED.status()) {
            response.addHeaderObject(Headers.WWW_AUTHENTICATE.header(), Headers.WWW_AUTHENTICATE.reference());
        }
        if (status == 403 || status == 409) {
            // Refusals that are recorded reflect their own event.
            response.addHeaderObject(Headers.HUB_POSITION.header(), Headers.HUB_POSITION.reference());
            response.addHeaderObject(Headers.ETAG.header(), Headers.ETAG.reference());
            response.addHeaderObject(Headers.REPLAYED.header(), Headers.REPLAYED.reference());
        }
        return response;
    }

    /** Returns which statuses a call can fail with. */
    static Set<Integer> statuses(Call call) {
        var endpoint = call.endpoint();
        boolean body = call.body() != null;
        boolean byOneRole = endpoint.servedBy() != Kind.BOTH;
        var statuses = new TreeSet<>(Set.of(400, 406));
        addIf(!endpoint.isPublic(), 401, statuses);
        addIf(!endpoint.isPublic(), 403, statuses);
        addIf(call.namesSomething(), 404, statuses);
        addIf(
                call.isIdempotent()
                        || call.isConditional()
                        || call.takes("query", "after")
                        || call.takes("query", "at")
                        || endpoint.streams(),
                409,
                statuses);
        addIf(call.isConditional(), 412, statuses);
        addIf(!endpoint.reads(), 413, statuses);
        addIf(body, 415, statuses);
        addIf(byOneRole, 421, statuses);
        addIf(body || call.isIdempotent() || call.takesChoice(), 422, statuses);
        addIf(endpoint.lists() || endpoint.streams(), 429, statuses);
        addIf(byOneRole, 503, statuses);
        return statuses;
    }

    private static void addIf(boolean applies, int status, Set<Integer> statuses) {
        if (applies) {
            statuses.add(status);
        }
    }

    static void addTo(Components components, Schemas schemas) {
        byStatus()
                .forEach((status, types) -> components.addResponses(
                        name(status),
                        response(
                                status,
                                types.stream()
                                        .map(type -> "`%s`: %s".formatted(type.slug(), type.meaning()))
                                        .collect(Collectors.joining("\n\n")))));
        schemas.add("FieldError", fieldError());
        schemas.add(SCHEMA, problem());
    }

    /** Leaves out what no described call answers, and what none should. */
    private static Map<Integer, List<ProblemType>> byStatus() {
        var types = Arrays.stream(ProblemType.values())
                .filter(type -> type != ProblemType.METHOD_NOT_ALLOWED && type != ProblemType.INTERNAL)
                .collect(Collectors.groupingBy(ProblemType::status, LinkedHashMap::new, Collectors.toList()));
        // Existing clients expect taken names of organisations, policies and users here.
        types.computeIfPresent(
                400,
                (_, malformed) -> java.util.stream.Stream.concat(
                                malformed.stream(), java.util.stream.Stream.of(ProblemType.DUPLICATE))
                        .toList());
        return types;
    }

    private static String name(int status) {
        return HttpStatus.valueOf(status).getReasonPhrase().replace(" ", "");
    }

    private static Schema<?> fieldError() {
        var error = Schemas.json("object");
        error.setDescription("One wrong member of a body.");
        error.addProperty("pointer", described(Schemas.json("string"), "A JSON pointer to the member."));
        error.addProperty("detail", described(Schemas.json("string"), "What is wrong with it."));
        error.setRequired(List.of("pointer", "detail"));
        return error;
    }

    private static Schema<?> problem() {
        var type = described(Schemas.json("string"), "What kind of problem it is; documented at this address.");
        Limits.setEnum(
                type,
                Arrays.stream(ProblemType.values())
                        .map(known -> ProblemResponses.uri(known).toString())
                        .toList());
        var problem = Schemas.json("object");
        problem.setDescription(
                "A failure, after RFC 9457. Which of the optional members there are depends on the type.");
        problem.addProperty("type", type);
        problem.addProperty("title", described(Schemas.json("string"), "The type in a few words."));
        problem.addProperty("status", described(Schemas.json("integer"), "The HTTP status."));
        problem.addProperty("detail", described(Schemas.json("string"), "What happened, and what to do about it."));
        problem.addProperty("instance", described(Schemas.json("string"), "The path that was called."));
        problem.addProperty("errors", described(array(Schemas.reference("FieldError")), "Every wrong member."));
        problem.addProperty(
                "id", described(Schemas.json("integer"), "Of a duplicate: the id of what is there already."));
        problem.addProperty("retry_after", described(Schemas.json("integer"), "After how many seconds to repeat."));
        problem.addProperty(
                "violations",
                described(
                        array(Schemas.reference("Objection")),
                        "Of a policy violation: what every failing policy found, by policy id."));
        problem.addProperty(
                "violation_ids",
                described(
                        array(Schemas.json("integer")),
                        "Of a policy violation: the ids of the records, in the same order."));
        problem.addProperty(
                "warnings",
                described(
                        array(Schemas.reference("Objection")),
                        "Of a policy violation: what policies found that only warn."));
        problem.setRequired(List.of("type", "title", "status", "detail"));
        return problem;
    }

    private static Schema<?> array(Schema<?> items) {
        var array = Schemas.json("array");
        array.setItems(items);
        return array;
    }

    private static Schema<?> described(Schema<?> schema, String description) {
        schema.setDescription(description);
        return schema;
    }
}
