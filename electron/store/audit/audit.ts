import type Database from 'better-sqlite3';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { NOT_NAMED, type ProfileId } from '#shared/domain/people.ts';
import {
  type AssessmentId,
  type AuditEntry,
  auditEntrySchema,
  type CaseId,
  type QuoteId,
  type TrailHead,
} from '#shared/domain/records.ts';
import { wellFormed } from '#shared/domain/well-formed.ts';
import { prepared, type WorkbookDatabase } from '../connection/database.ts';
import { parsedRow } from '../connection/stored-values.ts';
import { insertRow } from '../connection/table.ts';
import { workbookId } from '../connection/workbook-id.ts';
import { type AuditRow, auditRowHash, auditTable, genesisHash } from './audit-chain.ts';
import { type BoundRecords, isAsEntered, isDraftByTrail, mustBeAsEntered } from './bound-records.ts';
import { clockRanBack, mustBeDatable } from './clock.ts';
import { countersigned, isCountersigned, type TrailKey } from './countersign.ts';
import { type RecordOf, recordHash, recordKey } from './record-hash.ts';

/** Who changes something, and when: entered with every change. */
export interface ChangeStamp {
  readonly actor: string;
  /** The profile of who it is; left out where nobody has said who they are. */
  readonly profileId?: ProfileId | undefined;
  readonly now: Date;
  /** Countersigns each issue and each closing; without one the entry says that it is unsigned. */
  readonly key?: TrailKey | undefined;
}

export type AuditAction =
  | 'workbook-created'
  | 'workbook-migrated'
  | 'workbook-restored'
  | 'workbook-saved-as'
  | 'workbook-salvaged'
  | 'model-kept'
  | 'wording-kept'
  | 'assessment-created'
  | 'assessment-saved'
  | 'assessment-moved'
  | 'assessment-finalised'
  | 'assessment-revised'
  | 'assessment-duplicated'
  | 'assessment-binned'
  | 'assessment-restored'
  | 'assessment-removed'
  | 'clock-ran-back'
  | 'quote-prepared'
  | 'quote-issued'
  | 'case-moved'
  | 'case-referred'
  | 'case-approved'
  | 'case-sent-back'
  | 'case-declined'
  | 'case-bound'
  | 'case-not-taken-up'
  | 'case-cancelled'
  | 'offer-opened'
  | 'offer-countered'
  | 'offer-accepted'
  | 'offer-withdrawn'
  | 'offer-superseded'
  | 'subjectivity-moved'
  | 'case-paper-made'
  | 'capacity-set'
  | 'own-incident-added'
  | 'own-incident-changed'
  | 'own-incident-removed'
  | 'insurer-set'
  | 'profile-added'
  | 'profile-changed'
  | 'profile-retired'
  | 'file-kept';

