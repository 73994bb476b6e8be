-- Read models: a function of the events. Two generations of the same tables stand side by side; one answers reads, the other one is
-- empty, being built, or retired. Statements name tables without a schema: the search path of each transaction says which generation.
-- A later change of these tables runs for both schemas in the same way.
CREATE SCHEMA read_model_a;
CREATE SCHEMA read_model_b;
REVOKE ALL ON SCHEMA read_model_a, read_model_b FROM PUBLIC;

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm') THEN
        CREATE EXTENSION pg_trgm WITH SCHEMA app;
    END IF;
END $$;

-- Which generation answers, and how far each has come. The row's lock is the right to apply the next events.
CREATE TABLE read_model.generation (
    name       text        PRIMARY KEY CHECK (name IN ('a', 'b')),
    state      text        NOT NULL CHECK (state IN ('live', 'requested', 'building', 'retired')),
    position   bigint      NOT NULL CHECK (position >= 0),
    -- What the code that filled it would call its shape; another one makes the hub rebuild by itself.
    format     integer     NOT NULL,
    -- How many dead letters it has, so that reads need not look for them.
    parked     bigint      NOT NULL DEFAULT 0,
    advanced_at timestamptz NOT NULL DEFAULT now(),
    changed_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX generation_one_live ON read_model.generation (state) WHERE state = 'live';
INSERT INTO read_model.generation (name, state, position, format) VALUES ('a', 'live', 0, 1), ('b', 'retired', 0, 1);

-- Events that a projection could not apply, and those behind them in the same stream.
CREATE TABLE read_model.dead_letter (
    generation      text        NOT NULL REFERENCES read_model.generation (name),
    position        bigint      NOT NULL,
    aggregate_id    text        NOT NULL,
    organization_id bigint,
    action          text        NOT NULL,
    -- Null for an event that only waits behind another one.
    cause           text,
    attempts        integer     NOT NULL,
    parked_at       timestamptz NOT NULL,
    discarded_at    timestamptz,
    PRIMARY KEY (generation, position)
);
CREATE INDEX dead_letter_aggregate ON read_model.dead_letter (generation, aggregate_id, position);

DO $generations$
DECLARE
    generation text;
    trgm text := (SELECT extnamespace::regnamespace::text FROM pg_extension WHERE extname = 'pg_trgm');
BEGIN
    FOREACH generation IN ARRAY ARRAY['read_model_a', 'read_model_b'] LOOP
        PERFORM set_config('search_path', generation || ', pg_catalog', true);
        EXECUTE $ddl$
            CREATE TABLE organization (
                organization_id bigint      PRIMARY KEY,
                name            text        NOT NULL,
                description     text,
                is_active       boolean     NOT NULL,
                created_at      timestamptz NOT NULL,
                version         bigint      NOT NULL
            );
            CREATE INDEX organization_name ON organization (name COLLATE "und-x-icu", organization_id);

            CREATE TABLE model (
                model_id            bigint      PRIMARY KEY,
                organization_id     bigint      NOT NULL,
                environment         text        NOT NULL,
                name                text        NOT NULL,
                description         text,
                owner               text        NOT NULL,
                data_sensitivity    text        NOT NULL,
                data_classification text        NOT NULL,
                jurisdiction        text,
                sector              text,
                risk_level          text        NOT NULL,
                domain              text,
                potential_harm      text,
                intended_purpose    text,
                data_sources        text,
                oversight_plan      text,
                compliance_status   text        NOT NULL,
                submitted_by        bigint,
                approved_by_user_id bigint,
                approved_at         timestamptz,
                approval_notes      text,
                latest_version      text,
                created_at          timestamptz NOT NULL,
                updated_at          timestamptz NOT NULL,
                version             bigint      NOT NULL,
                -- Name, owner and description in lower case, a line each; the hub folds the case, so that every database finds the same.
                search_text         text        NOT NULL
            ) WITH (fillfactor = 80);
            CREATE INDEX model_by_id ON model (organization_id, model_id);
            CREATE INDEX model_by_update ON model (organization_id, updated_at, model_id);
            CREATE INDEX model_all_by_update ON model (updated_at, model_id);
            CREATE INDEX model_by_name ON model (organization_id, name COLLATE "und-x-icu", model_id);
            CREATE INDEX model_risk_level ON model (organization_id, risk_level, model_id);
            CREATE INDEX model_risk_level_update ON model (organization_id, risk_level, updated_at, model_id);
            CREATE INDEX model_compliance_status ON model (organization_id, compliance_status, model_id);
            CREATE INDEX model_compliance_status_update ON model (organization_id, compliance_status, updated_at, model_id);
            CREATE INDEX model_environment ON model (organization_id, environment, model_id);
            CREATE INDEX model_environment_update ON model (organization_id, environment, updated_at, model_id);
            CREATE INDEX model_owner ON model (organization_id, owner, model_id);
            CREATE INDEX model_owner_update ON model (organization_id, owner, updated_at, model_id);
            CREATE INDEX model_domain ON model (organization_id, domain, model_id);
            CREATE INDEX model_domain_update ON model (organization_id, domain, updated_at, model_id);
            CREATE INDEX model_sector ON model (organization_id, sector, model_id);
            CREATE INDEX model_sector_update ON model (organization_id, sector, updated_at, model_id);
            CREATE INDEX model_data_sensitivity ON model (organization_id, data_sensitivity, model_id);
            CREATE INDEX model_data_sensitivity_update ON model (organization_id, data_sensitivity, updated_at, model_id);

            CREATE TABLE model_version (
                version_id      bigint      PRIMARY KEY,
                organization_id bigint      NOT NULL,
                model_id        bigint      NOT NULL,
                version_tag     text        NOT NULL,
                s3_path         text,
                artifact_digest text,
                created_at      timestamptz NOT NULL
            );
            CREATE INDEX model_version_model ON model_version (model_id, version_id);

            CREATE TABLE metric (
                metric_id       bigint           PRIMARY KEY,
                organization_id bigint           NOT NULL,
                model_id        bigint           NOT NULL,
                version_id      bigint           NOT NULL,
                metric_name     text             NOT NULL,
                value           double precision NOT NULL,
                recorded_at     timestamptz      NOT NULL
            );
            CREATE INDEX metric_version ON metric (version_id, metric_id);
            CREATE INDEX metric_version_name ON metric (version_id, metric_name, metric_id);

            CREATE TABLE review (
                review_id       bigint      PRIMARY KEY,
                organization_id bigint      NOT NULL,
                model_id        bigint      NOT NULL,
                user_id         bigint,
                outcome         text        NOT NULL,
                notes           text        NOT NULL,
                created_at      timestamptz NOT NULL
            );
            CREATE INDEX review_model ON review (model_id, review_id);

            CREATE TABLE dataset (
                dataset_id          bigint      PRIMARY KEY,
                organization_id     bigint      NOT NULL,
                name                text        NOT NULL,
                description         text,
                source_system       text,
                location            text,
                data_sensitivity    text        NOT NULL,
                data_classification text        NOT NULL,
                record_count        bigint,
                created_at          timestamptz NOT NULL,
                version             bigint      NOT NULL,
                search_text         text        NOT NULL
            );
            CREATE INDEX dataset_by_id ON dataset (organization_id, dataset_id);
            CREATE INDEX dataset_data_sensitivity ON dataset (organization_id, data_sensitivity, dataset_id);

            CREATE TABLE dataset_link (
                link_id          bigint      PRIMARY KEY,
                organization_id  bigint      NOT NULL,
                model_id         bigint      NOT NULL,
                model_version_id bigint,
                dataset_id       bigint      NOT NULL,
                dataset_type     text        NOT NULL,
                notes            text,
                created_at       timestamptz NOT NULL
            );
            CREATE INDEX dataset_link_model ON dataset_link (model_id, link_id);

            CREATE TABLE dependency (
                dependency_id     bigint      PRIMARY KEY,
                organization_id   bigint      NOT NULL,
                parent_model_id   bigint      NOT NULL,
                parent_version_id bigint,
                child_model_id    bigint      NOT NULL,
                child_version_id  bigint,
                dependency_type   text        NOT NULL,
                notes             text,
                created_at        timestamptz NOT NULL
            );
            CREATE INDEX dependency_parent ON dependency (parent_model_id, dependency_id);
            CREATE INDEX dependency_child ON dependency (child_model_id, dependency_id);

            -- Global policies have no owner and are readable by all.
            CREATE TABLE policy (
                policy_id       bigint      PRIMARY KEY,
                organization_id bigint,
                environment     text,
                scope           text        NOT NULL,
                condition_type  text        NOT NULL,
                name            text        NOT NULL,
                description     text,
                mode            text        NOT NULL,
                is_active       boolean     NOT NULL,
                created_at      timestamptz NOT NULL,
                updated_at      timestamptz NOT NULL,
                version         bigint      NOT NULL,
                CHECK ((organization_id IS NULL) = (scope = 'global'))
            );
            CREATE INDEX policy_by_id ON policy (organization_id, policy_id);
            CREATE INDEX policy_scope ON policy (scope, policy_id);
            CREATE INDEX policy_condition_type ON policy (condition_type, policy_id);
            CREATE INDEX policy_mode ON policy (mode, policy_id);
            CREATE INDEX policy_active ON policy (is_active, policy_id);
            CREATE INDEX policy_environment ON policy (environment, policy_id);

            CREATE TABLE violation (
                violation_id    bigint      PRIMARY KEY,
                organization_id bigint      NOT NULL,
                position        bigint      NOT NULL,
                policy_id       bigint      NOT NULL,
                model_id        bigint      NOT NULL,
                user_id         bigint,
                outcome         text        NOT NULL,
                details         text        NOT NULL,
                created_at      timestamptz NOT NULL
            );
            CREATE INDEX violation_by_place ON violation (organization_id, outcome, position, violation_id);
            CREATE INDEX violation_all_by_place ON violation (outcome, position, violation_id);
            CREATE INDEX violation_model ON violation (model_id, outcome, position, violation_id);
            CREATE INDEX violation_policy ON violation (organization_id, policy_id, outcome, position, violation_id);
            CREATE INDEX violation_all_policy ON violation (policy_id, outcome, position, violation_id);
            CREATE INDEX violation_user ON violation (user_id, outcome, position, violation_id);

            -- The audit trail, an entry an event. Entries that belong to the platform have no organisation.
            CREATE TABLE audit_entry (
                position        bigint      PRIMARY KEY,
                organization_id bigint,
                -- Whether every organisation may read it: a global policy binds them all.
                everyone        boolean     NOT NULL,
                entity_type     text        NOT NULL,
                entity_id       text        NOT NULL,
                action          text        NOT NULL,
                actor           text        NOT NULL,
                actor_id        bigint,
                details         text        NOT NULL,
                recorded_at     timestamptz NOT NULL,
                correlation_id  text,
                demo            boolean     NOT NULL,
                -- Reads take the two apart: an entry must not be in both.
                CHECK (organization_id IS NULL OR NOT everyone)
            );
            CREATE INDEX audit_entry_organization ON audit_entry (organization_id, position);
            CREATE INDEX audit_entry_everyone ON audit_entry (position) WHERE everyone;
            CREATE INDEX audit_entry_entity ON audit_entry (entity_type, entity_id, position);
            CREATE INDEX audit_entry_type ON audit_entry (organization_id, entity_type, position);
            CREATE INDEX audit_entry_action ON audit_entry (organization_id, action, position);
            CREATE INDEX audit_entry_all_action ON audit_entry (action, position);
            CREATE INDEX audit_entry_actor ON audit_entry (actor, position);

            -- Between which positions an hour's events lie. Times are not in the order of positions, but nearly so: lists, which are in
            -- that order, look for a time between the positions that this names, instead of walking to it from the end.
            CREATE TABLE recorded_hour (
                hour           timestamptz PRIMARY KEY,
                first_position bigint      NOT NULL,
                last_position  bigint      NOT NULL
            );

            -- Counters of the dashboard and of Prometheus; organisation 0 stands for the platform itself.
            CREATE TABLE counted_model (
                model_id          bigint  PRIMARY KEY,
                organization_id   bigint  NOT NULL,
                environment       text    NOT NULL,
                risk_level        text    NOT NULL,
                compliance_status text    NOT NULL,
                -- The day of its last counted change; a hub whose clock is behind does not put the next one before it.
                day               date    NOT NULL
            );
            CREATE TABLE model_count (
                organization_id   bigint NOT NULL,
                environment       text   NOT NULL,
                risk_level        text   NOT NULL,
                compliance_status text   NOT NULL,
                models            bigint NOT NULL,
                PRIMARY KEY (organization_id, environment, risk_level, compliance_status)
            );
            -- How much each day changed the counts of models; the counts of a day are the sum of all up to it.
            CREATE TABLE model_count_change (
                organization_id   bigint NOT NULL,
                environment       text   NOT NULL,
                day               date   NOT NULL,
                risk_level        text   NOT NULL,
                compliance_status text   NOT NULL,
                models            bigint NOT NULL,
                PRIMARY KEY (organization_id, environment, day, risk_level, compliance_status)
            );
            CREATE INDEX model_count_change_day ON model_count_change (day);
            CREATE TABLE activity_count (
                organization_id bigint NOT NULL,
                environment     text   NOT NULL,
                activity        text   NOT NULL,
                total           bigint NOT NULL,
                PRIMARY KEY (organization_id, environment, activity)
            );
            CREATE TABLE activity_of_day (
                organization_id bigint NOT NULL,
                environment     text   NOT NULL,
                day             date   NOT NULL,
                activity        text   NOT NULL,
                total           bigint NOT NULL,
                PRIMARY KEY (organization_id, environment, day, activity)
            );
            CREATE INDEX activity_of_day_day ON activity_of_day (day);
        $ddl$;
        EXECUTE format('CREATE INDEX model_search ON model USING gin (search_text %s.gin_trgm_ops)', trgm);
        EXECUTE format('CREATE INDEX dataset_search ON dataset USING gin (search_text %s.gin_trgm_ops)', trgm);
    END LOOP;
    PERFORM set_config('search_path', 'pg_catalog', true);
END $generations$;

-- Whose rows a read sees. Both settings hold for one transaction; unset or empty gives no row.
CREATE FUNCTION read_model.tenant() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('hub.organization', true), '')::bigint;
CREATE FUNCTION read_model.is_platform() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(current_setting('hub.platform', true) = 'true', false);

