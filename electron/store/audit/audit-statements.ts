export const LAST_AUDIT = `SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1`;

export const WORKBOOK_ID = `SELECT id FROM workbook`;

export const INSERT_AUDIT = `
INSERT INTO audit (
  sequence, at, actor, action, case_id, assessment_id, quote_id, subject_of, detail, facts, hash
) VALUES (
  @sequence, @at, @actor, @action, @caseId, @assessmentId, @quoteId, @subjectOf, @detail, @facts, @hash
)`;

export const AUDIT_LIST = `
SELECT sequence, at, actor, action, subject_of AS subjectOf, detail, hash
FROM audit ORDER BY sequence DESC LIMIT ?`;

export const AUDIT_LIST_OF_CASE = `
SELECT sequence, at, actor, action, subject_of AS subjectOf, detail, hash
FROM audit WHERE case_id = ? ORDER BY sequence DESC LIMIT ?`;

export const AUDIT_CHAIN = `
SELECT sequence, at, actor, action, case_id AS caseId, assessment_id AS assessmentId, quote_id AS quoteId,
  subject_of AS subjectOf, detail, facts, hash
FROM audit ORDER BY sequence`;

export const AUDIT_FACTS_OF_QUOTE = `SELECT facts FROM audit WHERE quote_id = ? AND action = 'quote-issued'`;
