package org.aigovernancehub.reliability.check;

import static java.util.stream.Collectors.groupingBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.aigovernancehub.hub.e2e.Api;
import org.aigovernancehub.hub.e2e.Await;
import org.aigovernancehub.reliability.fleet.Fleet;
import org.aigovernancehub.reliability.journal.Answered;
import org.aigovernancehub.reliability.journal.Asked;
import org.aigovernancehub.reliability.journal.Journal;
import org.aigovernancehub.reliability.load.Clients;

/** Decides, after everything runs again, whether a promise was broken: from the journal, the database, and a replay of its events. */
public final class Checker {
    private static final int REPEATED = 12;
    private static final Pattern BUSY =
            Pattern.compile("hikaricp_connections_active\\{[^}]*pool=\"(command|query)\"[^}]*} ([0-9.]+)");
    /** What the pools of a hub hold at most, by role; see the hub's own configuration. */
    private static final Map<String, Integer> MOST_CONNECTIONS = Map.of("all", 40, "command", 18, "query", 24);

    private final Fleet fleet;
    private final Journal journal;
    private final Findings findings;
    private int verified;

    public Checker(Fleet fleet, Journal journal, Findings findings) {
        this.fleet = fleet;
        this.journal = journal;
        this.findings = findings;
    }

    /** Returns how many requests the last check was about. */
    public int verified() {
        return verified;
    }

    /** Checks everything; what is wrong goes to the findings. */
    public void check(Clients clients, Random random) {
        for (var ill : fleet.ill()) {
            findings.add("The %s hub is not well %s after recovery", ill.role(), Fleet.RECOVERY);
        }
        askAgain(clients, random);
        var contents = journal.read();
        readsAnswer(contents);
        numbersCome();
        events(contents);
        repeatedKeys(contents, clients, random);
        strangersSeeNothing();
        connectionsAreGivenBack();
        var verification = fleet.verify();
        if (verification.code() != 0) {
            verification
                    .output()
                    .lines()
                    .dropWhile(line -> !line.startsWith("FAIL"))
                    .limit(3)
                    .forEach(line -> findings.add("hub verify: " + line.strip()));
            if (!verification.output().contains("FAIL")) {
                findings.add("hub verify ended with %d: %s", verification.code(), verification.output());
            }
        }
        verified = contents.asked().size();
    }

    /** Every request gets a definite answer in time, under its old key. */
    private void askAgain(Clients clients, Random random) {
        var contents = journal.read();
        for (var asked : contents.asked().values()) {
            if (!contents.answered().containsKey(asked.key())) {
                var known = new ArrayList<Answered>();
                // The first attempt is some attempt before.
                Await.until(Fleet.RECOVERY, () -> {
                    clients.ask(asked, random, 2).ifPresent(known::add);
                    return !known.isEmpty();
                });
                if (known.isEmpty()) {
                    findings.add(
                            "%s %s has no definite answer %s after recovery",
                            asked.method(), asked.path(), Fleet.RECOVERY);
                } else {
                    journal.answered(known.getFirst());
                }
            }
        }
    }

    private void readsAnswer(Journal.Contents contents) {
        long highest = contents.answered().values().stream()
                .mapToLong(Answered::position)
                .max()
                .orElse(0);
        for (var member : fleet.querying()) {
            var last = new String[] {"nothing"};
            boolean fresh = Await.until(Fleet.RECOVERY, () -> {
                try {
                    var answer = fleet.owner(member).get("/models/?limit=1");
                    last[0] = answer.status() + " "
                            + answer.header("Hub-Position").orElse("");
                    return answer.status() == 200 && answer.position() >= highest;
                } catch (UncheckedIOException e) {
                    last[0] = e.toString();
                    return false;
                }
            });
            if (!fresh) {
                findings.add("Reads at the %s hub do not come to position %d: %s", member.role(), highest, last[0]);
            }
        }
    }

    private void numbersCome() {
        var database = fleet.database();
        if (!Await.until(
                Fleet.RECOVERY, () -> database.number("SELECT count(*) FROM event_store.event_pending") == 0)) {
            findings.add("Events are still without a position");
        }
        long events = database.number("SELECT count(*) FROM event_store.event");
        long highest = database.number("SELECT coalesce(max(position), 0) FROM event_store.event_position");
        if (events != highest) {
            findings.add("There are %d events, and the highest position is %d", events, highest);
        }
    }

    private record Stored(String stream, long sequence, long position, String correlation) {}

    /** Once what was accepted or recorded, never what was refused. */
    private void events(Journal.Contents contents) {
        var all = stored();
        var byKey = all.stream().collect(groupingBy(Stored::correlation));
        var lengths = new HashMap<String, Long>();
        all.forEach(event -> lengths.merge(event.stream(), event.sequence() + 1, Math::max));
        for (var answered : contents.answered().values()) {
            var asked = java.util.Objects.requireNonNull(contents.asked().get(answered.key()));
            judge(asked, answered, byKey.getOrDefault(asked.key(), List.of()), lengths);
        }
        contents.asked().values().stream()
                .filter(asked -> byKey.getOrDefault(asked.key(), List.of()).size() > asked.events())
                .forEach(asked -> findings.add(
                        "%s %s left %d events where one request leaves %d",
                        asked.method(),
                        asked.path(),
                        byKey.getOrDefault(asked.key(), List.of()).size(),
                        asked.events()));
    }

    private List<Stored> stored() {
        return fleet.database()
                .query("""
                        SELECT e.aggregate_id, e.sequence_number, coalesce(p.position, 0), coalesce(e.metadata::json ->> 'correlation_id', '')
                          FROM event_store.event e LEFT JOIN event_store.event_position p USING (global_index)
                         ORDER BY e.aggregate_id, e.sequence_number""", row -> new Stored(row.getString(1), row.getLong(2), row.getLong(3), row.getString(4)));
    }

