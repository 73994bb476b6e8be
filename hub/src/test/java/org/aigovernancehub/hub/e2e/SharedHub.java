package org.aigovernancehub.hub.e2e;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one hub of role {@code all} that most tests share, started when first asked for and stopped with the JVM. Tests keep out of each
 * other's way by working in organisations of their own, and leave the platform as it was.
 */
final class SharedHub {
    private SharedHub() {}

    private static final class Running {
        /** Tests run at once, and take more reports at a time than people do. */
        static final HubProcess HUB = HubProcess.start(Map.of("HUB_REPORTS_AT_ONCE", "16"));
    }

    private static final long SIGNED_IN_NANOS = Duration.ofMinutes(20).toNanos();

    private static @Nullable Api platform;
    private static long signedInAt;

    static HubProcess hub() {
        return Running.HUB;
    }

    /** Nobody's client. */
    static Api anonymous() {
        return hub().api();
    }

    /** The platform administrator's client; a token outlives no long run. */
    static synchronized Api platform() {
        var client = platform;
        if (client == null || System.nanoTime() - signedInAt > SIGNED_IN_NANOS) {
            client = hub().admin();
            platform = client;
            signedInAt = System.nanoTime();
        }
        return client;
    }

    static Database database() {
        return hub().database();
    }

    /** A new organisation, with a user of each role. */
    static Tenant tenant() {
        return Tenant.on(hub(), platform());
    }

    /** A policy of the platform that everybody may read and nobody is judged by. */
    static long inactiveGlobalPolicy() {
        return platform()
                .post(
                        "/policies/",
                        Api.json(
                                "name",
                                Tenant.unique("global"),
                                "condition_type",
                                "require_evaluation_before_approval",
                                "is_active",
                                false))
                .expect(201)
                .id();
    }
}
