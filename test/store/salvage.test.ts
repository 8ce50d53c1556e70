import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { getAssessment, listAssessments } from '#electron/store/assessments/read-assessments.ts';
import { verifyQuote } from '#electron/store/check/verify-quote.ts';
import { TABLES_GUESSED } from '#electron/store/salvage/losses.ts';
import { SALVAGE_PREFIX, salvageWorkbook } from '#electron/store/salvage/salvage-workbook.ts';
import { closeWorkbook } from '#electron/store/workbook/workbook.ts';
import type { QuoteId, SalvageReport } from '#shared/domain/records.ts';
import { checkedNow } from '#test/store/support/checked.ts';
import { auditRows } from './support/audit-rows.ts';
import { typicalContent } from './support/contents.ts';
import { issued, newDraft } from './support/records.ts';
import {
  failureOf,
  keepScratchApart,
  NOW,
  newWorkbook,
  reopened,
  temporaryFolder,
  valueIn,
} from './support/workbooks.ts';

keepScratchApart();

const PAGE = 4096;
const RUN = { appVersion: 'test', now: NOW };

interface Book {
  readonly path: string;
  readonly ids: readonly string[];
  readonly quotes: readonly QuoteId[];
}
let made: (Omit<Book, 'path'> & { readonly bytes: Buffer }) | null = null;

/** A closed workbook of eighteen drafts and four issued quotes: made once, a copy for each test. */
function book(): Book {
  made ??= makeBook();
  const path = join(temporaryFolder(), 'Book.ballast');
  writeFileSync(path, made.bytes);
  return { ...made, path };
}

function makeBook() {
  const workbook = newWorkbook();
  const records = Array.from({ length: 22 }, (_, i) => newDraft(workbook.db, typicalContent(`Client ${i}`)));
  const quotes = records.slice(18).map((record) => issued(workbook.db, record).id);
  closeWorkbook(workbook);
  return { bytes: readFileSync(workbook.path), ids: records.map(({ summary }) => summary.id), quotes };
}

function overwrite(path: string, at: number, bytes: Uint8Array): void {
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, at);
  closeSync(file);
}

/** The pages of a table's leaves, as SQLite's own statistics name them. */
function leavesOf(path: string, name: string): readonly number[] {
  const db = new Database(path, { readonly: true });
  try {
    return db
      .prepare(`SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno`)
      .pluck()
      .all(name)
      .map(Number);
  } finally {
    db.close();
  }
}

function salvaged(path: string): { readonly report: SalvageReport; readonly target: string } {
  const target = join(temporaryFolder(), 'Salvaged.ballast');
  const before = readFileSync(path);
  const report = valueIn(salvageWorkbook(path, target, RUN));
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(statSync(target).mode & 0o777).toBe(0o600);
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith(SALVAGE_PREFIX))).toEqual([]);
  return { report, target };
}