    private void judge(Asked asked, Answered answered, List<Stored> events, Map<String, Long> lengths) {
        var request = "%s %s (%s)".formatted(asked.method(), asked.path(), asked.key());
        switch (asked.kind()) {
            case CHANGE -> {
                if (answered.accepted()) {
                    if (events.size() < asked.events()) {
                        findings.add(
                                "Lost: %s was answered %d and left %d of %d events",
                                request, answered.status(), events.size(), asked.events());
                    }
                } else if (asked.ifMatch() == null || answered.status() != 412) {
                    findings.add("%s was answered %d %s", request, answered.status(), answered.body());
                }
            }
            case DECIDED -> {
                if (answered.recordedRefusal() && events.size() != 1) {
                    findings.add("%s was refused on record and left %d events", request, events.size());
                } else if (!answered.accepted() && !answered.recordedRefusal()) {
                    findings.add("%s was answered %d %s", request, answered.status(), answered.body());
                }
            }
            case REFUSED -> {
                if (answered.status() < 400 || answered.status() >= 500) {
                    findings.add("%s was answered %d", request, answered.status());
                }
            }
        }
        if (!answered.accepted() && !answered.recordedRefusal() && !events.isEmpty()) {
            findings.add("%s was refused with %d and left %d events", request, answered.status(), events.size());
        }
        if (answered.accepted() && answered.etag() != null) {
            versions(asked, answered, request, events, lengths);
        }
    }

    private void versions(
            Asked asked, Answered answered, String request, List<Stored> events, Map<String, Long> lengths) {
        boolean ofOneStream = asked.path().startsWith("/models") || asked.path().startsWith("/datasets");
        if (!ofOneStream) {
            return;
        }
        long version = Clients.version(java.util.Objects.requireNonNull(answered.etag()));
        var kind = asked.path().startsWith("/models") ? "model-" : "dataset-";
        var stream = kind + Api.JSON.readTree(answered.body()).path("id").asLong();
        if (lengths.getOrDefault(stream, 0L) < version) {
            findings.add(
                    "Lost: %s was answered with version %d of %s, which has %d events",
                    request, version, stream, lengths.getOrDefault(stream, 0L));
        }
        if (events.size() == 1) {
            var event = events.getFirst();
            if (event.sequence() + 1 != version) {
                findings.add("%s was answered with version %d and is event %d", request, version, event.sequence());
            }
            if (event.position() > answered.position()) {
                findings.add(
                        "%s was answered at position %d and has %d", request, answered.position(), event.position());
            }
            if (asked.ifMatch() != null && Clients.version(asked.ifMatch()) != event.sequence()) {
                findings.add("%s was decided on %s and is event %d", request, asked.ifMatch(), event.sequence());
            }
        }
    }

    /** A key is good for one change however often it is used: the same answer, and nothing more in the store. */
    private void repeatedKeys(Journal.Contents contents, Clients clients, Random random) {
        var accepted =
                contents.answered().values().stream().filter(Answered::accepted).toList();
        if (accepted.isEmpty()) {
            return; // the clients had no part in this, or there are findings already
        }
        long before = fleet.database().number("SELECT count(*) FROM event_store.event");
        for (int i = 0; i < REPEATED; i++) {
            // Those of the last cycle, mostly: they are the ones that something happened to.
            var first = accepted.get(Math.max(0, accepted.size() - 1 - random.nextInt(200)));
            var asked = java.util.Objects.requireNonNull(contents.asked().get(first.key()));
            clients.ask(asked, random, 2)
                    .filter(again ->
                            again.status() != first.status() || !again.body().equals(first.body()))
                    .ifPresent(again -> findings.add(
                            "%s %s under a used key answered %d %s after %d %s",
                            asked.method(), asked.path(), again.status(), again.body(), first.status(), first.body()));
        }
        long after = fleet.database().number("SELECT count(*) FROM event_store.event");
        if (after != before) {
            findings.add("Applied twice: %d requests under used keys left %d events", REPEATED, after - before);
        }
    }

    private void strangersSeeNothing() {
        for (var member : fleet.querying()) {
            for (var path : List.of("/models/", "/datasets/", "/audit-logs/?entity_type=Model")) {
                var seen = fleet.strangerAt(member).get(path).body();
                if (!seen.equals("[]")) {
                    findings.add(
                            "Another organisation sees %s of %s",
                            seen.substring(0, Math.min(120, seen.length())), path);
                }
            }
        }
    }

    private void connectionsAreGivenBack() {
        for (var member : fleet.members()) {
            int open = member.network().connections();
            if (open > MOST_CONNECTIONS.getOrDefault(member.role(), 0)) {
                findings.add("The %s hub has %d connections to its database", member.role(), open);
            }
            var last = new String[] {""};
            if (!Await.until(Duration.ofSeconds(10), () -> isIdle(member, last))) {
                findings.add("The %s hub is at rest and holds connections of its pools: %s", member.role(), last[0]);
            }
        }
    }

    private static boolean isIdle(Fleet.Member member, String[] last) {
        var hub = member.hub();
        var metrics = Api.of(hub.url())
                .get("http://127.0.0.1:%d/actuator/prometheus".formatted(hub.managementPort()))
                .body();
        var busy = BUSY.matcher(metrics);
        var found = new StringBuilder();
        boolean idle = true;
        while (busy.find()) {
            idle &= Double.parseDouble(busy.group(2)) == 0;
            found.append(busy.group(1)).append('=').append(busy.group(2)).append(' ');
        }
        last[0] = found.isEmpty() ? "no such metric" : found.toString();
        return idle && !found.isEmpty();
    }
}
