package org.aigovernancehub.command.policy;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Orders decisions and changes of policies. Who judges holds the lock shared until its events are committed; who changes a policy takes it
 * alone before its event draws an index. So a policy at position p binds every decision after p, on every hub.
 */
final class PolicyLock {
    private static final String KEY = "hashtextextended('policies', 0)";

    private PolicyLock() {}

    static void shared(JdbcTemplate jdbc) {
        jdbc.execute("SELECT pg_advisory_xact_lock_shared(%s)".formatted(KEY));
    }

    static void exclusive(JdbcTemplate jdbc) {
        jdbc.execute("SELECT pg_advisory_xact_lock(%s)".formatted(KEY));
    }
}
