import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { openSeenWorkbooks, type SeenWorkbooks } from '#electron/host/seen-workbooks.ts';
import { saveAssessment } from '#electron/store/assessments/save-draft.ts';
import { lastAuditEntry } from '#electron/store/audit/audit.ts';
import type { TrailKey } from '#electron/store/audit/countersign.ts';
import { compareWithPaper, type PaperFound } from '#electron/store/audit/trail-heads.ts';
import { backUpWorkbook } from '#electron/store/backup/back-up.ts';
import { anchorsOf, partingOf } from '#electron/store/check/keep-heads.ts';
import { workbookId } from '#electron/store/connection/workbook-id.ts';
import { foreseenHead, issueQuote } from '#electron/store/issuing/issue-quote.ts';
import { closeWorkbook, openWorkbook, type Workbook } from '#electron/store/workbook/workbook.ts';
import type { AssessmentRecord, CheckReport, TrailHead } from '#shared/domain/records.ts';
import { printedHead, readPaperHead } from '#shared/domain/trail-head.ts';
import { day } from '../../support/branded.ts';
import { checkedNow } from './checked.ts';
import { typicalContent } from './contents.ts';
import { forgeThroughout, newKey } from './forger.ts';
import { BY, FIGURES, newDraft, quoteInput } from './records.ts';
import { later, NOW, valueIn } from './results.ts';

// Two issued quotes and a draft; the paper is that of the second. Whatever is forged of the first, or before the second,
// the workbook by itself is sound afterwards. Each of the three things out of the forger's reach must betray it alone.

export type Edit = (db: Database.Database) => void;
export const exec =
  (...statements: readonly string[]): Edit =>
  (db) => {
    for (const sql of statements)
      if (db.prepare(sql).run().changes === 0) throw new Error(`nothing was forged by ${sql}`);
  };
const FIRST_QUOTE = `(SELECT id FROM quotes WHERE reference LIKE 'BAL-2026-0001-%')`;
const FIRST = `(SELECT assessment_id FROM quotes WHERE reference LIKE 'BAL-2026-0001-%')`;
const CONTENT_TABLES = [
  ...['subject_facts', 'exposures', 'incident_registers', 'incidents', 'answers', 'declarations', 'terms'],
  ...['part_terms', 'taxes', 'subjectivities', 'own_subjectivities', 'buy_backs'],
];

/** Takes a quote away, and with `isWhole` its assessment, case and subject, with every entry that tells of it. */
const without =
  (reference: string, isWhole: boolean): Edit =>
  (db) => {
    const quote = db.prepare('SELECT * FROM quotes WHERE reference LIKE ?').get(`${reference}-%`) as Record<
      string,
      string
    >;
    const run = (sql: string, id: string | undefined) => db.prepare(sql).run(id);
    run('DELETE FROM audit WHERE quote_id = ?', quote.id);
    run('DELETE FROM quote_papers WHERE quote_id = ?', quote.id);
    run('DELETE FROM quote_files WHERE quote_id = ?', quote.id);
    run('DELETE FROM quotes WHERE id = ?', quote.id);
    if (!isWhole) return;
    const subject = db.prepare('SELECT subject_id FROM cases WHERE id = ?').pluck().get(quote.case_id);
    run('DELETE FROM audit WHERE case_id = ?', quote.case_id);
    for (const table of [...CONTENT_TABLES, 'assessment_editors'])
      run(`DELETE FROM ${table} WHERE assessment_id = ?`, quote.assessment_id);
    for (const table of ['case_moves', 'offer_moves', 'subjectivity_moves'])
      run(`DELETE FROM ${table} WHERE case_id = ?`, quote.case_id);
    run('DELETE FROM assessments WHERE id = ?', quote.assessment_id);
    run('DELETE FROM cases WHERE id = ?', quote.case_id);
    run('DELETE FROM subjects WHERE id = ?', String(subject));
  };

/** What is forged; null for the state that the workbook had before, put in its place. */
export type Forgery = readonly [what: string, edit: Edit | null];

