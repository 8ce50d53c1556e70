import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCopies } from '#electron/host/open-copies.ts';
import { keepFile, readFile } from '#electron/store/files/files.ts';
import { closeWorkbook } from '#electron/store/workbook/workbook.ts';
import { FILE_ENDINGS, fileProblem, MOST_FILE_BYTES } from '#shared/domain/attachments.ts';
import { sha256Hex } from '#shared/domain/sha256.ts';
import { auditRows } from './support/audit-rows.ts';
import { checkedNow, unsound } from './support/checked.ts';
import { failureOf, forge, NOW, newWorkbook, reopened, valueIn } from './support/workbooks.ts';

const stamp = { actor: 'Ada Vance', now: NOW };
const PDF = new TextEncoder().encode('%PDF-1.7 the report of the pentest');
const keep = (name: string, bytes: Uint8Array) => ({ ...stamp, name, bytes });

describe('evidence files in a workbook', () => {
  it('are kept once by what they hold, come back after closing, and are told in the trail', () => {
    const workbook = newWorkbook();
    const kept = valueIn(keepFile(workbook.db, keep('Report.pdf', PDF)));
    expect(kept).toEqual({ sha256: sha256Hex(PDF), name: 'Report.pdf', size: PDF.length });
    const entries = auditRows(workbook.db).length;
    expect(valueIn(keepFile(workbook.db, keep('The same.pdf', PDF))).sha256).toBe(kept.sha256);
    expect(auditRows(workbook.db)).toHaveLength(entries);
    closeWorkbook(workbook);
    const { db } = reopened(workbook.path);
    expect([...valueIn(readFile(db, kept.sha256))]).toEqual([...PDF]);
    expect(auditRows(db)[0]).toMatchObject({ action: 'file-kept', subjectOf: 'File “Report.pdf”' });
    expect(unsound(checkedNow(db).findings)).toEqual([]);
  });

  it('are found out when another program alters them', () => {
    const workbook = newWorkbook();
    const { sha256 } = valueIn(keepFile(workbook.db, keep('Report.pdf', PDF)));
    closeWorkbook(workbook);
    forge(workbook.path, (raw) => {
      raw.prepare('UPDATE attachments SET bytes = ?, size = 4').run(Buffer.from('fake'));
    });
    const { db } = reopened(workbook.path);
    expect(failureOf(readFile(db, sha256)).code).toBe('workbook-damaged');
    expect(unsound(checkedNow(db).findings)).toEqual(['files']);
  });

  it.each([
    ['UPDATE attachments SET type = 1', 'a file that is kept cannot be changed'],
    ['DELETE FROM attachments', 'a file that is kept cannot be removed'],
    [
      'INSERT OR REPLACE INTO attachments SELECT * FROM attachments',
      'a file that is kept cannot be replaced',
    ],
  ])('are guarded in the file itself: %s', (sql, why) => {
    const { db } = newWorkbook();
    valueIn(keepFile(db, keep('Report.pdf', PDF)));
    expect(() => db.prepare(sql).run()).toThrow(why);
  });

  it('are refused when empty, too large, of another kind, or a program under a harmless name, and nothing is kept', () => {
    const { db } = newWorkbook();
    const entries = auditRows(db).length;
    const told = (name: string, bytes: Uint8Array) => failureOf(keepFile(db, keep(name, bytes))).message;
    expect(told('Empty.pdf', new Uint8Array())).toBe('“Empty.pdf” is empty, so there is nothing to keep.');
    expect(told('Large.pdf', new Uint8Array(MOST_FILE_BYTES + 1))).toContain('a file may have at most 20');
    for (const name of ['run.exe', 'run.sh', 'run.pdf.bat', 'page.html', 'app.desktop', 'noending'])
      expect(told(name, PDF)).toContain('is not of a kind that is kept');
    for (const start of [
      [0x4d, 0x5a],
      [0x7f, 0x45, 0x4c, 0x46],
      [0x23, 0x21],
    ])
      expect(told('Invoice.pdf', new Uint8Array([...start, 1, 2, 3]))).toContain('is a program');
    expect(failureOf(readFile(db, 'f'.repeat(64))).code).toBe('not-found');
    expect(auditRows(db)).toHaveLength(entries);
  });

  it('come to 500 MB in a workbook at most', () => {
    const workbook = newWorkbook();
    const { db } = workbook;
    // A row that says so stands for the bytes themselves.
    closeWorkbook(workbook);
    forge(workbook.path, (raw) => {
      raw.pragma('ignore_check_constraints = ON');
      raw
        .prepare(
          "INSERT INTO attachments VALUES (?, 499999990, 'text/plain', '2026-01-01T00:00:00.000Z', x'00')",
        )
        .run('a'.repeat(64));
    });
    expect(db.open).toBe(false);
    const again = reopened(workbook.path);
    expect(failureOf(keepFile(again.db, keep('Report.pdf', PDF)))).toMatchObject({
      code: 'too-large',
      message: expect.stringContaining('at most 500'),
    });
  });

  it('of no name are taken that a system would run', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (name) => {
        const ending = /\.([A-Za-z0-9]+)$/.exec(name.trim())?.[1]?.toLowerCase() ?? '';
        expect(fileProblem(name, PDF) === null).toBe(FILE_ENDINGS.includes(ending));
      }),
    );
  });
});

describe('copies that are opened', () => {
  it('are read-only, in a folder that only this user enters, under the file’s own name, and gone at the end', () => {
    const copies = openCopies(mkdtempSync(join(tmpdir(), 'ballast-test-')));
    const first = copies.put('Report of\u202e ../x.pdf', PDF);
    const second = copies.put('Report of\u202e ../x.pdf', PDF);
    expect(first).not.toBe(second);
    expect(first.endsWith('.pdf')).toBe(true);
    expect(dirname(dirname(first))).toBe(dirname(dirname(second)));
    expect([...readFileSync(first)]).toEqual([...PDF]);
    expect(statSync(first).mode & 0o777).toBe(0o400);
    expect(statSync(dirname(first)).mode & 0o077).toBe(0);
    copies.remove();
    expect(existsSync(first)).toBe(false);
    copies.remove();
  });
});
