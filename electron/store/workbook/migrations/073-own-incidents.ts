import type { Migration } from './migration.ts';

/** Incidents that the user keeps beside the incident library: they may be changed and removed, and the trail says so. */
export const ownIncidentsStep: Migration = {
  version: 73,
  name: 'own-incidents',
  sql: `
CREATE TABLE own_incidents (
  id                   TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 200),
  subject              TEXT NOT NULL CHECK (subject <> ''),
  subject_type         TEXT NOT NULL CHECK (length(subject_type) BETWEEN 1 AND 64),
  date                 TEXT NOT NULL CHECK (date(date) IS date),
  chain_or_venue       TEXT NOT NULL,
  gross_loss_minor     INTEGER NOT NULL CHECK (gross_loss_minor > 0),
  recovered_minor      INTEGER CHECK (recovered_minor >= 0),
  cause                TEXT NOT NULL CHECK (length(cause) BETWEEN 1 AND 64),
  audited_before_loss  TEXT NOT NULL CHECK (audited_before_loss IN ('yes', 'no', 'unknown')),
  users_made_whole     TEXT NOT NULL CHECK (users_made_whole IN ('full', 'partial', 'no', 'unknown')),
  confidence           TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
  source               TEXT NOT NULL CHECK (source <> ''),
  actor                TEXT CHECK (length(actor) BETWEEN 1 AND 64),
  actor_name           TEXT,
  actor_confidence     TEXT CHECK (actor_confidence IN ('high', 'medium', 'low')),
  actor_source         TEXT,
  vendor               TEXT,
  event_group          TEXT,
  first_notice_hours   REAL CHECK (first_notice_hours >= 0),
  assets_at_risk_minor INTEGER CHECK (assets_at_risk_minor > 0),
  added_at             TEXT NOT NULL CHECK (added_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
  updated_at           TEXT NOT NULL CHECK (updated_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z')
) STRICT, WITHOUT ROWID;
`,
};
