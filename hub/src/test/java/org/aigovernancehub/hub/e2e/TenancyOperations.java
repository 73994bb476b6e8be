package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How each operation of the documentation is called in the matrix of tenants and roles. What the documentation has and this list has not
 * fails the build: a new route must say who may call it, and what it must not tell.
 */
final class TenancyOperations {
    /** Every role of an organisation may. */
    static final List<String> ALL = List.of("admin", "compliance_officer", "model_owner", "auditor");
    /** Who changes the registry. */
    static final List<String> WRITERS = List.of("admin", "compliance_officer", "model_owner");
    /** Who decides. */
    static final List<String> OFFICERS = List.of("admin", "compliance_officer");

    static final List<String> ADMINS = List.of("admin");
    static final List<String> NOBODY = List.of();

    private final Map<String, Operation> operations = new LinkedHashMap<>();

    /**
     * An operation of the matrix.
     *
     * @param kind of what
     * @param allowed the roles that may, on their own things
     * @param body of a call, by the ids that it names; null for none
     * @param refers whether the ids are in the body, and not in the path
     */
    record Operation(
            Kind kind, List<String> allowed, @Nullable Function<Ids, Object> body, boolean refers) {}

    /** What an operation is about. */
    enum Kind {
        /** One thing, named by an id: foreign and absent look alike. */
        ONE,
        /** Many things: those of others are not among them. */
        MANY,
        /** The caller itself, or nothing that has an owner. */
        OWN,
        /** For platform staff; anybody else is refused, whatever the id. */
        PLATFORM,
        /** Needs no token. */
        PUBLIC
    }

    /** Ids of one thing of each kind, of one tenant. */
    record Ids(
            long organization,
            long user,
            long token,
            long model,
            long otherModel,
            long version,
            long dataset,
            long policy,
            String username) {
        String path(String template) {
            return template.replace("{organizationId}", Long.toString(organization))
                    .replace("{userId}", Long.toString(user))
                    .replace("{tokenId}", Long.toString(token))
                    .replace("{modelId}", Long.toString(model))
                    .replace("{versionId}", Long.toString(version))
                    .replace("{datasetId}", Long.toString(dataset))
                    .replace("{policyId}", Long.toString(policy))
                    .replace("{position}", "1")
                    .replace("{type}", "not-found");
        }
    }

    TenancyOperations() {
        reads();
        registry();
        administration();
        everybody();
    }

    private void reads() {
        for (var path : List.of(
                "/models/{modelId}",
                "/models/{modelId}/versions",
                "/models/{modelId}/reviews",
                "/models/{modelId}/datasets",
                "/models/{modelId}/lineage",
                "/models/{modelId}/transitions",
                "/reports/models/{modelId}/compliance-report",
                "/versions/{versionId}",
                "/versions/{versionId}/metrics",
                "/datasets/{datasetId}",
                "/policies/{policyId}",
                "/organizations/{organizationId}")) {
            add("GET", path, Kind.ONE, ALL, null);
        }
        for (var path : List.of(
                "/models",
                "/datasets",
                "/policies",
                "/policies/violations",
                "/organizations",
                "/audit-logs",
                "/dashboard/stats",
                "/tokens")) {
            add("GET", path, Kind.MANY, ALL, null);
        }
        add("GET", "/users", Kind.MANY, ADMINS, null);
        add("GET", "/users/{userId}", Kind.ONE, ADMINS, null);
    }

    private void registry() {
        add("POST", "/models", Kind.OWN, WRITERS, _ -> json("name", Tenant.unique("m"), "owner", "o"));
        refers(
                "POST",
                "/models",
                WRITERS,
                ids -> json("name", Tenant.unique("m"), "owner", "o", "organization_id", ids.organization()));
        add("PATCH", "/models/{modelId}", Kind.ONE, WRITERS, _ -> json("sector", "s"));
        add("PATCH", "/models/{modelId}/risk-profile", Kind.ONE, WRITERS, _ -> json("domain", "d"));
        add("PATCH", "/models/{modelId}/compliance-status", Kind.ONE, WRITERS, _ -> json("status", "under_review"));
        add("POST", "/models/{modelId}/reviews", Kind.ONE, OFFICERS, _ -> json("outcome", "endorsed", "notes", "n"));
        add(
                "POST",
                "/models/{modelId}/datasets",
                Kind.ONE,
                WRITERS,
                ids -> json("dataset_id", ids.dataset(), "notes", Tenant.unique("n")));
        refers("POST", "/models/{modelId}/datasets", WRITERS, ids -> json("dataset_id", ids.dataset()));
        refers(
                "POST",
                "/models/{modelId}/datasets",
                WRITERS,
                ids -> json("dataset_id", 1, "model_version_id", ids.version()));
        add(
                "POST",
                "/models/{modelId}/dependencies",
                Kind.ONE,
                WRITERS,
                ids -> json("parent_model_id", ids.otherModel()));
        refers("POST", "/models/{modelId}/dependencies", WRITERS, ids -> json("parent_model_id", ids.model()));
        refers(
                "POST",
                "/models/{modelId}/dependencies",
                WRITERS,
                ids -> json("parent_model_id", ids.model(), "parent_version_id", ids.version()));
        add(
                "POST",
                "/versions",
                Kind.OWN,
                WRITERS,
                ids -> json("model_id", ids.model(), "version_tag", Tenant.unique("v")));
        refers("POST", "/versions", WRITERS, ids -> json("model_id", ids.model(), "version_tag", Tenant.unique("v")));
        add(
                "POST",
                "/metrics",
                Kind.OWN,
                WRITERS,
                ids -> json("version_id", ids.version(), "metric_name", "m", "value", 1));
        refers("POST", "/metrics", WRITERS, ids -> json("version_id", ids.version(), "metric_name", "m", "value", 1));
        add(
                "POST",
                "/versions/{versionId}/metrics",
                Kind.ONE,
                WRITERS,
                _ -> List.of(json("metric_name", "m", "value", 1)));
        add("POST", "/datasets", Kind.OWN, WRITERS, _ -> json("name", Tenant.unique("d")));
        refers(
                "POST",
                "/datasets",
                WRITERS,
                ids -> json("name", Tenant.unique("d"), "organization_id", ids.organization()));
        add("PATCH", "/datasets/{datasetId}", Kind.ONE, WRITERS, _ -> json("location", "l"));
        add("POST", "/policies", Kind.OWN, OFFICERS, _ -> policy(null));
        refers("POST", "/policies", OFFICERS, ids -> policy(ids.organization()));
        add("PATCH", "/policies/{policyId}", Kind.ONE, OFFICERS, _ -> json("description", "d"));
        add("DELETE", "/policies/{policyId}", Kind.ONE, OFFICERS, null);
    }

