import { guardFinalised } from './guard-finalised.ts';
import type { Migration } from './migration.ts';

/**
 * Figures of an incident that are not known, which were always given before, and the average clause of a part. The table of
 * incidents is made anew, since SQLite cannot take a NOT NULL off a column; its rows stay as they are.
 */
export const unknownFiguresStep: Migration = {
  version: 80,
  name: 'unknown-figures',
  sql: `
CREATE TABLE incidents_anew (
  assessment_id            TEXT NOT NULL REFERENCES assessments (id) ON UPDATE RESTRICT ON DELETE CASCADE,
  position                 INTEGER NOT NULL CHECK (position >= 0),
  incident_id              TEXT NOT NULL CHECK (length(incident_id) BETWEEN 1 AND 64),
  date                     TEXT NOT NULL CHECK (date(date) IS date),
  title                    TEXT,
  cause                    TEXT NOT NULL CHECK (length(cause) BETWEEN 1 AND 64),
  boundary                 TEXT NOT NULL CHECK (boundary IN ('own', 'affiliate')),
  loss_minor               INTEGER CHECK (loss_minor >= 0),
  recovered_minor          INTEGER CHECK (recovered_minor >= 0),
  assets_at_time_minor     INTEGER CHECK (assets_at_time_minor >= 1),
  fix_status               TEXT NOT NULL CHECK (fix_status IN ('verified', 'declared', 'partial', 'none', 'unknown')),
  users_made_whole_percent REAL CHECK (users_made_whole_percent BETWEEN 0 AND 100),
  disclosure_hours         REAL CHECK (disclosure_hours >= 0),
  postmortem               TEXT NOT NULL CHECK (postmortem IN ('full30', 'full_late', 'partial', 'none')),
  note                     TEXT,
  source                   TEXT,
  PRIMARY KEY (assessment_id, position)
) STRICT, WITHOUT ROWID;

INSERT INTO incidents_anew SELECT * FROM incidents;
DROP TABLE incidents;
ALTER TABLE incidents_anew RENAME TO incidents;
${guardFinalised('incidents')}
ALTER TABLE part_terms ADD COLUMN has_average_clause INTEGER NOT NULL DEFAULT 0 CHECK (has_average_clause IN (0, 1));
`,
};
