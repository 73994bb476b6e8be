package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A policy binds from the moment its activation is answered, on every hub: every decision after its position was judged by it. */
class PolicyBindingTest {

    @Test
    void everyDecisionAfterAPolicysPositionWasJudgedByIt() {
        var tenant = SharedCluster.tenant();
        var officer = tenant.officer();
        var hubs = new Api[] {officer, officer.at(SharedCluster.otherCommand().url())};
        long policy = tenant.policy("require_evaluation_before_approval", "is_active", false);
        var models = LongStream.range(0, 6).map(_ -> tenant.model()).toArray();
        var done = new AtomicBoolean();

        Together.run(models.length + 1, task -> {
            if (task == models.length) {
                try {
                    for (int i = 0; i < 40; i++) {
                        hubs[i % 2]
                                .patch("/policies/" + policy, json("is_active", i % 2 == 0))
                                .expect(200);
                        // From here on it binds, or no more, at either hub.
                        long probe = tenant.model();
                        hubs[(i + 1) % 2]
                                .patch(
                                        "/models/%d/compliance-status".formatted(probe),
                                        json("status", "approved", "approval_notes", "probe"))
                                .expect(i % 2 == 0 ? 403 : 200);
                    }
                } finally {
                    done.set(true);
                }
                return 0;
            }
            for (int i = 0; !done.get(); i++) {
                var hub = hubs[(task + i) % 2];
                var path = "/models/%d/compliance-status".formatted(models[task]);
                hub.patch(path, json("status", "under_review"));
                hub.patch(path, json("status", "approved", "approval_notes", "now"));
            }
            return 0;
        });

        // The checker: of each decision, in the order of positions, which version of the policy judged it.
        var wrong = SharedCluster.postgres()
                .database()
                .query("""
                WITH history AS (
                    SELECT p.position, e.sequence_number + 1 AS version, e.event_name
                      FROM event_store.event e JOIN event_store.event_position p USING (global_index)
                     WHERE e.aggregate_id = 'policy-' || ?),
                decision AS (
                    SELECT p.position, (c.value ->> 'policy_version')::bigint AS judged_by
                      FROM event_store.event e JOIN event_store.event_position p USING (global_index)
                      LEFT JOIN LATERAL json_array_elements(e.payload::json -> 'checked_by') c
                             ON (c.value ->> 'policy_id')::bigint = ?
                     WHERE e.event_name IN ('ComplianceStatusChanged', 'ComplianceStatusChangeBlocked')
                       AND (e.payload::json ->> 'organization_id')::bigint = ?)
                SELECT d.position || ' judged by ' || coalesce(d.judged_by::text, 'nothing') FROM decision d
                 WHERE d.judged_by IS DISTINCT FROM (
                     SELECT CASE WHEN h.event_name = 'PolicyActivated' THEN h.version END
                       FROM history h WHERE h.position < d.position ORDER BY h.position DESC LIMIT 1)""", row -> row.getString(1), policy, policy, tenant.organizationId());
        assertThat(wrong).isEmpty();
        assertThat(SharedCluster.postgres().database().number("""
                        SELECT count(DISTINCT e.event_name) FROM event_store.event e
                         WHERE e.event_name IN ('ComplianceStatusChanged', 'ComplianceStatusChangeBlocked')
                           AND (e.payload::json ->> 'organization_id')::bigint = ?""", tenant.organizationId()))
                .isEqualTo(2);
    }
}