DO $policies$
DECLARE
    relation record;
BEGIN
    FOR relation IN
        SELECT c.oid::regclass AS name, c.relname
          FROM pg_class c
         WHERE c.relkind = 'r'
           AND (c.relnamespace IN ('read_model_a'::regnamespace, 'read_model_b'::regnamespace)
                OR c.oid = 'read_model.dead_letter'::regclass)
    LOOP
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', relation.name);
        EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', relation.name);
        EXECUTE format('CREATE POLICY projections ON %s TO hub_projector, hub_owner USING (true) WITH CHECK (true)', relation.name);
        EXECUTE format(
            'CREATE POLICY tenant ON %s FOR SELECT TO hub_query USING (%s OR read_model.is_platform())',
            relation.name,
            CASE relation.relname
                WHEN 'policy' THEN 'organization_id IS NULL AND read_model.tenant() IS NOT NULL OR organization_id = read_model.tenant()'
                WHEN 'audit_entry' THEN 'everyone AND read_model.tenant() IS NOT NULL OR organization_id = read_model.tenant()'
                WHEN 'recorded_hour' THEN 'read_model.tenant() IS NOT NULL'
                ELSE 'organization_id = read_model.tenant()'
            END);
        EXECUTE format('GRANT SELECT ON %s TO hub_query', relation.name);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO hub_projector', relation.name);
    END LOOP;
