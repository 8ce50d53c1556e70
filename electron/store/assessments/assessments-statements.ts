import { QUOTE_COLUMNS } from '../quotes/quote-columns.ts';

// A revision is the latest when no later one of its case lies outside the bin.
const SUMMARY = `
SELECT a.id, a.case_id AS caseId, c.subject_id AS subjectId, s.name AS subjectName, s.type AS subjectType, a.revision,
  NOT EXISTS (
    SELECT 1 FROM assessments AS later
    WHERE later.case_id = a.case_id AND later.revision > a.revision AND later.binned_at IS NULL
  ) AS isLatestRevision,
  a.state, a.as_of AS asOf, a.created_at AS createdAt, a.updated_at AS updatedAt, a.overall, a.grade,
  a.is_knocked_out AS isKnockedOut, a.referral_count AS referralCount, a.quoted_minor AS quotedMinor, a.currency,
  a.binned_at IS NOT NULL AS isInBin,
  ${QUOTE_COLUMNS}
FROM assessments AS a
JOIN cases AS c ON c.id = a.case_id
JOIN subject_facts AS s ON s.assessment_id = a.id
LEFT JOIN quotes AS q ON q.assessment_id = a.id
  AND q.version = (SELECT max(newest.version) FROM quotes AS newest WHERE newest.assessment_id = a.id)
LEFT JOIN models AS qm ON qm.hash = q.model_hash`;

export const ASSESSMENT_LIST = `${SUMMARY} ORDER BY a.updated_at DESC, a.id`;
export const ASSESSMENT_SUMMARY = `${SUMMARY} WHERE a.id = ?`;

export const ASSESSMENT_HEAD = `
SELECT a.id, a.case_id AS caseId, c.subject_id AS subjectId, a.revision, a.state, a.version, a.as_of AS asOf,
  a.currency, a.content_hash AS contentHash, a.model_hash AS modelHash, m.model_id AS modelId, a.overall, a.grade,
  a.is_knocked_out AS isKnockedOut, a.referral_count AS referralCount, a.quoted_minor AS quotedMinor,
  a.binned_at AS binnedAt
FROM assessments AS a
JOIN cases AS c ON c.id = a.case_id
JOIN models AS m ON m.hash = a.model_hash
WHERE a.id = ?`;

export const REVISIONS_OF_CASE = `
SELECT id, revision, state, updated_at AS updatedAt FROM assessments WHERE case_id = ? ORDER BY revision`;

export const OPEN_DRAFT_OF_CASE = `
SELECT id, revision FROM assessments WHERE case_id = ? AND state = 'draft' AND binned_at IS NULL`;

export const LAST_REVISION_OF_CASE = `SELECT max(revision) FROM assessments WHERE case_id = ?`;

export const ALL_ASSESSMENTS = `SELECT id FROM assessments ORDER BY id`;

export const PUT_SUBJECT = `
INSERT INTO subjects (id, name, name_key, type, created_at, updated_at) VALUES (@id, @name, @nameKey, @type, @at, @at)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, name_key = excluded.name_key, type = excluded.type, updated_at = excluded.updated_at`;

export const SUBJECT_BY_NAME = `SELECT id FROM subjects WHERE name_key = ? ORDER BY rowid LIMIT 1`;

export const INSERT_CASE = `INSERT INTO cases (id, subject_id, created_at) VALUES (@id, @subjectId, @at)`;

export const CASE_EXISTS = `SELECT 1 FROM cases WHERE id = ?`;

export const INSERT_ASSESSMENT = `
INSERT INTO assessments (
  id, case_id, revision, state, version, as_of, currency, content_hash, model_hash, overall, grade, is_knocked_out,
  referral_count, quoted_minor, created_at, updated_at
) VALUES (
  @id, @caseId, @revision, 'draft', 1, @asOf, @currency, @contentHash, @modelHash, @overall, @grade, @isKnockedOut,
  @referralCount, @quotedMinor, @at, @at
)`;

export const UPDATE_DRAFT = `
UPDATE assessments SET version = @version, as_of = @asOf, currency = @currency, content_hash = @contentHash,
  model_hash = @modelHash, overall = @overall, grade = @grade, is_knocked_out = @isKnockedOut,
  referral_count = @referralCount, quoted_minor = @quotedMinor, updated_at = @at
WHERE id = @id AND state = 'draft'`;

export const FINALISE_DRAFT = `
UPDATE assessments SET state = 'finalised', version = @version, model_hash = @modelHash, overall = @overall,
  grade = @grade, is_knocked_out = @isKnockedOut, referral_count = @referralCount, quoted_minor = @quotedMinor,
  updated_at = @at, finalised_at = @at
WHERE id = @id AND state = 'draft'`;

export const SET_BINNED_AT = `UPDATE assessments SET binned_at = @binnedAt WHERE id = @id`;

export const ASSESSMENT_COUNT = `SELECT count(*) FROM assessments WHERE binned_at IS NULL`;
