package org.aigovernancehub.hub.e2e;

import static org.assertj.core.api.Assertions.assertThat;

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
            HeldTransactions.append(writer, tenant.organizationId(), datasetId);
            HeldTransactions.holdSnapshot(reader);
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
}
