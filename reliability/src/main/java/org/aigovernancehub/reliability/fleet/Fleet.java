package org.aigovernancehub.reliability.fleet;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.aigovernancehub.hub.e2e.Api;
import org.aigovernancehub.hub.e2e.Await;
import org.aigovernancehub.hub.e2e.Database;
import org.aigovernancehub.hub.e2e.HubProcess;
import org.aigovernancehub.hub.e2e.Tenant;
import org.aigovernancehub.hub.e2e.TestPostgres;
import org.aigovernancehub.hub.e2e.Together;
import org.jspecify.annotations.Nullable;

/** A command hub, a query hub and one that does everything, on one PostgreSQL, each with a network of its own to it. */
public final class Fleet implements AutoCloseable {
    /** How long a promise may be out of reach after everything runs again. */
    public static final Duration RECOVERY = Duration.ofSeconds(30);

    private final TestPostgres postgres;
    private final Database database;
    private final List<Member> members = new ArrayList<>();
    private final Map<String, String> direct;
    private final Tenant tenant;
    private final Tenant stranger;
    private final String ownerToken;
    private final String officerToken;
    private final String strangerToken;

    /** A hub, its role and its network. */
    public record Member(String role, HubProcess hub, TcpProxy network) {
        public boolean commands() {
            return !role.equals("query");
        }

        public boolean queries() {
            return !role.equals("command");
        }
    }

    /** What is done to the empty database once the first hub has made it, and to the start of hubs. */
    public interface Preparation {
        /** Returns more variables of hubs. */
        Map<String, String> environment();

        /** Changes the database, before the load begins. */
        void prepare(Database database);
    }

    /**
     * Starts everything.
     *
     * @param folder of the database; null for a temporary one
     * @param clocks of the hubs; null for the right one
     */
    public Fleet(@Nullable Path folder, @Nullable Clocks clocks, Preparation preparation) {
        this.postgres = folder == null ? TestPostgres.start() : TestPostgres.startIn(folder);
        this.database = postgres.database();
        try {
            this.direct = postgres.environment();
            for (var role : List.of("all", "command", "query")) {
                var network = new TcpProxy(postgres.port());
                var environment = new HashMap<>(postgres.environment("HUB_ROLE", role));
                environment.put(
                        "DATABASE_URL",
                        postgres.url().replace(":" + postgres.port() + "/", ":" + network.port() + "/"));
                environment.put("HUB_MANAGEMENT_PORT", HubProcess.ANY_PORT);
                environment.putAll(preparation.environment());
                if (clocks != null) {
                    environment.putAll(clocks.environment(role));
                }
                members.add(new Member(role, HubProcess.unstarted(environment), network));
            }
            startAll(members);
            preparation.prepare(database);
            var first = members.getFirst().hub();
            var platform = first.admin();
            this.tenant = Tenant.on(first, platform);
            this.stranger = Tenant.on(first, platform);
            this.ownerToken = apiToken(tenant.owner());
            this.officerToken = apiToken(tenant.officer());
            this.strangerToken = apiToken(stranger.auditor());
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private static String apiToken(Api user) {
        return user.post("/tokens", Api.json("name", "reliability")).expect(201).text("token");
    }

    private static void startAll(List<Member> some) {
        Together.run(some.stream()
                .map(member -> (Callable<Integer>) () -> {
                    member.hub().start();
                    return 0;
                })
                .toList());
    }

    public List<Member> members() {
        return List.copyOf(members);
    }

    public List<Member> commanding() {
        return members.stream().filter(Member::commands).toList();
    }

    public List<Member> querying() {
        return members.stream().filter(Member::queries).toList();
    }

    public TestPostgres postgres() {
        return postgres;
    }

    public Database database() {
        return database;
    }

    public Tenant tenant() {
        return tenant;
    }

    public Tenant stranger() {
        return stranger;
    }

    /** Somebody who registers and changes models, at a hub. */
    public Api owner(Member member) {
        return Api.of(member.hub().url()).as(ownerToken);
    }

    /** Somebody who approves. */
    public Api officer(Member member) {
        return Api.of(member.hub().url()).as(officerToken);
    }

    /** Somebody of another organisation, which has nothing. */
    public Api strangerAt(Member member) {
        return Api.of(member.hub().url()).as(strangerToken);
    }

    /** Starts again what does not run, clears the weather, and waits until PostgreSQL takes connections. */
    public void heal() {
        members.forEach(member -> {
            Signals.resume(member.hub());
            member.network().become(TcpProxy.Weather.FAIR, Duration.ZERO);
        });
        postgres.awaitRunning();
        startAll(members.stream().filter(member -> !member.hub().isAlive()).toList());
    }

    /** Returns the hubs that do not say within the time of recovery that they are well. */
    public List<Member> ill() {
        return members.stream()
                .filter(member -> !Await.until(RECOVERY, () -> isHealthy(member)))
                .toList();
    }

    private static boolean isHealthy(Member member) {
        try {
            return Api.of(member.hub().url())
                    .get(member.hub().url() + "/health")
                    .body()
                    .contains("\"status\":\"ok\"");
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Runs {@code hub verify} on the database. */
    public HubProcess.Exit verify() {
        return HubProcess.runToEnd(direct, "verify");
    }

    @Override
    public void close() {
        database.close();
        members.forEach(member -> Signals.resume(member.hub()));
        members.parallelStream().forEach(member -> member.hub().close());
        members.forEach(member -> member.network().close());
        postgres.close();
    }
}
