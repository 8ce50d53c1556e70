import type { Migration } from './migration.ts';

/**
 * The letters, memos and schedules of a case: each is kept with what it says when it is made, in the place after the last of
 * its case, and none is changed or goes.
 */
export const casePapersStep: Migration = {
  version: 140,
  name: 'case-papers',
  sql: `
CREATE TABLE case_papers (
  case_id       TEXT NOT NULL REFERENCES cases (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  sequence      INTEGER NOT NULL CHECK (sequence >= 1),
  kind          TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 64),
  assessment_id TEXT NOT NULL CHECK (length(assessment_id) = 36),
  quote_id      TEXT CHECK (length(quote_id) = 36),
  at            TEXT NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
  actor         TEXT NOT NULL CHECK (actor <> ''),
  profile_id    TEXT CHECK (length(profile_id) = 36),
  file_name     TEXT NOT NULL CHECK (length(file_name) BETWEEN 1 AND 255),
  content       TEXT NOT NULL CHECK (json_valid(content)),
  sha256        TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  paper         BLOB NOT NULL CHECK (length(paper) > 0),
  PRIMARY KEY (case_id, sequence)
) STRICT;

CREATE INDEX case_papers_by_hash ON case_papers (sha256);

CREATE TRIGGER case_papers_append_only BEFORE INSERT ON case_papers
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM case_papers WHERE case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'papers of a case can only be appended'); END;

CREATE TRIGGER case_papers_of_own_assessment BEFORE INSERT ON case_papers
WHEN NOT EXISTS (SELECT 1 FROM assessments WHERE id = NEW.assessment_id AND case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'a paper names an assessment of its case'); END;

CREATE TRIGGER case_papers_no_update BEFORE UPDATE ON case_papers
BEGIN SELECT RAISE(ABORT, 'a paper of a case cannot be changed'); END;

CREATE TRIGGER case_papers_no_delete BEFORE DELETE ON case_papers
BEGIN SELECT RAISE(ABORT, 'a paper of a case cannot be removed'); END;
`,
};
