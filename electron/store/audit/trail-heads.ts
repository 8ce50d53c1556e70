import type Database from 'better-sqlite3';
import { formatDate } from '#shared/domain/format-date.ts';
import type { TrailHead } from '#shared/domain/records.ts';
import type { PaperHead } from '#shared/domain/trail-head.ts';
import { prepared, type WorkbookDatabase } from '../connection/database.ts';
import { type AuditAction, hasAuditEntry, lastAuditEntry } from './audit.ts';
import { auditTable } from './audit-chain.ts';

/** A head of the trail that was written down outside the workbook. */
export interface Anchor extends TrailHead {
  /** Where it was written down, as it stands in a sentence: “the backup “Book 2026-07-01 ….ballast””. */
  readonly source: string;
}

const LAST_OF_ACTION = `SELECT sequence, hash FROM audit WHERE action = ? ORDER BY sequence DESC LIMIT 1`;
/** What makes of one file two of the same identity, each of which goes on by itself. */
const BRANCHING: readonly AuditAction[] = ['workbook-restored', 'workbook-saved-as', 'workbook-salvaged'];

/** The entry since which the trail of a file is its own, apart from files of the same identity; null for the first file. */
export function branchOf(db: Database.Database): TrailHead | null {
  const found = BRANCHING.flatMap((action) => {
    const entry = prepared(db, LAST_OF_ACTION).get(action) as TrailHead | undefined;
    return entry ?? [];
  });
  return found.sort((a, b) => b.sequence - a.sequence)[0] ?? null;
}

const ENTRY = `SELECT ${auditTable.select('audit', ['at', 'subjectOf', 'detail', 'hash'])} FROM audit WHERE sequence = ?`;

/**
 * Where the trail parts from what was written down of it outside, as one sentence; null when every anchor is in it. One
 * look-up for each anchor, so that it can be asked at every opening. Inside the caller's transaction.
 */
export function partingFrom(db: WorkbookDatabase, anchors: readonly Anchor[]): string | null {
  const inOrder = anchors.toSorted((a, b) => a.sequence - b.sequence);
  const first = inOrder.find((anchor) => !hasAuditEntry(db, anchor));
  if (first === undefined) return null;
  const agreed = inOrder.findLast((anchor) => anchor.sequence < first.sequence && hasAuditEntry(db, anchor));
  const since =
    agreed === undefined
      ? 'It agrees with none that was written down before.'
      : `Up to entry ${agreed.sequence} it agrees (${agreed.source}).`;
  const last = lastAuditEntry(db)?.sequence ?? 0;
  return last < first.sequence
    ? `The audit trail ends at entry ${last}, but ${first.source} knew entry ${first.sequence}: what came after was lost, or an older state was put in its place. ${since}`
    : `Entry ${first.sequence} of the audit trail is not the one that ${first.source} knew: this workbook was written anew by another program, at or before that entry. ${since}`;
}

/** What the trail has at the place that a paper names. */
export interface PaperFound {
  readonly isInTrail: boolean;
  readonly message: string;
}

/** Looks up a head that stands on a paper. Inside the caller's transaction. */
export function compareWithPaper(db: WorkbookDatabase, { sequence, digits }: PaperHead): PaperFound {
  const entry = prepared(db, ENTRY).get(sequence) as
    | { readonly at: string; readonly subjectOf: string; readonly detail: string; readonly hash: string }
    | undefined;
  if (entry === undefined) {
    const last = lastAuditEntry(db)?.sequence ?? 0;
    return {
      isInTrail: false,
      message: `The audit trail of this workbook ends at entry ${last}, so the paper is of another workbook or of a later state of this one.`,
    };
  }
  return entry.hash.startsWith(digits)
    ? {
        isInTrail: true,
        message: `Entry ${sequence} of ${formatDate(entry.at.slice(0, 10))} is the one on the paper: ${entry.subjectOf}, ${entry.detail} Compare that with the paper; “Check workbook” says whether all before it follows.`,
      }
    : {
        isInTrail: false,
        message: `Entry ${sequence} of this workbook is another than the one on the paper: the paper is of another workbook, or this one was written anew since.`,
      };
}
