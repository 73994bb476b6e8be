package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.aigovernancehub.hub.e2e.EventSource.Event;
import org.aigovernancehub.hub.e2e.Tenant.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The event stream: complete, in order, only for who may see it, and only for as long. */
class EventStreamTest {
    private static final int WRITERS = 4;
    private static final int WRITES = 60;

    @Test
    void itDeliversTheAuditEntriesOfWhatHappensFromNowOn() {
        var tenant = SharedHub.tenant();
        tenant.model();
        try (var stream = EventSource.open(tenant.auditor())) {
            long model = tenant.model("risk_level", "high");
            var event = stream.next();

            var entry = tenant.auditor()
                    .get("/audit-logs/?entity_type=Model&entity_id=" + model)
                    .expect(200)
                    .json()
                    .get(0);
            assertThat(event).isEqualTo(new Event(entry.path("id").asLong(), "MODEL_REGISTERED", entry));
            assertThat(stream.response().headers().map())
                    .containsEntry("Cache-Control", List.of("private, no-store"))
                    .containsEntry("X-Accel-Buffering", List.of("no"));
        }
    }

    @Test
    void aClientThatIsCutAgainAndAgainMissesNothingAndGetsNothingTwice() {
        var tenant = SharedHub.tenant();
        var owner = tenant.owner();
        long version = tenant.version(tenant.model());
        long seed = ThreadLocalRandom.current().nextLong();
        System.out.println("EventStreamTest seed " + seed);
        var follower = new Follower(tenant.auditor(), WRITERS * WRITES, new Random(seed));

        var tasks = new ArrayList<Callable<List<Long>>>();
        for (int i = 0; i < WRITERS; i++) {
            tasks.add(() -> {
                for (int j = 0; j < WRITES; j++) {
                    owner.post("/metrics/", json("version_id", version, "metric_name", "m", "value", j))
                            .expect(201);
                }
                return List.of();
            });
        }
        tasks.add(follower::follow);
        var received = Together.run(tasks).getLast();

        assertThat(received)
                .isEqualTo(Pages.ids(tenant.auditor(), "/audit-logs/?after=" + follower.start))
                .hasSize(WRITERS * WRITES);
    }

    /** Reads a few events, leaves, and comes back with the id of the last one. */
    private static final class Follower {
        private final Api api;
        private final int expected;
        private final Random random;
        private final long start;
        private EventSource stream;

        Follower(Api api, int expected, Random random) {
            this.api = api;
            this.expected = expected;
            this.random = random;
            this.stream = EventSource.open(api);
            assertThat(Await.until(
                            Duration.ofSeconds(10), () -> !stream.lastEventId().isEmpty()))
                    .as("it says where it starts")
                    .isTrue();
            this.start = Long.parseLong(stream.lastEventId());
        }

        List<Long> follow() {
            var received = new ArrayList<Long>();
            var last = stream.lastEventId();
            while (received.size() < expected) {
                stream.close();
                stream = EventSource.open(api, last);
                for (int left = random.nextInt(20); left >= 0 && received.size() < expected; left--) {
                    var event = stream.next();
                    received.add(event.id());
                    last = Long.toString(event.id());
                }
            }
            stream.close();
            return received;
        }
    }

    @Test
    void fromTheStartPlatformStaffGetsEveryPositionInItsOrder() {
        SharedHub.tenant().model();
        long highest =
                SharedHub.platform().get("/audit-logs/?limit=1").expect(200).position();
        try (var stream = EventSource.open(SharedHub.platform(), "0")) {
            for (long position = 1; position <= highest; position++) {
                assertThat(stream.next().id()).isEqualTo(position);
            }
        }
    }

    @Test
    void aTenantGetsItsOwnEventsAndWhatConcernsAllAndNothingElse() {
        var one = SharedHub.tenant();
        var other = SharedHub.tenant();
        one.owner();
        other.owner();
        try (var ofOne = EventSource.open(one.auditor());
                var ofOther = EventSource.open(other.auditor())) {
            long first = one.model();
            long ofTheOther = other.model();
            long policy = SharedHub.inactiveGlobalPolicy();
            long last = one.model();
            long lastOfTheOther = other.model();

            assertThat(ofOne.next(3))
                    .extracting(event ->
                            event.name() + " " + event.data().path("entity_id").asString())
                    .containsExactly(
                            "MODEL_REGISTERED " + first, "POLICY_CREATED " + policy, "MODEL_REGISTERED " + last);
            assertThat(ofOther.next(3))
                    .extracting(event ->
                            event.name() + " " + event.data().path("entity_id").asString())
                    .containsExactly(
                            "MODEL_REGISTERED " + ofTheOther,
                            "POLICY_CREATED " + policy,
                            "MODEL_REGISTERED " + lastOfTheOther);
        }
    }