    private void administration() {
        add("PATCH", "/organizations/{organizationId}", Kind.ONE, ADMINS, _ -> json("description", "d"));
        add("POST", "/organizations", Kind.PLATFORM, NOBODY, _ -> json("name", Tenant.unique("o")));
        add("POST", "/users", Kind.OWN, ADMINS, _ -> user(null));
        refers("POST", "/users", ADMINS, ids -> user(ids.organization()));
        add("PATCH", "/users/{userId}", Kind.ONE, ADMINS, _ -> json("role", "auditor"));
        refers("PATCH", "/users/{userId}", ADMINS, ids -> json("organization_id", ids.organization()));
        add("POST", "/users/{userId}/password", Kind.ONE, ADMINS, _ -> json("password", Tenant.PASSWORD));
        add("POST", "/tokens", Kind.OWN, ALL, _ -> json("name", "t"));
        add("DELETE", "/tokens/{tokenId}", Kind.ONE, ADMINS, null);
        add("GET", "/metrics", Kind.PLATFORM, NOBODY, null);
        add("GET", "/operations/processors", Kind.PLATFORM, NOBODY, null);
        add("GET", "/operations/dead-letters", Kind.PLATFORM, NOBODY, null);
        add("POST", "/operations/rebuild", Kind.PLATFORM, NOBODY, _ -> json());
        add("POST", "/operations/dead-letters/{position}/retry", Kind.PLATFORM, NOBODY, _ -> json());
        add("POST", "/operations/dead-letters/{position}/discard", Kind.PLATFORM, NOBODY, _ -> json());
    }

    private void everybody() {
        add("GET", "/auth/me", Kind.OWN, ALL, null);
        add(
                "GET",
                "/session",
                Kind.PUBLIC,
                ALL,
                null); // answers 404 to who came with a token; the sessions have tests of their own
        for (var operation : List.of(
                "GET /",
                "GET /health",
                "GET /problems",
                "GET /problems/{type}",
                "POST /auth/token",
                "POST /auth/register",
                "POST /session",
                "DELETE /session")) {
            var parts = operation.split(" ");
            add(parts[0], parts[1], Kind.PUBLIC, ALL, null);
        }
        // What streams has a test of its own: it never ends by itself.
        add("GET", "/events/stream", Kind.PUBLIC, ALL, null);
    }

    private static Object policy(@Nullable Long organizationId) {
        var body = json(
                "name",
                Tenant.unique("p"),
                "scope",
                "organization",
                "condition_type",
                "prohibit_unacceptable_risk",
                "is_active",
                false);
        if (organizationId != null) {
            body.put("organization_id", organizationId);
        }
        return body;
    }

    private static Object user(@Nullable Long organizationId) {
        var name = Tenant.unique("u");
        var body =
                json("username", name, "email", name + "@example.org", "password", Tenant.PASSWORD, "role", "auditor");
        if (organizationId != null) {
            body.put("organization_id", organizationId);
        }
        return body;
    }

    private void add(
            String method, String path, Kind kind, List<String> allowed, @Nullable Function<Ids, Object> body) {
        operations.put(method + " " + path, new Operation(kind, allowed, body, false));
    }

    /** The same operation once more, with something of another tenant named in the body. */
    private void refers(String method, String path, List<String> allowed, Function<Ids, Object> body) {
        operations.put(method + " " + path + " #" + operations.size(), new Operation(Kind.ONE, allowed, body, true));
    }

    /** Returns the operations, by method and path below the base; a name with a number sign is another way to call the same one. */
    Map<String, Operation> all() {
        return operations;
    }
}
