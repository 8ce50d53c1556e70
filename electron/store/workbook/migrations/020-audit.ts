import type { Migration } from './migration.ts';

/**
 * The append-only audit chain. It refers to rows by id without foreign keys, because it must outlive what it tells of.
 * The insert trigger also stops INSERT OR REPLACE, which deletes without firing delete triggers on a plain connection.
 */
export const auditStep: Migration = {
  version: 20,
  name: 'audit',
  sql: `
CREATE TABLE audit (
  sequence      INTEGER PRIMARY KEY CHECK (sequence >= 1),
  at            TEXT NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
  actor         TEXT NOT NULL CHECK (length(actor) BETWEEN 1 AND 200),
  action        TEXT NOT NULL CHECK (length(action) BETWEEN 1 AND 64),
  case_id       TEXT CHECK (length(case_id) = 36),
  assessment_id TEXT CHECK (length(assessment_id) = 36),
  quote_id      TEXT CHECK (length(quote_id) = 36),
  subject_of    TEXT NOT NULL,
  detail        TEXT NOT NULL,
  facts         TEXT NOT NULL CHECK (json_valid(facts)),
  hash          TEXT NOT NULL CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*')
) STRICT;

CREATE INDEX audit_by_case ON audit (case_id, sequence) WHERE case_id IS NOT NULL;
CREATE INDEX audit_by_quote ON audit (quote_id) WHERE quote_id IS NOT NULL;

CREATE TRIGGER audit_append_only BEFORE INSERT ON audit
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM audit)
BEGIN SELECT RAISE(ABORT, 'audit rows can only be appended'); END;

CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'audit rows cannot be changed'); END;

CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'audit rows cannot be removed'); END;
`,
};
