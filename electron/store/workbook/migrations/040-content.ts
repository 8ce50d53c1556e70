import { guardFinalised } from './guard-finalised.ts';
import type { Migration } from './migration.ts';

/** What an assessment says of the subject: facts, exposures, answers, incidents, declarations, as judged on its day. */
export const contentStep: Migration = {
  version: 40,
  name: 'content',
  sql: `
CREATE TABLE subject_facts (
  assessment_id TEXT PRIMARY KEY REFERENCES assessments (id) ON UPDATE RESTRICT ON DELETE CASCADE,
  name          TEXT NOT NULL CHECK (name <> ''),
  legal_name    TEXT,
  type          TEXT NOT NULL CHECK (length(type) BETWEEN 1 AND 64),
  live_since    TEXT CHECK (date(live_since) IS live_since),
  jurisdiction  TEXT,
  website       TEXT,
  group_name    TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE exposures (
  assessment_id       TEXT PRIMARY KEY REFERENCES assessments (id) ON UPDATE RESTRICT ON DELETE CASCADE,
  online_peak_minor   INTEGER CHECK (online_peak_minor >= 0),
  offline_minor       INTEGER CHECK (offline_minor >= 0),
  largest_vault_minor INTEGER CHECK (largest_vault_minor >= 0),
  value_locked_minor  INTEGER CHECK (value_locked_minor >= 0),
  stake_minor         INTEGER CHECK (stake_minor >= 0),
  note                TEXT,
  source              TEXT,
  seen_on             TEXT CHECK (date(seen_on) IS seen_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE incident_registers (
  assessment_id TEXT PRIMARY KEY REFERENCES assessments (id) ON UPDATE RESTRICT ON DELETE CASCADE,
  evidence      TEXT NOT NULL CHECK (evidence IN ('verified', 'documented', 'asserted', 'not-provided')),
  note          TEXT,
  source        TEXT,
  seen_on       TEXT CHECK (date(seen_on) IS seen_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE incidents (
  assessment_id            TEXT NOT NULL REFERENCES assessments (id) ON UPDATE RESTRICT ON DELETE CASCADE,
  position                 INTEGER NOT NULL CHECK (position >= 0),
  incident_id              TEXT NOT NULL CHECK (length(incident_id) BETWEEN 1 AND 64),
  date                     TEXT NOT NULL CHECK (date(date) IS date),
  title                    TEXT,
  cause                    TEXT NOT NULL CHECK (length(cause) BETWEEN 1 AND 64),
  boundary                 TEXT NOT NULL CHECK (boundary IN ('own', 'affiliate')),
  loss_minor               INTEGER NOT NULL CHECK (loss_minor >= 0),
  recovered_minor          INTEGER NOT NULL CHECK (recovered_minor >= 0),
  assets_at_time_minor     INTEGER NOT NULL CHECK (assets_at_time_minor >= 1),
  fix_status               TEXT NOT NULL CHECK (fix_status IN ('verified', 'declared', 'partial', 'none', 'unknown')),
  users_made_whole_percent REAL NOT NULL CHECK (users_made_whole_percent BETWEEN 0 AND 100),
  disclosure_hours         REAL CHECK (disclosure_hours >= 0),
  postmortem               TEXT NOT NULL CHECK (postmortem IN ('full30', 'full_late', 'partial', 'none')),
  note                     TEXT,
  source                   TEXT,
  PRIMARY KEY (assessment_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE answers (
  assessment_id             TEXT NOT NULL REFERENCES assessments (id) ON UPDATE RESTRICT ON DELETE CASCADE,
  factor_id                 TEXT NOT NULL CHECK (length(factor_id) BETWEEN 1 AND 64),
  evidence                  TEXT NOT NULL CHECK (evidence IN ('verified', 'documented', 'asserted', 'not-provided', 'not-applicable')),
  level                     TEXT CHECK (length(level) BETWEEN 1 AND 64),
  value                     REAL CHECK (value >= 0),
  is_unchanged_since_review INTEGER NOT NULL CHECK (is_unchanged_since_review IN (0, 1)),
  has_socialised_loss       INTEGER NOT NULL CHECK (has_socialised_loss IN (0, 1)),
  reason                    TEXT,
  note                      TEXT,
  source                    TEXT,
  seen_on                   TEXT CHECK (date(seen_on) IS seen_on),
  PRIMARY KEY (assessment_id, factor_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE declarations (
  assessment_id  TEXT NOT NULL REFERENCES assessments (id) ON UPDATE RESTRICT ON DELETE CASCADE,
  declaration_id TEXT NOT NULL CHECK (length(declaration_id) BETWEEN 1 AND 64),
  state          TEXT NOT NULL CHECK (state IN ('yes', 'no', 'not-stated')),
  PRIMARY KEY (assessment_id, declaration_id)
) STRICT, WITHOUT ROWID;
${guardFinalised('subject_facts')}
${guardFinalised('exposures')}
${guardFinalised('incident_registers')}
${guardFinalised('incidents')}
${guardFinalised('answers')}
${guardFinalised('declarations')}`,
};
