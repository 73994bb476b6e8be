package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** An organisation of a test's own, with a user of each role, made when first asked for. Names are unique on the hub. */
public final class Tenant {
    public static final String PASSWORD = "a password of tests";

    private static final AtomicLong NUMBER = new AtomicLong();

    private final HubProcess hub;
    private final Api platform;
    private final String name;
    private final long organizationId;
    private final Map<String, Member> members = new ConcurrentHashMap<>();

    private Tenant(HubProcess hub, Api platform) {
        this.hub = hub;
        this.platform = platform;
        this.name = unique("tenant");
        this.organizationId =
                platform.post("/organizations/", json("name", name)).expect(201).id();
    }

    /** @param platform who makes it: a platform administrator */
    public static Tenant on(HubProcess hub, Api platform) {
        return new Tenant(hub, platform);
    }

    /** A name that nothing else has, on any hub of this run. */
    public static String unique(String prefix) {
        return "%s-%d-%d".formatted(prefix, ProcessHandle.current().pid(), NUMBER.incrementAndGet());
    }

    /** A user, with a client that is signed in. */
    public record Member(long id, String username, Api api) {}

    public String name() {
        return name;
    }

    public long organizationId() {
        return organizationId;
    }

    public Api admin() {
        return member("admin").api();
    }

    public Api officer() {
        return member("compliance_officer").api();
    }

    public Api owner() {
        return member("model_owner").api();
    }

    public Api auditor() {
        return member("auditor").api();
    }

    /** The one user of a role that belongs to this tenant from the beginning. */
    public Member member(String role) {
        return members.computeIfAbsent(role, this::newMember);
    }

    /** One more user of a role, whom a test may demote, disable or move. */
    public Member newMember(String role) {
        return newUser(hub, platform, role, "organization_id", organizationId);
    }

    /** One more auditor of the platform, who reads what is everybody's. */
    public static Member newPlatformAuditor(HubProcess hub, Api platform) {
        return newUser(hub, platform, "auditor", "platform", true);
    }

    private static Member newUser(HubProcess hub, Api platform, String role, Object... belonging) {
        var username = unique(role);
        var body = json("username", username, "email", username + "@example.org", "password", PASSWORD, "role", role);
        body.setAll(json(belonging));
        long id = platform.post("/users", body).expect(201).id();
        return new Member(id, username, hub.api().signIn(username, PASSWORD));
    }

    /** Registers a model as its owner, with more fields in turn, and returns its id. */
    public long model(Object... more) {
        var body = json("name", unique("model"), "owner", "somebody");
        body.setAll(json(more));
        return owner().post("/models/", body).expect(201).id();
    }

    /** Registers a version of a model and returns its id. */
    public long version(long modelId) {
        return owner().post("/versions/", json("model_id", modelId, "version_tag", unique("v")))
                .expect(201)
                .id();
    }

    /** Makes at least so many events, of several models: their commands need not wait for each other. */
    void events(int count) {
        int models = 8;
        Together.run(models, _ -> {
            long version = version(model());
            for (int i = 0; i * models < count; i++) {
                owner().post("/metrics/", json("version_id", version, "metric_name", "m", "value", i))
                        .expect(201);
            }
            return true;
        });
    }

    /** Makes a policy that covers this organisation, with more fields in turn, and returns its id. */
    public long policy(String conditionType, Object... more) {
        var body = json("name", unique("policy"), "scope", "organization", "condition_type", conditionType);
        body.setAll(json(more));
        return officer().post("/policies/", body).expect(201).id();
    }
}
