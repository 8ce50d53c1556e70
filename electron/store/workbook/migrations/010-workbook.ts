import type { Migration } from './migration.ts';

/** The workbook's own identity, its settings, and every rating model that was ever used in it. */
export const workbookStep: Migration = {
  version: 10,
  name: 'workbook',
  sql: `
CREATE TABLE workbook (
  only_row     INTEGER PRIMARY KEY CHECK (only_row = 1),
  id           TEXT NOT NULL CHECK (length(id) = 36),
  created_at   TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
  created_with TEXT NOT NULL CHECK (length(created_with) BETWEEN 1 AND 100)
) STRICT;

CREATE TRIGGER workbook_insert_once BEFORE INSERT ON workbook
WHEN EXISTS (SELECT 1 FROM workbook)
BEGIN SELECT RAISE(ABORT, 'a workbook has one identity'); END;

CREATE TRIGGER workbook_no_update BEFORE UPDATE ON workbook
BEGIN SELECT RAISE(ABORT, 'the identity of a workbook cannot be changed'); END;

CREATE TRIGGER workbook_no_delete BEFORE DELETE ON workbook
BEGIN SELECT RAISE(ABORT, 'the identity of a workbook cannot be removed'); END;

CREATE TABLE settings (
  key   TEXT PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 100),
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE models (
  hash        TEXT PRIMARY KEY CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
  model_id    TEXT NOT NULL CHECK (length(model_id) BETWEEN 1 AND 100),
  kept_at     TEXT NOT NULL CHECK (kept_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
  json_sha256 TEXT NOT NULL CHECK (length(json_sha256) = 64 AND json_sha256 NOT GLOB '*[^0-9a-f]*'),
  json        TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE TRIGGER models_no_replace BEFORE INSERT ON models
WHEN EXISTS (SELECT 1 FROM models WHERE hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'a kept model cannot be replaced'); END;

CREATE TRIGGER models_no_update BEFORE UPDATE ON models
BEGIN SELECT RAISE(ABORT, 'a kept model cannot be changed'); END;

CREATE TRIGGER models_no_delete BEFORE DELETE ON models
BEGIN SELECT RAISE(ABORT, 'a kept model cannot be removed'); END;
`,
};
