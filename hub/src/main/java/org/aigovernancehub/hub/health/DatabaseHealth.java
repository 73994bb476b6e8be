package org.aigovernancehub.hub.health;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the database answers each of the hub's pools. */
final class DatabaseHealth implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseHealth.class);
    private static final int ANSWER_WITHIN_SECONDS = 2;

    private final Map<String, DataSource> pools;

    DatabaseHealth(Map<String, DataSource> pools) {
        this.pools = Map.copyOf(pools);
    }

    @Override
    public Health health() {
        return (pools.values().stream().allMatch(DatabaseHealth::answers) ? Health.up() : Health.down()).build();
    }

    private static boolean answers(DataSource pool) {
        try (var connection = pool.getConnection()) {
            return connection.isValid(ANSWER_WITHIN_SECONDS);
        } catch (SQLException e) {
            LOG.warn("The database does not answer: {}", e.toString());
            return false;
        }
    }
}
