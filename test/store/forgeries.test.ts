import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterWorkbookEvent } from '#electron/store/audit/workbook-event.ts';
import { anchorsOf, partingOf } from '#electron/store/check/keep-heads.ts';
import { closeWorkbook, openWorkbook, type Workbook } from '#electron/store/workbook/workbook.ts';
import { checkedNow, unsound } from './support/checked.ts';
import { forgeThroughout } from './support/forger.ts';
import {
  comparedWith,
  type Edit,
  exec,
  FORGERIES,
  type ForgeryGround,
  installation,
  makeForgeryGround,
  onPaper,
  placed,
} from './support/forgeries.ts';
import { BY } from './support/records.ts';
import { later, NOW, valueIn } from './support/results.ts';
import { options } from './support/workbooks.ts';

let ground: ForgeryGround;

beforeAll(() => {
  ground = makeForgeryGround(mkdtempSync(join(tmpdir(), 'ballast-forgeries-')));
}, 300_000);
afterAll(() => rmSync(ground.folder, { recursive: true, force: true }));

/** Does something with a forged copy, which is closed afterwards. */
function withForged<T>(
  edit: Edit | null | 'nothing',
  withBackups: boolean,
  work: (workbook: Workbook) => T,
): T {
  const workbook = placed(ground, edit, withBackups);
  try {
    return work(workbook);
  } finally {
    closeWorkbook(workbook);
  }
}

describe('the true workbook', () => {
  it('is sound, and all three know it', () =>
    withForged('nothing', true, (workbook) => {
      const seen = installation(ground, workbook.path);
      expect(anchorsOf(workbook, { seen, backupFolder: null })).toHaveLength(2);
      const { atOpening, report } = comparedWith(workbook, ground, seen);
      expect(atOpening).toBeNull();
      expect(unsound(report.findings)).toEqual([]);
      expect(report.findings.find(({ id }) => id === 'signatures')?.message).toContain(
        '6 by this installation',
      );
      expect(onPaper(workbook, ground)).toMatchObject({
        isInTrail: true,
        message: expect.stringContaining('BAL-2026-0002'),
      });
    }));
});

describe.each(FORGERIES)('%s, all made to fit', (what, edit) => {
  it('leaves a workbook that is sound by itself', () =>
    withForged(edit, false, ({ db }) => expect(unsound(checkedNow(db).findings)).toEqual([])));

  it('is betrayed by this installation alone', () =>
    withForged(edit, false, (workbook) => {
      const { atOpening, report } = comparedWith(workbook, ground, installation(ground, workbook.path));
      expect(atOpening).toMatch(/this installation/);
      expect(unsound(report.findings)).toEqual(['anchors']);
      if (edit !== null)
        expect(report.findings.find((line) => line.id === 'signatures')?.message).not.toContain(
          'by this installation',
        );
    }));

  it('is betrayed by one backup alone', () =>
    withForged(edit, true, (workbook) => {
      const { atOpening, report } = comparedWith(workbook, ground, installation(ground, null));
      expect(atOpening).toMatch(/the backup “Book 2026-07-01 09-31-30\.ballast”/);
      expect(unsound(report.findings)).toEqual(['anchors']);
    }));

  it('is betrayed by one paper alone', () =>
    withForged(edit, false, (workbook) =>
      expect([what, onPaper(workbook, ground).isInTrail]).toEqual([what, false]),
    ));
});

describe('a backup bears witness', () => {
  const premium = exec(`UPDATE quotes SET quoted_minor = 1 WHERE reference LIKE 'BAL-2026-0001-%'`);
  const opened = (path: string) => valueIn(openWorkbook(path, { ...options('open'), now: later(200) }));
  /** What an installation that has seen nothing says of the forged file, put under `name` beside or with its backup. */
  const parting = (name: string, where: 'beside' | 'chosen') => {
    const place = mkdtempSync(join(ground.folder, 'witness-'));
    const backups = join(place, where === 'chosen' ? 'Chosen' : 'Backups');
    cpSync(ground.backups, backups, { recursive: true });
    const path = join(place, name);
    copyFileSync(ground.book, path);
    forgeThroughout(path, premium);
    const workbook = opened(path);
    try {
      return partingOf(workbook, {
        seen: installation(ground, null),
        backupFolder: where === 'chosen' ? backups : null,
      });
    } finally {
      closeWorkbook(workbook);
    }
  };

  it('for a workbook that was renamed', () =>
    expect(parting('Renamed.ballast', 'beside')).toMatch(/the backup “Book 2026-07-01 09-31-30\.ballast”/));

  it('from the folder of choice', () =>
    expect(parting('Book.ballast', 'chosen')).toMatch(/the backup “Book 2026-07-01 09-31-30\.ballast”/));

  it('not against a file that was restored from an older one and goes on by itself', () => {
    const place = mkdtempSync(join(ground.folder, 'witness-'));
    cpSync(ground.backups, join(place, 'Backups'), { recursive: true });
    const path = join(place, 'Book restored.ballast');
    copyFileSync(ground.earlier, path);
    const workbook = opened(path);
    const restored = { action: 'workbook-restored', detail: 'Restored.' } as const;
    valueIn(enterWorkbookEvent(workbook.db, { ...BY, now: later(200) }, restored));
    expect(partingOf(workbook, { seen: installation(ground, null), backupFolder: null })).toBeNull();
    closeWorkbook(workbook);
  });
});

it('a paper betrays its own quote too: what is offered is entered before the paper is printed', () =>
  withForged(
    exec(`UPDATE quotes SET quoted_minor = 1 WHERE reference LIKE 'BAL-2026-0002-%'`),
    false,
    (workbook) => expect(onPaper(workbook, ground).isInTrail).toBe(false),
  ));

it('there are twenty kinds at least', () => expect(FORGERIES.length).toBeGreaterThanOrEqual(20));

it('names the last entry that agrees before the first that does not', () => {
  const workbook = placed(
    ground,
    exec(`UPDATE quotes SET quoted_minor = 1 WHERE reference LIKE 'BAL-2026-0002-%'`),
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
  closeWorkbook(workbook);
});
