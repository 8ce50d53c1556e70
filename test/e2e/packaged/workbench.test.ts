import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#test/support/electron-launch.ts';
import { currentSample } from '../../../scripts/samples/current-sample.ts';
import { listen } from '../network-listener.ts';
import { chooseByKeyboard, fill, importFile, sayWhoWorksHere } from '../workbench-driver.ts';

const sample = currentSample('well-run-exchange.json');

describe('the workbench, packaged', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await launchApp();
    await app.page.getByRole('navigation', { name: 'Ballast' }).waitFor();
  });
  afterAll(async () => {
    expect(app?.uncaught).toEqual([]);
    await app?.close();
  });

  it('tells that it is packaged, and with which database', async () => {
    const info = await app.page.evaluate(() => window.ballast.app.info());
    expect(info).toMatchObject({
      ok: true,
      value: {
        isPackaged: true,
        version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
        sqlite: expect.stringMatching(/^3\./),
      },
    });
  });

  it('makes a draft and keeps it', async () => {
    const { page } = app;
    await page.keyboard.press('Control+n');
    await page.getByRole('form', { name: 'New assessment' }).waitFor();
    await fill(page, 'Name', 'Packaged Exchange');
    await chooseByKeyboard(page, 'Type', 'Centralised');
    await page.getByRole('button', { name: 'Start assessment' }).click();
    await page.getByRole('heading', { name: 'Packaged Exchange', level: 1 }).waitFor();
    const list = await page.evaluate(() => window.ballast.assessments.list());
    expect(list).toMatchObject({ ok: true, value: [{ subjectName: 'Packaged Exchange', state: 'draft' }] });
  });

  it('prints and stores a quote from inside its archive', async () => {
    await sayWhoWorksHere(app.page, 'Class underwriter');
    await importFile(app, sample);
    await app.page.getByRole('heading', { name: 'Calder Sound Exchange', level: 1 }).waitFor();
    const issued = await app.page.evaluate(async () => {
      const list = await window.ballast.assessments.list();
      const found = list.ok
        ? list.value.find(({ subjectName }) => subjectName.startsWith('Calder'))
        : undefined;
      const record = await window.ballast.assessments.open({ id: found?.id ?? '' });
      const version = record.ok ? record.value.version : 0;
      return window.ballast.quotes.issue({ assessmentId: found?.id ?? '', version, paper: 'letter' });
    });
    expect(issued).toMatchObject({ ok: true, value: { quotes: [{ status: 'quote', paper: 'letter' }] } });
  });

  it('reaches no network and opens no developer tools', async () => {
    const listener = await listen();
    try {
      const results = await app.electron.evaluate(async ({ BrowserWindow, session }, port) => {
        const window = BrowserWindow.getAllWindows()[0];
        window?.webContents.openDevTools();
        const reached = await session.defaultSession.fetch(`http://127.0.0.1:${port}/`).then(
          () => true,
          () => false,
        );
        return { reached, tools: window?.webContents.isDevToolsOpened() };
      }, listener.port);
      expect(results).toEqual({ reached: false, tools: false });
      expect(listener.contacts).toEqual([]);
    } finally {
      await listener.close();
    }
  });
});