    @Test
    void aRevokedTokenEndsIt() {
        var tenant = SharedHub.tenant();
        var token = tenant.auditor().post("/tokens", json("name", "stream")).expect(201);
        endsAfter(
                SharedHub.anonymous().as(token.text("token")),
                _ -> tenant.auditor().delete("/tokens/" + token.id()).expect(204),
                tenant);
    }

    @Test
    void aTokenThatExpiresEndsIt() {
        var tenant = SharedHub.tenant();
        tenant.owner();
        var token = tenant.auditor()
                .post(
                        "/tokens",
                        json(
                                "name",
                                "stream",
                                "expires_at",
                                Instant.now().plusSeconds(8).toString()))
                .expect(201);
        endsAfter(SharedHub.anonymous().as(token.text("token")), _ -> {}, tenant);
    }

    @Test
    void aDisabledUserLosesIt() {
        var tenant = SharedHub.tenant();
        tenant.admin();
        var user = tenant.newMember("auditor");
        endsAfter(
                user.api(),
                _ -> tenant.admin()
                        .patch("/users/" + user.id(), json("is_active", false))
                        .expect(200),
                tenant);
    }

    @Test
    void aChangedPasswordEndsIt() {
        var tenant = SharedHub.tenant();
        var user = tenant.newMember("auditor");
        // Tokens count in whole seconds; one of the second of the change is as good as a new one.
        Await.until(Duration.ofMillis(1_100), () -> false);
        endsAfter(
                user.api(),
                _ -> tenant.admin()
                        .post("/users/" + user.id() + "/password", json("password", "another password of tests"))
                        .expect(204),
                tenant);
    }

    @Test
    void anInactiveOrganisationLosesIt() {
        var tenant = SharedHub.tenant();
        endsAfter(
                tenant.auditor(),
                _ -> SharedHub.platform()
                        .patch("/organizations/" + tenant.organizationId(), json("is_active", false))
                        .expect(200),
                tenant);
    }

    @Test
    void whoMovesToAnotherOrganisationLosesIt() {
        var tenant = SharedHub.tenant();
        var other = SharedHub.tenant();
        tenant.admin();
        var user = tenant.newMember("auditor");
        endsAfter(
                user.api(),
                _ -> SharedHub.platform()
                        .patch("/users/" + user.id(), json("organization_id", other.organizationId()))
                        .expect(200),
                tenant);
    }

    private static void endsAfter(Api api, Consumer<Api> revocation, Tenant tenant) {
        tenant.owner();
        try (var stream = EventSource.open(api)) {
            tenant.model();
            assertThat(stream.next().name()).isEqualTo("MODEL_REGISTERED");

            revocation.accept(api);

            stream.untilTheEnd();
        }
    }

    @Test
    void aDemotionDoesNotEndIt() {
        var tenant = SharedHub.tenant();
        Member user = tenant.newMember("admin");
        tenant.admin();
        tenant.owner();
        try (var stream = EventSource.open(user.api())) {
            tenant.admin().patch("/users/" + user.id(), json("role", "auditor")).expect(200);
            assertThat(stream.next().name()).isEqualTo("USER_ROLE_CHANGED");
            int seen = stream.comments();
            // By then the caller has been asked for anew.
            assertThat(Await.until(Duration.ofSeconds(30), () -> stream.comments() > seen))
                    .isTrue();
            tenant.model();
            assertThat(stream.next().name()).isEqualTo("MODEL_REGISTERED");
        }
    }

    @Test
    void aCommentComesWhileNothingHappens() {
        try (var stream = EventSource.open(SharedHub.tenant().auditor())) {
            int seen = stream.comments();
            assertThat(Await.until(Duration.ofSeconds(15), () -> stream.comments() > seen))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-1", "1.5", "0x10", "1 2", "99999999999999999999"})
    void anIdThatNoEventCanHaveIsMalformed(String id) {
        stream().with("Last-Event-ID", id).get("/events/stream").problem(400, "malformed");
    }

    @Test
    void aPositionAboveTheHighestOneIsUnknown() {
        long highest =
                SharedHub.platform().get("/audit-logs/?limit=1").expect(200).position();
        stream()
                .with("Last-Event-ID", Long.toString(highest + 1_000_000))
                .get("/events/stream")
                .problem(409, "position-unknown");
    }

    @Test
    void itIsAnsweredAsDocumentedToWhoDoesNotFollowIt() {
        var head = stream().call("HEAD", "/events/stream/", null).expect(200);
        assertThat(head.header("Content-Type")).hasValue("text/event-stream");
        assertThat(head.header("Hub-Position")).isPresent();

        SharedHub.anonymous().get("/events/stream").problem(401, "unauthenticated");
        stream().get("/events/stream?last_event_id=1").problem(400, "unknown-parameter");
        SharedHub.platform()
                .with("Accept", "application/json")
                .get("/events/stream")
                .problem(406, "not-acceptable");
        stream().post("/events/stream", Map.of()).problem(405, "method-not-allowed");
    }

    private static Api stream() {
        return SharedHub.platform().with("Accept", "text/event-stream");
    }
}
