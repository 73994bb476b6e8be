package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;

import java.sql.Connection;
import java.sql.SQLException;

/** Transactions that stay open beside a hub's own. */
public final class HeldTransactions {
    private HeldTransactions() {}

    /** Appends as a hub does, with the rights of a hub, and does not commit. */
    public static void append(Connection connection, long organizationId, long datasetId) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("SET idle_in_transaction_session_timeout = 0");
            statement.execute("SET ROLE hub_command");
            statement.execute("INSERT INTO event_store.dataset (dataset_id, organization_id) VALUES (%d, %d)"
                    .formatted(datasetId, organizationId));
            statement.execute("""
                    INSERT INTO event_store.event
                        (event_id, aggregate_id, sequence_number, event_name, revision, payload, metadata, recorded_at)
                    VALUES ('late-%1$d', 'dataset-%1$d', 0, 'DatasetRegistered', 1, '%2$s', '%3$s', now())""".formatted(
                    datasetId,
                    json(
                            "dataset_id",
                            datasetId,
                            "organization_id",
                            organizationId,
                            "details",
                            json("name", "late", "data_sensitivity", "internal", "data_classification", "internal")),
                    json("actor", "somebody", "actor_id", 1, "demo", false)));
        }
    }

    /** Takes a snapshot and keeps it. */
    public static void holdSnapshot(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (var statement = connection.createStatement()) {
            statement.execute("SET idle_in_transaction_session_timeout = 0");
            statement.execute("SELECT count(*) FROM event_store.event");
        }
    }
}
