package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Nothing is skipped, and numbers keep coming, while somebody holds a transaction open that has appended an event, and somebody else an old
 * snapshot. What stock gap handling makes of it, the event store's own tests show.
 */
class HeldTransactionTest {
    private static final int WRITES = 300;

    @Test
    void aWriterThatCommitsLateIsSeenByEveryProjectionExactlyOnce() throws SQLException {
        var tenant = SharedHub.tenant();
        var database = SharedHub.database();
        long datasetId = database.number("SELECT nextval('event_store.dataset_id_seq')");
        long before = tenant.auditor().get("/models/").expect(200).position();

        try (var writer = database.connection();
                var reader = database.connection()) {
            appendAndHold(writer, tenant.organizationId(), datasetId);
            holdSnapshot(reader);
            var models = Together.run(
                    6,
                    _ -> LongStream.range(0, WRITES / 6)
                            .map(_ -> tenant.model())
                            .boxed()
                            .toList());

            assertThat(models.stream().mapToInt(List::size).sum()).isEqualTo(WRITES);
            assertThat(tenant.auditor().get("/models/").expect(200).json().size())
                    .isEqualTo(WRITES);
            tenant.auditor().get("/datasets/" + datasetId).problem(404, "not-found");

            writer.commit();
            Await.untilAsserted(
                    Duration.ofSeconds(10),
                    () -> tenant.auditor().get("/datasets/" + datasetId).expect(200));
            reader.rollback();
        }

        // The trail has every position since then once, without holes, and the late one after those that were numbered
        // before it.
        var positions = new ArrayList<Long>();
        var late = new ArrayList<Long>();
        SharedHub.platform()
                .get("/audit-logs/?after=" + before)
                .expect(200)
                .json()
                .forEach(entry -> {
                    positions.add(entry.path("id").asLong());
                    if (entry.path("entity_type").asString().equals("Dataset")
                            && entry.path("entity_id").asString().equals(Long.toString(datasetId))) {
                        late.add(entry.path("id").asLong());
                    }
                });
        assertThat(positions)
                .isEqualTo(LongStream.rangeClosed(before + 1, before + positions.size())
                        .boxed()
                        .toList())
                .hasSizeGreaterThan(WRITES);
        assertThat(late)
                .singleElement()
                .satisfies(position -> assertThat(position).isGreaterThan(before + WRITES));
    }

    /** Appends as a hub does, with the rights of a hub, and does not commit. */
    private static void appendAndHold(Connection connection, long organizationId, long datasetId) throws SQLException {
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

    private static void holdSnapshot(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (var statement = connection.createStatement()) {
            statement.execute("SET idle_in_transaction_session_timeout = 0");
            statement.execute("SELECT count(*) FROM event_store.event");
        }
    }
}
