package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The audit trail, as it is read: every event, to whom it concerns. */
class AuditTrailTest {
    private static Tenant tenant;
    private static long model;
    private static long version;
    private static long dataset;
    private static long policy;

    @BeforeAll
    static void leaveATrail() {
        tenant = SharedHub.tenant();
        tenant.auditor();
        policy = tenant.policy("require_evaluation_before_approval");
        model = tenant.model("risk_level", "limited");
        version = tenant.version(model);
        dataset = tenant.owner()
                .post("/datasets/", json("name", "Trail"))
                .expect(201)
                .id();
        tenant.owner()
                .patch("/models/" + model, json("description", "described"))
                .expect(200);
    }

    @Test
    void aBlockedAttemptTellsWhoWhatWhenWhyAndOnWhichFacts() {
        var officer = tenant.member("compliance_officer");
        officer.api()
                .with("X-Correlation-Id", "the-blocked-attempt")
                .patch(
                        "/models/" + model + "/compliance-status",
                        json("status", "approved", "reason", "in a hurry", "approval_notes", "looks fine"))
                .problem(403, "policy-violation");

        var entry = entries("?action=COMPLIANCE_STATUS_CHANGE_BLOCKED&entity_id=" + model)
                .getFirst();
        assertThat(entry.path("entity_type").asString()).isEqualTo("Model");
        assertThat(entry.path("entity_id").isString()).isTrue();
        assertThat(entry.path("entity_id").asString()).isEqualTo(Long.toString(model));
        assertThat(entry.path("actor").asString()).isEqualTo(officer.username());
        assertThat(entry.path("actor_id").asLong()).isEqualTo(officer.id());
        assertThat(entry.path("organization_id").asLong()).isEqualTo(tenant.organizationId());
        assertThat(entry.path("correlation_id").asString()).isEqualTo("the-blocked-attempt");
        assertThat(entry.has("demo")).isFalse();
        var details = entry.path("details");
        assertThat(details.isObject()).isTrue();
        assertThat(details.path("from").asString()).isEqualTo("draft");
        assertThat(details.path("to").asString()).isEqualTo("approved");
        assertThat(details.path("reason").asString()).isEqualTo("in a hurry");
        var finding = details.path("findings").path(0);
        assertThat(finding.path("policy_id").asLong()).isEqualTo(policy);
        assertThat(finding.path("policy_version").asLong()).isEqualTo(1);
        assertThat(finding.path("reason").asString()).isNotBlank();
        assertThat(finding.path("facts").path("metric_count").asLong()).isZero();
        assertThat(finding.path("facts").path("risk_level").asString()).isEqualTo("limited");
    }

    @Test
    void everyEventIsThereAsItIsStored() {
        var database = SharedHub.database();
        for (var stream : List.of("model-" + model, "dataset-" + dataset, "policy-" + policy)) {
            var id = stream.substring(stream.indexOf('-') + 1);
            var type = stream.substring(0, 1).toUpperCase(Locale.ROOT) + stream.substring(1, stream.indexOf('-'));
            var trail = entries("?entity_type=" + type + "&entity_id=" + id);
            Collections.reverse(trail);
            var stored = database.events(stream);
            assertThat(trail).hasSameSizeAs(stored);
            for (int i = 0; i < stored.size(); i++) {
                var entry = trail.get(i);
                assertThat(entry.path("id").asLong()).isEqualTo(stored.get(i).position());
                assertThat(entry.path("details")).isEqualTo(stored.get(i).payload());
                assertThat(Instant.parse(entry.path("timestamp").asString()))
                        .isEqualTo(stored.get(i).recordedAt());
                assertThat(entry.path("action").asString().replace("_", ""))
                        .isEqualTo(stored.get(i).name().toUpperCase(Locale.ROOT));
            }
        }
    }

