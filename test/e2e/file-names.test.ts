import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#test/support/electron-launch.ts';
import { currentSample } from '../../scripts/samples/current-sample.ts';
import { keysOf } from './keys.ts';
import { importFile } from './workbench-driver.ts';

const NAME = 'Prüfbericht 審査.pdf';

const withApp = async (language: string, use: (app: RunningApp) => Promise<void>): Promise<void> => {
  const app = await launchApp({ env: { LC_ALL: language } });
  try {
    app.page.setDefaultTimeout(30_000);
    await app.page.getByRole('heading', { name: 'Assessments', level: 1 }).waitFor();
    await use(app);
  } finally {
    await app.close();
  }
};
const noticeOf = ({ page }: RunningApp) =>
  page.getByText(/files whose names have letters beyond A to Z cannot be attached/);

describe('a file with letters beyond A to Z', () => {
  it('is attached under its name', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ballast-file-names-'));
    const file = join(folder, NAME);
    writeFileSync(file, '%PDF-1.7 the report');
    await withApp('C.UTF-8', async (app) => {
      const { page } = app;
      await importFile(app, currentSample('well-run-exchange.json'));
      await keysOf(page).shortcut('Alt+3');
      await page.locator('#section-heading', { hasText: 'Custody' }).waitFor();
      const chooser = page.waitForEvent('filechooser');
      await keysOf(page).button(/^Attach a file/, page.getByRole('main'));
      await (await chooser).setFiles(file);
      await page.getByRole('button', { name: `Open ${NAME}` }).waitFor();
      expect(await noticeOf(app).count()).toBe(0);
    });
    rmSync(folder, { recursive: true });
  });

  it('is said to be left out where the computer’s language has no such letters', async () => {
    await withApp('C', async (app) => {
      await noticeOf(app).first().waitFor();
    });
  });
});