/** What is entered; `facts` holds hashes and figures for later checks, and is part of the chain like every other field. */
interface AuditEvent {
  readonly action: AuditAction;
  readonly caseId?: CaseId;
  readonly assessmentId?: AssessmentId;
  readonly quoteId?: QuoteId;
  /** What it is about, in words: "Northwind Exchange, revision 2". */
  readonly subjectOf: string;
  readonly detail: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

const FIRST_ENTRY = `SELECT at FROM audit ORDER BY sequence LIMIT 1`;
const LAST_ENTRY = `SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1`;
const LAST_AT = `SELECT at FROM audit ORDER BY sequence DESC LIMIT 1`;
const HASH_AT = `SELECT hash FROM audit WHERE sequence = ?`;
const ENTRIES_OF_CASE = `
SELECT ${auditTable.select('audit', Object.keys(auditEntrySchema.shape))}
FROM audit WHERE case_id = ? ORDER BY sequence DESC LIMIT ?`;

// `+` keeps SQLite from going through every entry of that action instead of the few of the quote.
const FACTS_OF_QUOTE = `SELECT facts FROM audit WHERE quote_id = ? AND +action = 'quote-issued'`;

const OFFER_OF_QUOTE = `
SELECT sequence, hash, facts FROM audit WHERE quote_id = ? AND +action = 'quote-prepared' ORDER BY sequence DESC`;

const LONGEST_ACTOR = 200;

/** A blank actor is stored as one who is not named. */
export const actorName = (actor: string): string =>
  actor.trim() === '' ? NOT_NAMED : actor.trim().slice(0, LONGEST_ACTOR);

interface RecordsChange {
  /** Makes the change, and tells what is to be entered of it. */
  readonly change: () => AuditEvent;
  /** Those that the change makes or alters: its entry binds each as it stands then, or as gone. */
  readonly records?: readonly RecordOf[];
  /** Those that are removed right after the entry, which has to be there before. */
  readonly removes?: readonly RecordOf[];
}

/** What is added to the entry of a draft that was not what the entry before says. */
const ALTERED_BEFORE = 'Since the entry before, another program had changed it.';

/**
 * Makes a change and enters it, bound to the records that it makes, alters or removes. Each is compared with what the trail
 * last bound it to before anything is changed, so that an alteration from outside is never bound as if it were ours: a
 * closed record is refused, and of a draft, whose work must not be lost, the entry says it. Must be called inside the
 * transaction of the change: all is stored, or nothing.
 */
export function changeRecords(
  db: WorkbookDatabase,
  stamp: ChangeStamp,
  { records = [], removes = [], change }: RecordsChange,
): void {
  mustBeDatable(stamp.now);
  const altered = [...records, ...removes].filter((record) => !isAsEntered(db, record));
  for (const record of altered) if (!isDraftByTrail(db, record)) mustBeAsEntered(db, record);
  const event = change();
  const bound = Object.fromEntries([
    ...records.map((record) => [recordKey(record), recordHash(db, record)] as const),
    ...removes.map((record) => [recordKey(record), null] as const),
  ]);
  const detail = altered.length === 0 ? event.detail : `${event.detail} ${ALTERED_BEFORE}`;
  append(db, stamp, { event: { ...event, detail }, bound });
}

/** Enters one row that binds no record. Must be called inside the transaction of the change that it records. */
export const appendAudit = (db: WorkbookDatabase, stamp: ChangeStamp, event: AuditEvent): void =>
  append(db, stamp, { event, bound: {} });

function append(
  db: WorkbookDatabase,
  { actor, now, key, profileId }: ChangeStamp,
  { event, bound }: { readonly event: AuditEvent; readonly bound: BoundRecords },
): void {
  if (!db.inTransaction) throw new Error('An audit row belongs into the transaction of its change');
  mustBeDatable(now);
  const ranBack = lastAuditEntry(db) === undefined ? null : clockRanBack(lastEntryAt(db), now);
  if (ranBack !== null && event.action !== 'clock-ran-back') {
    const noted = { action: 'clock-ran-back', subjectOf: 'Workbook', detail: ranBack } as const;
    appendAudit(db, { actor: 'Ballast', now }, noted);
  }
  const last = lastAuditEntry(db);
  const previous = last?.hash ?? genesisHash(workbookId(db) ?? '');
  const plain: AuditRow = wellFormed({
    sequence: (last?.sequence ?? 0) + 1,
    at: now.toISOString(),
    actor: actorName(actor),
    action: event.action,
    caseId: event.caseId ?? null,
    assessmentId: event.assessmentId ?? null,
    quoteId: event.quoteId ?? null,
    subjectOf: event.subjectOf,
    detail: event.detail,
    facts: canonicalJson({
      ...event.facts,
      ...(profileId !== undefined && { profileId }),
      ...(Object.keys(bound).length > 0 && { records: bound }),
    }),
  });
  const row = isCountersigned(event.action) ? countersigned(plain, previous, key) : plain;
  insertRow(db, auditTable, { ...row, hash: auditRowHash(row, previous) });
}

/** When the first entry was made; empty without one. */
export const trailBegan = (db: Database.Database): string =>
  String(prepared(db, FIRST_ENTRY).pluck().get() ?? '');

/** The newest row; its hash depends on every row before it. */
export const lastAuditEntry = (db: Database.Database): TrailHead | undefined =>
  prepared(db, LAST_ENTRY).get() as TrailHead | undefined;

/** When the newest entry was made, by the clock of its day; empty without one. */
export const lastEntryAt = (db: Database.Database): string =>
  String(prepared(db, LAST_AT).pluck().get() ?? '');

/** Whether that entry stands in the trail: a copy whose newest entry it is was this workbook once. */
export const hasAuditEntry = (db: WorkbookDatabase, { sequence, hash }: TrailHead): boolean =>
  prepared(db, HASH_AT).pluck().get(sequence) === hash;

/** The newest entries of a case, newest first; inside the caller's transaction. */
export const historyOfCase = (db: WorkbookDatabase, caseId: CaseId, limit: number): AuditEntry[] =>
  prepared(db, ENTRIES_OF_CASE)
    .all(caseId, limit)
    .map((row) => parsedRow(db, { schema: auditEntrySchema, row, what: 'an entry of the audit trail' }));

/** The entry of an offer, made before its paper was printed. */
export const offerEntry = (
  db: WorkbookDatabase,
  quoteId: QuoteId,
): (TrailHead & { readonly facts: string }) | undefined =>
  prepared(db, OFFER_OF_QUOTE).get(quoteId) as (TrailHead & { readonly facts: string }) | undefined;

/** What was entered when a quote was issued, as JSON text; empty if there is no such entry. */
export const factsOfQuote = (db: WorkbookDatabase, quoteId: QuoteId): string =>
  String(prepared(db, FACTS_OF_QUOTE).pluck().get(quoteId) ?? '');
