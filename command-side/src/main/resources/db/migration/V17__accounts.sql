-- Whose name is whose must not hang on the locale of a database: a backup moves from one to another. So case is ignored for A to Z only.
DROP INDEX event_store.user_account_username_key;
CREATE UNIQUE INDEX user_account_username_key ON event_store.user_account (lower(username COLLATE "C"));

-- Whether an attempt has failed or is still being looked at: right passwords that come at once must not count as wrong ones.
ALTER TABLE app.login_attempt ADD COLUMN failed boolean NOT NULL DEFAULT false;
