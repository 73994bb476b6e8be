-- The events, their positions, snapshots, and the decision tables that commands consult.
-- Run as hub_owner, which owns everything; the application's roles get what the grants at the end say.

-- CACHE 1 and increment 1: a sequence that hands out blocks would invert the order of events between hubs.
CREATE SEQUENCE event_store.global_index_seq AS bigint INCREMENT BY 1 CACHE 1;

CREATE TABLE event_store.event (
    global_index     bigint      PRIMARY KEY DEFAULT nextval('event_store.global_index_seq'),
    event_id         text        NOT NULL UNIQUE,
    aggregate_id     text        NOT NULL,
    sequence_number  bigint      NOT NULL CHECK (sequence_number >= 0),
    event_name       text        NOT NULL,
    revision         integer     NOT NULL,
    payload          text        NOT NULL,
    metadata         text        NOT NULL,
    recorded_at      timestamptz NOT NULL,
    -- Two writers of one stream: the second one loses here.
    CONSTRAINT event_stream_key UNIQUE (aggregate_id, sequence_number)
);

-- Committed and not yet numbered events, by the transaction that wrote them.
CREATE TABLE event_store.event_pending (
    xid          xid8   NOT NULL,
    global_index bigint NOT NULL,
    PRIMARY KEY (xid, global_index)
) WITH (
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 2000,
    autovacuum_vacuum_insert_scale_factor = 0,
    autovacuum_vacuum_insert_threshold = 2000,
    autovacuum_vacuum_cost_delay = 0,
    autovacuum_analyze_scale_factor = 0,
    autovacuum_analyze_threshold = 1000000
);

-- The order that everybody sees: 1, 2, 3, ... without holes. sequenced_at never decreases, so it maps instants to positions.
CREATE TABLE event_store.event_position (
    position     bigint      PRIMARY KEY CHECK (position > 0),
    global_index bigint      NOT NULL UNIQUE REFERENCES event_store.event (global_index),
    sequenced_at timestamptz NOT NULL
);

CREATE FUNCTION event_store.note_pending() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO event_store.event_pending (xid, global_index)
    SELECT pg_current_xact_id(), inserted.global_index FROM inserted;
    RETURN NULL;
END $$;

CREATE TRIGGER event_pending_on_append
    AFTER INSERT ON event_store.event
    REFERENCING NEW TABLE AS inserted
    FOR EACH STATEMENT EXECUTE FUNCTION event_store.note_pending();

CREATE FUNCTION event_store.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'events and their positions are immutable: % of %.% refused', tg_op, tg_table_schema, tg_table_name
        USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER event_is_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON event_store.event
    FOR EACH STATEMENT EXECUTE FUNCTION event_store.refuse_change();
CREATE TRIGGER event_position_is_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON event_store.event_position
    FOR EACH STATEMENT EXECUTE FUNCTION event_store.refuse_change();

-- Gives the next positions to committed events and tells those of the ones that somebody waits for.
-- One autocommitted statement, so that a paused or dead client never holds the lock.
CREATE FUNCTION event_store.sequence_pending(waiting bigint[])
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
    IF drained IS NULL THEN
        WITH taken AS (
            DELETE FROM event_store.event_pending e
             WHERE (e.xid, e.global_index) IN (
                 SELECT f.xid, f.global_index FROM event_store.event_pending f ORDER BY f.global_index LIMIT batch_limit)
            RETURNING e.global_index),
        added AS (
            INSERT INTO event_store.event_position (position, global_index, sequenced_at)
            SELECT highest + row_number() OVER (ORDER BY t.global_index), t.global_index,
                   greatest(clock_timestamp(),
                            (SELECT p.sequenced_at FROM event_store.event_position p WHERE p.position = highest))
              FROM taken t
            RETURNING 1)
        SELECT count(*) INTO numbered FROM added;
    ELSE
        -- Everything that the drained snapshot could see is numbered and gone. Skipping it by xid keeps this fast while a long
        -- snapshot elsewhere keeps the dead rows from being vacuumed.
        WITH taken AS (
            DELETE FROM event_store.event_pending e
             WHERE (e.xid, e.global_index) IN (
                 SELECT f.xid, f.global_index FROM event_store.event_pending f
                  WHERE f.xid >= pg_snapshot_xmax(drained)
                     OR f.xid = ANY (ARRAY(SELECT pg_snapshot_xip(drained)))
                  ORDER BY f.global_index LIMIT batch_limit)
            RETURNING e.global_index),
        added AS (
            INSERT INTO event_store.event_position (position, global_index, sequenced_at)
            SELECT highest + row_number() OVER (ORDER BY t.global_index), t.global_index,
                   greatest(clock_timestamp(),
                            (SELECT p.sequenced_at FROM event_store.event_position p WHERE p.position = highest))
              FROM taken t
            RETURNING 1)
        SELECT count(*) INTO numbered FROM added;
    END IF;
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