    @Test
    void platformStaffTakesTheEntriesOfOneOrganisation() {
        var other = SharedHub.tenant();
        var path = "/audit-logs/?organization_id=";

        var own = Pages.ids(SharedHub.platform(), path + tenant.organizationId());
        assertThat(own).isNotEmpty().isEqualTo(ids("?organization_id=" + tenant.organizationId()));
        assertThat(Pages.ids(SharedHub.platform(), path + other.organizationId()))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(own);
        tenant.auditor().get(path + other.organizationId()).problem(404, "not-found");
        tenant.auditor()
                .get("/audit-logs/histogram?organization_id=" + other.organizationId())
                .problem(404, "not-found");
    }

    @Test
    void eachFilterAloneAndAllTogether() {
        assertThat(ids("?entity_type=Dataset")).containsExactly(idOf("DATASET_REGISTERED"));
        assertThat(entries("?entity_id=" + model))
                .isNotEmpty()
                .allSatisfy(
                        entry -> assertThat(entry.path("entity_id").asString()).isEqualTo(Long.toString(model)));
        assertThat(entries("?action=VERSION_REGISTERED"))
                .singleElement()
                .satisfies(entry -> assertThat(
                                entry.path("details").path("version_id").asLong())
                        .isEqualTo(version));
        assertThat(entries("?actor=" + tenant.member("model_owner").username()))
                .extracting(entry -> entry.path("action").asString())
                .containsExactly(
                        "MODEL_DETAILS_CHANGED", "DATASET_REGISTERED", "VERSION_REGISTERED", "MODEL_REGISTERED");
        assertThat(entries("?actor=admin"))
                .extracting(entry -> entry.path("action").asString())
                .contains("USER_CREATED", "ORGANIZATION_CREATED");
        var changed = entries("?action=MODEL_DETAILS_CHANGED").getFirst();
        assertThat(entries("?entity_type=Model&entity_id=%d&action=MODEL_DETAILS_CHANGED&actor=%s&from=%s&after=0"
                        .formatted(
                                model,
                                tenant.member("model_owner").username(),
                                changed.path("timestamp").asString())))
                .containsExactly(changed);
        assertThat(ids("?entity_type=Model&entity_id=" + model + "&action=DATASET_REGISTERED"))
                .isEmpty();
        assertThat(ids("?action=model_registered")).isEmpty();
        assertThat(ids("?entity_type=")).isEmpty();
    }

    @Test
    void timesAreFromInclusiveToExclusive() {
        var entry = entries("?action=VERSION_REGISTERED").getFirst();
        var at = entry.path("timestamp").asString();
        var later = Instant.parse(at).plusNanos(1_000).toString();

        assertThat(entries("?from=" + at + "&to=" + later)).containsExactly(entry);
        assertThat(ids("?to=" + at))
                .isNotEmpty()
                .doesNotContain(entry.path("id").asLong());
        assertThat(ids("?from=" + later))
                .isNotEmpty()
                .doesNotContain(entry.path("id").asLong());
        assertThat(ids("?from=2000-01-01&to=2999-01-01")).isEqualTo(ids(""));
        assertThat(ids("?from=2999-01-01")).isEmpty();
        assertThat(ids("?to=2000-01-01")).isEmpty();
        assertThat(ids("?from=" + later + "&to=" + at)).isEmpty();
    }

    @Test
    void theNewestComesFirstAndWithAfterTheOldest() {
        var newestFirst = ids("");
        assertThat(newestFirst).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        var oldestFirst = new ArrayList<>(newestFirst);
        Collections.reverse(oldestFirst);

        assertThat(ids("?after=0")).isEqualTo(oldestFirst);
        long third = oldestFirst.get(2);
        assertThat(ids("?after=" + third)).isEqualTo(oldestFirst.subList(3, oldestFirst.size()));
        assertThat(ids("?after=" + third + "&limit=2")).isEqualTo(oldestFirst.subList(3, 5));
        assertThat(ids("?before=" + third + "&limit=1")).containsExactly(oldestFirst.get(1));
        assertThat(ids("?before=" + third)).isEqualTo(oldestFirst.subList(0, 2).reversed());
        tenant.auditor().get("/audit-logs/?before=0").problem(400, "malformed");
        tenant.auditor().get("/audit-logs/?before=3&after=1").problem(400, "malformed");
        assertThat(Pages.ids(Pages.forward(tenant.auditor(), "/audit-logs/?limit=3&after=" + third)))
                .isEqualTo(oldestFirst.subList(3, oldestFirst.size()));
    }