describe('salvaging', () => {
  it('of a whole workbook gives all of it, says so, and leaves its own entry', () => {
    const { path, ids, quotes } = book();
    const { report, target } = salvaged(path);
    expect(report).toMatchObject({ isWhole: true, lost: 0, losses: [] });
    const { db } = reopened(target);
    expect(
      valueIn(listAssessments(db))
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...ids].sort());
    for (const id of quotes) expect(valueIn(verifyQuote(db, id)).isSound).toBe(true);
    expect(checkedNow(db).isSound).toBe(true);
    expect(auditRows(db)[0]).toMatchObject({ action: 'workbook-salvaged' });
  });

  it.each([
    ['answers', 3],
    ['assessments', 1],
    ['audit', 5],
    ['quote_files', 1],
  ])('of one whose %s lost a page saves the rest, and says what is lost', (table, nth) => {
    const { path, ids } = book();
    const leaves = leavesOf(path, table);
    const page = leaves[Math.min(nth, leaves.length - 1)] ?? 0;
    overwrite(path, (page - 1) * PAGE, new Uint8Array(PAGE).fill(0xa5));
    const { report, target } = salvaged(path);
    expect(report.isWhole).toBe(false);
    expect(report.losses.length).toBeGreaterThan(0);
    expect(report.losses.join(' ')).not.toContain('undefined');
    const { db } = reopened(target);
    const rows = valueIn(listAssessments(db));
    expect(rows.length).toBeGreaterThan(0);
    // What is there reads as it was, or is refused with a sentence; nothing is made up.
    for (const { id } of rows) {
      expect(ids).toContain(id);
      const read = getAssessment(db, id);
      if (read.ok) expect(read.value.content.subject.name).toMatch(/^Client \d+$/);
      else expect(read.failure.message).toMatch(/cannot be read|is not what was entered in the audit trail/);
    }
    // Links between records are mended; what else is missing stays visible for ever.
    const check = checkedNow(db);
    expect(check.findings.find(({ id }) => id === 'links')?.isSound).toBe(true);
    expect(check.findings.find(({ id }) => id === 'structure')?.isSound).toBe(true);
    expect(check.findings.find(({ id }) => id === 'pages')?.isSound).toBe(true);
  });

  it('names assessments and quotes that the audit trail still tells of', () => {
    const { path } = book();
    const db = new Database(path);
    db.pragma('foreign_keys = OFF');
    for (const name of db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck().all())
      db.exec(`DROP TRIGGER "${String(name)}"`);
    db.exec(`DELETE FROM quote_files WHERE quote_id = (SELECT id FROM quotes ORDER BY reference LIMIT 1)`);
    db.exec(
      `DELETE FROM assessments WHERE id = (SELECT assessment_id FROM subject_facts WHERE name = 'Client 3')`,
    );
    db.close();
    const { report } = salvaged(path);
    expect(report.losses).toContain('The assessment “Client 3, revision 1” is lost.');
    expect(
      report.losses.some((line) => /^Document and PDF of BAL-2026-0001-.{5} version 1 are lost/.test(line)),
    ).toBe(true);
  });

  it('finds its way without a header', () => {
    const { path, ids } = book();
    overwrite(path, 0, new Uint8Array(60).fill(0));
    const { target } = salvaged(path);
    expect(valueIn(listAssessments(reopened(target).db))).toHaveLength(ids.length);
  });

  it.each([
    ['the page that it begins with', (pages: readonly number[]) => pages.slice(0, 1)],
    ['one page of them', (pages: readonly number[]) => pages.slice(-1)],
    ['all of them', (pages: readonly number[]) => pages],
  ])('finds its tables where the list of them is gone: %s', (_what, lost) => {
    const { path, ids, quotes } = book();
    const db = new Database(path, { readonly: true });
    const pages = db
      .prepare(`SELECT pageno FROM dbstat WHERE name = 'sqlite_schema' ORDER BY pageno`)
      .pluck()
      .all()
      .map(Number);
    db.close();
    expect(pages.length).toBeGreaterThan(2);
    for (const page of lost(pages)) overwrite(path, (page - 1) * PAGE, new Uint8Array(PAGE).fill(0xa5));
    const { report, target } = salvaged(path);
    expect(report).toMatchObject({ isWhole: false, lost: 0, losses: [TABLES_GUESSED] });
    const after = reopened(target).db;
    expect(valueIn(listAssessments(after))).toHaveLength(ids.length);
    for (const id of quotes) expect(valueIn(verifyQuote(after, id)).isSound).toBe(true);
  });

  it('says that more may be lost where some lie elsewhere, as in a workbook that was brought up to date', () => {
    const path = join(temporaryFolder(), 'Field.ballast');
    const fixture = join(import.meta.dirname, 'fixtures', 'workbook-060.sqlite.gz');
    writeFileSync(path, gunzipSync(readFileSync(fixture)));
    closeWorkbook(reopened(path));
    overwrite(path, 0, new Uint8Array(PAGE).fill(0xa5));
    expect(salvaged(path).report.losses).toContain(TABLES_GUESSED);
  });

  it('of a torn file saves what its first part holds', () => {
    const { path } = book();
    truncateSync(path, Math.floor(statSync(path).size / PAGE / 2) * PAGE);
    const target = join(temporaryFolder(), 'Salvaged.ballast');
    const done = salvageWorkbook(path, target, RUN);
    if (done.ok) expect(done.value.isWhole).toBe(false);
    else expect(done.failure.code).toBe('workbook-damaged');
    expect(existsSync(target)).toBe(done.ok);
  });

  it('never goes over a file, nor touches a workbook that is open', () => {
    const { path } = book();
    expect(failureOf(salvageWorkbook(path, path, RUN)).code).toBe('conflict');
    const other = newWorkbook();
    const target = join(temporaryFolder(), 'Salvaged.ballast');
    expect(failureOf(salvageWorkbook(other.path, target, RUN)).message).toContain('workbook that is open');
    expect(failureOf(salvageWorkbook(join(target, 'none'), target, RUN)).code).toBe('not-found');
    expect(failureOf(salvageWorkbook(path, join(target, 'a'), RUN)).code).not.toBe('unexpected');
    expect(
      failureOf(salvageWorkbook(path, `${target.slice(0, -8)} 2026-07-01 09-30-00.ballast`, RUN)).code,
    ).toBe('invalid-input');
  });
});
