package org.aigovernancehub.reliability.load;

import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.aigovernancehub.hub.e2e.Api;
import org.aigovernancehub.hub.e2e.Await;
import org.aigovernancehub.reliability.check.Findings;
import org.aigovernancehub.reliability.fleet.Fleet;
import org.aigovernancehub.reliability.journal.Answered;
import org.aigovernancehub.reliability.journal.Asked;
import org.aigovernancehub.reliability.journal.Journal;

/**
 * Writers that ask, note down, and ask again under the same key until they know; each reads what it has written at whichever hub. They use
 * what the API promises and nothing else.
 */
public final class Clients {
    private static final int WRITERS = 8;
    private static final int READ_PERCENT = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Fleet fleet;
    private final Journal journal;
    private final Findings findings;
    private final World world = new World();
    private final Requests requests;
    private final long seed;
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger reads = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean over;
    /** Set while a process stands still or a network is silent: then, and only then, an answer may fail to come. */
    private volatile boolean silenceIsExpected;

    public Clients(Fleet fleet, Journal journal, Findings findings, long seed) {
        this.fleet = fleet;
        this.journal = journal;
        this.findings = findings;
        this.seed = seed;
        this.requests = new Requests("r" + Long.toHexString(seed & 0xffff) + "-", world);
    }

    /** Begins to write, differently in each cycle. */
    public void start(int cycle) {
        over = false;
        for (int i = 0; i < WRITERS; i++) {
            var random = new Random(seed * 31 + cycle * 1_009L + i);
            threads.add(Thread.ofVirtual().name("writer-" + i).start(() -> write(random)));
        }
    }

    /** Ends; what nobody knows the outcome of stays open in the journal. */
    public void stop() {
        over = true;
        try {
            for (var thread : threads) {
                if (!thread.join(PATIENCE)) {
                    findings.add("A client waits for an answer for more than %s", PATIENCE);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    public void expectSilence(boolean expected) {
        silenceIsExpected = expected;
    }

    /** Waits for so many more accepted changes; false if they do not come. */
    public boolean awaitAccepted(int more, Duration patience) {
        int target = accepted.get() + more;
        return Await.until(patience, () -> accepted.get() >= target);
    }

    public int accepted() {
        return accepted.get();
    }

    public int reads() {
        return reads.get();
    }

    private void write(Random random) {
        while (!over) {
            var asked = requests.next(random);
            journal.asked(asked);
            var answer = askUntilKnown(asked, random);
            answer.ifPresent(known -> {
                journal.answered(known);
                learn(asked, known, random);
            });
        }
    }

    private Optional<Answered> askUntilKnown(Asked asked, Random random) {
        for (int attempt = 1; !over || attempt == 1; attempt++) {
            var answer = ask(asked, random, attempt);
            if (answer.isPresent()) {
                return answer;
            }
            Await.aMoment();
        }
        return Optional.empty();
    }

    /** Sends it once to some hub that takes commands; empty if the client has to ask again to know. */
    public Optional<Answered> ask(Asked asked, Random random, int attempt) {
        var hubs = fleet.commanding();
        var member = hubs.get(random.nextInt(hubs.size()));
        var api = asked.kind() == Asked.Kind.DECIDED ? fleet.officer(member) : fleet.owner(member);
        var withKey = api.with("Idempotency-Key", asked.key()).with("X-Correlation-Id", asked.key());
        var complete = asked.ifMatch() == null ? withKey : withKey.with("If-Match", asked.ifMatch());
        try {
            var answer = complete.call(asked.method(), asked.path(), asked.body());
            return definite(asked, answer, attempt);
        } catch (UncheckedIOException e) {
            // A hub that has died, or is dying.
            noteSilence(asked.method() + " " + asked.path(), e);
        } catch (AssertionError e) {
            findings.add("%s %s: %s", asked.method(), asked.path(), e);
        }
        return Optional.empty();
    }

    private void noteSilence(String call, UncheckedIOException e) {
        if (e.getCause() instanceof HttpTimeoutException && !silenceIsExpected) {
            findings.add("%s hung: %s", call, e.getCause());
        }
    }

    private Optional<Answered> definite(Asked asked, Api.Answer answer, int attempt) {
        var type = answer.status() < 400 ? "" : answer.json().path("type").asString("");
        if (answer.status() == 503 || type.equals("/problems/in-flight")) {
            return Optional.empty();
        }
        if (answer.status() > 500 || answer.status() == 401 || answer.status() == 429) {
            findings.add("%s %s answered %s", asked.method(), asked.path(), answer);
            return Optional.empty();
        }
        long position = answer.header("Hub-Position").map(Long::parseLong).orElse(0L);
        return Optional.of(new Answered(
                asked.key(),
                answer.status(),
                type,
                answer.header("ETag").orElse(null),
                position,
                answer.body(),
                attempt));
    }

    private void learn(Asked asked, Answered known, Random random) {
        if (!known.accepted()) {
            return;
        }
        accepted.incrementAndGet();
        if (asked.path().startsWith("/models")) {
            var body = Api.JSON.readTree(known.body());
            long id = body.path("id").asLong();
            if (asked.method().equals("POST")) {
                world.model(id, body.path("name").asString());
            }
            var etag = java.util.Objects.requireNonNull(known.etag());
            world.etag(id, etag);
            if (random.nextInt(100) < READ_PERCENT) {
                readOwnWrite(id, etag, known.position(), random);
            }
        } else if (asked.path().equals("/versions/")) {
            world.version(Api.JSON.readTree(known.body()).path("id").asLong());
        }
    }

    /** What was answered is seen by a read that starts after it, wherever. */
    private void readOwnWrite(long model, String etag, long position, Random random) {
        var hubs = fleet.querying();
        var member = hubs.get(random.nextInt(hubs.size()));
        try {
            var read = fleet.owner(member).get("/models/" + model);
            if (read.status() == 503) {
                return;
            }
            reads.incrementAndGet();
            if (read.status() != 200) {
                findings.add("Model %d was answered at position %d, and reading it answered %s", model, position, read);
            } else if (read.position() < position || version(read.etag()) < version(etag)) {
                findings.add(
                        "Stale: model %d was at %s, position %d, and a later read has %s, position %d",
                        model, etag, position, read.etag(), read.position());
            }
        } catch (UncheckedIOException e) {
            noteSilence("Reading model " + model, e);
        } catch (AssertionError e) {
            findings.add("Reading model %d: %s", model, e);
        }
    }

    /** Returns the number in a tag such as {@code "5"}. */
    public static long version(String etag) {
        return Long.parseLong(etag.replaceAll("[^0-9]", ""));
    }
}
