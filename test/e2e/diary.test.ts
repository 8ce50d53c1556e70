import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runApp } from '#test/support/electron-command.ts';
import { launchApp, type RunningApp } from '#test/support/electron-launch.ts';
import { currentSample } from '../../scripts/samples/current-sample.ts';
import { keysOf } from './keys.ts';
import { screenFaults } from './screen-faults.ts';

describe('the diary of a workbook with an open offer', () => {
  let folder: string;
  let app: RunningApp;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ballast-diary-'));
    const workbook = join(folder, 'Diary.ballast');
    const sample = currentSample('well-run-exchange.json');
    const quoted = await runApp([
      '--user-data',
      join(folder, 'command'),
      '--quote',
      sample,
      '--workbook',
      workbook,
      '--out',
      folder,
    ]);
    expect(quoted).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('QUOTE ') });
    app = await launchApp({ args: ['--workbook', workbook] });
  }, 300_000);
  afterAll(async () => {
    await app?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('says what falls due, passes axe in both themes, and leads to the offer by keys alone', async () => {
    const { page } = app;
    const lines = page.getByRole('list', { name: 'Diary' }).getByRole('listitem');
    await lines.first().waitFor({ timeout: 60_000 });
    expect(await lines.first().innerText()).toMatch(/Due\s+Calder Sound Exchange · /);
    expect(await screenFaults(page)).toEqual([]);
    const keys = keysOf(page);
    await keys.to(lines.first().getByRole('button'));
    await keys.press('Enter');
    await page.locator('[aria-current="page"]', { hasText: 'Quotes' }).waitFor();
    expect(app.uncaught).toEqual([]);
    expect(app.consoleErrors).toEqual([]);
  }, 180_000);
});
