package org.aigovernancehub.command.eventstore;

import java.util.Set;
import org.aigovernancehub.command.proposal.NeedsTransaction;
import org.aigovernancehub.command.proposal.Premises;
import org.aigovernancehub.command.proposal.Proposal;
import org.springframework.jdbc.core.JdbcTemplate;

/** That streams end where this hub last appended to them, so that the states which it remembers are their present ones. */
final class StreamEnds implements Premises<StreamEnds.End> {
    private static final String PRESENT = """
            SELECT s.aggregate_id, s.sequence_number, s.event_id
              FROM unnest(?::text[], ?::bigint[], ?::text[]) AS s (aggregate_id, sequence_number, event_id)
             CROSS JOIN LATERAL (
                   SELECT e.event_id FROM event_store.event e
                    WHERE e.aggregate_id = s.aggregate_id AND e.sequence_number >= s.sequence_number
                    ORDER BY e.sequence_number DESC
                    LIMIT 1) AS last
             WHERE last.event_id = s.event_id""";

    private final SnapshotStore snapshots;

    StreamEnds(SnapshotStore snapshots) {
        this.snapshots = snapshots;
    }

    /** Lets a proposal rest on the state that is remembered of a stream; without one it has nothing to go by. */
    void takeForGiven(Proposal proposal, String aggregateId, long sequenceNumber) {
        var eventId = snapshots.eventId(aggregateId, sequenceNumber);
        if (eventId == null) {
            throw new NeedsTransaction("nothing is remembered of " + aggregateId);
        }
        proposal.restsOn(this, new End(aggregateId, sequenceNumber, eventId));
    }

    @Override
    public Set<End> holding(JdbcTemplate jdbc, Set<End> premises) {
        return Set.copyOf(jdbc.query(
                PRESENT,
                (row, _) -> new End(row.getString(1), row.getLong(2), row.getString(3)),
                premises.stream().map(End::aggregateId).toArray(String[]::new),
                premises.stream().map(End::sequenceNumber).toArray(Long[]::new),
                premises.stream().map(End::eventId).toArray(String[]::new)));
    }

    @Override
    public void forget(End broken) {
        snapshots.contended(broken.aggregateId());
    }

    /** The last event of a stream. */
    record End(String aggregateId, long sequenceNumber, String eventId) {}
}