    @Test
    void whoPollsGetsEachEntryOnceHoweverManyCame() {
        var poller = SharedHub.tenant();
        long metrics = poller.version(poller.model());
        long position = poller.auditor().get("/audit-logs/?limit=1").expect(200).position();
        var received = new ArrayList<Long>();
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < 3 * round; i++) {
                poller.owner()
                        .post("/metrics/", json("version_id", metrics, "metric_name", "m", "value", i))
                        .expect(201);
            }
            List<Long> some;
            do {
                some = Pages.ids(poller.auditor(), "/audit-logs/?limit=4&after=" + position);
                received.addAll(some);
                position = some.isEmpty() ? position : some.getLast();
            } while (some.size() == 4);
        }
        assertThat(received).hasSize(30).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aPositionAboveTheHighestOneIsUnknown() {
        long highest = tenant.auditor().get("/audit-logs/?limit=1").expect(200).position();
        assertThat(ids("?after=" + highest)).isEmpty();
        tenant.auditor().get("/audit-logs/?after=" + (highest + 1)).problem(409, "position-unknown");
        tenant.auditor().get("/audit-logs/?limit=10&after=" + Long.MAX_VALUE).problem(409, "position-unknown");
        tenant.auditor()
                .with("Prefer", "handling=lenient")
                .get("/audit-logs/?after=" + (highest + 1))
                .problem(409, "position-unknown");
        tenant.auditor().get("/audit-logs/?after=-1").problem(400, "malformed");
        tenant.auditor().get("/audit-logs/?after=x").problem(400, "malformed");
    }

    @Test
    void whatConcernsAllIsSeenByAllAndWhatIsThePlatformsByItsStaff() {
        long global = SharedHub.inactiveGlobalPolicy();
        var staff = Tenant.newPlatformAuditor(SharedHub.hub(), SharedHub.platform());

        assertThat(entries("?entity_type=Policy&entity_id=" + global))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.path("action").asString()).isEqualTo("POLICY_CREATED");
                    assertThat(entry.path("organization_id").isNull()).isTrue();
                });
        assertThat(ids("?entity_type=User&entity_id=" + staff.id())).isEmpty();
        assertThat(Pages.ids(staff.api(), "/audit-logs/?entity_type=User&entity_id=" + staff.id()))
                .hasSize(1);
    }

    @Test
    void aTenantSeesNothingOfAnother() {
        var other = SharedHub.tenant();
        long others = other.model();
        assertThat(ids("?entity_type=Model&entity_id=" + others)).isEmpty();
        assertThat(entries(""))
                .allSatisfy(entry -> assertThat(entry.path("organization_id").isNull()
                                || entry.path("organization_id").asLong() == tenant.organizationId())
                        .isTrue());
        assertThat(Pages.ids(SharedHub.platform(), "/audit-logs/?entity_type=Model&entity_id=" + others))
                .hasSize(1);
        assertThat(Pages.ids(SharedHub.platform(), "/audit-logs/?entity_type=Model&entity_id=" + model))
                .isNotEmpty();
    }

    private static long idOf(String action) {
        return entries("?action=" + action).getFirst().path("id").asLong();
    }

    private static List<Long> ids(String query) {
        return Pages.ids(tenant.auditor(), "/audit-logs/" + query);
    }

    private static List<JsonNode> entries(String query) {
        return Pages.elements(tenant.auditor().get("/audit-logs/" + query).expect(200));
    }
}
