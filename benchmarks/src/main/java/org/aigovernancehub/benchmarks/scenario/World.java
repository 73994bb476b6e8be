package org.aigovernancehub.benchmarks.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.aigovernancehub.benchmarks.load.HttpConnection;
import org.aigovernancehub.benchmarks.load.HttpRequest;
import org.aigovernancehub.benchmarks.load.Load;
import org.aigovernancehub.benchmarks.system.HubUnderTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A hub with one organisation that is measured: its people's tokens, and policies that bind. */
public final class World {
    public static final int CONNECTIONS = 32;
    static final String API = "/api/v1";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> POLICIES = List.of(
            "require_evaluation_before_approval", "block_high_risk_without_approval", "require_review_for_high_risk");

    private final HubUnderTest hub;
    private final Path scratch;
    private final double pace;
    private final int models;
    private final int events;
    private final String administrator;
    private final String engineerName;
    private final String engineer;
    private final String officer;
    private long names;

    /**
     * @param pace how long runs take, as a part of the whole: 1 for figures to publish, less for a look
     * @param models how many "very many" are
     * @param events how many of theirs there are; each model has one or more
     */
    public World(HubUnderTest hub, Path scratch, double pace, int models, int events) {
        this.hub = hub;
        this.scratch = scratch;
        this.pace = pace;
        this.models = models;
        this.events = Math.max(models, events);
        var admin = signIn("admin", HubUnderTest.ADMIN_PASSWORD);
        this.administrator = token(admin);
        long organization = post("/organizations/", admin, "{\"name\":\"%s\"}".formatted(unique("Benchmark")))
                .get("id")
                .asLong();
        this.engineerName = unique("engineer");
        this.engineer = member(admin, organization, engineerName, "model_owner");
        this.officer = member(admin, organization, unique("officer"), "compliance_officer");
        for (var condition : POLICIES) {
            post(
                    "/policies/",
                    officer,
                    "{\"name\":\"%s\",\"scope\":\"organization\",\"condition_type\":\"%s\"}"
                            .formatted(condition, condition));
        }
    }

    /** Returns an API token of a new member: a session of half an hour might not last. */
    private String member(String admin, long organization, String name, String role) {
        post("/users", admin, """
                {"username":"%s","email":"%s@example.org","password":"a password of benchmarks","role":"%s","organization_id":%d}""".formatted(name, name, role, organization));
        return token(signIn(name, "a password of benchmarks"));
    }

    private String token(String session) {
        return post("/tokens", session, "{\"name\":\"load\"}").get("token").asString();
    }

    private String signIn(String username, String password) {
        var body = "username=%s&password=%s".formatted(username, URLEncoder.encode(password, StandardCharsets.UTF_8));
        var request = new HttpRequest(
                "POST %s/auth/token HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(API, body.length(), body)
                        .getBytes(StandardCharsets.US_ASCII));
        return exchange(request).get("access_token").asString();
    }

    /** Sends JSON to a path under the API's, and returns what it answers if that is a success. */
    public JsonNode post(String path, String token, String json) {
        return exchange(HttpRequest.of("POST", API + path, token, json));
    }

    public JsonNode patch(String path, String token, String json) {
        return exchange(HttpRequest.of("PATCH", API + path, token, json));
    }

    private JsonNode exchange(HttpRequest request) {
        try (var connection = new HttpConnection(hub.port())) {
            int status = connection.send(request);
            if (status / 100 != 2) {
                throw new IllegalStateException("%d: %s".formatted(status, connection.body()));
            }
            return JSON.readTree(connection.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Registers a model and returns its id. */
    public long model(String more) {
        return post(
                        "/models/",
                        engineer,
                        "{\"name\":\"%s\",\"owner\":\"Benchmark\"%s}".formatted(unique("model"), more))
                .get("id")
                .asLong();
    }

    /** Returns a name that nothing else has, on this hub or any other. */
    public synchronized String unique(String prefix) {
        return "%s-%d-%d".formatted(prefix, ProcessHandle.current().pid(), names++);
    }

    /** Returns load from as many connections as figures are given for. */
    public Load load() {
        return new Load(hub.port(), CONNECTIONS);
    }

    public Load load(int connections) {
        return new Load(hub.port(), connections);
    }

    /** Returns a part of this duration where only a look is wanted, and never less than two seconds. */
    public Duration scaled(Duration duration) {
        return Duration.ofMillis(Math.max(2000, (long) (duration.toMillis() * pace)));
    }

    public int scaled(int count) {
        return (int) Math.max(CONNECTIONS, count * pace);
    }

    public HubUnderTest hub() {
        return hub;
    }

    public Path scratch() {
        return scratch;
    }

    /** Returns how many models lists are measured among. */
    public int models() {
        return models;
    }

    /** Returns how many events these models have, all together. */
    public int events() {
        return events;
    }

    /** Returns the API token of the platform's administrator. */
    public String administrator() {
        return administrator;
    }

    /** Returns who has registered the models. */
    public String engineerName() {
        return engineerName;
    }

    public String engineer() {
        return engineer;
    }

    public String officer() {
        return officer;
    }

    /**
     * Asks the same again and again, over one connection. As many answers before are not counted: a hub that has done something else until
     * then compiles what it needs now.
     */
    Load.Outcome oneByOne(HttpRequest request, int requests) {
        all(200, load(1).times(scaled(requests), (_, _) -> request));
        return all(200, load(1).times(scaled(requests), (_, _) -> request));
    }

    static void require(boolean held, String sentence) {
        if (!held) {
            throw new IllegalStateException(sentence);
        }
    }

    /** Fails where answers had another status than the one that the figure is about. */
    public static Load.Outcome all(int status, Load.Outcome outcome) {
        require(outcome.otherThan(status) == 0, "answers other than %d: %s".formatted(status, outcome.statuses()));
        return outcome;
    }
}
