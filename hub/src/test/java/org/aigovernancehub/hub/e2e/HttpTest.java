package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are wrong in every other way: each gets its problem, none a 5xx, and none an event. */
class HttpTest {
    private static final Tenant TENANT = SharedHub.tenant();
    private static final int MEBIBYTE = 1 << 20;

    private final Api owner = TENANT.owner();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "{\"name\":}",
                "{\"name\":\"x\"",
                "{\"name\":\"x\",}",
                "{'name':'x','owner':'y'}",
                "{name:\"x\",owner:\"y\"}",
                "{\"name\":\"x\",\"owner\":\"y\"} trailing",
                "{\"name\":\"x\",\"owner\":\"y\"}{\"name\":\"x\",\"owner\":\"y\"}",
                "{\"name\":\"x\",\"owner\":\"y\",\"name\":\"z\"}",
                "{\"name\":\"x\",\"owner\":\"y\" /* comment */}",
                "{\"name\":\"x\n\",\"owner\":\"y\"}",
                "{\"name\":\"\\x\",\"owner\":\"y\"}",
                "[]",
                "[{\"name\":\"x\",\"owner\":\"y\"}]",
                "null",
                "5",
                "\"text\"",
                "true",
                "<model/>",
                "name=x&owner=y"
            })
    void whatIsNoJsonObjectIsMalformed(String body) {
        owner.post("/models/", body).problem(400, "malformed");
    }

    @Test
    void bytesThatAreNoTextAreMalformed() {
        var wrong = "{\"name\":\"x?\",\"owner\":\"y\"}".getBytes(StandardCharsets.UTF_8);
        wrong[10] = (byte) 0xFF;

        owner.post("/models/", wrong).problem(400, "malformed");
        owner.post("/models/", new byte[] {0, 1, 2, 3}).problem(400, "malformed");
    }

    @Test
    void depthHasALimit() {
        owner.post("/models/", "[".repeat(100_000)).problem(400, "malformed");
        owner.post("/models/", "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000))
                .problem(400, "malformed");
        owner.post("/models/", "{\"name\":\"x\",\"owner\":\"y\",\"a\":" + "1".repeat(100_000) + "}")
                .problem(400, "malformed");
    }

    @Test
    void unknownMembersAreIgnored() {
        owner.post("/models/", json("name", Tenant.unique("m"), "owner", "x", "who", json("knows", List.of(1))))
                .expect(201);
    }

    @Test
    void aBodyOfOneMebibyteIsReadAndOneByteMoreIsNot() {
        var empty = "{\"name\":\"%s\",\"owner\":\"x\",\"padding\":\"\"}";
        var name = Tenant.unique("m");
        var frame = empty.formatted(name);
        var exact = frame.replace("\"padding\":\"\"", "\"padding\":\"" + "p".repeat(MEBIBYTE - frame.length()) + "\"");

        owner.post("/models/", exact).expect(201);
        owner.post("/models/", exact + " ").problem(413, "too-large");
        owner.post("/models/", new byte[5 * MEBIBYTE]).problem(413, "too-large");
    }

    @Test
    void aBodyOfUnannouncedLengthHasTheSameLimit() throws IOException {
        var chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";

        assertThat(statusOf("POST /api/v1/models/ HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(17) + "0\r\n\r\n"))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void whoSendsAllOfABodyThatIsFarTooLargeIsStillThereForTheAnswer() throws IOException {
        // More than the buffers of both ends of a connection hold.
        int size = 32 * MEBIBYTE;

        assertThat(statusOf("POST /api/v1/models/ HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Content-Length: " + size + "\r\n\r\n" + "x".repeat(size)))
                .startsWith("HTTP/1.1 413");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded",
                "application/json5",
                "nonsense"
            })
    void otherMediaTypesAreNotRead(String type) {
        owner.with("Content-Type", type)
                .post("/models/", "{\"name\":\"x\",\"owner\":\"y\"}")
                .problem(415, "unsupported-media-type");
    }

    @Test
    void aCharacterSetIsNoOtherMediaType() {
        owner.with("Content-Type", "application/json;charset=UTF-8")
                .post("/models/", json("name", Tenant.unique("m"), "owner", "x").toString())
                .expect(201);
    }

    @Test
    void whoTakesNoJsonIsToldBeforeAnythingHappens() {
        var name = Tenant.unique("m");

        owner.with("Accept", "text/html")
                .post("/models/", json("name", name, "owner", "x"))
                .problem(406, "not-acceptable");
        owner.with("Accept", "nonsense")
                .post("/models/", json("name", name, "owner", "x"))
                .problem(406, "not-acceptable");

        for (var accept : List.of("*/*", "application/*", "application/json", "text/html, application/json;q=0.1")) {
            owner.with("Accept", accept)
                    .post("/models/", json("name", Tenant.unique("m"), "owner", "x"))
                    .expect(201);
        }
        owner.post("/models/", json("name", name, "owner", "x")).expect(201);
    }

    @Test
    void otherMethodsAreRefusedWithThoseThatThereAre() {
        long model = TENANT.model();
        for (var call : List.of(
                "PUT /auth/token",
                "GET /auth/token",
                "DELETE /auth/me",
                "PUT /models/",
                "PUT /models/" + model,
                "PUT /users",
                "PATCH /tokens",
                "DELETE /users/1",
                "DELETE /models/" + model + "/compliance-status")) {
            var parts = call.split(" ");
            var answer = TENANT.admin().call(parts[0], parts[1], null);
            answer.problem(405, "method-not-allowed");
            assertThat(answer.header("Allow"))
                    .as(call)
                    .hasValueSatisfying(allow -> assertThat(allow).isNotBlank().doesNotContain(parts[0]));
        }
        assertThat(owner.call("PUT", "/users", null).header("Allow")).hasValue("GET, HEAD, POST");
    }

    @Test
    void unknownParametersAreRefusedOnWritesToo() {
        var body = json("name", Tenant.unique("m"), "owner", "x");

        owner.post("/models/?dry_run=true", body).problem(400, "unknown-parameter");
        owner.get("/auth/me?verbose").problem(400, "unknown-parameter");
        owner.get("/tokens?limt=5").problem(400, "unknown-parameter");
        owner.post("/models/", body).expect(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1.5", "1e3", "0x10", "99999999999999999999", "1%20", "%2B1", "-", "null", "1%00"})
    void whatIsNoIdIsMalformed(String id) {
        owner.patch("/models/" + id, json("description", "x")).problem(400, "malformed");
        owner.get("/models/" + id + "/transitions").problem(400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "999999999", "9223372036854775807", "-9223372036854775808"})
    void idsOfNothingAreNotFound(String id) {
        owner.patch("/models/" + id, json("description", "x")).problem(404, "not-found");
        owner.get("/models/" + id + "/transitions").problem(404, "not-found");
        owner.post("/versions/" + id + "/metrics", List.of(json("metric_name", "x", "value", 1)))
                .problem(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "-1", "ten", "", "1.0", "99999999999"})
    void limitsAreFromOneToFiveHundred(String limit) {
        TENANT.admin().get("/users?limit=" + limit).problem(400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "", "99999999999999999999"})
    void cursorsAreThoseThatWereGiven(String cursor) {
        TENANT.admin().get("/users?limit=1&cursor=" + cursor).problem(400, "malformed");
    }

    @Test
    void whereNothingIsNothingIsFound() {
        for (var path : List.of("/nothing", "/models/1/nothing", "/auth", "/auth/token/x", "/users/1/passwords")) {
            owner.get(path).problem(404, "not-found");
            owner.post(path, json()).problem(404, "not-found");
        }
        owner.get(owner.root("/api/v2/models")).problem(404, "not-found");
    }

    @Test
    void pathsWithTricksAreNoWayIn() throws IOException {
        for (var path : List.of(
                "/api/v1/users;x=y",
                "/api/v1//users",
                "/api/v1/./users",
                "/api/v1/auth/../users",
                "/api/v1/auth/token/..;/users",
                "/docs/../api/v1/users",
                "/docs/..%2f/api/v1/users",
                "/problems/%2e%2e/api/v1/users",
                "/api/v1/users%00",
                "/api/v1/users%0d%0aX: y",
                "/actuator/../api/v1/users",
                "/API/V1/users",
                "\\api\\v1\\users")) {
            var status = statusOf("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(status).as(path).matches("HTTP/1.1 4\\d\\d.*");
        }
    }

    @Test
    void brokenRequestsAreRefused() throws IOException {
        for (var request : List.of(
                "GET\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET /api/v1/auth/me HTTP/1.1\r\n\r\n",
                "GET /api/v1/users?x=\"< HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "POST /api/v1/auth/token HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\nConnection: close\r\n\r\n",
                "POST /api/v1/auth/token HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: 8\r\nConnection: close\r\n\r\nuser=%zz",
                "GET / HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(20_000) + "\r\nConnection: close\r\n\r\n")) {
            assertThat(statusOf(request))
                    .as(request.substring(0, Math.min(80, request.length())))
                    .matches("HTTP/1.1 (4\\d\\d|505).*");
        }
    }

    /** Sends all of it, and then reads the first line of the answer. */
    private static String statusOf(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", SharedHub.hub().port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return firstLine(socket.getInputStream());
        }
    }

    private static String firstLine(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != -1 && c != '\r'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString();
    }
}
