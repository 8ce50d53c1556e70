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
const WAS_CLOSED = `
SELECT 1 FROM audit WHERE assessment_id = ? AND assessment_id IS NOT NULL AND +action = 'assessment-finalised'`;
/** Entries that belong to no case: of the workbook as a whole, of its models, of incidents of one's own. */
const OF_NO_CASE = `
SELECT sequence, hash, facts FROM audit WHERE sequence > ? AND case_id IS NULL ORDER BY sequence`;
const HASH_AT = `SELECT hash FROM audit WHERE sequence = ?`;

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
  } else if (name === 'quote' || name === 'assessment') {
    const sql = name === 'quote' ? OF_QUOTE : OF_ASSESSMENT;
    const own = prepared(db, sql).pluck();
    for (const facts of own.iterate(record.id)) {
      const bound = boundBy(String(facts));
      if (key in bound) return bound[key];
    }
  }
  return boundOutsideCases(db).get(key);
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

interface Reading {
  /** The newest entry that was read. */
  sequence: number;
  hash: string;
  readonly bound: Map<string, string | null>;
}

/** What the entries that belong to no case bind, as far as each connection has read them. */
const readings = new WeakMap<WorkbookDatabase, Reading>();

const entryWithoutCaseSchema = z.object({ sequence: z.number(), hash: z.string(), facts: z.string() });
const ownIncidentSchema = z.object({ incidentId: z.string() });

/** Reads what was entered since it was asked last; all of it anew where what was read was rolled back. */
function boundOutsideCases(db: WorkbookDatabase): ReadonlyMap<string, string | null> {
  const known = readings.get(db);
  const isStillThere =
    known !== undefined && prepared(db, HASH_AT).pluck().get(known.sequence) === known.hash;
  const current = isStillThere ? known : { sequence: 0, hash: '', bound: new Map<string, string | null>() };
  for (const row of prepared(db, OF_NO_CASE).all(current.sequence)) {
    const entry = entryWithoutCaseSchema.safeParse(row).data;
    if (entry === undefined) continue;
    const facts = parsedJson(entry.facts);
    const bound = Object.entries(boundIn(facts));
    for (const [key, hash] of bound) current.bound.set(key, hash);
    // Entered by an earlier version after this one had bound it.
    const incident = bound.length === 0 ? ownIncidentSchema.safeParse(facts).data : undefined;
    if (incident !== undefined) current.bound.delete(`own-incident ${incident.incidentId}`);
    current.sequence = entry.sequence;
    current.hash = entry.hash;
  }
  readings.set(db, current);
  return current.bound;
}

/** Every record outside cases that the trail binds, by key, in the order in which it first tells of them. */
export const toldOutsideCases = (db: WorkbookDatabase): readonly string[] => [
  ...boundOutsideCases(db).keys(),
];

/** Whether a record is, in every column, what the trail last bound it to; true also where it binds none. */
export function isAsEntered(db: WorkbookDatabase, record: RecordOf): boolean {
  const bound = lastBound(db, record);
  return bound === undefined || bound === recordHash(db, record);
}

/** Whether the trail tells of an assessment and not of its closing. */
export const isDraftByTrail = (db: WorkbookDatabase, { kind, id }: RecordOf): boolean =>
  kind.name === 'assessment' && prepared(db, WAS_CLOSED).get(id) === undefined;

/**
 * Fails when a record is not, in every column, what the trail says it was at the last change: what was altered must not be
 * shown as if it were the original, nor become the ground of new work. `name` begins the sentence.
 */
export function mustBeAsEntered(
  db: WorkbookDatabase,
  record: RecordOf,
  name: string = record.kind.words,
): void {
  if (!isAsEntered(db, record)) throw notAsEntered(db, name);
}

export const notAsEntered = (db: WorkbookDatabase, name: string) =>
  fault(
    'workbook-damaged',
    `${name} in “${workbookName(db)}” is not what was entered in the audit trail: it was changed afterwards by another program. Check the workbook, and restore the latest backup that passes the check to a new file.`,
  );