-- Decides commands faster and is no evidence: ignored when it cannot be read.
CREATE TABLE event_store.snapshot (
    aggregate_id     text        PRIMARY KEY,
    sequence_number  bigint      NOT NULL,
    format           text        NOT NULL,
    payload          text        NOT NULL,
    taken_at         timestamptz NOT NULL
);

-- Ids, one sequence a kind, drawn after the idempotency check.
CREATE SEQUENCE event_store.organization_id_seq CACHE 1;
CREATE SEQUENCE event_store.user_id_seq CACHE 1;
CREATE SEQUENCE event_store.token_id_seq CACHE 1;
CREATE SEQUENCE event_store.model_id_seq CACHE 1;
CREATE SEQUENCE event_store.version_id_seq CACHE 1;
CREATE SEQUENCE event_store.metric_id_seq CACHE 1;
CREATE SEQUENCE event_store.review_id_seq CACHE 1;
CREATE SEQUENCE event_store.link_id_seq CACHE 1;
CREATE SEQUENCE event_store.dependency_id_seq CACHE 1;
CREATE SEQUENCE event_store.dataset_id_seq CACHE 1;
CREATE SEQUENCE event_store.policy_id_seq CACHE 1;
CREATE SEQUENCE event_store.violation_id_seq CACHE 1;

-- Decision tables: what rules over more than one stream consult, written in the append transaction.
-- `hub verify` folds the events and compares.
CREATE TABLE event_store.organization (
    organization_id bigint  PRIMARY KEY,
    name            text    NOT NULL UNIQUE,
    is_active       boolean NOT NULL
);

CREATE TABLE event_store.user_account (
    user_id         bigint      PRIMARY KEY,
    username        text        NOT NULL,
    email           text,
    organization_id bigint      REFERENCES event_store.organization,
    role            text        NOT NULL CHECK (role IN ('admin', 'compliance_officer', 'model_owner', 'auditor')),
    platform        boolean     NOT NULL,
    is_active       boolean     NOT NULL,
    issuer          text,
    subject         text,
    created_at      timestamptz NOT NULL,
    version         bigint      NOT NULL,
    UNIQUE (issuer, subject),
    CHECK ((issuer IS NULL) = (subject IS NULL)),
    CHECK (platform OR organization_id IS NOT NULL)
);
CREATE UNIQUE INDEX user_account_username_key ON event_store.user_account (lower(username));
CREATE INDEX user_account_organization ON event_store.user_account (organization_id, user_id);

CREATE TABLE event_store.api_token (
    token_id   bigint      PRIMARY KEY,
    user_id    bigint      NOT NULL REFERENCES event_store.user_account,
    name       text        NOT NULL,
    role       text        NOT NULL CHECK (role IN ('admin', 'compliance_officer', 'model_owner', 'auditor')),
    expires_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    revoked    boolean     NOT NULL
);
CREATE INDEX api_token_user ON event_store.api_token (user_id, token_id);

