import { guardFinalised } from './guard-finalised.ts';
import type { Migration } from './migration.ts';

/**
 * The sections that make a deal of a price, each as JSON: contract terms, line, options, schedule, judgement, files. They
 * are read and written whole, no list searches in them, and an assessment without one has no row, so that the hashes of
 * older records stay as they were.
 */
export const dealContentStep: Migration = {
  version: 95,
  name: 'deal-content',
  sql: `
CREATE TABLE content_sections (
  assessment_id TEXT NOT NULL REFERENCES assessments (id) ON UPDATE RESTRICT ON DELETE CASCADE,
  section       TEXT NOT NULL CHECK (length(section) BETWEEN 1 AND 64),
  value         TEXT NOT NULL CHECK (json_valid(value)),
  PRIMARY KEY (assessment_id, section)
) STRICT, WITHOUT ROWID;
${guardFinalised('content_sections')}`,
};
