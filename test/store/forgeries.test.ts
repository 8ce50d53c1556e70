import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anchorsOf, partingOf } from '#electron/app/keep-heads.ts';
import { openSeenWorkbooks } from '#electron/host/seen-workbooks.ts';
import { saveAssessment } from '#electron/store/assessments/save-draft.ts';
import { lastAuditEntry } from '#electron/store/audit/audit.ts';
import { compareWithPaper } from '#electron/store/audit/trail-heads.ts';
import { backUpWorkbook } from '#electron/store/backup/back-up.ts';
import { workbookId } from '#electron/store/connection/workbook-id.ts';
import { foreseenHead, issueQuote } from '#electron/store/issuing/issue-quote.ts';
import { closeWorkbook, openWorkbook, type Workbook } from '#electron/store/workbook/workbook.ts';
import type { AssessmentRecord } from '#shared/domain/records.ts';
import { printedHead, readPaperHead } from '#shared/domain/trail-head.ts';
import { day } from '../support/branded.ts';
import { checkedNow, unsound } from './support/checked.ts';
import { typicalContent } from './support/contents.ts';
import { forgeThroughout, newKey } from './support/forger.ts';
import { BY, FIGURES, newDraft, quoteInput } from './support/records.ts';
import { later, NOW, options, reopened, valueIn } from './support/workbooks.ts';

// Two issued quotes and a draft; the paper is that of the second. Whatever is forged of the first, or before the second,
// the workbook by itself is sound afterwards. Each of the three things out of the forger's reach must betray it alone.

const key = newKey();
let folder = '';
let book = '';
let backups = '';
let seenFolder = '';
let paper = '';
/** The workbook as it was before the second quote. */
let earlier = '';

