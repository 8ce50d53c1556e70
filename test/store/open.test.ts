import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { getAssessment, listAssessments } from '#electron/store/assessments/read-assessments.ts';
import { backUpWorkbook } from '#electron/store/backup/back-up.ts';
import { APPLICATION_ID } from '#electron/store/connection/workbook-file.ts';
import { CURRENT_VERSION } from '#electron/store/workbook/migrations/all.ts';
import { closeWorkbook, openWorkbook } from '#electron/store/workbook/workbook.ts';
import { sha256Hex } from '#shared/domain/sha256.ts';
import { checkedNow } from './support/checked.ts';
import { newDraft } from './support/records.ts';
import {
  failureOf,
  later,
  NOW,
  newWorkbook,
  options,
  reopened,
  temporaryFolder,
  valueIn,
  withRawConnection,
} from './support/workbooks.ts';

const opened = (path: string, mode: 'open' | 'create' | 'open-or-create' = 'open') =>
  openWorkbook(path, options(mode));

/** The workbook's bytes, closed, with one draft in it. */
function closedWorkbook(folder = temporaryFolder()) {
  const workbook = newWorkbook(join(folder, 'Book.ballast'));
  const draft = newDraft(workbook.db);
  closeWorkbook(workbook);
  return { path: workbook.path, folder, id: draft.summary.id };
}

