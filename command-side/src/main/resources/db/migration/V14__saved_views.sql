-- Saved views: filters of lists under a name. No evidence, and so no events.
CREATE TABLE app.saved_view (
    view_id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id         bigint      NOT NULL,
    -- Where it was made; null for the platform's.
    organization_id bigint,
    name            text        NOT NULL,
    page            text        NOT NULL CHECK (page IN ('models', 'violations', 'audit', 'datasets', 'policies')),
    query           text        NOT NULL,
    shared          boolean     NOT NULL,
    version         bigint      NOT NULL DEFAULT 1,
    created_at      timestamptz NOT NULL DEFAULT now(),
    updated_at      timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT saved_view_name_key UNIQUE NULLS NOT DISTINCT (user_id, organization_id, page, name)
);
CREATE INDEX saved_view_shared ON app.saved_view (organization_id) WHERE shared;
GRANT SELECT, INSERT, UPDATE, DELETE ON app.saved_view TO hub_command;

-- The models that a policy covers, in the order of ids.
CREATE INDEX model_of_organization ON event_store.model (organization_id, model_id);
