-- More that lists can ask: models are counted by sensitivity too, violations know their environment, audit entries the name of what they
-- are about. What is there already is brought over as far as reads need it until the hub has built the read models anew.
DO $generations$
DECLARE
    generation text;
BEGIN
    FOREACH generation IN ARRAY ARRAY['read_model_a', 'read_model_b'] LOOP
        PERFORM set_config('search_path', generation || ', pg_catalog', true);
        EXECUTE $ddl$
            ALTER TABLE counted_model ADD COLUMN data_sensitivity text NOT NULL DEFAULT 'internal';
            UPDATE counted_model c SET data_sensitivity = m.data_sensitivity FROM model m WHERE m.model_id = c.model_id;
            ALTER TABLE counted_model ALTER COLUMN data_sensitivity DROP DEFAULT;

            ALTER TABLE model_count ADD COLUMN data_sensitivity text NOT NULL DEFAULT 'internal';
            ALTER TABLE model_count ALTER COLUMN data_sensitivity DROP DEFAULT;
            DELETE FROM model_count;
            ALTER TABLE model_count DROP CONSTRAINT model_count_pkey,
                ADD PRIMARY KEY (organization_id, environment, risk_level, compliance_status, data_sensitivity);
            INSERT INTO model_count (organization_id, environment, risk_level, compliance_status, data_sensitivity, models)
            SELECT organization_id, environment, risk_level, compliance_status, data_sensitivity, count(*)
              FROM counted_model GROUP BY 1, 2, 3, 4, 5;

            ALTER TABLE violation ADD COLUMN environment text NOT NULL DEFAULT 'dev';
            UPDATE violation v SET environment = m.environment FROM model m WHERE m.model_id = v.model_id;
            ALTER TABLE violation ALTER COLUMN environment DROP DEFAULT;
            CREATE INDEX violation_environment ON violation (organization_id, environment, outcome, position, violation_id);
            CREATE INDEX violation_all_environment ON violation (environment, outcome, position, violation_id);
            -- Where each model runs, for violations, whose events do not say.
            CREATE TABLE judged_model (
                model_id        bigint PRIMARY KEY,
                organization_id bigint NOT NULL,
                environment     text   NOT NULL
            );
            INSERT INTO judged_model SELECT model_id, organization_id, environment FROM model;

            ALTER TABLE audit_entry ADD COLUMN entity_name text;
            -- What is called how at present, for the entries to come.
            CREATE TABLE audited_name (
                entity_type text   NOT NULL,
                entity_id   bigint NOT NULL,
                name        text   NOT NULL,
                PRIMARY KEY (entity_type, entity_id)
            );

            CREATE INDEX metric_model ON metric (model_id, metric_id);
            CREATE INDEX metric_model_name ON metric (model_id, metric_name, metric_id);
            CREATE INDEX dataset_link_dataset ON dataset_link (dataset_id, link_id);
        $ddl$;
    END LOOP;
    PERFORM set_config('search_path', 'pg_catalog', true);
END $generations$;

-- Where nothing has been applied yet there is nothing to build anew.
UPDATE read_model.generation SET format = 3 WHERE position = 0;

-- For the projections alone: without a policy of its own, a read sees no row.
DO $policies$
DECLARE
    relation regclass;
BEGIN
    FOR relation IN
        SELECT c.oid FROM pg_class c
         WHERE c.relname IN ('judged_model', 'audited_name')
           AND c.relnamespace IN ('read_model_a'::regnamespace, 'read_model_b'::regnamespace)
    LOOP
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', relation);
        EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', relation);
        EXECUTE format('CREATE POLICY projections ON %s TO hub_projector, hub_owner USING (true) WITH CHECK (true)', relation);
        EXECUTE format('GRANT SELECT ON %s TO hub_query', relation);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO hub_projector', relation);
    END LOOP;
END $policies$;