describe('making a workbook', () => {
  it('writes one file with its own application id, and leaves nothing beside it when closed', () => {
    const { path, folder } = closedWorkbook();
    expect(readdirSync(folder)).toEqual(['Book.ballast']);
    const header = readFileSync(path).subarray(0, 100);
    expect(header.readUInt32BE(68)).toBe(APPLICATION_ID);
    expect(header.readUInt32BE(60)).toBe(CURRENT_VERSION);
  });

  it('is refused over an existing file, whatever that is, and leaves it as it was', () => {
    const folder = temporaryFolder();
    for (const [name, bytes] of [
      ['empty.ballast', ''],
      ['letter.txt', 'Dear Sir'],
    ] as const) {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      expect(failureOf(opened(path, 'create')).code).toBe('conflict');
      expect(readFileSync(path, 'utf8')).toBe(bytes);
    }
    const { path } = closedWorkbook();
    const before = readFileSync(path);
    expect(failureOf(opened(path, 'create')).message).toContain('exists already and was left as it is');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('is refused in a folder that does not exist, naming it', () => {
    const folder = join(temporaryFolder(), 'not', 'there');
    const failure = failureOf(opened(join(folder, 'a.ballast'), 'open-or-create'));
    expect(failure).toMatchObject({ code: 'not-found', message: expect.stringContaining(folder) });
    expect(existsSync(folder)).toBe(false);
  });

  it('makes it once and opens it the second time with open-or-create', () => {
    const path = join(temporaryFolder(), 'Book.ballast');
    const first = valueIn(opened(path, 'open-or-create'));
    newDraft(first.db);
    closeWorkbook(first);
    const second = valueIn(opened(path, 'open-or-create'));
    expect(valueIn(listAssessments(second.db))).toHaveLength(1);
    closeWorkbook(second);
  });
});

describe('what cannot be opened is named, and left as it was', () => {
  const cases: readonly {
    readonly what: string;
    readonly make: (folder: string) => string;
    readonly code: string;
    readonly says: string;
  }[] = [
    {
      what: 'a missing file',
      make: (f) => join(f, 'gone.ballast'),
      code: 'not-found',
      says: 'no workbook “gone.ballast”',
    },
    {
      what: 'a folder',
      make: (f) => made(join(f, 'folder.ballast')),
      code: 'invalid-input',
      says: 'is a folder',
    },
    {
      what: 'a name that ends in a space',
      make: (f) => join(f, 'Book '),
      code: 'invalid-input',
      says: 'begins or ends with a space',
    },
    { what: 'an empty file', make: (f) => written(f, ''), code: 'workbook-damaged', says: 'it is empty' },
    {
      what: 'a text',
      make: (f) => written(f, 'Dear Sir'),
      code: 'workbook-foreign',
      says: 'not a Ballast workbook',
    },
    {
      what: 'a long file of zeros',
      make: (f) => written(f, Buffer.alloc(9000)),
      code: 'workbook-foreign',
      says: 'not a Ballast',
    },
    {
      what: 'a database of another program',
      make: (f) => foreign(f, 0x1234),
      code: 'workbook-foreign',
      says: 'another program',
    },
    {
      what: 'a database of no program',
      make: (f) => foreign(f, 0),
      code: 'workbook-foreign',
      says: 'another program',
    },
    {
      what: 'our mark without our tables',
      make: (f) => foreign(f, APPLICATION_ID),
      code: 'workbook-damaged',
      says: 'tables are gone',
    },
  ];

  it.each(cases)('$what', ({ make, code, says }) => {
    const folder = temporaryFolder();
    const path = make(folder);
    const before = snapshot(folder);
    const failure = failureOf(opened(path));
    expect(failure).toMatchObject({ code, message: expect.stringContaining(says) });
    expect(snapshot(folder)).toMatchObject(before);
  });

  it('a workbook of a newer version: both versions named, nothing changed', () => {
    const { path, folder } = closedWorkbook();
    withRawConnection(path, (db) => db.pragma(`user_version = ${CURRENT_VERSION + 10}`));
    const before = snapshot(folder);
    const failure = failureOf(opened(path));
    expect(failure.code).toBe('workbook-newer');
    expect(failure.message).toContain(
      `schema ${CURRENT_VERSION + 10}; this one knows up to ${CURRENT_VERSION}`,
    );
    expect(snapshot(folder)).toEqual(before);
  });

  it.each([
    ['cut in half', (size: number) => Math.floor(size / 2)],
    ['cut within the first page', () => 700],
    ['cut to its header', () => 100],
  ])('a workbook %s', (_what, newSize) => {
    const { path, folder } = closedWorkbook();
    truncateSync(path, newSize(readFileSync(path).length));
    const before = readFileSync(path);
    const failure = failureOf(opened(path));
    expect(failure.code).toBe('workbook-damaged');
    expect(failure.message).toContain('was left as it is');
    expect(failure.message).toContain('No sound backup was found');
    expect(readFileSync(path).equals(before)).toBe(true);
    const kept = readdirSync(join(folder, 'Backups')).filter((name) => name.includes('damaged'));
    expect(kept).toHaveLength(1);
    expect(readFileSync(join(folder, 'Backups', kept[0] ?? '', 'Book.ballast')).equals(before)).toBe(true);
  });

  it('a workbook whose first page was overwritten is damaged, not foreign, when it has backups', () => {
    const { path, folder } = closedWorkbook();
    const workbook = reopened(path);
    const backup = valueIn(backUpWorkbook(workbook, { now: NOW }));
    closeWorkbook(workbook);
    const bytes = readFileSync(path);
    bytes.fill(0, 0, 4096);
    writeFileSync(path, bytes);
    const failure = failureOf(opened(path));
    expect(failure.code).toBe('workbook-damaged');
    expect(failure.message).toContain(backup.fileName);
    expect(readdirSync(folder).sort()).toEqual(['Backups', 'Book.ballast']);
  });

  it('a workbook with any byte of its header spoilt gets a sentence, or opens', () => {
    const { path } = closedWorkbook();
    const whole = readFileSync(path);
    const codes = new Set<string>();
    for (let at = 0; at < 100; at += 1) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0x40;
      writeFileSync(path, bytes);
      const result = opened(path);
      if (result.ok) closeWorkbook(result.value);
      else {
        expect([at, result.failure.message]).toEqual([at, expect.stringMatching(/^[“A-Z].+\.$/s)]);
        codes.add(result.failure.code);
      }
    }
    expect(codes).toContain('workbook-damaged');
  });
});

describe('damage inside', () => {
  it('met while working: says so; the next opening looks at every page and names the newest sound backup', () => {
    const { path, id } = closedWorkbook();
    const first = reopened(path);
    const older = valueIn(backUpWorkbook(first, { now: NOW }));
    const newer = valueIn(backUpWorkbook(first, { now: later(3600) }));
    closeWorkbook(first);
    writeFileSync(newer.path, 'no longer a backup');
    const bytes = readFileSync(path);
    for (const at of pagesOf(path, 'answers')) bytes.fill(0xa5, at, at + 4096);
    writeFileSync(path, bytes);

    const second = valueIn(opened(path));
    const met = failureOf(getAssessment(second.db, id));
    expect(met.code).toBe('workbook-damaged');
    closeWorkbook(second);
    const third = failureOf(opened(path));
    expect(third.code).toBe('workbook-damaged');

    const failure = failureOf(opened(path));
    expect(failure.code).toBe('workbook-damaged');
    expect(failure.message).toContain(older.fileName);
    expect(failure.message).not.toContain(newer.fileName);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });
});

describe('damage that a check finds', () => {
  it('is told in plain language without a crash, and the next opening offers the newest sound backup', () => {
    const { path } = closedWorkbook();
    const first = reopened(path);
    const backup = valueIn(backUpWorkbook(first, { now: NOW }));
    closeWorkbook(first);
    const bytes = readFileSync(path);
    for (const at of pagesOf(path, 'audit')) bytes.fill(0, at + 8, at + 4096);
    writeFileSync(path, bytes);
    const second = valueIn(opened(path));
    const report = checkedNow(second.db);
    expect(report.isSound).toBe(false);
    expect(report.findings.filter((item) => !item.isSound).map(({ id }) => id)).toContain('pages');
    closeWorkbook(second);
    expect(failureOf(opened(path))).toMatchObject({
      code: 'workbook-damaged',
      message: expect.stringContaining(backup.fileName),
    });
  });
});

describe('an open workbook', () => {
  it('cannot be opened a second time', () => {
    const workbook = newWorkbook();
    const failure = failureOf(opened(workbook.path));
    expect(failure.code).toBe('workbook-locked');
    expect(failure.message).toContain('in this copy of Ballast already');
  });

  it('is one and the same through a symbolic link', () => {
    const { path, folder, id } = closedWorkbook();
    symlinkSync(path, join(folder, 'link.ballast'));
    const workbook = reopened(join(folder, 'link.ballast'));
    expect(valueIn(getAssessment(workbook.db, id)).summary.id).toBe(id);
    expect(failureOf(opened(path)).code).toBe('workbook-locked');
    closeWorkbook(workbook);
    expect(readdirSync(folder).sort()).toEqual(['Book.ballast', 'link.ballast']);
  });

  it('in a folder that is synchronised to a cloud carries a warning', () => {
    const folder = join(temporaryFolder(), 'OneDrive - Harbour', 'Work');
    mkdirSync(folder, { recursive: true });
    const { notices } = newWorkbook(join(folder, 'Book.ballast'));
    expect(notices.map(({ kind }) => kind)).toEqual(['cloud-folder']);
    expect(notices[0]?.message).toContain('OneDrive');
    expect(newWorkbook().notices).toEqual([]);
  });

  it('whose protections were dropped by another program opens for viewing only, and says which', () => {
    const { path, id } = closedWorkbook();
    withRawConnection(path, (db) => db.exec('DROP TRIGGER audit_no_update; CREATE TABLE extra (x)'));
    const before = readFileSync(path);
    const workbook = reopened(path);
    expect(workbook.isReadOnly).toBe(true);
    expect(workbook.notices[0]).toMatchObject({
      kind: 'altered',
      message: expect.stringMatching(
        /a protection of entries of the audit trail is missing; “extra” was added/,
      ),
    });
    expect(valueIn(getAssessment(workbook.db, id)).summary.id).toBe(id);
    closeWorkbook(workbook);
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

const made = (path: string): string => {
  mkdirSync(path);
  return path;
};

function written(folder: string, bytes: string | Buffer): string {
  const path = join(folder, 'Book.ballast');
  writeFileSync(path, bytes);
  return path;
}

function foreign(folder: string, applicationId: number): string {
  const path = join(folder, 'Book.ballast');
  const db = new Database(path);
  db.pragma(`application_id = ${applicationId}`);
  db.exec('CREATE TABLE recipes (name TEXT)');
  db.close();
  return path;
}

/** Every file of the folder with the hash of its bytes. */
const snapshot = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => [name, sha256Hex(readFileSync(join(folder, name)))]),
  );

/** Offsets of the pages of a table. */
function pagesOf(path: string, table: string): readonly number[] {
  return withRawConnection(path, (db) =>
    db.prepare('SELECT pgoffset FROM dbstat WHERE name = ?').pluck().all(table).map(Number),
  );
}
