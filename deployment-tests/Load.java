import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Uses a hub as its clients do until a file appears: makes models, changes them, and reads both back. Every answer goes to a journal; an
 * answer of another status than it should have, a call without one, or a read that lacks what was answered before it, is a failure.
 *
 * <p>{@code java Load.java https://localhost:PORT END JOURNAL}, with the variables PASSWORD (admin's) and TRUST (a certificate).
 */
public final class Load {
    private static final int WRITERS = 4;
    private static final int READERS = 4;
    private static final Duration AT_MOST = Duration.ofMinutes(5);
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private final HttpClient client;
    private final URI hub;
    private final BufferedWriter journal;
    private final Queue failures = new Queue();
    private final AtomicLong answers = new AtomicLong();
    private final Set<Long> made = ConcurrentHashMap.newKeySet();
    private final Map<Long, String> described = new ConcurrentHashMap<>();
    private volatile String token = "";

    private static final class Queue extends ConcurrentLinkedQueue<String> {
        private static final long serialVersionUID = 1L;
    }

    private Load(HttpClient client, URI hub, BufferedWriter journal) {
        this.client = client;
        this.hub = hub;
        this.journal = journal;
    }

    public static void main(String[] args) throws Exception {
        var end = Path.of(args[1]);
        try (var client = HttpClient.newBuilder().sslContext(trusting(Path.of(System.getenv("TRUST")))).build();
                var journal = Files.newBufferedWriter(Path.of(args[2]))) {
            var load = new Load(client, URI.create(args[0]), journal);
            System.exit(load.run(end) ? 0 : 1);
        }
    }

    private boolean run(Path end) throws Exception {
        signIn();
        var stop = Instant.now().plus(AT_MOST);
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                workers.submit(() -> until(end, stop, round -> write(writer, round)));
            }
            for (int i = 0; i < READERS; i++) {
                int reader = i;
                workers.submit(() -> until(end, stop, round -> read(reader, round)));
            }
        }
        everythingIsThereOnce();
        failures.stream().limit(20).forEach(System.out::println);
        System.out.printf("%d answers, %d models, %d failures%n", answers.get(), made.size(), failures.size());
        return failures.isEmpty() && !made.isEmpty();
    }

    private interface Round {
        void go(long round) throws Exception;
    }

    private void until(Path end, Instant stop, Round work) {
        for (long round = 0; !Files.exists(end) && Instant.now().isBefore(stop); round++) {
            try {
                work.go(round);
                Thread.sleep(10);
            } catch (Exception e) {
                failures.add(Instant.now() + " " + e);
            }
        }
    }

    private void write(int writer, long round) throws Exception {
        if (round % 50 == 49) {
            signIn();
        }
        var name = "load " + writer + " " + round;
        var id = id(call("POST", "/api/v1/models", "{\"name\":\"" + name + "\",\"owner\":\"load\"}", 201));
        made.add(id);
        var description = "changed " + round;
        call("PATCH", "/api/v1/models/" + id, "{\"description\":\"" + description + "\"}", 200);
        described.put(id, description);
        if (!call("GET", "/api/v1/models/" + id, null, 200).contains(description)) {
            failures.add(Instant.now() + " model " + id + " lacks what was answered before");
        }
    }

    private void read(int reader, long round) throws Exception {
        switch ((int) (round % 4)) {
            case 0 -> call("GET", "/api/v1/models?limit=20", null, 200);
            case 1 -> call("GET", "/api/v1/dashboard/stats", null, 200);
            case 2 -> call("GET", "/api/v1/auth/me", null, 200);
            default -> call("GET", "/", null, 200);
        }
    }

    private void signIn() throws Exception {
        var password = URLEncoder.encode(System.getenv("PASSWORD"), StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(hub.resolve("/api/v1/auth/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=admin&password=" + password));
        var found = TOKEN.matcher(send("POST", "/api/v1/auth/token", request, 200));
        if (found.find()) {
            token = found.group(1);
        }
    }

    private String call(String method, String path, String body, int status) throws Exception {
        var publisher = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(hub.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, publisher);
        return send(method, path, request, status);
    }

    private String send(String method, String path, HttpRequest.Builder request, int status) throws Exception {
        HttpResponse<String> answer;
        try {
            answer = client.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            note(method, path, "none: " + e);
            failures.add("%s %s %s: %s".formatted(Instant.now(), method, path, e));
            return "";
        }
        note(method, path, Integer.toString(answer.statusCode()));
        if (answer.statusCode() != status) {
            failures.add("%s %s %s: %d %s".formatted(Instant.now(), method, path, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    private void note(String method, String path, String outcome) throws IOException {
        answers.incrementAndGet();
        synchronized (journal) {
            journal.write("%s %s %s %s%n".formatted(Instant.now(), method, path, outcome));
            journal.flush();
        }
    }

    /** Names are unique, so a model that was made twice would have been refused; one that was lost is missing here. */
    private void everythingIsThereOnce() throws Exception {
        var lines = call("GET", "/api/v1/models?owner=load", null, 200);
        List<Long> there = new ArrayList<>();
        for (var found = ID.matcher(lines); found.find(); ) {
            there.add(Long.parseLong(found.group(1)));
        }
        if (there.size() != Set.copyOf(there).size() || !Set.copyOf(there).equals(made)) {
            failures.add("%d models were answered, %d are there".formatted(made.size(), there.size()));
        }
        described.forEach((id, description) -> {
            if (!lines.contains(description)) {
                failures.add("model " + id + " has lost its change");
            }
        });
    }

    private static long id(String body) {
        var found = ID.matcher(body);
        if (!found.find()) {
            throw new IllegalStateException("no id in: " + body);
        }
        return Long.parseLong(found.group(1));
    }

    private static SSLContext trusting(Path certificate) throws Exception {
        var keys = KeyStore.getInstance(KeyStore.getDefaultType());
        keys.load(null);
        try (var file = Files.newInputStream(certificate)) {
            keys.setCertificateEntry("proxy", CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
