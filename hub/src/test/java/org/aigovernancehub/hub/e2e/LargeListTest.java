package org.aigovernancehub.hub.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Pages of a large list cost what a page costs, whatever is filtered and however it is sorted: the database tells how many rows it had to
 * look at. The rows are put into the read model directly; nothing but reads is tried here.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OwnHubs
class LargeListTest {
    private static final int ROWS = 100_000;
    /** A page, and the count that stops at 10,001 rows of those that match; a walk through the table would be many times as much. */
    private static final int ROWS_A_CALL = 20_000;

    /** A connection that is not used any more keeps its counters for ten seconds. */
    private static final Duration LATEST_COUNTERS = Duration.ofSeconds(11);

    private static final List<String> FILTERS = List.of(
            "",
            "risk_level=high",
            "compliance_status=approved",
            "environment=staging",
            "owner=owner%207",
            "domain=domain%203",
            "sector=sector%202",
            "data_sensitivity=phi",
            "q=needle%2077",
            "q=model");

    private HubProcess hub;
    private Tenant tenant;

    @BeforeAll
    void fill() {
        hub = HubProcess.start(Map.of());
        tenant = Tenant.on(hub, hub.admin());
        tenant.auditor();
        hub.database().execute("""
                INSERT INTO read_model_a.model
                    (model_id, organization_id, environment, name, owner, data_sensitivity, data_classification, sector, risk_level,
                     domain, compliance_status, created_at, updated_at, version, search_text)
                SELECT 1000000 + n, CASE WHEN n %% 2 = 0 THEN %d ELSE 1 END,
                       (ARRAY['dev', 'test', 'staging', 'prod'])[1 + n / 2 %% 4], 'model ' || n, 'owner ' || n / 2 %% 50,
                       (ARRAY['public', 'internal', 'pii', 'phi', 'pci'])[1 + n / 2 %% 5], 'internal', 'sector ' || n / 2 %% 9,
                       (ARRAY['unclassified', 'minimal', 'limited', 'high', 'unacceptable'])[1 + n / 3 %% 5], 'domain ' || n / 2 %% 30,
                       (ARRAY['draft', 'under_review', 'approved', 'retired'])[1 + n / 7 %% 4],
                       now() - n * interval '1 second', now() - CASE WHEN n > 95000 THEN 0 ELSE n * 7919 %% 100000 END * interval '1 second', 1,
                       'model ' || n || CASE WHEN n %% 1000 = 0 THEN ' needle 77' WHEN n > 95000 THEN ' late' ELSE '' END
                  FROM generate_series(1, %d) n""".formatted(tenant.organizationId(), ROWS));
        hub.database().execute("VACUUM ANALYZE read_model_a.model");
    }

    @AfterAll
    void stop() {
        hub.close();
    }

    @Test
    void noPageReadsMoreOfTheTableThanAPageNeeds() {
        long before = settled();
        var calls = new ArrayList<String>();
        for (var reader : List.of(tenant.auditor(), hub.admin())) {
            for (var filter : FILTERS) {
                for (var sort : List.of("id", "-updated_at")) {
                    calls.add(walk(reader, "/models/?limit=50&sort=%s&%s".formatted(sort, filter)));
                }
            }
        }

        assertThat(calls).hasSize(4 * FILTERS.size());
        assertThat(settled() - before).isBetween(50L * calls.size(), (long) ROWS_A_CALL * 4 * calls.size());
    }

    @Test
    void aTextThatOnlyTheLastRowsHaveIsNotWalkedTo() {
        long before = settled(LATEST_COUNTERS);
        for (var sort : List.of("id", "updated_at")) {
            var page = tenant.auditor()
                    .get("/models/?limit=50&q=late&sort=" + sort)
                    .expect(200);

            assertThat(page.json()).hasSize(50);
            assertThat(page.header("X-Total-Count")).hasValue("2495");
        }
        assertThat(settled(LATEST_COUNTERS) - before).isBetween(2L * 2_495, 2L * ROWS_A_CALL);
    }

