-- How long models are under review. What went on before a hub with this migration is known once the read models have been built anew.
DO $generations$
DECLARE
    generation text;
BEGIN
    FOREACH generation IN ARRAY ARRAY['read_model_a', 'read_model_b'] LOOP
        PERFORM set_config('search_path', generation || ', pg_catalog', true);
        EXECUTE $ddl$
            CREATE TABLE review_wait (
                model_id        bigint PRIMARY KEY,
                organization_id bigint NOT NULL,
                -- Null once the review is over.
                since           timestamptz
            );
            CREATE INDEX review_wait_since ON review_wait (since) WHERE since IS NOT NULL;
            -- How many reviews ended how, none of a row longer than its bound and each longer than the next lower one.
            CREATE TABLE review_count (
                organization_id   bigint NOT NULL,
                compliance_status text   NOT NULL,
                at_most_seconds   bigint NOT NULL,
                reviews           bigint NOT NULL,
                PRIMARY KEY (organization_id, compliance_status, at_most_seconds)
            );
            CREATE TABLE review_time (
                organization_id   bigint NOT NULL,
                compliance_status text   NOT NULL,
                milliseconds      bigint NOT NULL,
                PRIMARY KEY (organization_id, compliance_status)
            );
        $ddl$;
    END LOOP;
    PERFORM set_config('search_path', 'pg_catalog', true);
END $generations$;

DO $policies$
DECLARE
    relation regclass;
BEGIN
    FOR relation IN
        SELECT c.oid FROM pg_class c
         WHERE c.relkind = 'r'
           AND c.relname IN ('review_wait', 'review_count', 'review_time')
           AND c.relnamespace IN ('read_model_a'::regnamespace, 'read_model_b'::regnamespace)
    LOOP
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', relation);
        EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', relation);
        EXECUTE format('CREATE POLICY projections ON %s TO hub_projector, hub_owner USING (true) WITH CHECK (true)', relation);
        EXECUTE format(
            'CREATE POLICY tenant ON %s FOR SELECT TO hub_query USING (organization_id = read_model.tenant() OR read_model.is_platform())',
            relation);
        EXECUTE format('GRANT SELECT ON %s TO hub_query', relation);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO hub_projector', relation);
    END LOOP;
END $policies$;
