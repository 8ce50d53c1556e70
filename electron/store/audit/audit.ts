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
import { clockRanBack } from './clock.ts';
import { countersigned, type TrailKey } from './countersign.ts';
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
  | 'capacity-set'
  | 'own-incident-added'
  | 'own-incident-changed'
  | 'own-incident-removed'
  | 'insurer-set'
  | 'profile-added'
  | 'profile-changed'
  | 'profile-retired';

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
  /** The records that the change made, altered or removed: the entry binds each as it stands now. */
  readonly records?: readonly RecordOf[];
  /** The records that the change is about to remove. */
  readonly removes?: readonly RecordOf[];
  /** Signed with the key of this installation, where it has one. */
  readonly isCountersigned?: boolean;
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

/** Enters one row. Must be called inside the transaction of the change that it records: both are stored, or neither. */
export function appendAudit(db: WorkbookDatabase, stamp: ChangeStamp, event: AuditEvent): void {
  const { actor, now, key, profileId } = stamp;
  if (!db.inTransaction) throw new Error('An audit row belongs into the transaction of its change');
  const last = lastAuditEntry(db);
  const ranBack = last === undefined ? null : clockRanBack(lastEntryAt(db), now);
  if (ranBack !== null && event.action !== 'clock-ran-back') {
    appendAudit(
      db,
      { actor: 'Ballast', now },
      {
        action: 'clock-ran-back',
        subjectOf: 'Workbook',
        detail: ranBack,
      },
    );
    appendAudit(db, stamp, event);
    return;
  }
  const previous = last?.hash ?? genesisHash(workbookId(db) ?? '');
  const { records = [], removes = [] } = event;
  const bound = Object.fromEntries([
    ...records.map((record) => [recordKey(record), recordHash(db, record)] as const),
    ...removes.map((record) => [recordKey(record), null] as const),
  ]);
  const hasRecords = records.length + removes.length > 0;
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
      ...(hasRecords && { records: bound }),
    }),
  });
  const row = event.isCountersigned === true ? countersigned(plain, previous, key) : plain;
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
