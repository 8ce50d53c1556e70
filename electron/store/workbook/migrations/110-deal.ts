import type { Migration } from './migration.ts';

/**
 * What becomes of a case: its moves, those of its offers and of the subjectivities of its quotes, and who entered an
 * assessment. Rows are only ever added, each in the place after the last of its case. The triggers hold the legal moves, where
 * they may begin, and that nobody approves what they entered or referred themselves; what needs computing (authority, price,
 * validity) is held by code. The pairs stand in `shared/deal/moves.ts` too, and a test holds the two together.
 */
export const dealStep: Migration = {
  version: 110,
  name: 'deal',
  sql: `
ALTER TABLE cases ADD COLUMN reference_mark TEXT
  CHECK (length(reference_mark) = 5 AND reference_mark NOT GLOB '*[^0-9A-HJKMNP-TV-Z]*');

CREATE TRIGGER cases_mark_fixed BEFORE UPDATE OF reference_mark ON cases
WHEN OLD.reference_number IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a reference once given cannot be changed'); END;

CREATE TABLE assessment_editors (
  assessment_id TEXT NOT NULL REFERENCES assessments (id) ON UPDATE RESTRICT ON DELETE CASCADE,
  profile_id    TEXT NOT NULL CHECK (length(profile_id) = 36),
  first_at      TEXT NOT NULL CHECK (first_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
  PRIMARY KEY (assessment_id, profile_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER assessment_editors_insert_in_draft BEFORE INSERT ON assessment_editors
WHEN (SELECT state FROM assessments WHERE id = NEW.assessment_id) IS NOT 'draft'
  OR EXISTS (SELECT 1 FROM assessment_editors WHERE assessment_id = NEW.assessment_id AND profile_id = NEW.profile_id)
BEGIN SELECT RAISE(ABORT, 'who entered an assessment is noted once, while it is a draft'); END;

CREATE TRIGGER assessment_editors_no_update BEFORE UPDATE ON assessment_editors
BEGIN SELECT RAISE(ABORT, 'who entered an assessment cannot be changed'); END;

CREATE TRIGGER assessment_editors_no_delete BEFORE DELETE ON assessment_editors
WHEN EXISTS (SELECT 1 FROM assessments WHERE id = OLD.assessment_id)
BEGIN SELECT RAISE(ABORT, 'who entered an assessment cannot be removed'); END;

CREATE TABLE case_moves (
  case_id       TEXT NOT NULL REFERENCES cases (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  sequence      INTEGER NOT NULL CHECK (sequence >= 1),
  from_state    TEXT NOT NULL CHECK (from_state IN
    ('draft', 'in-review', 'referred', 'approved', 'quoted', 'bound', 'not-taken-up', 'declined', 'cancelled')),
  to_state      TEXT NOT NULL CHECK (to_state IN
    ('draft', 'in-review', 'referred', 'approved', 'quoted', 'bound', 'not-taken-up', 'declined', 'cancelled')),
  at            TEXT NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
  actor         TEXT NOT NULL CHECK (actor <> ''),
  profile_id    TEXT CHECK (length(profile_id) = 36),
  assessment_id TEXT NOT NULL CHECK (length(assessment_id) = 36),
  quote_id      TEXT CHECK (length(quote_id) = 36),
  reason_code   TEXT CHECK (length(reason_code) BETWEEN 1 AND 64),
  words         TEXT CHECK (words <> ''),
  facts         TEXT NOT NULL CHECK (json_valid(facts)),
  PRIMARY KEY (case_id, sequence),
  CHECK (to_state NOT IN ('referred', 'approved') OR profile_id IS NOT NULL),
  CHECK (to_state NOT IN ('declined', 'not-taken-up', 'cancelled') OR reason_code IS NOT NULL),
  CHECK (to_state NOT IN ('quoted', 'bound') OR quote_id IS NOT NULL)
) STRICT;

CREATE TRIGGER case_moves_append_only BEFORE INSERT ON case_moves
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM case_moves WHERE case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'moves of a case can only be appended'); END;

CREATE TRIGGER case_moves_from_present BEFORE INSERT ON case_moves
WHEN NEW.from_state IS NOT coalesce(
  (SELECT to_state FROM case_moves WHERE case_id = NEW.case_id ORDER BY sequence DESC LIMIT 1),
  CASE WHEN EXISTS (SELECT 1 FROM quotes WHERE case_id = NEW.case_id AND status = 'quote')
    THEN 'quoted' ELSE 'draft' END)
BEGIN SELECT RAISE(ABORT, 'a move begins at the present state of its case'); END;

CREATE TRIGGER case_moves_legal BEFORE INSERT ON case_moves
WHEN NEW.from_state || ' ' || NEW.to_state NOT IN (
  'draft in-review', 'draft referred', 'draft quoted', 'draft declined', 'draft cancelled',
  'in-review draft', 'in-review referred', 'in-review quoted', 'in-review declined', 'in-review cancelled',
  'referred approved', 'referred draft', 'referred declined', 'referred cancelled',
  'approved quoted', 'approved draft', 'approved declined', 'approved cancelled',
  'quoted in-review', 'quoted referred', 'quoted draft', 'quoted quoted', 'quoted bound', 'quoted not-taken-up',
  'quoted declined', 'quoted cancelled',
  'bound cancelled',
  'not-taken-up draft', 'not-taken-up cancelled',
  'declined draft')
BEGIN SELECT RAISE(ABORT, 'a case does not move so'); END;

CREATE TRIGGER case_moves_of_own_assessment BEFORE INSERT ON case_moves
WHEN NOT EXISTS (SELECT 1 FROM assessments WHERE id = NEW.assessment_id AND case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'a move names an assessment of its case'); END;

CREATE TRIGGER case_moves_approved_by_another BEFORE INSERT ON case_moves
WHEN NEW.to_state = 'approved' AND (
  EXISTS (
    SELECT 1 FROM assessment_editors
    WHERE assessment_id = NEW.assessment_id AND profile_id = NEW.profile_id
  )
  OR NEW.profile_id IS (
    SELECT profile_id FROM case_moves
    WHERE case_id = NEW.case_id AND to_state = 'referred' ORDER BY sequence DESC LIMIT 1
  )
  OR NEW.assessment_id IS NOT (
    SELECT assessment_id FROM case_moves
    WHERE case_id = NEW.case_id AND to_state = 'referred' ORDER BY sequence DESC LIMIT 1
  )
)
BEGIN SELECT RAISE(ABORT, 'nobody approves what they entered or referred themselves'); END;

CREATE TRIGGER case_moves_by_known_person BEFORE INSERT ON case_moves
WHEN NEW.to_state IN ('referred', 'approved')
  AND NOT EXISTS (SELECT 1 FROM profiles WHERE id = NEW.profile_id AND retired_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'who refers or approves has a profile'); END;

CREATE TRIGGER case_moves_closed BEFORE INSERT ON case_moves
WHEN NEW.to_state IN ('referred', 'approved', 'quoted')
  AND (SELECT state FROM assessments WHERE id = NEW.assessment_id) IS NOT 'finalised'
BEGIN SELECT RAISE(ABORT, 'what is referred, approved or quoted is finalised'); END;

CREATE TRIGGER case_moves_no_update BEFORE UPDATE ON case_moves
BEGIN SELECT RAISE(ABORT, 'a move of a case cannot be changed'); END;

CREATE TRIGGER case_moves_no_delete BEFORE DELETE ON case_moves
BEGIN SELECT RAISE(ABORT, 'a move of a case cannot be removed'); END;

CREATE TRIGGER quotes_moved BEFORE INSERT ON quotes
WHEN NEW.status = 'quote' AND NOT EXISTS (
  SELECT 1 FROM case_moves WHERE case_id = NEW.case_id AND to_state = 'quoted' AND quote_id = NEW.id
)
BEGIN SELECT RAISE(ABORT, 'a firm quote goes out with a move of its case'); END;

CREATE TABLE offer_moves (
  case_id     TEXT NOT NULL REFERENCES cases (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  sequence    INTEGER NOT NULL CHECK (sequence >= 1),
  quote_id    TEXT NOT NULL CHECK (length(quote_id) = 36),
  from_state  TEXT CHECK (from_state IN ('open', 'superseded', 'withdrawn', 'accepted')),
  to_state    TEXT NOT NULL CHECK (to_state IN ('open', 'superseded', 'withdrawn', 'accepted')),
  at          TEXT NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
  actor       TEXT NOT NULL CHECK (actor <> ''),
  profile_id  TEXT CHECK (length(profile_id) = 36),
  reason_code TEXT CHECK (length(reason_code) BETWEEN 1 AND 64),
  words       TEXT CHECK (words <> ''),
  facts       TEXT NOT NULL CHECK (json_valid(facts)),
  PRIMARY KEY (case_id, sequence),
  CHECK (to_state <> 'withdrawn' OR reason_code IS NOT NULL)
) STRICT;

CREATE INDEX offer_moves_by_quote ON offer_moves (quote_id, sequence);

CREATE TRIGGER offer_moves_append_only BEFORE INSERT ON offer_moves
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM offer_moves WHERE case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'moves of an offer can only be appended'); END;

CREATE TRIGGER offer_moves_of_own_quote BEFORE INSERT ON offer_moves
WHEN NOT EXISTS (SELECT 1 FROM quotes WHERE id = NEW.quote_id AND case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'an offer is an issued quote of its case'); END;

CREATE TRIGGER offer_moves_from_present BEFORE INSERT ON offer_moves
WHEN NEW.from_state IS NOT
  (SELECT to_state FROM offer_moves WHERE quote_id = NEW.quote_id ORDER BY sequence DESC LIMIT 1)
BEGIN SELECT RAISE(ABORT, 'a move begins at the present state of its offer'); END;

CREATE TRIGGER offer_moves_legal BEFORE INSERT ON offer_moves
WHEN coalesce(NEW.from_state, '-') || ' ' || NEW.to_state NOT IN (
  '- open', 'open open', 'open accepted', 'open withdrawn', 'open superseded')
BEGIN SELECT RAISE(ABORT, 'an offer does not move so'); END;

CREATE TRIGGER offer_moves_one_open BEFORE INSERT ON offer_moves
WHEN NEW.from_state IS NULL AND json_extract(NEW.facts, '$.keepsEarlierOpen') IS NOT 1 AND EXISTS (
  SELECT 1 FROM offer_moves AS other
  WHERE other.case_id = NEW.case_id AND other.quote_id <> NEW.quote_id AND other.to_state = 'open'
    AND other.sequence = (SELECT max(sequence) FROM offer_moves WHERE quote_id = other.quote_id)
)
BEGIN SELECT RAISE(ABORT, 'two versions of one risk are not open at once'); END;

CREATE TRIGGER offer_moves_no_update BEFORE UPDATE ON offer_moves
BEGIN SELECT RAISE(ABORT, 'a move of an offer cannot be changed'); END;

CREATE TRIGGER offer_moves_no_delete BEFORE DELETE ON offer_moves
BEGIN SELECT RAISE(ABORT, 'a move of an offer cannot be removed'); END;

CREATE TABLE subjectivity_moves (
  case_id     TEXT NOT NULL REFERENCES cases (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  sequence    INTEGER NOT NULL CHECK (sequence >= 1),
  quote_id    TEXT NOT NULL CHECK (length(quote_id) = 36),
  subjectivity TEXT NOT NULL CHECK (length(subjectivity) BETWEEN 1 AND 100),
  from_state  TEXT NOT NULL CHECK (from_state IN ('open', 'met', 'waived')),
  to_state    TEXT NOT NULL CHECK (to_state IN ('open', 'met', 'waived')),
  at          TEXT NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
  actor       TEXT NOT NULL CHECK (actor <> ''),
  profile_id  TEXT CHECK (length(profile_id) = 36),
  words       TEXT CHECK (words <> ''),
  PRIMARY KEY (case_id, sequence),
  CHECK (to_state = 'met' OR words IS NOT NULL)
) STRICT;

CREATE INDEX subjectivity_moves_by_quote ON subjectivity_moves (quote_id, sequence);

CREATE TRIGGER subjectivity_moves_append_only BEFORE INSERT ON subjectivity_moves
WHEN NEW.sequence IS NOT
  (SELECT coalesce(max(sequence), 0) + 1 FROM subjectivity_moves WHERE case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'moves of a subjectivity can only be appended'); END;

CREATE TRIGGER subjectivity_moves_of_own_quote BEFORE INSERT ON subjectivity_moves
WHEN NOT EXISTS (SELECT 1 FROM quotes WHERE id = NEW.quote_id AND case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'a subjectivity is of an issued quote of its case'); END;

CREATE TRIGGER subjectivity_moves_from_present BEFORE INSERT ON subjectivity_moves
WHEN NEW.from_state IS NOT coalesce(
  (SELECT to_state FROM subjectivity_moves
   WHERE quote_id = NEW.quote_id AND subjectivity = NEW.subjectivity ORDER BY sequence DESC LIMIT 1), 'open')
BEGIN SELECT RAISE(ABORT, 'a move begins at the present state of its subjectivity'); END;

CREATE TRIGGER subjectivity_moves_legal BEFORE INSERT ON subjectivity_moves
WHEN NEW.from_state || ' ' || NEW.to_state NOT IN ('open met', 'open waived', 'met open', 'waived open')
BEGIN SELECT RAISE(ABORT, 'a subjectivity does not move so'); END;

CREATE TRIGGER subjectivity_moves_no_update BEFORE UPDATE ON subjectivity_moves
BEGIN SELECT RAISE(ABORT, 'a move of a subjectivity cannot be changed'); END;

CREATE TRIGGER subjectivity_moves_no_delete BEFORE DELETE ON subjectivity_moves
BEGIN SELECT RAISE(ABORT, 'a move of a subjectivity cannot be removed'); END;
`,
};
