package org.aigovernancehub.hub.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A client of a hub: somebody's, by a bearer token, or nobody's. Immutable; paths are relative to {@code /api/v1} or, with a scheme, whole. */
public final class Api {
    public static final JsonMapper JSON = JsonMapper.builder().build();

    /** The media type of a form. */
    public static final String FORM = "application/x-www-form-urlencoded";

    private static final int REPETITIONS = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final URI base;
    private final HttpClient client;
    private final List<String> headers;

    private final boolean patient;

    private Api(URI base, HttpClient client, List<String> headers, boolean patient) {
        this.base = base;
        this.client = client;
        this.headers = List.copyOf(headers);
        this.patient = patient;
    }

    /** Nobody's client of the hub at a URL such as {@code http://127.0.0.1:8000}. */
    public static Api of(URI base) {
        return new Api(base, CLIENT, List.of(), false);
    }

    /** The same, for who brings a token. */
    public Api as(String token) {
        return new Api(base, client, List.of("Authorization", "Bearer " + token), patient);
    }

    /** The same, with a header more in every call. */
    public Api with(String header, String value) {
        var more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new Api(base, client, more, patient);
    }

    /** The same, for a browser with the cookie of the session that was answered. */
    public Api withSession(Answer opened) {
        return with("Cookie", opened.header("Set-Cookie").orElseThrow().replaceFirst(";.*", ""));
    }

    /** The same person at another hub of the database. */
    public Api at(URI otherBase) {
        return new Api(otherBase, client, headers, patient);
    }

