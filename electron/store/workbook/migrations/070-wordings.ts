import type { Migration } from './migration.ts';

/** The wordings that belong to kept models: a quote names the one that its document was worded by. */
export const wordingsStep: Migration = {
  version: 70,
  name: 'wordings',
  sql: `
CREATE TABLE model_wordings (
  hash        TEXT NOT NULL CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
  model_hash  TEXT NOT NULL REFERENCES models (hash) ON UPDATE RESTRICT ON DELETE RESTRICT,
  wording_id  TEXT NOT NULL CHECK (length(wording_id) BETWEEN 1 AND 100),
  kept_at     TEXT NOT NULL CHECK (kept_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
  json_sha256 TEXT NOT NULL CHECK (length(json_sha256) = 64 AND json_sha256 NOT GLOB '*[^0-9a-f]*'),
  json        TEXT NOT NULL CHECK (json_valid(json)),
  PRIMARY KEY (model_hash, hash)
) STRICT;

CREATE INDEX model_wordings_by_age ON model_wordings (model_hash, kept_at);

CREATE TRIGGER model_wordings_no_replace BEFORE INSERT ON model_wordings
WHEN EXISTS (SELECT 1 FROM model_wordings WHERE model_hash = NEW.model_hash AND hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'a kept wording cannot be replaced'); END;

CREATE TRIGGER model_wordings_no_update BEFORE UPDATE ON model_wordings
BEGIN SELECT RAISE(ABORT, 'a kept wording cannot be changed'); END;

CREATE TRIGGER model_wordings_no_delete BEFORE DELETE ON model_wordings
BEGIN SELECT RAISE(ABORT, 'a kept wording cannot be removed'); END;
`,
};