END $policies$;

-- Finds what contains a text, for the tenant of the session. A pattern match is not leakproof, so that under row-level security no index
-- would serve it; the owner of the tables, for whom this runs, sees all rows and asks for the tenant's itself.
CREATE FUNCTION read_model.matching(relation text, pattern text, at_most integer) RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    generation text := (SELECT g.name FROM read_model.generation g WHERE g.state = 'live');
BEGIN
    IF relation NOT IN ('model', 'dataset') THEN
        RAISE EXCEPTION 'nothing to search in %', relation;
    END IF;
    RETURN QUERY EXECUTE format(
        'SELECT %1$I FROM read_model_%2$s.%3$I WHERE search_text LIKE $1 AND ($2 OR organization_id = $3) LIMIT $4',
        relation || '_id', generation, relation)
        USING pattern, read_model.is_platform(), read_model.tenant(), at_most;
END $$;

-- Empties a generation that nobody reads, before it is built anew.
CREATE FUNCTION read_model.empty_generation(generation text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    tables text;
BEGIN
    IF NOT EXISTS (SELECT FROM read_model.generation g WHERE g.name = generation AND g.state = 'requested') THEN
        RAISE EXCEPTION 'generation % is not to be rebuilt', generation;
    END IF;
    SELECT string_agg(c.oid::regclass::text, ', ') INTO tables
      FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = ('read_model_' || generation)::regnamespace;
    EXECUTE 'TRUNCATE ' || tables;
    DELETE FROM read_model.dead_letter d WHERE d.generation = empty_generation.generation;
END $$;

GRANT USAGE ON SCHEMA read_model, read_model_a, read_model_b TO hub_query, hub_projector;
GRANT SELECT ON read_model.generation TO hub_query, hub_command;
GRANT SELECT, UPDATE ON read_model.generation TO hub_projector;
GRANT EXECUTE ON FUNCTION read_model.tenant(), read_model.is_platform() TO hub_query, hub_projector, hub_owner;
GRANT EXECUTE ON FUNCTION read_model.matching(text, text, integer) TO hub_query;
REVOKE ALL ON FUNCTION read_model.empty_generation(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION read_model.empty_generation(text) TO hub_projector;
