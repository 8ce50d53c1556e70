import type { Migration } from './migration.ts';

/**
 * Finds the entries of one assessment, and those of one kind, without reading the whole trail: a closed record is compared
 * with what its entries bind each time that it is read. Bringing a workbook to this step also enters the present state of
 * every record (`bind-records.ts`).
 */
export const wholeRecordsStep: Migration = {
  version: 71,
  name: 'whole-records',
  sql: `
CREATE INDEX audit_by_assessment ON audit (assessment_id, sequence) WHERE assessment_id IS NOT NULL;
CREATE INDEX audit_by_action ON audit (action, sequence);
`,
};
