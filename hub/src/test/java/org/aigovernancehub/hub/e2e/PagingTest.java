package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;
import org.aigovernancehub.hub.e2e.Api.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of every list: together they are the list, whichever way they are read and whatever happens meanwhile. */
class PagingTest {
    private static final int ROWS = 23;

    private static Tenant tenant;
    private static long model;
    private static long version;
    private static long unmeasured;

    /**
     * A list.
     *
     * @param path with {@code ?}, where needed
     * @param add adds a row, by its number, and returns its id
     */
    private record Listed(String path, Api reader, Function<Integer, Long> add) {
        @Override
        public String toString() {
            return path;
        }

        String with(String parameters) {
            return path + (path.contains("?") ? "&" : "?") + parameters;
        }
    }

    @BeforeAll
    static void fill() {
        tenant = SharedHub.tenant();
        tenant.policy("require_evaluation_before_approval");
        model = tenant.model();
        version = tenant.version(model);
        unmeasured = tenant.model();
        for (int i = 0; i < ROWS; i++) {
            addModel(i);
            addDataset(i);
            addPolicy(i);
            addViolation(i);
            addVersion(i);
            addMetric(i);
        }
    }

    static Stream<Listed> lists() {
        var reader = tenant.auditor();
        return Stream.of(
                new Listed("/models/", reader, PagingTest::addModel),
                new Listed("/models/?sort=-id", reader, PagingTest::addModel),
                new Listed("/models/?sort=name", reader, PagingTest::addModel),
                new Listed("/models/?sort=-name", reader, PagingTest::addModel),
                new Listed("/models/?sort=updated_at", reader, PagingTest::addModel),
                new Listed("/models/?sort=-created_at&environment=dev", reader, PagingTest::addModel),
                new Listed("/models/?q=paged", reader, PagingTest::addModel),
                new Listed("/models/" + model + "/versions/", reader, PagingTest::addVersion),
                new Listed("/versions/" + version + "/metrics", reader, PagingTest::addMetric),
                new Listed("/datasets/", reader, PagingTest::addDataset),
                new Listed("/datasets/?q=paged", reader, PagingTest::addDataset),
                new Listed("/organizations/", SharedHub.platform(), PagingTest::addOrganization),
                new Listed("/policies/", reader, PagingTest::addPolicy),
                new Listed("/policies/?organization_id=" + tenant.organizationId(), reader, PagingTest::addPolicy),
                new Listed("/policies/violations/", reader, PagingTest::addViolation),
                new Listed("/audit-logs/", reader, PagingTest::addMetric),
                new Listed("/audit-logs/?action=METRIC_RECORDED&from=2020-01-01", reader, PagingTest::addMetric),
                new Listed("/audit-logs/?after=0", reader, PagingTest::addMetric),
                new Listed("/audit-logs/?after=0", SharedHub.platform(), PagingTest::addMetric));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void thePagesAreTheListForwardAndBack(Listed list) {
        var whole =
                list.path().startsWith("/policies/violations") ? ndjson(list) : Pages.ids(list.reader(), list.path());
        int size = Math.max(5, whole.size() / 20);

        var forward = Pages.forward(list.reader(), list.with("limit=" + size));
        assertThat(Pages.ids(forward)).isEqualTo(whole);
        assertThat(forward).allSatisfy(page -> {
            assertThat(page.header("X-Total-Count")).hasValue(Integer.toString(whole.size()));
            assertThat(Pages.ids(page)).hasSizeLessThanOrEqualTo(size).isNotEmpty();
        });
        assertThat(Pages.link(forward.getFirst(), "prev")).isEmpty();
        assertThat(Pages.link(forward.getLast(), "next")).isEmpty();

        var backward = Pages.backward(list.reader(), forward.getLast());
        var turned = new ArrayList<>(backward);
        Collections.reverse(turned);
        assertThat(Pages.ids(turned)).isEqualTo(whole);
        var again = Pages.forward(list.reader(), withoutHost(backward.getLast()));
        assertThat(Pages.ids(again)).isEqualTo(whole);
    }

    private static List<Long> ndjson(Listed list) {
        return list.reader()
                .with("Accept", "application/x-ndjson")
                .get(list.path())
                .expect(200)
                .body()
                .lines()
                .map(line -> Api.JSON.readTree(line).path("id").asLong())
                .toList();
    }

    private static String withoutHost(Answer page) {
        return page.call().substring("GET ".length());
    }

    @ParameterizedTest
    @MethodSource("lists")
    void whatIsAddedMeanwhileNeitherDoublesNorHidesWhatWasThere(Listed list) {
        var before = Pages.ids(Pages.forward(list.reader(), list.with("limit=500")));
        int size = Math.max(2, before.size() / 40);
        var started = new CountDownLatch(1);
        List<Callable<List<Long>>> tasks = List.of(
                () -> {
                    started.await();
                    var added = new ArrayList<Long>();
                    for (int i = 0; i < 15; i++) {
                        added.add(list.add().apply(1_000 + i));
                    }
                    return added;
                },
                () -> {
                    started.countDown();
                    var forward = Pages.forward(list.reader(), list.with("limit=" + size));
                    assertThat(Pages.ids(forward)).doesNotHaveDuplicates().containsSubsequence(before);
                    var backward = Pages.backward(list.reader(), forward.getLast());
                    Collections.reverse(backward);
                    return Pages.ids(backward);
                });
        assertThat(Together.run(tasks).getLast()).doesNotHaveDuplicates().containsSubsequence(before);
    }

    @Test
    void aPageAsLargeAsTheListHasNoLinks() {
        var page = tenant.auditor()
                .get("/models/" + model + "/versions/?limit=500")
                .expect(200);
        assertThat(page.headers().allValues("Link")).isEmpty();
        var none = SharedHub.tenant().auditor().get("/datasets/?limit=5").expect(200);
        assertThat(none.headers().allValues("Link")).isEmpty();
        assertThat(none.header("X-Total-Count")).hasValue("0");
        assertThat(none.json().size()).isZero();
    }

    @Test
    void namesOfAnyCharactersCanBeTurnedPast() {
        var odd = SharedHub.tenant();
        var names = List.of("\u0001".repeat(255), "\uD83E\uDD96".repeat(255), "\"\\'%_&?=;<>", "a b+c/ü");
        names.forEach(name -> odd.model("name", name));

        var pages = Pages.forward(odd.auditor(), "/models/?sort=name&limit=1");
        assertThat(Pages.ids(pages)).hasSize(4).isEqualTo(Pages.ids(odd.auditor(), "/models/?sort=name"));
        assertThat(Pages.ids(Pages.backward(odd.auditor(), pages.getLast()))).hasSize(4);
    }

    @Test
    void filtersOfAnyCharactersAreKeptInLinks() {
        var odd = SharedHub.tenant();
        odd.model("owner", "a=b");
        odd.model("owner", "a=b");
        odd.model("owner", "a");

        var pages = Pages.forward(odd.auditor(), "/models/?owner=a=b&limit=1");

        assertThat(Pages.ids(pages)).hasSize(2);
        assertThat(Pages.ids(Pages.backward(odd.auditor(), pages.getLast()))).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"updated_at", "-updated_at", "created_at", "-created_at"})
    void timesCanBeTurnedPastWhateverTheTimeZoneOfTheHub(String sort) {
        var elsewhere = ConfiguredHub.tenant();
        for (int i = 0; i < 3; i++) {
            elsewhere.model();
        }

        var pages = Pages.forward(elsewhere.auditor(), "/models/?limit=1&sort=" + sort);

        assertThat(Pages.ids(pages)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29 00:00:00+00",
                "2023-13-01 00:00:00+00",
                "2023-01-01 24:00:00+00",
                "0000-01-01 00:00:00+00",
                "2023-01-01 00:00:00+99",
                "999999-01-01 00:00:00+00",
                "infinity"
            })
    void aCursorWithATimeThatThereIsNotIsMalformed(String time) {
        var cursor = Base64.getUrlEncoder()
                .encodeToString("{\"o\":\"created_at\",\"b\":false,\"k\":[\"%s\",\"1\"]}"
                        .formatted(time)
                        .getBytes(StandardCharsets.UTF_8));

        tenant.auditor()
                .get("/models/?sort=created_at&limit=5&cursor=" + cursor)
                .problem(400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/models/",
                "/datasets/",
                "/organizations/",
                "/policies/",
                "/policies/violations/",
                "/audit-logs/",
                "/audit-logs/?after=0"
            })
    void aLimitOrCursorThatNoListHasIsMalformed(String path) {
        var api = tenant.auditor();
        var start = path + (path.contains("?") ? "&" : "?");
        for (var limit : List.of("0", "501", "-1", "many", "", "1.5", "99999999999")) {
            api.get(start + "limit=" + limit).problem(400, "malformed");
        }
        for (var cursor : List.of(
                "x",
                "",
                "%20",
                "e30",
                "bnVsbA",
                // {"o":"id","b":false,"k":["a"]}, {"o":"name","b":false,"k":["1"]} and one with a position beyond all
                "eyJvIjoiaWQiLCJiIjpmYWxzZSwiayI6WyJhIl19",
                "eyJvIjoibmFtZSIsImIiOmZhbHNlLCJrIjpbIjEiXX0",
                "eyJvIjoiLWlkIiwiYiI6ZmFsc2UsImsiOlsiOTk5OTk5OTk5OTk5OTk5OTk5OTkiXX0",
                "a".repeat(5_000))) {
            api.get(start + "limit=5&cursor=" + cursor).problem(400, "malformed");
        }
    }

