package org.aigovernancehub.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.aigovernancehub.hub.web.json.HubJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

class HttpConventionsTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final UnaryOperator<HttpRequest.Builder> PLAIN = UnaryOperator.identity();
    private static ConfigurableApplicationContext hub;
    private static int port;

    @BeforeAll
    static void start() {
        hub = WebSlice.start();
        port = WebSlice.port(hub);
    }

    @AfterAll
    static void stop() {
        hub.close();
        CLIENT.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name": "a"                                   | 400 | malformed      |
            {"name": "a", "name": "b"}                     | 400 | malformed      |
            {"name": "a"} x                                | 400 | malformed      |
            []                                             | 400 | malformed      | ``
            "a"                                            | 400 | malformed      | ``
            null                                           | 400 | malformed      |
            ``                                             | 400 | malformed      |
            {}                                             | 400 | missing-field  | /name
            {"long_note": "a"}                             | 400 | missing-field  | /name
            {"name": 5}                                    | 400 | malformed      | /name
            {"name": ["a"]}                                | 400 | malformed      | /name
            {"name": null}                                 | 422 | invalid-fields | /name
            {"name": " "}                                  | 422 | invalid-fields | /name
            {"name": "123456"}                             | 422 | invalid-fields | /name
            {"name": "a\\u0000"}                           | 422 | invalid-fields | /name
            {"name": "a", "long_note": "123456"}           | 422 | invalid-fields | /long_note
            {"name": "a", "is_active": "yes"}              | 400 | malformed      | /is_active
            {"name": "a", "risk_level": "huge"}            | 422 | invalid-fields | /risk_level
            {"name": "a", "risk_level": ""}                | 422 | invalid-fields | /risk_level
            {"name": "a", "risk_level": 3}                 | 400 | malformed      | /risk_level
            {"name": "a", "record_count": "3"}             | 400 | malformed      | /record_count
            {"name": "a", "record_count": 1.5}             | 400 | malformed      | /record_count
            {"name": "a", "record_count": 9223372036854775808} | 422 | invalid-fields | /record_count
            {"name": "a", "expires_at": "soon"}            | 400 | malformed      | /expires_at
            {"name": "a", "expires_at": 5}                 | 400 | malformed      | /expires_at
            {"name": "a", "metrics": {}}                   | 400 | malformed      | /metrics
            {"name": "a", "metrics": [{"version_id": 1, "metric_name": "a", "value": 1}, {"version_id": 1, "metric_name": "aaaa", "value": 1}]} | 422 | invalid-fields | /metrics/1/metric_name
            {"name": "a", "metrics": [{"version_id": 1, "metric_name": "a", "value": "1"}]} | 400 | malformed | /metrics/0/value
            {"name": "a", "metrics": [{"version_id": 1, "metric_name": "a"}]} | 400 | missing-field | /metrics/0/value
            """)
    void a_body_that_cannot_be_taken_is_answered_with_what_is_wrong_where(
            String body, int status, String type, String pointer) throws Exception {
        var answer = post("/api/v1/trials", body == null ? "" : body);
        assertProblem(answer, status, type);
        var errors = json(answer).path("errors");
        if (pointer == null) {
            assertThat(errors.isMissingNode()).isTrue();
        } else {
            assertThat(errors.size()).isEqualTo(1);
            assertThat(errors.get(0).get("pointer").asString()).isEqualTo(pointer);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [{"version_id": 1, "metric_name": "a", "value": 1e999}] | 422 | invalid-fields | /0/value
            [{"version_id": 1, "metric_name": "a", "value": 1}, {"version_id": null, "metric_name": "a", "value": 1}] | 422 | invalid-fields | /1/version_id
            [{"version_id": 1, "metric_name": "a", "value": 1}, {"metric_name": "a", "value": 1}] | 400 | missing-field | /1/version_id
            [{"version_id": 1, "metric_name": "a", "value": 1}, {"version_id": 1, "metric_name": null, "value": 1}] | 422 | invalid-fields | /1/metric_name
            [{"version_id": 1, "metric_name": "a", "value": 1}, null] | 422 | invalid-fields | /1
            [{"version_id": 1, "metric_name": "a", "value": 1}, 5] | 400 | malformed | /1
            [{"version_id": 1, "metric_name": "a", "value": 1},{"version_id": 1, "metric_name": "a", "value": 1},{"version_id": 1, "metric_name": "a", "value": 1},{"version_id": 1, "metric_name": "a", "value": 1}] | 422 | invalid-fields | ''
            {} | 400 | malformed | ''
            """)
    void in_a_batch_pointers_start_with_the_index(String body, int status, String type, String pointer)
            throws Exception {
        var answer = post("/api/v1/trials/1/metrics", body);
        assertProblem(answer, status, type);
        assertThat(json(answer).path("errors").path(0).path("pointer").asString())
                .isEqualTo(pointer);
    }

    @Test
    void every_invalid_member_is_listed() throws Exception {
        var answer = post("/api/v1/trials", """
                {"name": "", "long_note": "123456", "metrics": [{"version_id": 1, "metric_name": "", "value": 1e999}]}""");
        assertProblem(answer, 422, "invalid-fields");
        assertThat(json(answer)
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("pointer").asString()))
                .containsExactly("/long_note", "/metrics/0/metric_name", "/metrics/0/value", "/name");
    }

    @Test
    void an_unknown_name_of_an_enumeration_is_answered_with_the_known_ones() throws Exception {
        assertThat(json(post("/api/v1/trials", "{\"name\": \"a\", \"risk_level\": \"HIGH\"}"))
                        .at("/errors/0/detail")
                        .asString())
                .isEqualTo("must be one of unclassified, minimal, limited, high, unacceptable");
    }

    @Test
    void a_patch_tells_absent_from_null() throws Exception {
        assertThat(send("PATCH", "/api/v1/trials/1", "{}", "application/merge-patch+json", PLAIN)
                        .body())
                .isEqualTo("Change[name=Patch[given=false, value=null], longNote=Patch[given=false, value=null],"
                        + " riskLevel=Patch[given=false, value=null]]");
        assertThat(send("PATCH", "/api/v1/trials/1", "{\"long_note\": null}", "application/json", PLAIN)
                        .statusCode())
                .isEqualTo(200);
        for (var member : new String[] {"name", "risk_level"}) {
            var answer = send("PATCH", "/api/v1/trials/1", "{\"" + member + "\": null}", "application/json", PLAIN);
            assertProblem(answer, 422, "invalid-fields");
            assertThat(json(answer).at("/errors/0/pointer").asString()).isEqualTo("/" + member);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/trials/abc                          | 400 | malformed
            /api/v1/trials/0x10                         | 400 | malformed
            /api/v1/trials/1.5                          | 400 | malformed
            /api/v1/trials/99999999999999999999         | 400 | malformed
            /api/v1/trials?limt=5                       | 400 | unknown-parameter
            /api/v1/trials/1?limit=5                    | 400 | unknown-parameter
            /api/v1/trials/filtered?riskLevel=high      | 400 | unknown-parameter
            /api/v1/trials?limit=0                      | 400 | malformed
            /api/v1/trials?limit=501                    | 400 | malformed
            /api/v1/trials?limit=many                   | 400 | malformed
            /api/v1/trials?limit=                       | 400 | malformed
            /api/v1/trials?from=yesterday               | 400 | malformed
            /api/v1/trials?from=%2B12026-01-01T00:00:00Z | 400 | malformed
            /api/v1/trials?from=-0001-01-01T00:00:00Z   | 400 | malformed
            /api/v1/trials?is_active=on                 | 400 | malformed
            /api/v1/trials?risk_level=HIGH              | 422 | invalid-fields
            /api/v1/trials/filtered?limit=0             | 400 | malformed
            /api/v1/trials/filtered?limit=many          | 400 | malformed
            /api/v1/trials/filtered?from=x              | 400 | malformed
            /api/v1/trials/filtered?risk_level=huge     | 422 | invalid-fields
            /api/v1/nothing                             | 404 | not-found
            /nothing                                    | 404 | not-found
            /error                                      | 404 | not-found
            /problems/nothing                           | 404 | not-found
            """)
    void a_query_or_path_that_cannot_be_taken_is_a_problem(String path, int status, String type) throws Exception {
        assertProblem(get(path), status, type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/trials?limit=1&risk_level=high&is_active=false&from=2026-11-24T13:00:00%2B01:00",
                "/api/v1/trials/?from=2026-11-24",
                "/api/v1/trials/filtered?limit=500&risk_level=high&from=2026-11-24T13:00:00.123Z",
                "/api/v1/trials/1",
                "/api/v1/trials/-1/",
                "/api/v1",
                "/api/v1/",
                "/health",
                "/health/",
                "/api/v1/health/",
                "/problems/"
            })
    void what_is_fine_is_answered_with_and_without_a_trailing_slash(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void dates_are_read_with_their_offset() throws Exception {
        assertThat(get("/api/v1/trials?from=2026-11-24T14:00:00.1%2B01:00").body())
                .contains("2026-11-24T13:00:00.100Z");
        assertThat(get("/api/v1/trials?from=2026-11-24").body()).contains("2026-11-24T00:00:00Z");
    }

    @Test
    void methods_that_are_not_there_are_answered_with_those_that_are() throws Exception {
        var answer = send("DELETE", "/api/v1/trials", null, null, PLAIN);
        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD, POST");
        assertProblem(send("POST", "/api/v1/nothing", "{}", "application/json", PLAIN), 404, "not-found");
    }

    @Test
    void head_works_wherever_get_does() throws Exception {
        for (var path : new String[] {"/api/v1/trials/1", "/health", "/api/v1/"}) {
            var answer = send("HEAD", path, null, null, PLAIN);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEmpty();
        }
        assertThat(send("HEAD", "/api/v1/trials/x", null, null, PLAIN).statusCode())
                .isEqualTo(400);
    }

    @Test
    void bodies_of_other_media_types_are_not_read() throws Exception {
        for (var type : new String[] {
            "text/plain", "application/xml", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded"
        }) {
            var answer = send("POST", "/api/v1/trials", "{\"name\": \"a\"}", type, PLAIN);
            assertProblem(answer, 415, "unsupported-media-type");
            assertThat(answer.headers().firstValue("Accept").orElseThrow()).contains("application/json");
        }
        assertProblem(send("POST", "/api/v1/trials", "{\"name\": \"a\"}", null, PLAIN), 415, "unsupported-media-type");
        assertProblem(
                send("POST", "/api/v1/trials/form", "{}", "application/json", PLAIN), 415, "unsupported-media-type");
    }

    @Test
    void an_answer_that_nobody_would_take_is_refused_before_anything_happens() throws Exception {
        var answer = send(
                "POST",
                "/api/v1/trials",
                "{\"name\": \"a\"}",
                "application/json",
                request -> request.header("Accept", "application/xml"));
        assertProblem(answer, 406, "not-acceptable");
        assertThat(send(
                                "POST",
                                "/api/v1/trials",
                                "{\"name\": \"a\"}",
                                "application/json",
                                request -> request.header("Accept", "application/xml, */*;q=0.1"))
                        .statusCode())
                .isEqualTo(201);
        assertProblem(
                send("GET", "/problems", null, null, request -> request.header("Accept", "image/png")),
                406,
                "not-acceptable");
    }

    @Test
    void forms_are_read_where_they_are_declared() throws Exception {
        for (var path : new String[] {"/api/v1/trials/form", "/api/v1/trials/form/"}) {
            var answer =
                    send("POST", path, "username=j%C3%B6rg&password=a+b", "application/x-www-form-urlencoded", PLAIN);
            assertThat(answer.body()).isEqualTo("jörg/a b");
        }
        assertThat(send(
                                "POST",
                                "/api/v1/trials/form2",
                                "username=j%C3%B6rg&password=a+b",
                                "application/x-www-form-urlencoded",
                                PLAIN)
                        .body())
                .isEqualTo("{username=[jörg], password=[a b]}");
        assertProblem(
                send("POST", "/api/v1/trials/form", "username=a", "application/x-www-form-urlencoded", PLAIN),
                400,
                "missing-field");
        assertProblem(
                send("POST", "/api/v1/trials/form", "username=%zz", "application/x-www-form-urlencoded", PLAIN),
                400,
                "malformed");
    }

    @Test
    void a_body_of_1_mib_is_read_and_a_larger_one_is_not_announced_or_not() throws Exception {
        var fits = "{\"name\": \"a\", \"more\": \"" + "x".repeat((1 << 20) - 25) + "\"}";
        assertThat(fits.length()).isEqualTo(1 << 20);
        assertThat(post("/api/v1/trials", fits).statusCode()).isEqualTo(201);
        var large = fits + " ";
        assertProblem(post("/api/v1/trials", large), 413, "too-large");
        var chunked = HttpRequest.newBuilder(uri("/api/v1/trials"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))))
                .build();
        assertProblem(CLIENT.send(chunked, BodyHandlers.ofString()), 413, "too-large");
    }

    @Test
    void the_call_has_the_path_without_slash_and_the_fingerprint_of_the_body() throws Exception {
        var one = json(post("/api/v1/trials/", "{\"name\": \"a\"}"));
        assertThat(one.get("path").asString()).isEqualTo("/api/v1/trials");
        assertThat(one.get("fingerprint").asString())
                .hasSize(64)
                .isNotEqualTo(json(post("/api/v1/trials", "{\"name\": \"b\"}"))
                        .get("fingerprint")
                        .asString());
    }

    @Test
    void failures_tell_what_the_client_may_know_and_no_more() throws Exception {
        var problem = get("/api/v1/trials/failures/problem");
        assertProblem(problem, 409, "duplicate");
        assertThat(json(problem).get("id").asInt()).isEqualTo(7);
        assertThat(json(problem).get("instance").asString()).isEqualTo("/api/v1/trials/failures/problem");

        var unforeseen = send(
                "GET",
                "/api/v1/trials/failures/unforeseen",
                null,
                null,
                request -> request.header("X-Correlation-Id", "case-7"));
        assertProblem(unforeseen, 500, "internal");
        assertThat(unforeseen.body()).doesNotContain("secret", "Exception").contains("case-7");

        var database = get("/api/v1/trials/failures/database");
        assertProblem(database, 503, "unavailable");
        assertThat(database.headers().firstValue("Retry-After")).contains("1");
        assertThat(database.body()).doesNotContain("secret");

        assertProblem(get("/api/v1/trials/failures/container"), 503, "unavailable");
    }

    @Test
    void a_failure_midway_breaks_the_connection() {
        assertThatThrownBy(() -> get("/api/v1/trials/failures/midway")).isInstanceOf(IOException.class);
    }

    @Test
    void problems_are_json_whatever_was_asked_for() throws Exception {
        assertProblem(
                send("GET", "/api/v1/trials/x", null, null, request -> request.header("Accept", "text/csv")),
                400,
                "malformed");
    }

    @Test
    void requests_that_the_server_itself_refuses_are_problems_too() throws Exception {
        assertThat(raw("GET /api/v1/{}<> HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .contains("/problems/malformed");
        assertThat(raw("GET /api/v1/trials?limit=%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("/problems/malformed");
        assertThat(raw("POST /api/v1/trials HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("/problems/malformed");
    }

    @Test
    void every_answer_has_its_correlation_id() throws Exception {
        var given =
                send("GET", "/api/v1/trials/1", null, null, request -> request.header("X-Correlation-Id", "case-7"));
        assertThat(given.headers().firstValue("X-Correlation-Id")).contains("case-7");
        assertThat(json(given).get("correlation_id").asString()).isEqualTo("case-7");

        var traced = send(
                "GET",
                "/api/v1/trials/1",
                null,
                null,
                request -> request.header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
        assertThat(traced.headers().firstValue("X-Correlation-Id")).contains("4bf92f3577b34da6a3ce929d0e0e4736");

        var odd = send(
                "GET",
                "/nothing",
                null,
                null,
                request -> request.header("X-Correlation-Id", "a b\"").header("traceparent", "00-0-0-0"));
        assertThat(odd.headers().firstValue("X-Correlation-Id").orElseThrow()).matches("[0-9a-f]{32}");
    }

    @Test
    void answers_of_the_api_are_nobodys_to_keep() throws Exception {
        for (var path : new String[] {"/api/v1/trials/1", "/api/v1/trials/x", "/api/v1/nothing"}) {
            var answer = get(path);
            assertThat(answer.headers().allValues("Cache-Control")).containsExactly("private, no-store");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'");
        }
    }

    @Test
    void the_welcome_and_the_health_are_as_documented() throws Exception {
        assertThat(get("/").body())
                .isEqualTo(get("/api/v1/").body())
                .isEqualTo("{\"message\":\"Welcome to AI Governance Hub API\",\"version\":\"0.1.0\"}");
        assertThat(get("/health").body())
                .isEqualTo(get("/api/v1/health").body())
                .isEqualTo("{\"status\":\"ok\",\"database\":\"healthy\",\"version\":\"0.1.0\"}");
    }

    @Test
    void every_type_of_problem_is_documented_for_people_and_programs() throws Exception {
        for (var description : json(get("/problems"))) {
            var uri = description.get("type").asString();
            assertThat(json(get(uri))).isEqualTo(description);
            var page = send("GET", uri, null, null, request -> request.header("Accept", "text/html,*/*;q=0.8"));
            assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
            assertThat(page.body()).contains(description.get("title").asString());
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = json(answer);
        assertThat(problem.get("type").asString()).isEqualTo("/problems/" + type);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return HubJson.mapper().readTree(answer.body());
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, null, null, PLAIN);
    }

    private static HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, body, "application/json", PLAIN);
    }

    private static HttpResponse<String> send(
            String method, String path, String body, String type, UnaryOperator<HttpRequest.Builder> more)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        return CLIENT.send(more.apply(request).build(), BodyHandlers.ofString());
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
