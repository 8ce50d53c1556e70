import { guardFinalised } from './guard-finalised.ts';
import type { Migration } from './migration.ts';

/** Where the workbook was of schema 80 or later already: the entry that brought it there, or none. Before, past every entry. */
const BROUGHT_TO_80 = `CASE WHEN (SELECT user_version FROM pragma_user_version) < 80 THEN 9007199254740991
  ELSE (SELECT coalesce(max(sequence), 0) FROM audit
    WHERE action = 'workbook-migrated' AND detail LIKE 'Brought from schema % to 80 with %') END`;

/**
 * Whom a subject shares with others, the capacity for each kind of these, an incident whose day is not known or that never
 * was disclosed. All of it is left out where it is not given, so that what was bound before keeps its hash.
 *
 * Step 80 had given every part a 0 for the average clause, which moved the hashes of the records bound before it. The table
 * is made anew with nothing there; records bound with the 0 keep it.
 */
export const linksStep: Migration = {
  version: 90,
  name: 'links',
  sql: `
CREATE TABLE subject_links (
  assessment_id TEXT NOT NULL REFERENCES assessments (id) ON UPDATE RESTRICT ON DELETE CASCADE,
  position      INTEGER NOT NULL CHECK (position >= 0),
  kind          TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 64),
  name          TEXT NOT NULL CHECK (name <> ''),
  PRIMARY KEY (assessment_id, position)
) STRICT, WITHOUT ROWID;
${guardFinalised('subject_links')}
CREATE TABLE capacities (
  only_row     INTEGER NOT NULL CHECK (only_row = 1),
  kind         TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 64),
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  currency     TEXT NOT NULL CHECK (length(currency) = 3),
  PRIMARY KEY (only_row, kind)
) STRICT, WITHOUT ROWID;

ALTER TABLE incidents ADD COLUMN date_precision TEXT CHECK (date_precision IN ('month', 'year'));
ALTER TABLE incidents ADD COLUMN is_never_disclosed INTEGER CHECK (is_never_disclosed = 1);

CREATE TABLE part_terms_anew (
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
  has_average_clause        INTEGER CHECK (has_average_clause IN (0, 1)),
  PRIMARY KEY (assessment_id, position),
  CHECK ((entered_rate_percent IS NULL) = (entered_rate_reason IS NULL))
) STRICT, WITHOUT ROWID;

INSERT INTO part_terms_anew
WITH last_bound AS (
  SELECT record.key AS record, max(audit.sequence) AS sequence
  FROM audit, json_each(audit.facts, '$.records') AS record
  GROUP BY record.key
)
SELECT p.assessment_id, p.position, p.part, p.limit_minor, p.retention_minor, p.coinsurance_percent,
  p.aggregate_limit_minor, p.aggregate_retention_minor, p.is_shared, p.entered_rate_percent, p.entered_rate_reason,
  CASE
    WHEN p.has_average_clause = 0
      AND coalesce((SELECT sequence FROM last_bound WHERE record = 'assessment ' || p.assessment_id), 0)
        < (${BROUGHT_TO_80})
    THEN NULL ELSE p.has_average_clause
  END
FROM part_terms AS p;
DROP TABLE part_terms;
ALTER TABLE part_terms_anew RENAME TO part_terms;
${guardFinalised('part_terms')}`,
};
