package org.aigovernancehub.command.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.aigovernancehub.api.event.EventFeed;
import org.aigovernancehub.api.event.RecordedEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads events by position. Positions are dense and given after commit, so that a page is complete up to its last event, always. */
public final class PositionFeed implements EventFeed {
    /** Bytes of payload in a page: one event may make a hundred rows, and thousands of such would be more than a heap has room for. */
    private static final int LARGEST_PAGE = 1 << 20;

    private final JdbcTemplate jdbc;
    private final EventCodec codec;
    private final PositionSignal signal;

    /** @param jdbc of a role that may read events; joins the caller's transaction where there is one */
    public PositionFeed(JdbcTemplate jdbc, EventCodec codec, PositionSignal signal) {
        this.jdbc = jdbc;
        this.codec = codec;
        this.signal = signal;
    }

    @Override
    public List<RecordedEvent> after(long position, int limit) {
        return jdbc.query("""
                SELECT *
                  FROM (SELECT p.position, e.event_id, e.sequence_number, e.event_name, e.revision, e.payload, e.metadata, e.recorded_at,
                               sum(octet_length(e.payload)) OVER (ORDER BY p.position ROWS UNBOUNDED PRECEDING) AS bytes
                          FROM event_store.event_position p
                          JOIN event_store.event e USING (global_index)
                         WHERE p.position > ?
                         ORDER BY p.position
                         LIMIT ?) page
                 WHERE bytes - octet_length(payload) < ?
                 ORDER BY position""", (row, _) -> recorded(row, codec), position, limit, LARGEST_PAGE);
    }

    @Override
    public AutoCloseable onNewPositions(Runnable task) {
        return signal.subscribe(task);
    }

    static RecordedEvent recorded(ResultSet row, EventCodec codec) throws SQLException {
        long position = row.getLong("position");
        var payload = row.getString("payload");
        try {
            return new RecordedEvent(
                    position,
                    row.getString("event_id"),
                    row.getLong("sequence_number"),
                    row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                    codec.decodeMetadata(row.getString("metadata")),
                    codec.decode(row.getString("event_name"), row.getInt("revision"), payload),
                    payload);
        } catch (EventCodec.UnknownEvent e) {
            throw new UnreadableEvent(position, "Event %d cannot be read".formatted(position), e);
        }
    }
}
