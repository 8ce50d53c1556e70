import type { Migration } from './migration.ts';

/**
 * Subjects (who is insured, across years), cases (one piece of work), assessments (its revisions). Drafts change freely;
 * of a finalised assessment only `binned_at` may change. A hard delete needs a draft that lies in the bin.
 */
export const assessmentsStep: Migration = {
  version: 30,
  name: 'assessments',
  sql: `
CREATE TABLE subjects (
  id         TEXT PRIMARY KEY CHECK (length(id) = 36),
  name       TEXT NOT NULL CHECK (name <> ''),
  name_key   TEXT NOT NULL,
  type       TEXT NOT NULL CHECK (length(type) BETWEEN 1 AND 64),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
  updated_at TEXT NOT NULL CHECK (updated_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z')
) STRICT;

CREATE INDEX subjects_by_name ON subjects (name_key);

CREATE TABLE cases (
  id               TEXT PRIMARY KEY CHECK (length(id) = 36),
  subject_id       TEXT NOT NULL REFERENCES subjects (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  created_at       TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
  reference_year   INTEGER CHECK (reference_year BETWEEN 2000 AND 9999),
  reference_number INTEGER CHECK (reference_number >= 1),
  UNIQUE (reference_year, reference_number),
  CHECK ((reference_year IS NULL) = (reference_number IS NULL))
) STRICT;

CREATE INDEX cases_by_subject ON cases (subject_id);

CREATE TRIGGER cases_no_replace BEFORE INSERT ON cases
WHEN EXISTS (
  SELECT 1 FROM cases
  WHERE id = NEW.id OR (reference_year = NEW.reference_year AND reference_number = NEW.reference_number)
)
BEGIN SELECT RAISE(ABORT, 'a case cannot be replaced'); END;

CREATE TRIGGER cases_fixed BEFORE UPDATE OF id, subject_id, created_at ON cases
BEGIN SELECT RAISE(ABORT, 'the identity of a case cannot be changed'); END;

CREATE TRIGGER cases_reference_fixed BEFORE UPDATE OF reference_year, reference_number ON cases
WHEN OLD.reference_number IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a reference once given cannot be changed'); END;

CREATE TRIGGER cases_no_delete BEFORE DELETE ON cases
WHEN OLD.reference_number IS NOT NULL OR EXISTS (SELECT 1 FROM assessments WHERE case_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'a case with assessments or a reference cannot be removed'); END;

CREATE TABLE assessments (
  id             TEXT PRIMARY KEY CHECK (length(id) = 36),
  case_id        TEXT NOT NULL REFERENCES cases (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  revision       INTEGER NOT NULL CHECK (revision >= 1),
  state          TEXT NOT NULL CHECK (state IN ('draft', 'finalised')),
  version        INTEGER NOT NULL CHECK (version >= 1),
  as_of          TEXT NOT NULL CHECK (date(as_of) IS as_of),
  currency       TEXT NOT NULL CHECK (length(currency) = 3),
  content_hash   TEXT NOT NULL CHECK (length(content_hash) = 64 AND content_hash NOT GLOB '*[^0-9a-f]*'),
  model_hash     TEXT NOT NULL REFERENCES models (hash) ON UPDATE RESTRICT ON DELETE RESTRICT,
  overall        REAL NOT NULL CHECK (overall BETWEEN 0 AND 100),
  grade          TEXT CHECK (length(grade) BETWEEN 1 AND 8),
  is_knocked_out INTEGER NOT NULL CHECK (is_knocked_out IN (0, 1)),
  referral_count INTEGER NOT NULL CHECK (referral_count >= 0),
  quoted_minor   INTEGER CHECK (quoted_minor >= 0),
  created_at     TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
  updated_at     TEXT NOT NULL CHECK (updated_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
  finalised_at   TEXT CHECK (finalised_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
  binned_at      TEXT CHECK (binned_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
  UNIQUE (case_id, revision),
  CHECK ((state = 'finalised') = (finalised_at IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX assessments_one_draft ON assessments (case_id) WHERE state = 'draft' AND binned_at IS NULL;
CREATE INDEX assessments_by_model ON assessments (model_hash);
CREATE INDEX assessments_by_update ON assessments (updated_at DESC, id);

CREATE TRIGGER assessments_start_as_draft BEFORE INSERT ON assessments
WHEN NEW.state <> 'draft'
  OR EXISTS (SELECT 1 FROM assessments WHERE id = NEW.id OR (case_id = NEW.case_id AND revision = NEW.revision))
  OR EXISTS (SELECT 1 FROM assessments WHERE case_id = NEW.case_id AND state = 'draft' AND binned_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'an assessment starts as the one draft of its case'); END;

CREATE TRIGGER assessments_identity_fixed BEFORE UPDATE OF id, case_id, revision, created_at ON assessments
BEGIN SELECT RAISE(ABORT, 'the identity of an assessment cannot be changed'); END;

CREATE TRIGGER assessments_finalised_fixed
BEFORE UPDATE OF state, version, as_of, currency, content_hash, model_hash, overall, grade, is_knocked_out,
  referral_count, quoted_minor, updated_at, finalised_at ON assessments
WHEN OLD.state = 'finalised'
BEGIN SELECT RAISE(ABORT, 'a finalised assessment cannot be changed'); END;

CREATE TRIGGER assessments_restore_one_draft BEFORE UPDATE OF binned_at ON assessments
WHEN NEW.binned_at IS NULL AND OLD.state = 'draft' AND EXISTS (
  SELECT 1 FROM assessments WHERE case_id = OLD.case_id AND id <> OLD.id AND state = 'draft' AND binned_at IS NULL
)
BEGIN SELECT RAISE(ABORT, 'a case has one draft at a time'); END;

CREATE TRIGGER assessments_no_delete BEFORE DELETE ON assessments
WHEN OLD.state = 'finalised' OR OLD.binned_at IS NULL
BEGIN SELECT RAISE(ABORT, 'only a draft in the bin can be removed'); END;
`,
};
