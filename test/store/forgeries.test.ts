import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anchorsOf } from '#electron/app/keep-heads.ts';
import { closeWorkbook, type Workbook } from '#electron/store/workbook/workbook.ts';
import { checkedNow, unsound } from './support/checked.ts';
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
import { NOW } from './support/results.ts';

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
      expect(anchorsOf(workbook, seen)).toHaveLength(2);
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