export const FORGERIES: readonly Forgery[] = [
  ['the premium of a quote', exec(`UPDATE quotes SET quoted_minor = 1 WHERE id = ${FIRST_QUOTE}`)],
  ['the validity of a quote', exec(`UPDATE quotes SET valid_until = '2027-01-01' WHERE id = ${FIRST_QUOTE}`)],
  [
    'the day of issue, in record and trail',
    exec(
      `UPDATE quotes SET issued_at = '2025-07-01T09:31:00.000Z' WHERE id = ${FIRST_QUOTE}`,
      `UPDATE audit SET at = '2025-07-01T09:31:00.000Z' WHERE quote_id = ${FIRST_QUOTE}`,
    ),
  ],
  [
    'who issued a quote',
    exec(
      `UPDATE quotes SET issued_by = 'Nobody' WHERE id = ${FIRST_QUOTE}`,
      `UPDATE audit SET actor = 'Nobody' WHERE quote_id = ${FIRST_QUOTE}`,
    ),
  ],
  ['a quote made an indication', exec(`UPDATE quotes SET status = 'indication' WHERE id = ${FIRST_QUOTE}`)],
  ['the grade of a quote', exec(`UPDATE quotes SET grade = 'AAA' WHERE id = ${FIRST_QUOTE}`)],
  ['the engine of a quote', exec(`UPDATE quotes SET engine_version = 'engine-9' WHERE id = ${FIRST_QUOTE}`)],
  [
    'another PDF',
    exec(`UPDATE quote_files SET pdf = CAST('%PDF-1.7 x' AS BLOB) WHERE quote_id = ${FIRST_QUOTE}`),
  ],
  [
    'the accuracy statement',
    exec(`UPDATE quote_files SET certificate = '{}' WHERE quote_id = ${FIRST_QUOTE}`),
  ],
  [
    'a limit of a closed record',
    exec(`UPDATE part_terms SET limit_minor = 1 WHERE assessment_id = ${FIRST}`),
  ],
  [
    'an answer better proven',
    exec(`UPDATE answers SET evidence = 'verified' WHERE assessment_id = ${FIRST}`),
  ],
  ['an incident taken away', exec(`DELETE FROM incidents WHERE position = 1 AND assessment_id = ${FIRST}`)],
  ['another insured', exec(`UPDATE terms SET insured = 'Someone Else' WHERE assessment_id = ${FIRST}`)],
  ['the score of a closed record', exec(`UPDATE assessments SET overall = 99 WHERE id = ${FIRST}`)],
  [
    'a closed record put into the bin',
    exec(`UPDATE assessments SET binned_at = '2026-07-02T00:00:00.000Z' WHERE id = ${FIRST}`),
  ],
  [
    'the days of a closed record',
    exec(
      `UPDATE assessments SET finalised_at = '2025-07-01T00:00:00.000Z', updated_at = '2025-07-01T00:00:00.000Z' WHERE id = ${FIRST}`,
    ),
  ],
  ['an issued quote taken away', without('BAL-2026-0001', false)],
  ['a whole case taken away', without('BAL-2026-0001', true)],
  ['the last quote taken away', without('BAL-2026-0002', false)],
  ['an entry taken out', exec(`DELETE FROM audit WHERE action = 'assessment-saved'`)],
  [
    'an entry put in',
    exec(
      'UPDATE audit SET sequence = sequence + 1000 WHERE sequence > 4',
      'UPDATE audit SET sequence = sequence - 999 WHERE sequence > 1000',
      `INSERT INTO audit SELECT 5, at, actor, 'assessment-restored', case_id, assessment_id, NULL, subject_of, 'x', '{}', hash FROM audit WHERE sequence = 4`,
    ),
  ],
  ['who did it', exec(`UPDATE audit SET actor = 'Nobody' WHERE sequence = 3`)],
  ['the rating model', exec(`UPDATE models SET json = replace(json, '"digital', '"dagital')`)],
  ['another identity', exec(`UPDATE workbook SET id = '${randomUUID()}'`)],
  [
    'the subject of a case',
    exec(
      `UPDATE subjects SET name = 'Someone Else', name_key = 'someone else' WHERE name = 'Harbour Exchange'`,
    ),
  ],
  ['an older state of it all', null],
];