    /** A count is one walk at most, however many facets and filters there are; and it counts what is there. */
    @Test
    void facetsReadEachModelOnceAtMost() {
        hub.database().execute("""
                INSERT INTO read_model_a.model_count
                    (organization_id, environment, risk_level, compliance_status, data_sensitivity, models)
                SELECT organization_id, environment, risk_level, compliance_status, data_sensitivity, count(*)
                  FROM read_model_a.model GROUP BY 1, 2, 3, 4, 5""");
        long before = settled();
        long calls = 0;
        for (var reader : List.of(tenant.auditor(), hub.admin())) {
            for (var filter : FILTERS) {
                var facets = reader.get("/models/facets?" + filter).expect(200);
                calls++;
                assertThat(facets.json().path("exact").asBoolean()).as(filter).isTrue();
                var listed = reader.get("/models/?limit=1&" + filter)
                        .expect(200)
                        .header("X-Total-Count")
                        .orElseThrow();
                if (listed.equals("10000+")) {
                    assertThat(facets.number("total")).as(filter).isGreaterThan(10_000);
                } else {
                    assertThat(facets.number("total")).as(filter).isEqualTo(Long.parseLong(listed));
                }
            }
        }

        assertThat(settled() - before).isLessThan((ROWS + ROWS_A_CALL) * calls);
    }

    /** Reads three pages forward and one back. */
    private static String walk(Api reader, String path) {
        var first = reader.get(path).expect(200);
        assertThat(first.json().size()).as(path).isEqualTo(50);
        var second = reader.get(Pages.link(first, "next").orElseThrow()).expect(200);
        if (second.json().size() == 50 && Pages.link(second, "next").isPresent()) {
            reader.get(Pages.link(second, "next").orElseThrow()).expect(200);
        }
        assertThat(reader.get(Pages.link(second, "prev").orElseThrow())
                        .expect(200)
                        .json())
                .isEqualTo(first.json());
        return path;
    }

    /** Counters arrive some time after the statements that they count: waits until they have been the same for a while. */
    private long settled() {
        return settled(Duration.ofSeconds(2));
    }

    private long settled(Duration quiet) {
        var seen = new AtomicLong(rowsLookedAt());
        var since = new AtomicLong(System.nanoTime());
        Await.until(Duration.ofSeconds(40), () -> {
            long now = rowsLookedAt();
            if (seen.getAndSet(now) != now) {
                since.set(System.nanoTime());
            }
            return System.nanoTime() - since.get() > quiet.toNanos();
        });
        return seen.get();
    }

    private long rowsLookedAt() {
        return hub.database().number("""
                SELECT t.seq_tup_read + (SELECT sum(i.idx_tup_read) FROM pg_stat_user_indexes i WHERE i.relid = t.relid)
                  FROM pg_stat_user_tables t WHERE t.relid = 'read_model_a.model'::regclass""");
    }

    @Test
    void theWholeListIsStreamedWithEachRowOnce() {
        var csv = hub.admin()
                .with("Accept", "text/csv")
                .get("/models/")
                .expect(200)
                .body();
        var ids = csv.lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();

        assertThat(ids).hasSize(ROWS).doesNotHaveDuplicates();
    }

    /** By what changes: the row that would come last gets the first place while the client has read next to nothing. */
    @Test
    void aRowThatMovesWhileTheListIsStreamedIsThereOnce() throws IOException {
        for (var sort : List.of("-updated_at", "name")) {
            var last = tenant.auditor()
                    .get("/models/?limit=1&sort=" + (sort.startsWith("-") ? sort.substring(1) : "-" + sort))
                    .expect(200)
                    .json()
                    .get(0)
                    .path("id")
                    .asLong();
            var streamed = tenant.auditor()
                    .with("Accept", "text/csv")
                    .open("/models/?sort=" + sort)
                    .body();
            try (var lines = new BufferedReader(new InputStreamReader(streamed, StandardCharsets.UTF_8))) {
                assertThat(lines.readLine()).startsWith("id,");
                hub.database()
                        .execute(
                                "UPDATE read_model_a.model SET updated_at = now() + interval '1 day', name = '!' || name WHERE model_id = ?",
                                last);
                var ids = lines.lines()
                        .map(line -> line.substring(0, line.indexOf(',')))
                        .toList();

                assertThat(ids).hasSize(ROWS / 2).doesNotHaveDuplicates().endsWith(Long.toString(last));
            }
        }
    }
}
