-- While somebody holds an old snapshot, dead rows of event_pending stay, and a vacuum that comes by notes a table of no rows. The planner
-- then took the whole primary key for as short as a part of it. So rows are found by ranges of it, and removed by where they are, for which
-- there is one plan each, whatever the statistics say.
CREATE OR REPLACE FUNCTION event_store.sequence_pending(waiting bigint[])
    RETURNS TABLE (global_index bigint, "position" bigint)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
    batch_limit CONSTANT integer := 5000;
    drained  pg_snapshot := nullif(current_setting('hub.drained_snapshot', true), '')::pg_snapshot;
    seen     pg_snapshot;
    highest  bigint;
    numbered bigint;
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'sequence_pending needs READ COMMITTED: an older snapshot would not see what has committed';
    END IF;
    -- Blocking, never try: with a try-lock a holder's snapshot can be older than the caller's commit.
    PERFORM pg_advisory_xact_lock(hashtextextended('event_store.sequence', 0));
    -- Its own statement, after the lock: READ COMMITTED gives it a snapshot that sees all that committed before.
    seen := pg_current_snapshot();
    SELECT coalesce(max(p.position), 0) INTO highest FROM event_store.event_position p;
    -- Everything that the drained snapshot could see is numbered and gone, and its dead rows are skipped by xid. Left are transactions that
    -- began after it, and those that had not ended then. A connection that has drained nothing looks at all.
    WITH taken AS (
        -- Nobody else removes rows while the lock is held, and nobody changes them, so that each is still where it was found.
        DELETE FROM event_store.event_pending e
         WHERE e.ctid = ANY (ARRAY(
             SELECT f.place
               FROM (SELECT a.ctid AS place, a.global_index FROM event_store.event_pending a
                      WHERE a.xid >= coalesce(pg_snapshot_xmax(drained), '0')
                     UNION ALL
                     SELECT o.ctid, o.global_index FROM event_store.event_pending o
                      WHERE o.xid = ANY (ARRAY(SELECT pg_snapshot_xip(drained)))) f
              ORDER BY f.global_index LIMIT batch_limit))
        RETURNING e.global_index),
    added AS (
        INSERT INTO event_store.event_position (position, global_index, sequenced_at)
        SELECT highest + row_number() OVER (ORDER BY t.global_index), t.global_index,
               greatest(clock_timestamp(),
                        (SELECT p.sequenced_at FROM event_store.event_position p WHERE p.position = highest))
          FROM taken t
        RETURNING 1)
    SELECT count(*) INTO numbered FROM added;
    IF numbered < batch_limit THEN
        -- In a setting of this connection and never in a table: transaction ids mean nothing after a restore or failover.
        PERFORM set_config('hub.drained_snapshot', seen::text, false);
    END IF;
    IF numbered > 0 THEN
        PERFORM pg_notify('hub_positions', (highest + numbered)::text);
    END IF;
    RETURN QUERY
        SELECT p.global_index, p.position FROM event_store.event_position p WHERE p.global_index = ANY (waiting);
END $$;
