package org.aigovernancehub.hub.e2e;

import static java.util.Map.entry;
import static org.aigovernancehub.hub.e2e.Api.json;

import java.util.Map;

/**
 * A second hub that many tests share, for what the first one has switched off: an external issuer, self-registration, JSON logs, a
 * management port, other origins, a time zone of half hours, an issuer that cannot be reached. Its one global policy is deactivated, so
 * that models of every risk can get into every state.
 */
final class ConfiguredHub {
    static final String AUDIENCE = "the-hub-of-tests";
    /** Nothing listens there. */
    static final String ISSUER_AWAY = "http://127.0.0.1:1";

    static final String ORIGIN = "https://ui.example.org";

    private ConfiguredHub() {}

    private static final class Running {
        static final IssuerServer ISSUER = IssuerServer.start();
        static final HubProcess HUB = HubProcess.start(Map.ofEntries(
                entry("HUB_OIDC_ISSUERS_0_ISSUER", ISSUER.issuer()),
                entry("HUB_OIDC_ISSUERS_0_AUDIENCE", AUDIENCE),
                entry("HUB_OIDC_ISSUERS_0_ROLE_CLAIM", "hub_role"),
                entry("HUB_OIDC_ISSUERS_0_ORGANIZATION_CLAIM", "tenant"),
                entry("HUB_OIDC_ISSUERS_1_ISSUER", ISSUER_AWAY),
                entry("HUB_OIDC_ISSUERS_1_AUDIENCE", AUDIENCE),
                entry("TZ", "Asia/Kolkata"),
                entry("HUB_SELF_REGISTRATION_ORGANIZATION", "Default"),
                entry("HUB_LOG_FORMAT", "json"),
                entry("HUB_MANAGEMENT_PORT", HubProcess.ANY_PORT),
                entry("HUB_CORS_ORIGINS", ORIGIN)));
        static final Api PLATFORM = withoutGlobalPolicy(HUB.admin());
    }

    private static Api withoutGlobalPolicy(Api platform) {
        platform.patch("/policies/1", json("is_active", false)).expect(200);
        return platform;
    }

    static HubProcess hub() {
        return Running.HUB;
    }

    static IssuerServer issuer() {
        return Running.ISSUER;
    }

    static Api anonymous() {
        return hub().api();
    }

    static Api platform() {
        return Running.PLATFORM;
    }

    /** A new organisation, with a user of each role. */
    static Tenant tenant() {
        return Tenant.on(hub(), platform());
    }
}
