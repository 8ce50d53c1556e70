import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#test/support/electron-launch.ts';
import { currentSample } from '../../scripts/samples/current-sample.ts';
import { chooseByKeyboard, fill, goToSection, importFile } from './workbench-driver.ts';

describe('who stands on the paper', () => {
  let folder: string;
  let app: RunningApp;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ballast-named-'));
    const { insurer: _insurer, ...submission } = JSON.parse(
      readFileSync(currentSample('well-run-exchange.json'), 'utf8'),
    );
    const file = join(folder, 'without-insurer.json');
    writeFileSync(file, JSON.stringify(submission));
    app = await launchApp({ args: ['--workbook', join(folder, 'book.ballast')] });
    await app.page.getByRole('heading', { level: 1 }).waitFor();
    await importFile(app, file);
  });
  afterAll(async () => {
    expect(app?.uncaught).toEqual([]);
    expect(app?.consoleErrors).toEqual([]);
    await app?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is asked for in the overview, one click away from where it is entered', async () => {
    const { page } = app;
    await goToSection(page, 'Overview');
    const needed = (who: string) =>
      page.getByRole('button', { name: new RegExp(`^The ${who} is not named`) });
    await needed('underwriter').waitFor();
    await needed('insurer').click();
    const dialog = page.getByRole('dialog', { name: 'Who are you, and for which insurer?' });
    await fill(dialog, 'Your name', 'Class Underwriter');
    await chooseByKeyboard(dialog, 'Role', 'Head');
    await fill(dialog, 'Insurer’s name', 'Saltmarsh Specialty Insurance Limited');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await needed('insurer').waitFor({ state: 'detached' });
    await needed('underwriter').waitFor({ state: 'detached' });
    await page.getByText('Ready to quote').waitFor();
  });
});
