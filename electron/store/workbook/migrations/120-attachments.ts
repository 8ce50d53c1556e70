import type { Migration } from './migration.ts';

/**
 * Files kept as evidence, by the SHA-256 of their bytes: one that is attached twice is kept once. None can be changed,
 * replaced or removed; what refers to them stands in the content of assessments.
 */
export const attachmentsStep: Migration = {
  version: 120,
  name: 'attachments',
  sql: `
CREATE TABLE attachments (
  sha256   TEXT PRIMARY KEY CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  size     INTEGER NOT NULL CHECK (size BETWEEN 1 AND 20000000),
  type     TEXT NOT NULL CHECK (length(type) BETWEEN 1 AND 200),
  added_at TEXT NOT NULL CHECK (added_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
  bytes    BLOB NOT NULL CHECK (length(bytes) = size)
) STRICT;

CREATE TRIGGER attachments_no_replace BEFORE INSERT ON attachments
WHEN EXISTS (SELECT 1 FROM attachments WHERE sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'a file that is kept cannot be replaced'); END;

CREATE TRIGGER attachments_no_update BEFORE UPDATE ON attachments
BEGIN SELECT RAISE(ABORT, 'a file that is kept cannot be changed'); END;

CREATE TRIGGER attachments_no_delete BEFORE DELETE ON attachments
BEGIN SELECT RAISE(ABORT, 'a file that is kept cannot be removed'); END;
`,
};
