-- Secrets, as hashes, and what sign-in needs: no evidence, and nothing that belongs into events.
CREATE TABLE app.credential (
    user_id       bigint      PRIMARY KEY,
    password_hash text        NOT NULL,
    changed_at    timestamptz NOT NULL
);

CREATE TABLE app.api_token_secret (
    token_id    bigint PRIMARY KEY,
    secret_hash bytea  NOT NULL UNIQUE
);

CREATE TABLE app.session (
    session_hash bytea       PRIMARY KEY,
    user_id      bigint      NOT NULL,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL
);
CREATE INDEX session_owner ON app.session (user_id);
CREATE INDEX session_expiry ON app.session (expires_at);

-- One row an attempt that has not succeeded; 10 of an account and 100 of an address in 15 minutes are the limit.
CREATE TABLE app.login_attempt (
    attempt_id   bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account      text        NOT NULL,
    address      text        NOT NULL,
    attempted_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX login_attempt_account ON app.login_attempt (account, attempted_at);
CREATE INDEX login_attempt_address ON app.login_attempt (address, attempted_at);
CREATE INDEX login_attempt_age ON app.login_attempt (attempted_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON app.credential, app.api_token_secret, app.session, app.login_attempt TO hub_command;
-- Query hubs look credentials up and never see a password's hash.
GRANT SELECT (user_id, changed_at) ON app.credential TO hub_query;
GRANT SELECT ON app.api_token_secret, app.session TO hub_query;
