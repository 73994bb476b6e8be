package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a read answers when the read models cannot keep up: nothing, unless it said that it would take what is there. */
class LenientReadTest {

    @Test
    void whoIsLenientIsServedTheOldStateAndToldSo() throws SQLException {
        var tenant = SharedHub.tenant();
        long dataset = tenant.owner()
                .post("/datasets/", json("name", "Before"))
                .expect(201)
                .id();
        var strict = tenant.auditor();
        var lenient = strict.with("Prefer", "respond-async, Handling = Lenient; foo=bar");
        assertThat(lenient.get("/datasets/" + dataset).expect(200).header("Hub-Stale"))
                .isEmpty();

        try (var connection = SharedHub.database().connection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // Whoever has the row applies events; now that is this test, which does not.
            statement.execute("SELECT 1 FROM read_model.generation WHERE state = 'live' FOR UPDATE");
            long position = tenant.owner()
                    .patch("/datasets/" + dataset, json("name", "After"))
                    .expect(200)
                    .position();

            for (var path :
                    List.of("/datasets/" + dataset, "/datasets/", "/datasets/?limit=5", "/audit-logs/", "/policies/")) {
                var answer = lenient.get(path).expect(200);
                assertThat(answer.header("Hub-Stale")).as(path).hasValue("true");
                assertThat(answer.position()).isLessThan(position);
            }
            assertThat(lenient.get("/datasets/" + dataset).text("name")).isEqualTo("Before");
            assertThat(lenient.get("/audit-logs/?after=" + position)
                            .expect(200)
                            .json()
                            .size())
                    .isZero();
            var behind = strict.get("/datasets/" + dataset);
            behind.problem(503, "projection-behind");
            assertThat(behind.header("Retry-After")).isPresent();
            connection.rollback();
        }

        assertThat(strict.get("/datasets/" + dataset).expect(200).text("name")).isEqualTo("After");
        assertThat(lenient.get("/datasets/").expect(200).header("Hub-Stale")).isEmpty();
    }
}
