package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How many entries of the audit trail each time has: the same ones as the list. */
class AuditHistogramTest {
    private static Tenant tenant;
    private static long model;

    @BeforeAll
    static void leaveATrail() {
        tenant = SharedHub.tenant();
        model = tenant.model();
        tenant.version(model);
        tenant.version(model);
        tenant.policy("require_evaluation_before_approval");
        tenant.auditor();
    }

    @Test
    void itCountsWhatTheListHas() {
        for (var filter : List.of(
                "",
                "action=VERSION_REGISTERED",
                "entity_type=Model&entity_id=" + model,
                "actor=admin",
                "action=NOTHING")) {
            var listed = Pages.elements(
                    tenant.auditor().get("/audit-logs/?" + filter).expect(200));
            for (var bucket : List.of("hour", "day", "week", "month")) {
                var histogram = histogram(filter + "&bucket=" + bucket);
                assertThat(histogram.path("bucket").asString()).isEqualTo(bucket);
                assertThat(histogram.path("complete").asBoolean()).isTrue();
                assertThat(histogram.path("total").asLong()).isEqualTo(listed.size());
                assertThat(sum(histogram)).isEqualTo(listed.size());
                var starts = starts(histogram);
                for (var entry : listed) {
                    assertThat(starts.getFirst())
                            .isBeforeOrEqualTo(
                                    Instant.parse(entry.path("timestamp").asString()));
                }
            }
        }
    }

    @Test
    void everyBucketOfTheTimeIsThereWithoutAGap() {
        var today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
        var histogram = histogram("from=%s&to=%s&bucket=day".formatted(today.minusDays(9), today.plusDays(1)));
        var starts = starts(histogram);
        assertThat(starts).hasSize(10);
        for (int i = 0; i < starts.size(); i++) {
            assertThat(starts.get(i))
                    .isEqualTo(today.minusDays(9 - i).atStartOfDay().toInstant(ZoneOffset.UTC));
        }
        assertThat(histogram.path("buckets").get(0).path("count").asLong()).isZero();
        assertThat(histogram.path("buckets").get(9).path("count").asLong()
                        + histogram.path("buckets").get(8).path("count").asLong())
                .isEqualTo(histogram.path("total").asLong())
                .isPositive();
    }

    @Test
    void weeksBeginOnMondayAndMonthsOnTheFirst() {
        assertThat(starts(histogram("from=2026-01-01&to=2026-01-15&bucket=week")))
                .containsExactly(
                        Instant.parse("2025-12-29T00:00:00Z"),
                        Instant.parse("2026-01-05T00:00:00Z"),
                        Instant.parse("2026-01-12T00:00:00Z"));
        assertThat(starts(histogram("from=2026-01-31&to=2026-03-01&bucket=month")))
                .containsExactly(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z"));
    }

    @Test
    void theBucketFitsTheTimeWhereNoneIsAskedFor() {
        assertThat(chosen("2026-01-01", "2026-01-03")).isEqualTo("hour");
        assertThat(chosen("2026-01-01", "2026-03-01")).isEqualTo("day");
        assertThat(chosen("2025-01-01", "2026-03-01")).isEqualTo("week");
        assertThat(chosen("2010-01-01", "2026-03-01")).isEqualTo("month");
    }

    private static String chosen(String from, String to) {
        return histogram("from=%s&to=%s".formatted(from, to)).path("bucket").asString();
    }

    @Test
    void moreBucketsThanThereMayBeAreRefused() {
        assertThat(starts(histogram("from=2025-01-01&to=2026-01-02&bucket=day")))
                .hasSize(366);
        tenant.auditor()
                .get("/audit-logs/histogram?from=2025-01-01&to=2026-01-03&bucket=day")
                .problem(422, "invalid-fields");
        tenant.auditor()
                .get("/audit-logs/histogram?from=0000-01-01&to=9999-12-31")
                .problem(422, "invalid-fields");
        tenant.auditor().get("/audit-logs/histogram?bucket=minute").problem(422, "invalid-fields");
        tenant.auditor().get("/audit-logs/histogram?after=1").problem(400, "unknown-parameter");
        assertThat(histogram("from=2026-02-01&to=2026-01-01").path("buckets")).isEmpty();
        assertThat(histogram("from=2999-01-01").path("buckets")).isEmpty();
    }

    @Test
    void anothersEntriesAreNotCounted() {
        var other = SharedHub.tenant();
        other.auditor();
        long before = sumOf(other);
        tenant.owner()
                .patch("/models/" + model, json("description", Tenant.unique("d")))
                .expect(200);
        assertThat(sumOf(other)).isEqualTo(before);
        assertThat(sum(SharedHub.platform()
                        .get("/audit-logs/histogram?entity_type=Model&entity_id=" + model)
                        .expect(200)
                        .json()))
                .isGreaterThanOrEqualTo(4);
    }

    /** Global policies are for everybody; what others do meanwhile to them is none of this. */
    private static long sumOf(Tenant of) {
        return of.auditor()
                .get("/audit-logs/histogram?entity_type=Model")
                .expect(200)
                .number("total");
    }

    @Test
    void entriesNameWhatTheyAreAboutAsItWasCalledThen() {
        var owner = tenant.owner();
        var first = Tenant.unique("first");
        var second = Tenant.unique("second");
        long named = tenant.model("name", first);
        tenant.version(named);
        owner.patch("/models/" + named, json("name", second)).expect(200);
        tenant.version(named);
        assertThat(names("entity_type=Model&entity_id=" + named)).containsExactly(second, second, first, first);

        long dataset =
                owner.post("/datasets/", json("name", "Named")).expect(201).id();
        owner.patch("/datasets/" + dataset, json("location", "elsewhere")).expect(200);
        assertThat(names("entity_type=Dataset&entity_id=" + dataset)).containsExactly("Named", "Named");
        var auditor = tenant.member("auditor");
        assertThat(names("entity_type=User&entity_id=" + auditor.id())).containsOnly(auditor.username());
        assertThat(names("entity_type=Organization")).containsOnly(tenant.name());
        assertThat(tenant.auditor()
                        .with("Accept", "text/csv")
                        .get("/audit-logs/?entity_type=Model&entity_id=" + named)
                        .expect(200)
                        .body())
                .contains(",entity_name,", "," + second + ",MODEL_DETAILS_CHANGED,");
    }

    private static List<String> names(String filter) {
        return Pages.elements(tenant.auditor().get("/audit-logs/?" + filter).expect(200)).stream()
                .map(entry -> entry.path("entity_name").asString(""))
                .toList();
    }

    private static JsonNode histogram(String query) {
        return tenant.auditor()
                .get("/audit-logs/histogram?" + query)
                .expect(200)
                .json();
    }

    private static long sum(JsonNode histogram) {
        long sum = 0;
        for (var bucket : histogram.path("buckets")) {
            sum += bucket.path("count").asLong();
        }
        return sum;
    }

    private static List<Instant> starts(JsonNode histogram) {
        var starts = new ArrayList<Instant>();
        histogram
                .path("buckets")
                .forEach(bucket -> starts.add(Instant.parse(bucket.path("start").asString())));
        return starts;
    }
}
