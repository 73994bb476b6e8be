package org.aigovernancehub.hub.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aigovernancehub.hub.openapi.Schemas.Direction;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;

/** Describes one call: what it takes, what it answers, and how it fails. */
final class Operations {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
    private static final int OK = 200;
    private static final int FAILURES = 400;

    private final Schemas schemas;
    private final Texts texts;
    private final Parameters parameters;
    private final Examples examples = new Examples();

    Operations(Schemas schemas, Texts texts) {
        this.schemas = schemas;
        this.texts = texts;
        this.parameters = new Parameters(schemas, texts);
    }

    /** Returns the path with its variables as the rest of the interface would name them. */
    static String path(Endpoint endpoint) {
        return VARIABLE.matcher(endpoint.path())
                .replaceAll(variable -> Matcher.quoteReplacement("{%s}".formatted(Schemas.snake(variable.group(1)))));
    }

    Operation of(Endpoint endpoint) {
        var annotation = endpoint.operation();
        var operation = new Operation()
                .operationId(endpoint.operationId())
                .summary(annotation.summary())
                .tags(endpoint.tags());
        if (!annotation.description().isEmpty()) {
            operation.description(annotation.description());
        }
        var body = body(endpoint);
        if (body != null) {
            operation.requestBody(body);
        }
        var call = new Call(endpoint, parameters.declaredBy(endpoint), body == null ? null : resolved(body));
        var taken = new ArrayList<>(call.parameters());
        taken.addAll(parameters.of(call));
        if (!taken.isEmpty()) {
            operation.parameters(taken);
        }
        if (endpoint.isPublic()) {
            operation.security(new ArrayList<>());
        }
        return operation.responses(responses(call));
    }

    private Schema<?> resolved(RequestBody body) {
        return schemas.resolve(body.getContent().values().iterator().next().getSchema());
    }

    private @Nullable RequestBody body(Endpoint endpoint) {
        if (endpoint.isForm()) {
            return form(endpoint);
        }
        var declared = endpoint.body().orElse(null);
        if (declared == null) {
            return null;
        }
        var schema = schemas.of(declared.getAnnotatedType(), Direction.SENT);
        var annotation = Objects.requireNonNull(
                declared.getAnnotation(org.springframework.web.bind.annotation.RequestBody.class));
        return new RequestBody().content(content(JSON, withoutNull(schema))).required(annotation.required());
    }

    /** A body that need not be there is left out, not null. */
    private static Schema<?> withoutNull(Schema<?> schema) {
        return schema.getAnyOf() == null ? schema : schema.getAnyOf().getFirst();
    }

    private RequestBody form(Endpoint endpoint) {
        var form = Schemas.json("object");
        endpoint.parametersWith(RequestParam.class).forEach(field -> {
            var name = Parameters.annotation(field, RequestParam.class).name();
            var schema = schemas.plain(field.getAnnotatedType(), Direction.SENT);
            schema.setDescription(texts.parameter(name));
            form.addProperty(name, schema);
            form.addRequiredItem(name);
        });
        var type = endpoint.consumes().iterator().next().toString();
        return new RequestBody().content(content(type, form)).required(true);
    }

    private ApiResponses responses(Call call) {
        var responses = new TreeMap<Integer, ApiResponse>();
        Problems.statuses(call).forEach(status -> responses.put(status, Problems.reference(status)));
        boolean succeeds = false;
        for (var declared : call.endpoint().declaredResponses()) {
            int status = Integer.parseInt(declared.responseCode());
            succeeds |= status < FAILURES;
            responses.put(
                    status,
                    status < FAILURES
                            ? success(call, status, declared)
                            : Problems.response(status, declared.description()));
        }
        if (!succeeds) {
            responses.put(OK, success(call, OK, null));
        }
        var all = new ApiResponses();
        responses.forEach((status, response) -> all.addApiResponse(Integer.toString(status), response));
        return all;
    }

    private ApiResponse success(
            Call call, int status, io.swagger.v3.oas.annotations.responses.@Nullable ApiResponse declared) {
        var response = new ApiResponse().description(description(status, declared));
        var content = declared == null ? new Content() : declared(declared.content());
        if (content.isEmpty()) {
            content = answered(call.endpoint());
        }
        if (!content.isEmpty()) {
            response.content(content);
        }
        for (var header : Headers.of(call, status)) {
            response.addHeaderObject(header.header(), header.reference());
        }
        if (declared != null) {
            for (var header : declared.headers()) {
                response.addHeaderObject(
                        header.name(), Headers.of(header.name()).reference());
            }
        }
        return response;
    }

    private static String description(
            int status, io.swagger.v3.oas.annotations.responses.@Nullable ApiResponse declared) {
        if (declared != null && !declared.description().isEmpty()) {
            return declared.description();
        }
        return switch (status) {
            case 201 -> "Made";
            case 202 -> "Asked for";
            case 204 -> "Done";
            default -> "Answered";
        };
    }

    private Content declared(io.swagger.v3.oas.annotations.media.Content[] declared) {
        var content = new Content();
        for (var one : declared) {
            var items = one.array().schema().implementation();
            var whole = one.schema().implementation();
            Schema<?> schema;
            if (items != Void.class) {
                schema = Schemas.json("array");
                schema.setItems(schemas.of(items, Direction.ANSWERED));
            } else if (whole != Void.class) {
                schema = schemas.of(whole, Direction.ANSWERED);
            } else {
                schema = Schemas.json(
                        one.schema().type().isEmpty() ? "string" : one.schema().type());
            }
            content.putAll(content(one.mediaType().isEmpty() ? JSON : one.mediaType(), schema));
        }
        return content;
    }

    private Content answered(Endpoint endpoint) {
        var type = endpoint.answered();
        if (type == null) {
            return new Content();
        }
        var schema = schemas.of(type, Direction.ANSWERED);
        if (!endpoint.lists()) {
            return content(JSON, schema);
        }
        var array = Schemas.json("array");
        array.setItems(schema);
        var content = content(JSON, array);
        if (endpoint.exports()) {
            var rows = Schemas.json("string");
            rows.setDescription("RFC 4180, with a header; what is no text is written as JSON.");
            content.addMediaType("text/csv", new MediaType().schema(rows));
            content.addMediaType("application/x-ndjson", new MediaType().schema(schema));
        }
        return content;
    }

    private Content content(String mediaType, Schema<?> schema) {
        var media = new MediaType().schema(schema);
        examples.of(schema).ifPresent(media::setExample);
        return new Content().addMediaType(mediaType, media);
    }

    static List<String> required(Schema<?> schema) {
        return Objects.requireNonNullElse(schema.getRequired(), List.of());
    }
}
