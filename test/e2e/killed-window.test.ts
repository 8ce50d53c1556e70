import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { randomOf } from '#test/soak/random.ts';
import { makeSampleWorkbook } from '#test/soak/sample-workbook.ts';
import { killWindows } from '#test/soak/window-kills.ts';

it('a killed window loses nothing that it said was saved (the soak does so fifty times)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ballast-killed-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const workbook = join(folder, 'Original.ballast');
  makeSampleWorkbook(workbook);
  const room = join(folder, 'room');
  mkdirSync(room);
  const tally = await killWindows({
    folder: room,
    workbook,
    random: randomOf(3),
    count: 3,
    isTimeOver: () => false,
  });
  expect(tally.wrong).toEqual([]);
  expect(tally.tried).toBe(3);
});
