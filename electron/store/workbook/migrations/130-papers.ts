import type { Migration } from './migration.ts';

/**
 * The papers of a quote beside the one that went to the broker, which stays in `quote_files`: each is stored with its quote,
 * in the same transaction, and none can come later, be changed or go.
 */
export const papersStep: Migration = {
  version: 130,
  name: 'papers',
  sql: `
CREATE TABLE quote_papers (
  quote_id TEXT NOT NULL REFERENCES quotes (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  kind     TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 64),
  sha256   TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  paper    BLOB NOT NULL CHECK (length(paper) > 0),
  PRIMARY KEY (quote_id, kind)
) STRICT;

CREATE INDEX quote_papers_by_hash ON quote_papers (sha256);

CREATE TRIGGER quote_papers_with_quote BEFORE INSERT ON quote_papers
WHEN EXISTS (SELECT 1 FROM audit WHERE quote_id = NEW.quote_id AND action = 'quote-issued')
  OR EXISTS (SELECT 1 FROM quote_papers WHERE quote_id = NEW.quote_id AND kind = NEW.kind)
BEGIN SELECT RAISE(ABORT, 'the papers of a quote are stored with it'); END;

CREATE TRIGGER quote_papers_no_update BEFORE UPDATE ON quote_papers
BEGIN SELECT RAISE(ABORT, 'the papers of an issued quote cannot be changed'); END;

CREATE TRIGGER quote_papers_no_delete BEFORE DELETE ON quote_papers
BEGIN SELECT RAISE(ABORT, 'the papers of an issued quote cannot be removed'); END;
`,
};
