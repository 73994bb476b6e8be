package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

/**
 * What of {@code monitoring/} can be seen without Prometheus and Grafana: that rules and dashboards ask for nothing that nobody tells, and
 * that every alert is tested and explained. The rest is tested with the real programs, by {@code monitoring/test/run.sh}.
 */
class MonitoringTest {
    private static final Path MONITORING = Path.of("../monitoring");
    private static final Path OPERATIONS = Path.of("../docs/operations.md");

    /** Of Prometheus itself, and of the blackbox exporter. */
    private static final Set<String> NOT_OF_THE_HUB = Set.of("up", "ALERTS", "probe_ssl_earliest_cert_expiry");

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern LABELS = Pattern.compile("\\{[^}]*}");
    private static final Pattern RANGES = Pattern.compile("\\[[^]]*]");
    private static final Pattern GROUPINGS =
            Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    /** A name that no parenthesis follows, so that it is no function. */
    private static final Pattern NAMES = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*+(?!\\s*\\()");

    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset", "by", "e");
    private static final Pattern DURATIONS = Pattern.compile("\\b[0-9]+(\\.[0-9]+)?(e-?[0-9]+|[smhdwy])?\\b");

    @Test
    void rulesAndDashboardsAskForNothingThatIsNotTold() {
        var told = new TreeSet<>(NOT_OF_THE_HUB);
        told.addAll(namesOf(scrapeOfAHubThatWasWorkedWith()));
        rules().forEach(rule -> told.add(String.valueOf(rule.getOrDefault("record", ""))));

        var asked = new ArrayList<String>();
        rules().forEach(rule -> asked.add(String.valueOf(rule.get("expr"))));
        dashboards().forEach(dashboard -> queriesOf(dashboard).forEach(asked::add));

        assertThat(asked).hasSizeGreaterThan(80);
        assertThat(asked)
                .allSatisfy(query ->
                        assertThat(metricsOf(query)).as(query).isNotEmpty().isSubsetOf(told));
    }

    @Test
    void theMetricsOfAnExpressionAreFound() {
        assertThat(metricsOf("""
                histogram_quantile(0.95, sum by (le, type) (rate(a_bucket{job="hub",x=~"b|c"}[5m]))) > 1e-9
                  and on (instance) c:d:e unless avg_over_time(f[1w] offset 1h) or vector(0)""")).containsExactlyInAnyOrder("a_bucket", "c:d:e", "f");
    }

    @Test
    void everyAlertHasItsSeverityItsTextsAndItsRunbook() throws IOException {
        var headings = Files.readAllLines(OPERATIONS).stream()
                .filter(line -> line.startsWith("#"))
                .map(MonitoringTest::anchor)
                .collect(Collectors.toSet());

        assertThat(alerts()).hasSizeGreaterThanOrEqualTo(15).allSatisfy(alert -> {
            assertThat(map(alert.get("labels")).get("severity")).isIn("page", "ticket");
            var annotations = map(alert.get("annotations"));
            assertThat(annotations).containsOnlyKeys("summary", "description", "runbook");
            var runbook = String.valueOf(annotations.get("runbook"));
            assertThat(runbook).startsWith("docs/operations.md#");
            assertThat(headings).contains(runbook.substring(runbook.indexOf('#') + 1));
        });
    }

    @Test
    void everyAlertIsTestedToFireAndToBeSilent() {
        var firing = new TreeSet<String>();
        var silent = new TreeSet<String>();
        for (var file : files(MONITORING.resolve("test/rules"), ".yml")) {
            for (var test : list(yaml(file).get("tests"))) {
                for (var expectation : list(map(test).getOrDefault("alert_rule_test", List.of()))) {
                    var alerts = map(expectation).getOrDefault("exp_alerts", List.of());
                    (list(alerts).isEmpty() ? silent : firing)
                            .add(String.valueOf(map(expectation).get("alertname")));
                }
            }
        }
        var names = alerts().stream()
                .map(alert -> String.valueOf(alert.get("alert")))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(firing).isEqualTo(names);
        assertThat(silent).isEqualTo(names);
    }

    /** Of the shared hub, after each of the things has happened once that have no series before. */
    private static String scrapeOfAHubThatWasWorkedWith() {
        var tenant = SharedHub.tenant();
        tenant.policy("require_evaluation_before_approval");
        long model = tenant.model();
        tenant.officer()
                .patch(
                        "/models/%d/compliance-status".formatted(model),
                        json("status", "approved", "approval_notes", "fit"))
                .problem(403, "policy-violation");
        tenant.auditor().get("/models/%d".formatted(model)).expect(200);
        return SharedHub.platform().get("/metrics").expect(200).body();
    }

    private static Set<String> namesOf(String scrape) {
        return scrape.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toSet());
    }

    private static Set<String> metricsOf(String query) {
        var bare = query;
        for (var pattern : List.of(QUOTED, LABELS, RANGES, GROUPINGS, DURATIONS)) {
            bare = pattern.matcher(bare).replaceAll(" ");
        }
        return NAMES.matcher(bare)
                .results()
                .map(java.util.regex.MatchResult::group)
                .filter(name -> !OPERATORS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As code hosts make it of a heading. */
    private static String anchor(String heading) {
        return heading.replaceFirst("^#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 _-]", "")
                .replace(' ', '-');
    }

    private static List<Map<String, Object>> rules() {
        return files(MONITORING.resolve("prometheus/rules"), ".yml").stream()
                .flatMap(file -> list(yaml(file).get("groups")).stream())
                .flatMap(group -> list(map(group).get("rules")).stream())
                .map(MonitoringTest::map)
                .toList();
    }

    private static List<Map<String, Object>> alerts() {
        return rules().stream().filter(rule -> rule.containsKey("alert")).toList();
    }

    private static List<JsonNode> dashboards() {
        return files(MONITORING.resolve("grafana/dashboards"), ".json").stream()
                .map(file -> Api.JSON.readTree(text(file)))
                .toList();
    }

    private static Stream<String> queriesOf(JsonNode dashboard) {
        return dashboard
                .path("panels")
                .valueStream()
                .flatMap(panel -> panel.path("targets")
                        .valueStream()
                        .map(target -> target.path("expr").asString()));
    }

    private static List<Path> files(Path folder, String ending) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> yaml(Path file) {
        return map(new Yaml().load(text(file)));
    }

    @SuppressWarnings("unchecked") // what is read by name is text, lists and maps
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }
}
