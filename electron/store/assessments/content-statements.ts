// The aliases are the names of the fields of an assessment's content, so that a row is the object.

export const SUBJECT_FACTS = `
SELECT name, legal_name AS legalName, type, live_since AS liveSince, jurisdiction, website, group_name AS "group"
FROM subject_facts WHERE assessment_id = ?`;

export const PUT_SUBJECT_FACTS = `
INSERT INTO subject_facts (assessment_id, name, legal_name, type, live_since, jurisdiction, website, group_name)
VALUES (@assessmentId, @name, @legalName, @type, @liveSince, @jurisdiction, @website, @group)
ON CONFLICT (assessment_id) DO UPDATE SET
  name = excluded.name, legal_name = excluded.legal_name, type = excluded.type, live_since = excluded.live_since,
  jurisdiction = excluded.jurisdiction, website = excluded.website, group_name = excluded.group_name`;

export const EXPOSURES = `
SELECT online_peak_minor AS onlinePeakMinor, offline_minor AS offlineMinor, largest_vault_minor AS largestVaultMinor,
  value_locked_minor AS valueLockedMinor, stake_minor AS stakeMinor, note, source, seen_on AS seenOn
FROM exposures WHERE assessment_id = ?`;

export const PUT_EXPOSURES = `
INSERT INTO exposures (
  assessment_id, online_peak_minor, offline_minor, largest_vault_minor, value_locked_minor, stake_minor, note, source,
  seen_on
) VALUES (
  @assessmentId, @onlinePeakMinor, @offlineMinor, @largestVaultMinor, @valueLockedMinor, @stakeMinor, @note, @source,
  @seenOn
)
ON CONFLICT (assessment_id) DO UPDATE SET
  online_peak_minor = excluded.online_peak_minor, offline_minor = excluded.offline_minor,
  largest_vault_minor = excluded.largest_vault_minor, value_locked_minor = excluded.value_locked_minor,
  stake_minor = excluded.stake_minor, note = excluded.note, source = excluded.source, seen_on = excluded.seen_on`;

export const INCIDENT_REGISTER = `
SELECT evidence, note, source, seen_on AS seenOn FROM incident_registers WHERE assessment_id = ?`;

export const PUT_INCIDENT_REGISTER = `
INSERT INTO incident_registers (assessment_id, evidence, note, source, seen_on)
VALUES (@assessmentId, @evidence, @note, @source, @seenOn)
ON CONFLICT (assessment_id) DO UPDATE SET
  evidence = excluded.evidence, note = excluded.note, source = excluded.source, seen_on = excluded.seen_on`;

export const INCIDENTS = `
SELECT incident_id AS id, date, title, cause, boundary, loss_minor AS lossMinor, recovered_minor AS recoveredMinor,
  assets_at_time_minor AS assetsAtTimeMinor, fix_status AS fixStatus,
  users_made_whole_percent AS usersMadeWholePercent, disclosure_hours AS disclosureHours, postmortem, note, source
FROM incidents WHERE assessment_id = ? ORDER BY position`;

export const DELETE_INCIDENTS = `DELETE FROM incidents WHERE assessment_id = ?`;

export const INSERT_INCIDENT = `
INSERT INTO incidents (
  assessment_id, position, incident_id, date, title, cause, boundary, loss_minor, recovered_minor,
  assets_at_time_minor, fix_status, users_made_whole_percent, disclosure_hours, postmortem, note, source
) VALUES (
  @assessmentId, @position, @id, @date, @title, @cause, @boundary, @lossMinor, @recoveredMinor,
  @assetsAtTimeMinor, @fixStatus, @usersMadeWholePercent, @disclosureHours, @postmortem, @note, @source
)`;

export const ANSWERS = `
SELECT factor_id AS factorId, evidence, level, value, is_unchanged_since_review AS isUnchangedSinceReview,
  has_socialised_loss AS hasSocialisedLoss, reason, note, source, seen_on AS seenOn
FROM answers WHERE assessment_id = ? ORDER BY factor_id`;

export const DELETE_ANSWER = `DELETE FROM answers WHERE assessment_id = ? AND factor_id = ?`;

export const PUT_ANSWER = `
INSERT INTO answers (
  assessment_id, factor_id, evidence, level, value, is_unchanged_since_review, has_socialised_loss, reason, note,
  source, seen_on
) VALUES (
  @assessmentId, @factorId, @evidence, @level, @value, @isUnchangedSinceReview, @hasSocialisedLoss, @reason, @note,
  @source, @seenOn
)
ON CONFLICT (assessment_id, factor_id) DO UPDATE SET
  evidence = excluded.evidence, level = excluded.level, value = excluded.value,
  is_unchanged_since_review = excluded.is_unchanged_since_review,
  has_socialised_loss = excluded.has_socialised_loss, reason = excluded.reason, note = excluded.note,
  source = excluded.source, seen_on = excluded.seen_on`;

export const DECLARATIONS = `
SELECT declaration_id AS declarationId, state FROM declarations WHERE assessment_id = ? ORDER BY declaration_id`;

export const DELETE_DECLARATION = `DELETE FROM declarations WHERE assessment_id = ? AND declaration_id = ?`;

export const PUT_DECLARATION = `
INSERT INTO declarations (assessment_id, declaration_id, state) VALUES (@assessmentId, @declarationId, @state)
ON CONFLICT (assessment_id, declaration_id) DO UPDATE SET state = excluded.state`;
