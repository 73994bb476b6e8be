-- What is no evidence and has no place in events.
CREATE TABLE app.idempotency_key (
    principal    text        NOT NULL,
    method       text        NOT NULL,
    path         text        NOT NULL,
    key          text        NOT NULL,
    fingerprint  bytea       NOT NULL,
    status       integer     NOT NULL,
    content_type text,
    body         text,
    location     text,
    etag         text,
    global_index bigint,
    created_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (principal, method, path, key)
);
CREATE INDEX idempotency_key_age ON app.idempotency_key (created_at);

GRANT USAGE ON SCHEMA app TO hub_command, hub_query, hub_projector;
GRANT SELECT, INSERT, UPDATE, DELETE ON app.idempotency_key TO hub_command;
