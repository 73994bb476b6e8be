package org.aigovernancehub.hub.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A hub's OpenAPI document, and whether answers are as it says. */
public final class Contract {
    private static final Set<String> HEADERS = Set.of(
            "X-Correlation-Id",
            "ETag",
            "Location",
            "Link",
            "X-Total-Count",
            "Hub-Position",
            "Hub-Stale",
            "Hub-Damaged-Entities",
            "Idempotent-Replayed",
            "Retry-After",
            "WWW-Authenticate",
            "Set-Cookie");
    /** What a successful answer always has, if it is documented at all. */
    private static final Set<String> ALWAYS = Set.of("X-Correlation-Id", "ETag", "Location", "Hub-Position");

    private final JsonNode document;
    private final SchemaChecker schemas;
    private final List<Operation> operations = new ArrayList<>();
    private final Set<String> succeeded = new ConcurrentSkipListSet<>();

    public Contract(JsonNode document) {
        this.document = document;
        this.schemas = new SchemaChecker(document);
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
    }

    /** @param path with variables in braces */
    public record Operation(String method, String path, JsonNode described) {

        public String id() {
            return described.path("operationId").asString();
        }

        public boolean reads() {
            return method.equals("GET");
        }

        /** Tells whether it is a parameter of the query, the path or the headers. */
        public boolean takes(String in, String name) {
            return !parameter(in, name).isMissingNode();
        }

        public JsonNode parameter(String in, String name) {
            for (var parameter : described.path("parameters")) {
                if (parameter.path("in").asString().equals(in)
                        && parameter.path("name").asString().equals(name)) {
                    return parameter;
                }
            }
            return described.path("nothing");
        }

        public boolean streams() {
            return offers("text/event-stream");
        }

        public boolean offers(String mediaType) {
            return described.at("/responses/200/content").has(mediaType);
        }

        /** The schema of the JSON body; missing where there is none. */
        public JsonNode body() {
            return described.at("/requestBody/content").path("application/json").path("schema");
        }

        public boolean isForm() {
            return !form().isMissingNode();
        }

        /** The schema of the body's fields; missing where it is no form. */
        public JsonNode form() {
            return described.at("/requestBody/content").path(Api.FORM).path("schema");
        }

        public boolean isPublic() {
            return described.path("security").isArray()
                    && described.path("security").isEmpty();
        }

        private boolean matches(String called) {
            return called.matches(path.replaceAll("\\{[^}]*}", "[^/]+"));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    public JsonNode document() {
        return document;
    }

    public SchemaChecker schemas() {
        return schemas;
    }

    public List<Operation> operations() {
        return operations;
    }

    /** The operations that have answered with success so far. */
    public Set<String> succeeded() {
        return succeeded;
    }

    /** Makes a call and asserts that its answer is one that the document has. */
    public Api.Answer call(Api api, String method, String path, @Nullable Object body) {
        var whole = path.startsWith("/api/") || isOutside(path) ? path : "/api/v1" + path;
        var answer = api.call(method, isOutside(whole) ? api.root(whole) : whole, body);
        check(operation(method, whole), answer);
        return answer;
    }

    private static boolean isOutside(String path) {
        return path.equals("/") || path.startsWith("/health") || path.startsWith("/problems");
    }

    public Operation operation(String method, String path) {
        var called = path.replaceFirst("\\?.*", "").replaceFirst("(?<=.)/$", "");
        return operations.stream()
                .filter(operation -> operation.method().equals(method) && operation.matches(called))
                .min(Comparator.comparing(operation -> operation.path().contains("{")))
                .orElseThrow(() -> new AssertionError("%s %s is not documented".formatted(method, path)));
    }

    public void check(Operation operation, Api.Answer answer) {
        var response =
                schemas.resolved(operation.described().path("responses").path(Integer.toString(answer.status())));
        assertThat(response.isMissingNode())
                .as("%s answered %d, which is not documented: %s", operation, answer.status(), answer.body())
                .isFalse();
        checkHeaders(operation, answer, response);
        checkBody(operation, answer, response.path("content"));
        if (answer.status() < 300) {
            succeeded.add(operation.id());
        }
    }

    private static void checkHeaders(Operation operation, Api.Answer answer, JsonNode response) {
        if (answer.status() == 406) {
            return; // what the handler has answered before nobody could write it has left its headers
        }
        for (var header : HEADERS) {
            boolean documented = response.path("headers").has(header);
            boolean there = answer.header(header).isPresent();
            if (there) {
                assertThat(documented)
                        .as("%s answered %d with the header %s", operation, answer.status(), header)
                        .isTrue();
            } else if (documented && ALWAYS.contains(header) && answer.status() < 300) {
                throw new AssertionError(
                        "%s answered %d without the header %s".formatted(operation, answer.status(), header));
            }
        }
    }

    private void checkBody(Operation operation, Api.Answer answer, JsonNode content) {
        if (content.isMissingNode()) {
            assertThat(answer.bytes()).as("%s has no body", operation).isEmpty();
            return;
        }
        var type = answer.header("Content-Type").orElse("").replaceFirst(";.*", "");
        var schema = content.path(type).path("schema");
        assertThat(schema.isMissingNode())
                .as("%s answered %s as %s", operation, answer.body(), type)
                .isFalse();
        switch (type) {
            case "application/json", "application/problem+json" -> checkJson(operation, answer.body(), schema);
            case "application/x-ndjson" -> answer.body().lines().forEach(line -> checkJson(operation, line, schema));
            default -> assertThat(answer.body()).as("%s", operation).isNotEmpty();
        }
    }

    private void checkJson(Operation operation, String body, JsonNode schema) {
        assertThat(schemas.objections(Api.JSON.readTree(body), schema))
                .as("%s answered %s", operation, body)
                .isEmpty();
    }
}
