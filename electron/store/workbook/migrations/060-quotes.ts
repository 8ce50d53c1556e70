import type { Migration } from './migration.ts';

/**
 * Issued quotes: what the lists show in `quotes`, the bulky evidence (exact inputs, document, certificate, PDF) in
 * `quote_files`, so that a list never reads past it. Neither can be changed, replaced or removed.
 */
export const quotesStep: Migration = {
  version: 60,
  name: 'quotes',
  sql: `
CREATE TABLE quotes (
  id              TEXT PRIMARY KEY CHECK (length(id) = 36),
  case_id         TEXT NOT NULL REFERENCES cases (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  assessment_id   TEXT NOT NULL REFERENCES assessments (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  reference       TEXT NOT NULL CHECK (reference GLOB 'BAL-[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]*'),
  version         INTEGER NOT NULL CHECK (version >= 1),
  status          TEXT NOT NULL CHECK (status IN ('quote', 'indication')),
  issued_at       TEXT NOT NULL CHECK (issued_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
  issued_by       TEXT NOT NULL CHECK (issued_by <> ''),
  valid_until     TEXT NOT NULL CHECK (date(valid_until) IS valid_until),
  quoted_minor    INTEGER NOT NULL CHECK (quoted_minor >= 0),
  currency        TEXT NOT NULL CHECK (length(currency) = 3),
  grade           TEXT NOT NULL CHECK (length(grade) BETWEEN 1 AND 8),
  paper           TEXT NOT NULL CHECK (paper IN ('a4', 'letter')),
  model_hash      TEXT NOT NULL REFERENCES models (hash) ON UPDATE RESTRICT ON DELETE RESTRICT,
  engine_version  TEXT NOT NULL CHECK (engine_version <> ''),
  inputs_hash     TEXT NOT NULL CHECK (length(inputs_hash) = 64 AND inputs_hash NOT GLOB '*[^0-9a-f]*'),
  document_sha256 TEXT NOT NULL CHECK (length(document_sha256) = 64 AND document_sha256 NOT GLOB '*[^0-9a-f]*'),
  pdf_sha256      TEXT NOT NULL CHECK (length(pdf_sha256) = 64 AND pdf_sha256 NOT GLOB '*[^0-9a-f]*'),
  pdf_bytes       INTEGER NOT NULL CHECK (pdf_bytes > 0),
  UNIQUE (case_id, version),
  UNIQUE (reference, version)
) STRICT;

CREATE INDEX quotes_by_assessment ON quotes (assessment_id, version);
CREATE INDEX quotes_by_model ON quotes (model_hash);
CREATE INDEX quotes_by_issue ON quotes (issued_at DESC, id);

CREATE TRIGGER quotes_insert_finalised BEFORE INSERT ON quotes
WHEN (SELECT state FROM assessments WHERE id = NEW.assessment_id AND case_id = NEW.case_id) IS NOT 'finalised'
  OR EXISTS (
    SELECT 1 FROM quotes
    WHERE id = NEW.id
      OR (case_id = NEW.case_id AND version = NEW.version)
      OR (reference = NEW.reference AND version = NEW.version)
  )
BEGIN SELECT RAISE(ABORT, 'a quote is issued once, from a finalised assessment'); END;

CREATE TRIGGER quotes_no_update BEFORE UPDATE ON quotes
BEGIN SELECT RAISE(ABORT, 'an issued quote cannot be changed'); END;

CREATE TRIGGER quotes_no_delete BEFORE DELETE ON quotes
BEGIN SELECT RAISE(ABORT, 'an issued quote cannot be removed'); END;

CREATE TABLE quote_files (
  quote_id    TEXT PRIMARY KEY REFERENCES quotes (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  content     TEXT NOT NULL CHECK (json_valid(content)),
  certificate TEXT NOT NULL CHECK (json_valid(certificate)),
  document    TEXT NOT NULL CHECK (json_valid(document)),
  pdf         BLOB NOT NULL CHECK (length(pdf) > 0)
) STRICT;

CREATE TRIGGER quote_files_no_replace BEFORE INSERT ON quote_files
WHEN EXISTS (SELECT 1 FROM quote_files WHERE quote_id = NEW.quote_id)
BEGIN SELECT RAISE(ABORT, 'the files of an issued quote cannot be replaced'); END;

CREATE TRIGGER quote_files_no_update BEFORE UPDATE ON quote_files
BEGIN SELECT RAISE(ABORT, 'the files of an issued quote cannot be changed'); END;

CREATE TRIGGER quote_files_no_delete BEFORE DELETE ON quote_files
BEGIN SELECT RAISE(ABORT, 'the files of an issued quote cannot be removed'); END;
`,
};