CREATE TABLE event_store.model (
    model_id        bigint PRIMARY KEY,
    organization_id bigint NOT NULL REFERENCES event_store.organization,
    environment     text   NOT NULL CHECK (environment IN ('dev', 'test', 'staging', 'prod')),
    name            text   NOT NULL,
    CONSTRAINT model_name_key UNIQUE (organization_id, environment, name)
);

CREATE TABLE event_store.model_version (
    version_id  bigint PRIMARY KEY,
    model_id    bigint NOT NULL REFERENCES event_store.model,
    version_tag text   NOT NULL,
    CONSTRAINT model_version_tag_key UNIQUE (model_id, version_tag)
);

CREATE TABLE event_store.dataset (
    dataset_id      bigint PRIMARY KEY,
    organization_id bigint NOT NULL REFERENCES event_store.organization
);

CREATE TABLE event_store.dataset_link (
    link_id          bigint PRIMARY KEY,
    model_id         bigint NOT NULL REFERENCES event_store.model,
    dataset_id       bigint NOT NULL REFERENCES event_store.dataset,
    dataset_type     text   NOT NULL,
    model_version_id bigint REFERENCES event_store.model_version,
    CONSTRAINT dataset_link_key UNIQUE NULLS NOT DISTINCT (model_id, dataset_id, dataset_type, model_version_id)
);

CREATE TABLE event_store.dependency_edge (
    dependency_id     bigint PRIMARY KEY,
    organization_id   bigint NOT NULL,
    parent_model_id   bigint NOT NULL REFERENCES event_store.model,
    child_model_id    bigint NOT NULL REFERENCES event_store.model,
    parent_version_id bigint REFERENCES event_store.model_version,
    child_version_id  bigint REFERENCES event_store.model_version,
    dependency_type   text   NOT NULL,
    CONSTRAINT dependency_edge_key UNIQUE NULLS NOT DISTINCT
        (child_model_id, parent_model_id, dependency_type, parent_version_id, child_version_id)
);
CREATE INDEX dependency_edge_parent ON event_store.dependency_edge (parent_model_id);

CREATE TABLE event_store.policy (
    policy_id       bigint  PRIMARY KEY,
    organization_id bigint  REFERENCES event_store.organization,
    environment     text    CHECK (environment IN ('dev', 'test', 'staging', 'prod')),
    scope           text    NOT NULL CHECK (scope IN ('global', 'organization', 'environment')),
    condition_type  text    NOT NULL,
    name            text    NOT NULL,
    mode            text    NOT NULL CHECK (mode IN ('enforce', 'warn')),
    is_active       boolean NOT NULL,
    version         bigint  NOT NULL,
    CONSTRAINT policy_name_key UNIQUE NULLS NOT DISTINCT (organization_id, name)
);

GRANT USAGE ON SCHEMA event_store TO hub_command, hub_query, hub_projector;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA event_store TO hub_command;
GRANT SELECT, INSERT ON event_store.event TO hub_command;
GRANT SELECT ON event_store.event TO hub_projector;
GRANT SELECT ON event_store.event_position, event_store.event_pending TO hub_command, hub_query, hub_projector;
GRANT SELECT, INSERT, UPDATE, DELETE ON event_store.snapshot TO hub_command;
GRANT SELECT, INSERT, UPDATE ON
    event_store.organization, event_store.user_account, event_store.api_token, event_store.model, event_store.model_version,
    event_store.dataset, event_store.dataset_link, event_store.dependency_edge, event_store.policy TO hub_command;
-- Query hubs authenticate their callers: who somebody is, is decided at each request.
GRANT SELECT ON event_store.organization, event_store.user_account, event_store.api_token TO hub_query;
REVOKE ALL ON FUNCTION event_store.sequence_pending(bigint[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION event_store.note_pending() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION event_store.sequence_pending(bigint[]) TO hub_command, hub_projector;
