import { assessmentKind, caseKind, subjectKind } from '../assessments/record-kinds.ts';
import { trailEntries } from '../audit/audit-chain.ts';
import { boundBy } from '../audit/bound-records.ts';
import { idsOfKind, type RecordKind, type RecordOf, recordKey, workbookKind } from '../audit/record-hash.ts';
import type { WorkbookDatabase } from '../connection/database.ts';
import { fileKind } from '../files/files-table.ts';
import { ownIncidentKind } from '../library/own-incidents-table.ts';
import { modelKind } from '../models/model-tables.ts';
import { insurerKind, profileKind } from '../people/people-tables.ts';
import { quoteKind } from '../quotes/quote-kind.ts';

/** Every kind of record that a workbook holds. */
export const RECORD_KINDS: readonly RecordKind[] = [
  workbookKind,
  modelKind,
  subjectKind,
  caseKind,
  assessmentKind,
  quoteKind,
  ownIncidentKind,
  insurerKind,
  profileKind,
  fileKind,
];

/**
 * The records that no entry of the trail binds yet: all of them in a workbook of the time before whole records were bound.
 * What an entry has bound keeps that binding, so that bringing a workbook up to date cannot cover what was altered.
 */
export function unboundRecords(db: WorkbookDatabase): readonly RecordOf[] {
  const bound = new Set<string>();
  for (const { row } of trailEntries(db)) for (const key of Object.keys(boundBy(row.facts))) bound.add(key);
  return RECORD_KINDS.flatMap((kind) => idsOfKind(db, kind).map((id) => ({ kind, id }))).filter(
    (record) => !bound.has(recordKey(record)),
  );
}
