import { z } from 'zod';
import { prepared, type WorkbookDatabase, workbookName } from '../connection/database.ts';
import { fault } from '../connection/store-fault.ts';
import { parsedJson } from '../connection/stored-values.ts';
import { type RecordOf, recordHash, recordKey } from './record-hash.ts';

const boundSchema = z.object({ records: z.record(z.string(), z.string().nullable()).optional() });

/** The records that an entry binds, by key: the hash of each after the change, null for one that was removed. */
export type BoundRecords = Readonly<Record<string, string | null>>;

/** What the facts of an entry bind; nothing where they cannot be read. */
export const boundIn = (facts: unknown): BoundRecords => boundSchema.safeParse(facts).data?.records ?? {};

/** As `boundIn`, of facts as they are stored. */
export const boundBy = (facts: string): BoundRecords => boundIn(parsedJson(facts));

const OF_ASSESSMENT = `
SELECT facts FROM audit WHERE assessment_id = ? AND assessment_id IS NOT NULL ORDER BY sequence DESC`;
const OF_QUOTE = `SELECT facts FROM audit WHERE quote_id = ? AND quote_id IS NOT NULL ORDER BY sequence DESC`;
const OF_CASE = `
SELECT sequence, facts FROM audit WHERE case_id = ? AND case_id IS NOT NULL ORDER BY sequence DESC`;
const CASES_OF_SUBJECT = `SELECT id FROM cases WHERE subject_id = ?`;
const OF_PEOPLE = `
SELECT facts FROM audit
WHERE action IN ('insurer-set', 'profile-added', 'profile-changed', 'profile-retired') ORDER BY sequence DESC`;
const OF_WORKBOOK = `SELECT sequence, facts FROM audit WHERE action = 'workbook-migrated' ORDER BY sequence DESC`;

/**
 * The hash that the trail last bound a record to; undefined where it binds none, as in a workbook of an
 * earlier version that is only being looked at. Inside the caller's transaction.
 */
export function lastBound(db: WorkbookDatabase, record: RecordOf): string | null | undefined {
  const key = recordKey(record);
  const { name } = record.kind;
  const ofCases = name === 'case' ? [record.id] : name === 'subject' ? casesOf(db, record.id) : null;
  if (ofCases !== null) {
    const found = lastOfCases(db, ofCases, key);
    if (found !== undefined) return found;
  } else {
    const isOfPeople = name === 'insurer' || name === 'profile';
    const sql = isOfPeople ? OF_PEOPLE : name === 'quote' ? OF_QUOTE : OF_ASSESSMENT;
    const own = prepared(db, sql).pluck();
    for (const facts of own.iterate(...(isOfPeople ? [] : [record.id]))) {
      const bound = boundBy(String(facts));
      if (key in bound) return bound[key];
    }
  }
  for (const entry of prepared(db, OF_WORKBOOK).all() as readonly { sequence: number; facts: string }[]) {
    const bound = boundByMigration(db, entry);
    if (key in bound) return bound[key];
  }
  return undefined;
}

const casesOf = (db: WorkbookDatabase, subjectId: string): readonly string[] =>
  prepared(db, CASES_OF_SUBJECT).pluck().all(subjectId) as string[];

/** What the newest entry about any of the cases binds the record to; undefined where none does. */
function lastOfCases(
  db: WorkbookDatabase,
  caseIds: readonly string[],
  key: string,
): string | null | undefined {
  let newest: { readonly sequence: number; readonly hash: string | null | undefined } | null = null;
  for (const caseId of caseIds) {
    for (const entry of prepared(db, OF_CASE).iterate(caseId)) {
      const { sequence, facts } = entry as { readonly sequence: number; readonly facts: string };
      if (newest !== null && sequence < newest.sequence) break;
      const bound = boundBy(facts);
      if (!(key in bound)) continue;
      newest = { sequence, hash: bound[key] };
      break;
    }
  }
  return newest?.hash;
}

/** The entry of a migration binds every record there was: it is read once for each connection. */
const migrations = new WeakMap<WorkbookDatabase, Map<string, BoundRecords>>();

function boundByMigration(
  db: WorkbookDatabase,
  { sequence, facts }: { readonly sequence: number; readonly facts: string },
): BoundRecords {
  const known = migrations.get(db) ?? new Map<string, BoundRecords>();
  migrations.set(db, known);
  const name = `${sequence}:${facts.length}`;
  const bound = known.get(name) ?? boundBy(facts);
  known.set(name, bound);
  return bound;
}

/**
 * Fails when a closed record is not, in every column, what the trail says it was when it was closed: what was altered must
 * not be shown as if it were the original, nor become the ground of new work. `name` begins the sentence.
 */
export function mustBeAsEntered(db: WorkbookDatabase, record: RecordOf, name: string): void {
  const bound = lastBound(db, record);
  if (bound === undefined || bound === recordHash(db, record)) return;
  throw fault(
    'workbook-damaged',
    `${name} in “${workbookName(db)}” is not what was entered in the audit trail: it was changed afterwards by another program. Check the workbook, and restore the latest backup that passes the check to a new file.`,
  );
}
