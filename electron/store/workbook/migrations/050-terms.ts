import { guardFinalised } from './guard-finalised.ts';
import type { Migration } from './migration.ts';

/** The terms that an assessment is priced on: policy terms, coverage parts, taxes, subjectivities, buy-backs. */
export const termsStep: Migration = {
  version: 50,
  name: 'terms',
  sql: `
CREATE TABLE terms (
  assessment_id                    TEXT PRIMARY KEY REFERENCES assessments (id) ON UPDATE RESTRICT ON DELETE CASCADE,
  insured                          TEXT,
  broker                           TEXT,
  period_start                     TEXT CHECK (date(period_start) IS period_start),
  period_days                      INTEGER NOT NULL CHECK (period_days BETWEEN 1 AND 1096),
  policy_aggregate_limit_minor     INTEGER CHECK (policy_aggregate_limit_minor >= 0),
  policy_aggregate_retention_minor INTEGER NOT NULL CHECK (policy_aggregate_retention_minor >= 0),
  risk_load_principle              TEXT NOT NULL CHECK (length(risk_load_principle) BETWEEN 1 AND 64),
  schedule_percent                 REAL NOT NULL CHECK (schedule_percent BETWEEN -100 AND 1000),
  schedule_reason                  TEXT CHECK (length(schedule_reason) BETWEEN 1 AND 64),
  schedule_note                    TEXT,
  cyber_clause                     TEXT CHECK (length(cyber_clause) BETWEEN 1 AND 64),
  signing_wording                  TEXT CHECK (length(signing_wording) BETWEEN 1 AND 64),
  validity_days                    INTEGER NOT NULL CHECK (validity_days BETWEEN 1 AND 365),
  note                             TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE part_terms (
  assessment_id             TEXT NOT NULL REFERENCES assessments (id) ON UPDATE RESTRICT ON DELETE CASCADE,
  position                  INTEGER NOT NULL CHECK (position >= 0),
  part                      TEXT NOT NULL CHECK (length(part) BETWEEN 1 AND 64),
  limit_minor               INTEGER NOT NULL CHECK (limit_minor >= 0),
  retention_minor           INTEGER NOT NULL CHECK (retention_minor >= 0),
  coinsurance_percent       REAL NOT NULL CHECK (coinsurance_percent BETWEEN 0 AND 100),
  aggregate_limit_minor     INTEGER CHECK (aggregate_limit_minor >= 0),
  aggregate_retention_minor INTEGER NOT NULL CHECK (aggregate_retention_minor >= 0),
  is_shared                 INTEGER NOT NULL CHECK (is_shared IN (0, 1)),
  entered_rate_percent      REAL CHECK (entered_rate_percent BETWEEN 0 AND 100),
  entered_rate_reason       TEXT CHECK (entered_rate_reason <> ''),
  PRIMARY KEY (assessment_id, position),
  CHECK ((entered_rate_percent IS NULL) = (entered_rate_reason IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE taxes (
  assessment_id TEXT NOT NULL REFERENCES assessments (id) ON UPDATE RESTRICT ON DELETE CASCADE,
  position      INTEGER NOT NULL CHECK (position >= 0),
  jurisdiction  TEXT NOT NULL CHECK (jurisdiction <> ''),
  label         TEXT NOT NULL CHECK (label <> ''),
  rate_percent  REAL NOT NULL CHECK (rate_percent BETWEEN 0 AND 100),
  PRIMARY KEY (assessment_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE subjectivities (
  assessment_id   TEXT NOT NULL REFERENCES assessments (id) ON UPDATE RESTRICT ON DELETE CASCADE,
  position        INTEGER NOT NULL CHECK (position >= 0),
  subjectivity_id TEXT NOT NULL CHECK (length(subjectivity_id) BETWEEN 1 AND 64),
  due_on          TEXT CHECK (date(due_on) IS due_on),
  PRIMARY KEY (assessment_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE own_subjectivities (
  assessment_id TEXT NOT NULL REFERENCES assessments (id) ON UPDATE RESTRICT ON DELETE CASCADE,
  position      INTEGER NOT NULL CHECK (position >= 0),
  text          TEXT NOT NULL CHECK (text <> ''),
  due_on        TEXT CHECK (date(due_on) IS due_on),
  PRIMARY KEY (assessment_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE buy_backs (
  assessment_id TEXT NOT NULL REFERENCES assessments (id) ON UPDATE RESTRICT ON DELETE CASCADE,
  position      INTEGER NOT NULL CHECK (position >= 0),
  exclusion_id  TEXT NOT NULL CHECK (length(exclusion_id) BETWEEN 1 AND 64),
  reason        TEXT NOT NULL CHECK (reason <> ''),
  PRIMARY KEY (assessment_id, position)
) STRICT, WITHOUT ROWID;
${guardFinalised('terms')}
${guardFinalised('part_terms')}
${guardFinalised('taxes')}
${guardFinalised('subjectivities')}
${guardFinalised('own_subjectivities')}
${guardFinalised('buy_backs')}`,
};