function issue({ db }: Workbook, record: AssessmentRecord): string {
  const input = { ...quoteInput(db, record), key };
  const trailHead = valueIn(foreseenHead(db, input));
  valueIn(issueQuote(db, { ...input, document: { ...input.document, trailHead } }));
  return printedHead(trailHead);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ballast-forgeries-'));
  book = join(folder, 'Book.ballast');
  backups = join(folder, 'kept');
  seenFolder = join(folder, 'installation');
  earlier = join(folder, 'earlier.sqlite');
  mkdirSync(seenFolder);
  const workbook = valueIn(openWorkbook(book, options('create')));
  const { db } = workbook;
  const first = newDraft(db);
  const content = { ...first.content, asOf: day('2026-06-30') };
  valueIn(
    saveAssessment(db, { ...BY, now: later(5), id: first.summary.id, version: 1, content, figures: FIGURES }),
  );
  issue(workbook, { ...first, content, version: 2 });
  db.prepare('VACUUM INTO ?').run(earlier);
  paper = issue(workbook, newDraft(db, typicalContent('Second Exchange')));
  newDraft(db, typicalContent('Third Exchange'));
  valueIn(backUpWorkbook(workbook, { now: later(90), folder: backups }));
  const head = lastAuditEntry(db);
  const id = workbookId(db);
  if (head === undefined || id === null) throw new Error('the trail is empty');
  openSeenWorkbooks(seenFolder).recordHead({ id, path: book }, head, { now: later(100) });
  closeWorkbook(workbook);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Edit = (db: Database.Database) => void;
const exec =
  (...statements: readonly string[]): Edit =>
  (db) => {
    for (const sql of statements) expect(db.prepare(sql).run().changes).toBeGreaterThan(0);
  };
const FIRST_QUOTE = `(SELECT id FROM quotes WHERE reference = 'BAL-2026-0001')`;
const FIRST = `(SELECT assessment_id FROM quotes WHERE reference = 'BAL-2026-0001')`;
const CONTENT_TABLES = [
  ...['subject_facts', 'exposures', 'incident_registers', 'incidents', 'answers', 'declarations', 'terms'],
  ...['part_terms', 'taxes', 'subjectivities', 'own_subjectivities', 'buy_backs'],
];

/** Takes a quote away, and with `isWhole` its assessment, case and subject, with every entry that tells of it. */
const without =
  (reference: string, isWhole: boolean): Edit =>
  (db) => {
    const quote = db.prepare('SELECT * FROM quotes WHERE reference = ?').get(reference) as Record<
      string,
      string
    >;
    const run = (sql: string, id: string | undefined) => db.prepare(sql).run(id);
    run('DELETE FROM audit WHERE quote_id = ?', quote.id);
    run('DELETE FROM quote_files WHERE quote_id = ?', quote.id);
    run('DELETE FROM quotes WHERE id = ?', quote.id);
    if (!isWhole) return;
    const subject = db.prepare('SELECT subject_id FROM cases WHERE id = ?').pluck().get(quote.case_id);
    run('DELETE FROM audit WHERE case_id = ?', quote.case_id);
    for (const table of CONTENT_TABLES)
      run(`DELETE FROM ${table} WHERE assessment_id = ?`, quote.assessment_id);
    run('DELETE FROM assessments WHERE id = ?', quote.assessment_id);
    run('DELETE FROM cases WHERE id = ?', quote.case_id);
    run('DELETE FROM subjects WHERE id = ?', String(subject));
  };

const FORGERIES: readonly (readonly [string, Edit])[] = [
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
];

/** The forged workbook, opened where the true one lay; with its backups beside it, or without. */
function forged(edit: Edit | null, withBackups: boolean): Workbook {
  const place = mkdtempSync(join(folder, 'case-'));
  const path = join(place, 'Book.ballast');
  if (edit === null) copyFileSync(earlier, path);
  else {
    copyFileSync(book, path);
    forgeThroughout(path, edit);
  }
  if (withBackups) {
    mkdirSync(join(place, 'Backups'));
    for (const name of readdirSync(backups)) copyFileSync(join(backups, name), join(place, 'Backups', name));
  }
  return reopened(path, later(200));
}

const nothingSeen = () => openSeenWorkbooks(mkdtempSync(join(folder, 'nothing-')));
const onPaper = (workbook: Workbook) => {
  const head = readPaperHead(paper);
  if (head === null) throw new Error('the paper has no head');
  return compareWithPaper(workbook.db, head);
};

describe('the true workbook', () => {
  it('is sound, and all three know it', () => {
    const workbook = forged(() => {}, false);
    closeWorkbook(workbook);
    const place = mkdtempSync(join(folder, 'true-'));
    const path = join(place, 'Book.ballast');
    copyFileSync(book, path);
    mkdirSync(join(place, 'Backups'));
    for (const name of readdirSync(backups)) copyFileSync(join(backups, name), join(place, 'Backups', name));
    const opened = reopened(path, later(200));
    const anchors = anchorsOf(opened, openSeenWorkbooks(seenFolder));
    expect(anchors).toHaveLength(2);
    const report = checkedNow(opened.db, { anchors, ownKey: key.publicKey });
    expect(unsound(report.findings)).toEqual([]);
    expect(report.findings.find(({ id }) => id === 'signatures')?.message).toContain(
      '6 by this installation',
    );
    expect(onPaper(opened)).toMatchObject({
      isInTrail: true,
      message: expect.stringContaining('BAL-2026-0002'),
    });
  });
});

describe.each([...FORGERIES, ['an older state of it all', null] as const])(
  '%s, all made to fit',
  (what, edit) => {
    it('leaves a workbook that is sound by itself', () => {
      const { db } = forged(edit, false);
      expect(unsound(checkedNow(db).findings)).toEqual([]);
    });

    it('is betrayed by this installation alone', () => {
      const workbook = forged(edit, false);
      // Seen where the forged one lies now.
      const own = mkdtempSync(join(folder, 'own-'));
      const seen = openSeenWorkbooks(own);
      const truth = reopened(book, later(300));
      const id = workbookId(truth.db);
      const head = lastAuditEntry(truth.db);
      closeWorkbook(truth);
      if (head === undefined || id === null) throw new Error('the trail is empty');
      seen.recordHead({ id, path: workbook.path }, head, { now: later(100) });
      expect(partingOf(workbook, seen)).toMatch(/this installation/);
      const report = checkedNow(workbook.db, { anchors: anchorsOf(workbook, seen), ownKey: key.publicKey });
      expect(unsound(report.findings)).toEqual(['anchors']);
      if (edit !== null)
        expect(report.findings.find((line) => line.id === 'signatures')?.message).not.toContain(
          'by this installation',
        );
    });

    it('is betrayed by one backup alone', () => {
      const workbook = forged(edit, true);
      expect(partingOf(workbook, nothingSeen())).toMatch(/the backup “Book 2026-07-01 09-31-30\.ballast”/);
      expect(
        unsound(checkedNow(workbook.db, { anchors: anchorsOf(workbook, nothingSeen()) }).findings),
      ).toEqual(['anchors']);
    });

    it('is betrayed by one paper alone', () => {
      const found = onPaper(forged(edit, false));
      expect([what, found.isInTrail]).toEqual([what, false]);
    });
  },
);

it('a paper betrays its own quote too: what is offered is entered before the paper is printed', () => {
  const edit = exec(`UPDATE quotes SET quoted_minor = 1 WHERE reference = 'BAL-2026-0002'`);
  expect(onPaper(forged(edit, false)).isInTrail).toBe(false);
});

it('there are twenty kinds at least', () => expect(FORGERIES.length).toBeGreaterThanOrEqual(20));

it('names the last entry that agrees before the first that does not', () => {
  const workbook = forged(
    exec(`UPDATE quotes SET quoted_minor = 1 WHERE reference = 'BAL-2026-0002'`),
    false,
  );
  const early = { sequence: 2, hash: '', source: 'the backup “early”' };
  const hash = String(workbook.db.prepare('SELECT hash FROM audit WHERE sequence = 2').pluck().get());
  const anchors = [
    { sequence: 10, hash: 'f'.repeat(64), source: 'the backup “late”' },
    { ...early, hash },
  ];
  const line = checkedNow(workbook.db, { now: NOW, anchors }).findings.find(({ id }) => id === 'anchors');
  expect(line?.message).toBe(
    'Entry 10 of the audit trail is not the one that the backup “late” knew: this workbook was written anew by another program, at or before that entry. Up to entry 2 it agrees (the backup “early”).',
  );
});
