-- The schemas, owned by hub_owner as everything in them. The roles exist before the first migration: they belong to the cluster, not to
-- this database. Nobody else gets anything but by an explicit grant.
CREATE SCHEMA event_store;
CREATE SCHEMA read_model;
REVOKE ALL ON SCHEMA event_store, read_model FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE hub_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
