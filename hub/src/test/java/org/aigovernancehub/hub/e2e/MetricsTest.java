package org.aigovernancehub.hub.e2e;

import static java.util.Map.entry;
import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Prometheus is told: names, types, labels, and by whom it may be asked. */
class MetricsTest {
    private static final Map<String, String> DOCUMENTED = new TreeMap<>(Map.ofEntries(
            entry("ai_governance_models_total", "gauge"),
            entry("ai_governance_versions_total", "gauge"),
            entry("ai_governance_policies_total", "gauge"),
            entry("ai_governance_policies_active", "gauge"),
            entry("ai_governance_models_by_risk", "gauge"),
            entry("ai_governance_models_by_status", "gauge"),
            entry("ai_governance_models_by_risk_and_status", "gauge"),
            entry("ai_governance_review_duration_seconds", "histogram"),
            entry("ai_governance_review_oldest_seconds", "gauge"),
            entry("ai_governance_violations_total", "counter"),
            entry("ai_governance_audit_logs_total", "counter")));

    private static final Management MANAGEMENT = Management.free();
    private static HubProcess hub;
    private static Api platform;

    @BeforeAll
    static void start() {
        hub = HubProcess.start(MANAGEMENT.in(Map.of()));
        platform = hub.admin();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void theNamesAndTypesAreTheDocumentedOnes() {
        assertThat(governanceTypes(scrape())).isEqualTo(DOCUMENTED);
        assertThat(governanceTypes(MANAGEMENT.get("/prometheus").expect(200).body()))
                .isEqualTo(DOCUMENTED);
    }

    @Test
    void everyLabelValueIsThereFromTheBeginning() {
        assertThat(labels(scrape(), "ai_governance_models_by_risk"))
                .containsExactlyInAnyOrder(
                        "risk_level=\"unclassified\"",
                        "risk_level=\"minimal\"",
                        "risk_level=\"limited\"",
                        "risk_level=\"high\"",
                        "risk_level=\"unacceptable\"");
        assertThat(labels(scrape(), "ai_governance_models_by_status"))
                .containsExactlyInAnyOrder(
                        "status=\"draft\"", "status=\"under_review\"", "status=\"approved\"", "status=\"retired\"");
    }

    @Test
    void theNumbersFollowWhatHappens() {
        var before = values(scrape());
        var tenant = Tenant.on(hub, platform);
        tenant.policy("require_evaluation_before_approval");
        long inactive = tenant.policy("prohibit_unacceptable_risk", "is_active", false);
        long model = tenant.model("risk_level", "limited");
        tenant.version(model);
        var attempt = tenant.officer()
                .patch(
                        "/models/%d/compliance-status".formatted(model),
                        json("status", "approved", "approval_notes", "fit"));
        attempt.problem(403, "policy-violation");

        var after = values(scrape());

        assertThat(inactive).isPositive();
        expectRise(before, after, "ai_governance_models_total", 1);
        expectRise(before, after, "ai_governance_versions_total", 1);
        expectRise(before, after, "ai_governance_policies_total", 2);
        expectRise(before, after, "ai_governance_policies_active", 1);
        expectRise(before, after, "ai_governance_violations_total", 1);
        expectRise(before, after, "ai_governance_models_by_risk{risk_level=\"limited\"}", 1);
        expectRise(before, after, "ai_governance_models_by_status{status=\"draft\"}", 1);
        expectRise(
                before, after, "ai_governance_models_by_risk_and_status{risk_level=\"limited\",status=\"draft\"}", 1);
        assertThat(after.get("ai_governance_audit_logs_total")).isEqualTo(attempt.position());
        assertThat(after)
                .containsEntry("hub_projection_lag_events{processor=\"models\"}", 0.0)
                .containsEntry("hub_projection_lag_seconds{processor=\"models\"}", 0.0)
                .containsEntry("hub_dead_letters", 0.0)
                .containsEntry("hub_events_pending", 0.0)
                .containsEntry("hub_events_pending_oldest_seconds", 0.0)
                .containsEntry("hub_commands_total{outcome=\"blocked\",type=\"change_compliance_status\"}", 1.0)
                .containsKey("hub_command_duration_seconds_bucket{type=\"change_compliance_status\",le=\"0.1\"}")
                .containsKey("hub_position_wait_seconds_count")
                .containsKey(
                        "hub_policy_evaluations_total{condition_type=\"require_evaluation_before_approval\",verdict=\"fail\"}")
                .containsKey("hikaricp_connections_active{pool=\"query\"}")
                .containsKey("jvm_threads_live_threads");
    }

    @Test
    void reviewsAreTimedByWhatTheyEndIn() {
        var tenant = Tenant.on(hub, platform);
        long model = tenant.model("risk_level", "limited");
        var before = values(scrape());
        move(tenant, model, json("status", "under_review"));
        assertThat(values(scrape()).get("ai_governance_review_oldest_seconds")).isPositive();

        move(tenant, model, json("status", "draft", "reason", "not yet"));
        move(tenant, model, json("status", "under_review"));
        move(tenant, model, json("status", "approved", "approval_notes", "fit"));
        var after = values(scrape());

        expectRise(before, after, "ai_governance_review_duration_seconds_count{status=\"draft\"}", 1);
        expectRise(before, after, "ai_governance_review_duration_seconds_count{status=\"approved\"}", 1);
        expectRise(before, after, "ai_governance_review_duration_seconds_count{status=\"retired\"}", 0);
        expectRise(before, after, "ai_governance_review_duration_seconds_bucket{status=\"approved\",le=\"3600.0\"}", 1);
        expectRise(before, after, "ai_governance_review_duration_seconds_bucket{status=\"approved\",le=\"+Inf\"}", 1);
        assertThat(after.get("ai_governance_review_duration_seconds_sum{status=\"approved\"}"))
                .isPositive();
        assertThat(after).containsEntry("ai_governance_review_oldest_seconds", 0.0);
    }

    private static void move(Tenant tenant, long model, tools.jackson.databind.JsonNode body) {
        tenant.officer()
                .patch("/models/%d/compliance-status".formatted(model), body)
                .expect(200);
    }

    @Test
    void everyPartOfTheHealthIsANumber() {
        var parts = List.of(
                "database", "sequencing", "pendingEvents", "projections", "projectionLag", "deadLetters", "diskSpace");
        Await.untilAsserted(java.time.Duration.ofSeconds(30), () -> {
            var values = values(scrape());
            parts.forEach(part -> assertThat(values).containsEntry("hub_health{part=\"%s\"}".formatted(part), 1.0));
            return values;
        });
        assertThat(values(scrape()))
                .anySatisfy((name, value) -> assertThat(name).startsWith("hub_info{role=\"all\",version="));
    }

    @Test
    void theDiskThatIsWatchedIsTheDatabases() {
        assertThat(labels(scrape(), "disk_free_bytes")).containsExactly("path=\"%s\"".formatted(hub.dataDir()));
    }

    @Test
    void noNameOfAModelAUserOrATenantIsInALabel() {
        var tenant = Tenant.on(hub, platform);
        long model = tenant.model("name", "a model of a telling name", "owner", "a telling owner");
        tenant.owner().get("/models/%d".formatted(model)).expect(200);
        tenant.owner().get("/models/?owner=a%20telling%20owner").expect(200);

        assertThat(scrape())
                .doesNotContain(
                        "telling", tenant.name(), tenant.member("model_owner").username());
        assertThat(labels(scrape(), "http_server_requests_seconds_count"))
                .anySatisfy(labels -> assertThat(labels).contains("uri=\"/api/v1/models/{modelId}\""))
                .noneSatisfy(labels -> assertThat(labels).contains("uri=\"/api/v1/models/" + model));
    }

    @Test
    void pathsThatDoNotExistMakeNoSeriesOfTheirOwn() {
        for (int i = 0; i < 3; i++) {
            unheardOf(i);
            scrape();
        }
        var before = labels(scrape(), "http_server_requests_seconds_count");
        for (int i = 3; i < 30; i++) {
            unheardOf(i);
        }

        assertThat(labels(scrape(), "http_server_requests_seconds_count")).hasSameSizeAs(before);
    }

    private static void unheardOf(int number) {
        platform.get("/unheard/of/" + number);
        hub.api().get(hub.api().root("/unheard/of/" + number));
        hub.api().get("/models/%d".formatted(number));
        platform.get("/models/999%d".formatted(number));
        platform.get("/models/?unheard_of_%d=1".formatted(number));
        platform.call("UNHEARD%d".formatted(number), "/models/", null);
    }

    @Test
    void onlyPlatformStaffMayAskOnTheMainPort() {
        hub.api().get("/metrics").problem(401, "unauthenticated");
        Tenant.on(hub, platform).admin().get("/metrics").problem(403, "forbidden");
        platform.with("Accept", "application/json").get("/metrics").problem(406, "not-acceptable");
        assertThat(platform.get("/metrics").expect(200).header("Content-Type").orElseThrow())
                .startsWith("text/plain;version=0.0.4");
        assertThat(platform.with("Accept", "application/openmetrics-text;version=1.0.0,text/plain;q=0.2")
                        .get("/metrics")
                        .expect(200)
                        .body())
                .endsWith("# EOF\n");
    }

    @Test
    void theManagementEndpointsAreNotOnTheMainPort() {
        for (var path : List.of("", "/", "/health", "/health/readiness", "/prometheus", "/metrics", "/info", "/env")) {
            for (var api : List.of(hub.api(), platform, SharedHub.anonymous())) {
                api.get(api.root("/actuator" + path)).problem(404, "not-found");
            }
        }
    }

    @Test
    void theManagementPortIsAPortOfItsOwn() {
        var ended = HubProcess.runToEnd(Map.of("HUB_PORT", "8123", "HUB_MANAGEMENT_PORT", "8123"));

        assertThat(ended.code()).isNotZero();
        assertThat(ended.output()).contains("HUB_MANAGEMENT_PORT must be another port than HUB_PORT");
    }

    @Test
    void hubsThatOnlyTakeCommandsHaveMetricsOfTheProcessAlone() {
        var ofCommands = Management.free();
        var ofQueries = Management.free();
        try (var postgres = TestPostgres.start();
                var command = HubProcess.start(ofCommands.in(postgres.environment("HUB_ROLE", "command")));
                var query = HubProcess.start(ofQueries.in(postgres.environment("HUB_ROLE", "query")))) {
            var admin = command.admin();
            admin.get("/metrics").problem(421, "wrong-role");

            var commands = ofCommands.get("/prometheus").expect(200).body();
            assertThat(governanceTypes(commands)).isEmpty();
            assertThat(values(commands)).containsKeys("hub_events_pending", "jvm_threads_live_threads");
            assertThat(commands).contains("hub_commands_total", "pool=\"command\"", "hub_info{role=\"command\"");
            assertThat(ofQueries.get("/prometheus").expect(200).body()).contains("hub_info{role=\"query\"");

            assertThat(governanceTypes(ofQueries.get("/prometheus").expect(200).body()))
                    .isEqualTo(DOCUMENTED);
            assertThat(governanceTypes(
                            admin.at(query.url()).get("/metrics").expect(200).body()))
                    .isEqualTo(DOCUMENTED);
            ofCommands.get("/health/readiness").expect(200);
            ofQueries.get("/health/readiness").expect(200);
        }
    }

    private static String scrape() {
        return platform.get("/metrics").expect(200).body();
    }

    private static Map<String, String> governanceTypes(String text) {
        return text.lines()
                .filter(line -> line.startsWith("# TYPE ai_governance_"))
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(parts -> parts[2], parts -> parts[3], (one, _) -> one, TreeMap::new));
    }

    private static List<String> labels(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + "{"))
                .map(line -> line.substring(line.indexOf('{') + 1, line.lastIndexOf('}')))
                .toList();
    }

    private static Map<String, Double> values(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.lastIndexOf(' ')),
                        line -> Double.parseDouble(
                                line.substring(line.lastIndexOf(' ') + 1).replace("+Inf", "Infinity"))));
    }

    private static void expectRise(Map<String, Double> before, Map<String, Double> after, String name, double by) {
        assertThat(after.get(name) - before.get(name)).as(name).isEqualTo(by);
    }
}