    @Test
    void aCursorOfAnotherOrderOrWithoutALimitIsMalformed() {
        var next = Pages.link(tenant.auditor().get("/audit-logs/?limit=2").expect(200), "next")
                .orElseThrow();
        var cursor = next.replaceFirst(".*cursor=([^&]*).*", "$1");

        tenant.auditor().get("/audit-logs/?after=0&limit=2&cursor=" + cursor).problem(400, "malformed");
        tenant.auditor().get("/models/?limit=2&cursor=" + cursor).problem(400, "malformed");
        tenant.auditor().get("/audit-logs/?cursor=" + cursor).problem(400, "malformed");
        tenant.auditor().get("/audit-logs/?limit=2&cursor=" + cursor).expect(200);
    }

    private static long addModel(int number) {
        return tenant.model("name", Tenant.unique("paged " + (number * 7 % ROWS)));
    }

    private static long addDataset(int number) {
        return tenant.owner()
                .post("/datasets/", json("name", "Paged " + number))
                .expect(201)
                .id();
    }

    private static long addOrganization(int number) {
        return SharedHub.platform()
                .post("/organizations/", json("name", Tenant.unique("paged " + number)))
                .expect(201)
                .id();
    }

    private static long addPolicy(int number) {
        return tenant.policy("block_high_risk_without_approval", "description", "Paged " + number);
    }

    private static long addViolation(int number) {
        return tenant.officer()
                .patch(
                        "/models/" + unmeasured + "/compliance-status",
                        json("status", "approved", "approval_notes", "attempt " + number))
                .expect(403)
                .json()
                .path("violation_ids")
                .path(0)
                .asLong();
    }

    private static long addVersion(int number) {
        return tenant.owner()
                .post("/versions/", json("model_id", model, "version_tag", Tenant.unique("v" + number)))
                .expect(201)
                .id();
    }

    private static long addMetric(int number) {
        return tenant.owner()
                .post("/metrics/", json("version_id", version, "metric_name", "m", "value", number))
                .expect(201)
                .id();
    }
}
