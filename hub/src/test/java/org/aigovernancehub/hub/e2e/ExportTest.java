package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whole lists: as JSON, CSV and NDJSON, all or nothing, and not too many at once. */
class ExportTest {
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    private static final int AT_ONCE = 4;

    private static Tenant tenant;

    @BeforeAll
    static void fill() {
        tenant = SharedHub.tenant();
        tenant.policy("require_evaluation_before_approval");
        long model = tenant.model("name", "=cmd|' /C calc'!A0", "description", "two\nlines, \"quoted\"; ü");
        for (var name : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\tTab", "plain", "a=b")) {
            tenant.owner().post("/datasets/", json("name", name)).expect(201);
        }
        tenant.owner()
                .post("/datasets/", json("name", "counted", "record_count", 5, "description", ""))
                .expect(201);
        tenant.officer()
                .patch(
                        "/models/" + model + "/compliance-status",
                        json("status", "approved", "approval_notes", "=attempt"))
                .expect(403);
    }

    @Test
    void whatASpreadsheetWouldTakeForAFormulaGetsAQuoteInFront() {
        assertThat(records("/datasets/"))
                .extracting(row -> row.get("name"))
                .containsExactly("counted", "a=b", "plain", "'\tTab", "'@SUM(A1)", "'-1", "'+1", "'=1+1");
        assertThat(records("/models/")).singleElement().satisfies(row -> {
            assertThat(row.get("name")).isEqualTo("'=cmd|' /C calc'!A0");
            assertThat(row.get("description")).isEqualTo("two\nlines, \"quoted\"; ü");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/models/", "/datasets/", "/policies/violations/", "/audit-logs/", "/audit-logs/?after=0"})
    void csvAndNdjsonSayWhatJsonSays(String path) {
        var elements = Pages.elements(tenant.auditor().get(path).expect(200));
        assertThat(elements).isNotEmpty();

        var lines = tenant.auditor().with("Accept", NDJSON).get(path).expect(200);
        assertThat(lines.header("Content-Type")).hasValue(NDJSON);
        assertThat(lines.body().lines().map(Api.JSON::readTree)).containsExactlyElementsOf(elements);

        var csv = tenant.auditor().with("Accept", CSV).get(path).expect(200);
        assertThat(csv.header("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(csv.body()).endsWith("\r\n");
        var records = records(path);
        assertThat(records).hasSameSizeAs(elements);
        for (int i = 0; i < elements.size(); i++) {
            var columns = records.get(i).toMap();
            assertThat(columns).isNotEmpty();
            for (var column : columns.entrySet()) {
                var value = elements.get(i).path(column.getKey());
                assertThat(column.getValue()).as(column.getKey()).isEqualTo(cell(value));
            }
            // Everything but what is made for the caller, or empty.
            assertThat(elements.get(i).propertyNames())
                    .allMatch(name -> columns.containsKey(name) || name.equals("allowed_actions"));
        }
    }

    private static String cell(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        var text = value.isString() ? value.asString() : value.toString();
        return value.isString() && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    @Test
    void theFormIsNegotiated() {
        var expected = Map.of(
                "*/*", "application/json",
                "text/*", "text/csv;charset=UTF-8",
                "application/*", "application/json",
                "text/csv;q=0.5, application/json", "application/json",
                "text/csv, application/json;q=0.9", "text/csv;charset=UTF-8",
                "application/x-ndjson, */*;q=0.1", NDJSON,
                "text/html, application/json;q=0.2", "application/json");
        expected.forEach((accept, type) -> assertThat(tenant.auditor()
                        .with("Accept", accept)
                        .get("/datasets/")
                        .expect(200)
                        .header("Content-Type"))
                .as(accept)
                .hasValue(type));
        for (var accept : List.of("text/html", "application/xml", "text/csv;q=0", "nonsense")) {
            tenant.auditor().with("Accept", accept).get("/datasets/").problem(406, "not-acceptable");
        }
        for (var path : List.of("/organizations/", "/policies/")) {
            tenant.auditor().with("Accept", CSV).get(path).problem(406, "not-acceptable");
        }
    }

    @Test
    void pagesComeInEveryFormToo() {
        var page =
                tenant.auditor().with("Accept", CSV).get("/datasets/?limit=3").expect(200);
        assertThat(page.body().lines()).hasSize(4);
        assertThat(page.header("X-Total-Count")).hasValue("8");
        assertThat(Pages.link(page, "next")).isPresent();
        assertThat(Pages.ids(tenant.auditor()
                        .get(Pages.link(page, "next").orElseThrow())
                        .expect(200)))
                .hasSize(3);
    }

    @Test
    void headSaysWhatGetWouldWithoutABody() {
        for (var path : List.of(
                "/models/",
                "/datasets/?limit=2",
                "/policies/",
                "/policies/1",
                "/policies/violations/",
                "/audit-logs/",
                "/organizations/" + tenant.organizationId())) {
            var get = tenant.auditor().get(path).expect(200);
            var head = tenant.auditor().call("HEAD", path, null).expect(200);
            assertThat(head.bytes()).isEmpty();
            for (var header : List.of("Content-Type", "Hub-Position", "X-Total-Count", "Link", "ETag")) {
                assertThat(head.headers().allValues(header))
                        .as(path + " " + header)
                        .isEqualTo(get.headers().allValues(header));
            }
            var other = path.contains("?") ? path.replace("/?", "?") : path.replaceFirst("/$", "");
            assertThat(tenant.auditor().get(other).expect(200).body()).isEqualTo(get.body());
        }
    }

    @Test
    void anExportOfManyChunksIsCompleteAndEndsWhereItBegan() {
        var large = SharedHub.tenant();
        long version = large.version(large.model());
        var writer = large.owner();
        large.events(2_100);
        List<Callable<List<Long>>> tasks = new ArrayList<>();
        for (var path : List.of("/audit-logs/", "/audit-logs/?after=0")) {
            tasks.add(() -> {
                var export = large.auditor().with("Accept", NDJSON).get(path).expect(200);
                var ids = export.body()
                        .lines()
                        .map(line -> Api.JSON.readTree(line).path("id").asLong())
                        .toList();
                assertThat(ids).allMatch(id -> id <= export.position());
                var after = Pages.ids(large.auditor(), path);
                assertThat(ids)
                        .isEqualTo(after.stream()
                                .filter(id -> id <= export.position())
                                .toList())
                        .hasSizeGreaterThan(2_100);
                return ids;
            });
        }
        tasks.add(() -> IntStream.range(0, 100)
                .mapToObj(i -> writer.post("/metrics/", json("version_id", version, "metric_name", "more", "value", i))
                        .expect(201)
                        .id())
                .toList());
        Together.run(tasks);
    }

    @Test
    void soManyLargeExportsAtOnceAndNoMore() {
        var large = SharedHub.tenant();
        large.events(1_000);
        // More than the sockets between hold, so that an export that nobody reads cannot end.
        var text = "\uD83E\uDD96".repeat(2_000);
        Together.run(8, _ -> {
            for (int i = 0; i < 50; i++) {
                large.model(
                        "description",
                        text,
                        "potential_harm",
                        text,
                        "intended_purpose",
                        text,
                        "data_sources",
                        text,
                        "oversight_plan",
                        text);
            }
            return true;
        });
        var auditor = large.auditor();
        var unread = Stream.generate(() -> auditor.open("/audit-logs/"))
                .limit(AT_ONCE)
                .toList();
        try {
            var refused = auditor.get("/audit-logs/");
            refused.problem(429, "too-many-requests");
            assertThat(refused.header("Retry-After")).isPresent();
            // Pages and short lists are no exports.
            auditor.get("/audit-logs/?limit=500").expect(200);
            auditor.get("/datasets/").expect(200);

            assertThat(Api.JSON.readTree(bytes(unread.getFirst())).size()).isGreaterThan(1_400);

            Await.untilAsserted(
                    Duration.ofSeconds(10), () -> auditor.get("/audit-logs/").expect(200));
        } finally {
            unread.forEach(ExportTest::close);
        }
    }

    private static byte[] bytes(HttpResponse<InputStream> response) {
        try {
            return response.body().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(HttpResponse<InputStream> response) {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<CSVRecord> records(String path) {
        var body = tenant.auditor().with("Accept", CSV).get(path).expect(200).body();
        try {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(new StringReader(body))
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
