-- Global policies bind everybody, and everybody reads them: so everybody has to be told that one of them is not what the events say.
DROP POLICY tenant ON read_model.dead_letter;
CREATE POLICY tenant ON read_model.dead_letter FOR SELECT TO hub_query
    USING (organization_id = read_model.tenant()
           OR read_model.is_platform()
           OR organization_id IS NULL AND aggregate_id LIKE 'policy-%' AND read_model.tenant() IS NOT NULL);
