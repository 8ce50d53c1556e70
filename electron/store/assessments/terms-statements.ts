export const TERMS = `
SELECT insured, broker, period_start AS periodStart, period_days AS periodDays,
  policy_aggregate_limit_minor AS policyAggregateLimitMinor,
  policy_aggregate_retention_minor AS policyAggregateRetentionMinor, risk_load_principle AS riskLoadPrinciple,
  schedule_percent AS schedulePercent, schedule_reason AS scheduleReason, schedule_note AS scheduleNote,
  cyber_clause AS cyberClause, signing_wording AS signingWording, validity_days AS validityDays, note
FROM terms WHERE assessment_id = ?`;

export const PUT_TERMS = `
INSERT INTO terms (
  assessment_id, insured, broker, period_start, period_days, policy_aggregate_limit_minor,
  policy_aggregate_retention_minor, risk_load_principle, schedule_percent, schedule_reason, schedule_note,
  cyber_clause, signing_wording, validity_days, note
) VALUES (
  @assessmentId, @insured, @broker, @periodStart, @periodDays, @policyAggregateLimitMinor,
  @policyAggregateRetentionMinor, @riskLoadPrinciple, @schedulePercent, @scheduleReason, @scheduleNote,
  @cyberClause, @signingWording, @validityDays, @note
)
ON CONFLICT (assessment_id) DO UPDATE SET
  insured = excluded.insured, broker = excluded.broker, period_start = excluded.period_start,
  period_days = excluded.period_days, policy_aggregate_limit_minor = excluded.policy_aggregate_limit_minor,
  policy_aggregate_retention_minor = excluded.policy_aggregate_retention_minor,
  risk_load_principle = excluded.risk_load_principle, schedule_percent = excluded.schedule_percent,
  schedule_reason = excluded.schedule_reason, schedule_note = excluded.schedule_note,
  cyber_clause = excluded.cyber_clause, signing_wording = excluded.signing_wording,
  validity_days = excluded.validity_days, note = excluded.note`;

export const PART_TERMS = `
SELECT part, limit_minor AS limitMinor, retention_minor AS retentionMinor, coinsurance_percent AS coinsurancePercent,
  aggregate_limit_minor AS aggregateLimitMinor, aggregate_retention_minor AS aggregateRetentionMinor,
  is_shared AS isShared, entered_rate_percent AS enteredRatePercent, entered_rate_reason AS enteredRateReason
FROM part_terms WHERE assessment_id = ? ORDER BY position`;

export const DELETE_PART_TERMS = `DELETE FROM part_terms WHERE assessment_id = ?`;

export const INSERT_PART_TERMS = `
INSERT INTO part_terms (
  assessment_id, position, part, limit_minor, retention_minor, coinsurance_percent, aggregate_limit_minor,
  aggregate_retention_minor, is_shared, entered_rate_percent, entered_rate_reason
) VALUES (
  @assessmentId, @position, @part, @limitMinor, @retentionMinor, @coinsurancePercent, @aggregateLimitMinor,
  @aggregateRetentionMinor, @isShared, @enteredRatePercent, @enteredRateReason
)`;

export const TAXES = `
SELECT jurisdiction, label, rate_percent AS ratePercent FROM taxes WHERE assessment_id = ? ORDER BY position`;
export const DELETE_TAXES = `DELETE FROM taxes WHERE assessment_id = ?`;
export const INSERT_TAX = `
INSERT INTO taxes (assessment_id, position, jurisdiction, label, rate_percent)
VALUES (@assessmentId, @position, @jurisdiction, @label, @ratePercent)`;

export const SUBJECTIVITIES = `
SELECT subjectivity_id AS id, due_on AS dueOn FROM subjectivities WHERE assessment_id = ? ORDER BY position`;
export const DELETE_SUBJECTIVITIES = `DELETE FROM subjectivities WHERE assessment_id = ?`;
export const INSERT_SUBJECTIVITY = `
INSERT INTO subjectivities (assessment_id, position, subjectivity_id, due_on)
VALUES (@assessmentId, @position, @id, @dueOn)`;

export const OWN_SUBJECTIVITIES = `
SELECT text, due_on AS dueOn FROM own_subjectivities WHERE assessment_id = ? ORDER BY position`;
export const DELETE_OWN_SUBJECTIVITIES = `DELETE FROM own_subjectivities WHERE assessment_id = ?`;
export const INSERT_OWN_SUBJECTIVITY = `
INSERT INTO own_subjectivities (assessment_id, position, text, due_on)
VALUES (@assessmentId, @position, @text, @dueOn)`;

export const BUY_BACKS = `
SELECT exclusion_id AS exclusionId, reason FROM buy_backs WHERE assessment_id = ? ORDER BY position`;
export const DELETE_BUY_BACKS = `DELETE FROM buy_backs WHERE assessment_id = ?`;
export const INSERT_BUY_BACK = `
INSERT INTO buy_backs (assessment_id, position, exclusion_id, reason)
VALUES (@assessmentId, @position, @exclusionId, @reason)`;
