-- A generation that is built anew has only the indexes of its keys until it has its rows: to write each row into twenty indexes takes
-- several times as long as to make the indexes of all rows at once. Which ones there have to be, the generation that is live says.

-- Empties a generation that nobody reads, before it is built anew.
CREATE OR REPLACE FUNCTION read_model.empty_generation(generation text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    tables text;
    index regclass;
BEGIN
    IF NOT EXISTS (SELECT FROM read_model.generation g WHERE g.name = generation AND g.state = 'requested') THEN
        RAISE EXCEPTION 'generation % is not to be rebuilt', generation;
    END IF;
    SELECT string_agg(c.oid::regclass::text, ', ') INTO tables
      FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = ('read_model_' || generation)::regnamespace;
    EXECUTE 'TRUNCATE ' || tables;
    FOR index IN
        SELECT i.indexrelid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
         WHERE c.relnamespace = ('read_model_' || generation)::regnamespace AND NOT i.indisunique
    LOOP
        EXECUTE format('DROP INDEX %s', index);
    END LOOP;
    DELETE FROM read_model.dead_letter d WHERE d.generation = empty_generation.generation;
END $$;

-- How to make each index that the other generation, which answers reads, has and this one has not.
CREATE FUNCTION read_model.missing_indexes(generation text) RETURNS TABLE (relation name, definition text)
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp AS $$
    SELECT t.relname,
           replace(pg_get_indexdef(i.indexrelid), format(' ON read_model_%s.', other.name), format(' ON read_model_%s.', generation))
      FROM read_model.generation other
      JOIN pg_class c ON c.relnamespace = ('read_model_' || other.name)::regnamespace
      JOIN pg_index i ON i.indexrelid = c.oid
      JOIN pg_class t ON t.oid = i.indrelid
     WHERE other.name <> generation AND NOT i.indisunique
       AND NOT EXISTS (SELECT FROM pg_class own
                        WHERE own.relnamespace = ('read_model_' || generation)::regnamespace AND own.relname = c.relname)
     ORDER BY t.relname, c.relname
$$;

-- Makes those of one table, and returns its name; null if none is missing. The table is analysed too: its first reads are planned by what
-- is in it, and not by what autovacuum has not seen yet.
CREATE FUNCTION read_model.create_missing_indexes(generation text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET maintenance_work_mem = '128MB'
    SET max_parallel_maintenance_workers = 1 AS $$
DECLARE
    table_name name := (SELECT relation FROM read_model.missing_indexes(generation) LIMIT 1);
    index_definition text;
BEGIN
    IF NOT EXISTS (SELECT FROM read_model.generation g WHERE g.name = generation AND g.state = 'building') THEN
        RAISE EXCEPTION 'generation % is not being built', generation;
    END IF;
    IF table_name IS NULL THEN
        RETURN NULL;
    END IF;
    FOR index_definition IN SELECT definition FROM read_model.missing_indexes(generation) WHERE relation = table_name LOOP
        EXECUTE index_definition;
    END LOOP;
    EXECUTE format('ANALYZE read_model_%s.%I', generation, table_name);
    RETURN table_name;
END $$;

-- Whoever builds it, an earlier version of the hub too: a generation without its indexes never answers reads.
CREATE FUNCTION read_model.require_indexes() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM read_model.missing_indexes(NEW.name)) THEN
        RAISE EXCEPTION 'generation % still lacks indexes', NEW.name;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER generation_has_indexes BEFORE UPDATE OF state ON read_model.generation
    FOR EACH ROW WHEN (NEW.state = 'live') EXECUTE FUNCTION read_model.require_indexes();

REVOKE ALL ON FUNCTION read_model.create_missing_indexes(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION read_model.missing_indexes(text), read_model.create_missing_indexes(text) TO hub_projector;
