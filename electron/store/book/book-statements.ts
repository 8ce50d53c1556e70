export const BOOK_LIST = `
SELECT a.id, s.name AS subjectName, s.type AS subjectType, a.revision, a.state, a.as_of AS asOf, a.currency,
  q.reference, q.version, q.status, q.quoted_minor AS quotedMinor, q.grade, qm.model_id AS modelId,
  q.model_hash AS modelHash, q.engine_version AS engineVersion
FROM assessments AS a
JOIN subject_facts AS s ON s.assessment_id = a.id
LEFT JOIN quotes AS q ON q.assessment_id = a.id
  AND q.version = (SELECT max(newest.version) FROM quotes AS newest WHERE newest.assessment_id = a.id)
LEFT JOIN models AS qm ON qm.hash = q.model_hash
WHERE a.binned_at IS NULL
ORDER BY a.updated_at DESC, a.id`;

export const LATEST_INPUTS_OF_ASSESSMENT = `
SELECT model_hash AS modelHash, inputs_hash AS inputsHash
FROM quotes WHERE assessment_id = ? ORDER BY version DESC LIMIT 1`;
