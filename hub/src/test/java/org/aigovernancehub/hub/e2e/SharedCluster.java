package org.aigovernancehub.hub.e2e;

/** Two command hubs and a query hub on one database, for tests of what holds between processes; started when first asked for. */
final class SharedCluster {
    private SharedCluster() {}

    private static final class Running {
        static final TestPostgres POSTGRES = TestPostgres.start();
        static final HubProcess ONE = HubProcess.start(POSTGRES.environment("HUB_ROLE", "command"));
        static final HubProcess OTHER = HubProcess.start(POSTGRES.environment("HUB_ROLE", "command"));
        static final HubProcess QUERY = HubProcess.start(POSTGRES.environment("HUB_ROLE", "query"));
    }

    static HubProcess command() {
        return Running.ONE;
    }

    static HubProcess otherCommand() {
        return Running.OTHER;
    }

    static HubProcess query() {
        return Running.QUERY;
    }

    static TestPostgres postgres() {
        return Running.POSTGRES;
    }

    /** A new organisation, made at the first command hub. */
    static Tenant tenant() {
        return Tenant.on(command(), command().admin());
    }
}