/** A workbook with a history, and what of it stands where no forger reaches. */
export interface ForgeryGround {
  readonly folder: string;
  readonly book: string;
  /** The workbook as it was before the second quote. */
  readonly earlier: string;
  /** A folder with one backup. */
  readonly backups: string;
  /** The head that stands on the paper of the second quote. */
  readonly paper: string;
  readonly key: TrailKey;
  readonly id: string;
  readonly head: TrailHead;
}

const opening = { appVersion: '0.1.0-test', now: NOW } as const;

export function makeForgeryGround(folder: string): ForgeryGround {
  const key = newKey();
  const book = join(folder, 'Book.ballast');
  const backups = join(folder, 'kept');
  const earlier = join(folder, 'earlier.sqlite');
  const workbook = valueIn(openWorkbook(book, { ...opening, mode: 'create' }));
  const { db } = workbook;
  const first = newDraft(db);
  const content = { ...first.content, asOf: day('2026-06-30') };
  valueIn(
    saveAssessment(db, { ...BY, now: later(5), id: first.summary.id, version: 1, content, figures: FIGURES }),
  );
  issue(workbook, { ...first, content, version: 2 }, key);
  db.prepare('VACUUM INTO ?').run(earlier);
  const paper = issue(workbook, newDraft(db, typicalContent('Second Exchange')), key);
  newDraft(db, typicalContent('Third Exchange'));
  valueIn(backUpWorkbook(workbook, { now: later(90), folder: backups }));
  const head = lastAuditEntry(db);
  const id = workbookId(db);
  if (head === undefined || id === null) throw new Error('the trail is empty');
  closeWorkbook(workbook);
  return { folder, book, earlier, backups, paper, key, id, head };
}

function issue({ db }: Workbook, record: AssessmentRecord, key: TrailKey): string {
  const input = { ...quoteInput(db, record), key };
  const trailHead = valueIn(foreseenHead(db, input));
  valueIn(issueQuote(db, { ...input, document: { ...input.document, trailHead } }));
  return printedHead(trailHead);
}

/** The workbook itself or a forged copy of it in a folder of its own; with its backups beside it, or without. */
export function placed(
  { folder, book, earlier, backups }: ForgeryGround,
  edit: Edit | null | 'nothing',
  withBackups: boolean,
): Workbook {
  const place = mkdtempSync(join(folder, 'case-'));
  const path = join(place, 'Book.ballast');
  copyFileSync(edit === null ? earlier : book, path);
  if (typeof edit === 'function') forgeThroughout(path, edit);
  if (withBackups) {
    mkdirSync(join(place, 'Backups'));
    for (const name of readdirSync(backups)) copyFileSync(join(backups, name), join(place, 'Backups', name));
  }
  return valueIn(openWorkbook(path, { ...opening, mode: 'open', now: later(200) }));
}

/** An installation that has seen the true workbook where this one lies now; or none that has seen anything. */
export function installation({ folder, id, head }: ForgeryGround, seenAt: string | null): SeenWorkbooks {
  const seen = openSeenWorkbooks(mkdtempSync(join(folder, 'installation-')));
  if (seenAt !== null) seen.recordHead({ id, path: seenAt }, head, { now: later(100) });
  return seen;
}

/** What an opening and a check with these anchors say. */
export function comparedWith(
  workbook: Workbook,
  { key }: ForgeryGround,
  seen: SeenWorkbooks,
): { readonly atOpening: string | null; readonly report: CheckReport } {
  const anchors = anchorsOf(workbook, { seen, backupFolder: null });
  return {
    atOpening: partingOf(workbook, { seen, backupFolder: null }),
    report: checkedNow(workbook.db, { anchors, ownKeys: [key.publicKey] }),
  };
}

export function onPaper({ db }: Workbook, { paper }: ForgeryGround): PaperFound {
  const head = readPaperHead(paper);
  if (head === null) throw new Error('the paper has no head');
  return compareWithPaper(db, head);
}