    /** The same, calling from another address of this machine, such as {@code 127.0.0.9}. */
    public Api from(String localAddress) {
        try {
            var bound = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .localAddress(InetAddress.getByName(localAddress))
                    .build();
            return new Api(base, bound, headers, patient);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, but told that the hub is busy and has done nothing, it repeats: many at once are more than a small machine serves in time. */
    public Api patiently() {
        return new Api(base, client, headers, true);
    }

    /** Signs in, and returns the client of who did. */
    public Api signIn(String username, String password) {
        return as(token(username, password));
    }

    /** Signs in, and returns the token alone. */
    public String token(String username, String password) {
        return form("/auth/token", Map.of("username", username, "password", password))
                .expect(200)
                .text("access_token");
    }

    public Answer get(String path) {
        return call("GET", path, null);
    }

    public Answer post(String path, Object body) {
        return call("POST", path, body);
    }

    public Answer patch(String path, Object body) {
        return call("PATCH", path, body);
    }

    public Answer delete(String path) {
        return call("DELETE", path, null);
    }

    public Answer form(String path, Map<String, String> fields) {
        return with("Content-Type", FORM).call("POST", path, form(fields));
    }

    /**
     * Makes any call.
     *
     * @param body text or bytes as they are; anything else becomes JSON
     */
    public Answer call(String method, String path, @Nullable Object body) {
        var answer = callOnce(method, path, body);
        for (int i = 0; patient && answer.isBusy() && i < REPETITIONS; i++) {
            Await.aMoment();
            answer = callOnce(method, path, body);
        }
        return answer;
    }

    private Answer callOnce(String method, String path, @Nullable Object body) {
        var uri = path.contains("://")
                ? URI.create(path)
                : URI.create(base + (path.startsWith("/api/") ? "" : "/api/v1") + path);
        var publisher =
                switch (body) {
                    case null -> BodyPublishers.noBody();
                    case byte[] bytes -> BodyPublishers.ofByteArray(bytes);
                    case String text -> BodyPublishers.ofString(text);
                    case Object value -> BodyPublishers.ofString(JSON.writeValueAsString(value));
                };
        var request = HttpRequest.newBuilder(uri).timeout(PATIENCE).method(method, publisher);
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        if (body != null && headers.stream().noneMatch("Content-Type"::equalsIgnoreCase)) {
            request.header("Content-Type", "application/json");
        }
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            var answer = new Answer(method + " " + path, response.statusCode(), response.headers(), response.body());
            // Whatever is sent, the hub has an answer to it.
            assertThat(answer.status()).as(answer.toString()).isNotEqualTo(500);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + uri, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Opens an answer that goes on for long; its body is to be read, and closed, by the caller. */
    public HttpResponse<InputStream> open(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + "/api/v1" + path));
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A path outside of the API, such as {@code /health}. */
    public String root(String path) {
        return base + path;
    }

    /** Fields as the body of a form has them. */
    public static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** Text as a part of a query or of a form. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A JSON object of names and values in turn; a value may be null. */
    public static ObjectNode json(@Nullable Object... namesAndValues) {
        var object = JSON.createObjectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.set(Objects.requireNonNull(namesAndValues[i]).toString(), JSON.valueToTree(namesAndValues[i + 1]));
        }
        return object;
    }

    /** What a hub has answered. */
    public record Answer(String call, int status, HttpHeaders headers, byte[] bytes) {

        public String body() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JSON.readTree(bytes);
        }

        private boolean isBusy() {
            return status == 503 && json().path("type").asString().equals("/problems/unavailable");
        }

        /** Asserts the status; on a mismatch the body tells why. */
        public Answer expect(int expected) {
            assertThat(status).as("%s answered %s", call, body()).isEqualTo(expected);
            return this;
        }

        /** Asserts that this is a problem of a type, well formed and without anything of our insides; returns its body. */
        public JsonNode problem(int expected, String type) {
            expect(expected);
            assertThat(header("Content-Type"))
                    .as(call)
                    .hasValueSatisfying(media -> assertThat(media).startsWith("application/problem+json"));
            var problem = json();
            assertThat(problem.path("type").asString()).as(body()).isEqualTo("/problems/" + type);
            assertThat(problem.path("status").asInt()).as(body()).isEqualTo(expected);
            assertThat(problem.path("title").asString()).as(body()).isNotBlank();
            assertThat(problem.path("detail").asString()).as(body()).isNotBlank();
            assertThat(body()).doesNotContain("Exception", "org.", "java.", "SELECT ", "INSERT ", "\tat ");
            return problem;
        }

        /** Asserts that this is a problem about fields of the body, exactly these, by their pointers. */
        public JsonNode problem(int expected, String type, String... pointers) {
            var problem = problem(expected, type);
            var named = new ArrayList<String>();
            problem.path("errors").forEach(error -> {
                assertThat(error.path("detail").asString()).as(body()).isNotBlank();
                named.add(error.path("pointer").asString());
            });
            assertThat(named).as(body()).containsExactlyInAnyOrder(pointers);
            return problem;
        }

        public Optional<String> header(String name) {
            return headers.firstValue(name);
        }

        public String etag() {
            return header("ETag").orElseThrow(() -> new AssertionError(call + " answered no ETag: " + body()));
        }

        public long position() {
            return Long.parseLong(header("Hub-Position")
                    .orElseThrow(() -> new AssertionError(call + " answered no Hub-Position: " + body())));
        }

        public long id() {
            return number("id");
        }

        public long number(String field) {
            assertThat(json().path(field).isIntegralNumber())
                    .as("%s of %s", field, body())
                    .isTrue();
            return json().path(field).asLong();
        }

        public String text(String field) {
            assertThat(json().path(field).isString())
                    .as("%s of %s", field, body())
                    .isTrue();
            return json().path(field).asString();
        }

        /** The texts of an array. */
        public List<String> texts(String field) {
            var texts = new ArrayList<String>();
            json().path(field).forEach(element -> texts.add(element.asString()));
            return texts;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Answer answer && status == answer.status && Arrays.equals(bytes, answer.bytes);
        }

        @Override
        public int hashCode() {
            return 31 * status + Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return "%s: %d %s".formatted(call, status, body());
        }
    }
}
