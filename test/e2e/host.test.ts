import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runApp } from '#test/support/electron-command.ts';
import { launchApp, type RunningApp } from '#test/support/electron-launch.ts';
import { currentSample } from '../../scripts/samples/current-sample.ts';
import { chooseInMenu, goToSection, importFile, menuItem } from './workbench-driver.ts';

const sample = currentSample('well-run-exchange.json');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ballast-host-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const title = (app: RunningApp): Promise<string> =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle() ?? '');

/** What the next message box or file dialog is to answer; the dialogs are the system's own and cannot be driven. */
const answerDialogs = (
  app: RunningApp,
  answers: { readonly box?: number; readonly open?: string; readonly save?: string },
): Promise<void> =>
  app.electron.evaluate(({ dialog }, given) => {
    dialog.showMessageBox = async () => ({ response: given.box ?? 0, checkboxChecked: false });
    dialog.showOpenDialog = async () => ({
      canceled: given.open === undefined,
      filePaths: given.open === undefined ? [] : [given.open],
    });
    dialog.showSaveDialog = async () => ({ canceled: given.save === undefined, filePath: given.save ?? '' });
  }, answers);

describe('the host', () => {
  let app: RunningApp | undefined;
  const launch = async (...args: Parameters<typeof launchApp>): Promise<RunningApp> => {
    app = await launchApp(...args);
    await app.page.getByRole('navigation', { name: 'Ballast' }).waitFor();
    return app;
  };
  afterEach(async () => {
    expect(app?.uncaught ?? []).toEqual([]);
    await app?.close();
    app = undefined;
  });

  it('opens a sandboxed page without Node, under its content policy', async () => {
    const { electron, page } = await launch();
    const preferences = await electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences: () => Record<string, unknown>;
      };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
    const seen = await page.evaluate(() => ({
      origin: location.origin,
      globals: ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in globalThis),
      bridge: Object.keys(window.ballast).sort(),
    }));
    expect(seen).toEqual({
      origin: 'app://ballast',
      globals: [],
      bridge: [
        'app',
        'assessments',
        'book',
        'deal',
        'files',
        'library',
        'model',
        'papers',
        'people',
        'print',
        'quotes',
        'reports',
        'settings',
        'tables',
        'workbook',
      ],
    });
    const violated = await page.evaluate(async () => {
      const found: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => found.push(event.effectiveDirective));
      const script = document.createElement('script');
      script.textContent = 'globalThis.ranInline = true';
      const frame = document.createElement('iframe');
      frame.src = 'https://example.org/';
      const style = document.createElement('style');
      style.textContent = 'body { display: none }';
      document.body.append(script, frame, style);
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { found, ran: 'ranInline' in globalThis };
    });
    expect(violated.ran).toBe(false);
    expect(violated.found.sort()).toEqual(['frame-src', 'script-src-elem', 'style-src-elem']);
  });

  it('tells what it runs on', async () => {
    const { page } = await launch();
    const info = await page.evaluate(() => window.ballast.app.info());
    expect(info).toMatchObject({
      ok: true,
      value: { version: expect.stringMatching(/^\d+\.\d+\.\d+/), sqlite: expect.stringMatching(/^3\./) },
    });
  });

  it('answers no window but its own', async () => {
    const { electron } = await launch();
    const answer = await electron.evaluate(async ({ BrowserWindow, app: application }) => {
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: {
          preload: `${application.getAppPath()}/out/preload/preload.cjs`,
          sandbox: true,
          contextIsolation: true,
        },
      });
      await stranger.loadURL('app://ballast/print.html');
      const result = await stranger.webContents.executeJavaScript('window.ballast.workbook.info()');
      stranger.destroy();
      return result;
    });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
  });

  it('lets the workbench ask for no print job', async () => {
    const { page } = await launch();
    const answer = await page.evaluate(() =>
      window.ballast.print.document({ job: '00000000-0000-4000-8000-000000000000' }),
    );
    expect(answer).toMatchObject({ ok: false, failure: { message: 'This window may not make that call.' } });
  });

  it('names the workbook in the title and makes it where it is told', async () => {
    const workbook = join(folder, 'Northern book.ballast');
    const running = await launch({ args: ['--workbook', workbook] });
    expect(await title(running)).toBe('Northern book.ballast – Ballast');
    expect(existsSync(workbook)).toBe(true);
  });

  it('opens with a sentence on a workbook that it cannot open, and leaves that alone', async () => {
    const workbook = join(folder, 'letter.ballast');
    writeFileSync(workbook, 'a letter to my aunt');
    const { page } = await launch({ args: ['--workbook', workbook] });
    const info = await page.evaluate(() => window.ballast.workbook.info());
    expect(info).toMatchObject({ ok: true, value: { problem: { code: 'workbook-foreign' } } });
    await page.getByText('not a Ballast workbook').first().waitFor();
    const list = await page.evaluate(() => window.ballast.assessments.list());
    expect(list).toMatchObject({ ok: false, failure: { code: 'workbook-foreign' } });
    expect(readFileSync(workbook, 'utf8')).toBe('a letter to my aunt');
  });

  it('goes on from that to a new workbook', async () => {
    const broken = join(folder, 'broken.ballast');
    writeFileSync(broken, 'x'.repeat(5000));
    const running = await launch({ args: ['--workbook', broken] });
    await answerDialogs(running, { save: join(folder, 'fresh') });
    await chooseInMenu(running, 'workbook.create');
    await expect.poll(() => title(running)).toBe('fresh.ballast – Ballast');
    expect(existsSync(join(folder, 'fresh.ballast'))).toBe(true);
  });

  it('sends the commands of its menu to the window', async () => {
    const running = await launch();
    await chooseInMenu(running, 'assessment.new');
    await running.page.getByRole('form', { name: 'New assessment' }).waitFor();
    await chooseInMenu(running, 'go.settings');
    await running.page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
  });

  it('enables in its menu what can be done, under the name that it has now', async () => {
    const running = await launch();
    const inMenu = (id: string) => expect.poll(() => menuItem(running, id));
    await inMenu('assessment.issue-quote').toEqual({ label: 'Issue quote…', isEnabled: false });
    await importFile(running, sample);
    await inMenu('assessment.issue-quote').toMatchObject({ isEnabled: true });
    await inMenu('edit.undo').toEqual({ label: 'Undo', isEnabled: false });
    await goToSection(running.page, 'Subject and exposures');
    await running.page.getByRole('textbox', { name: 'Jurisdiction' }).fill('Guernsey');
    await inMenu('edit.undo').toEqual({ label: 'Undo change jurisdiction', isEnabled: true });
    await chooseInMenu(running, 'edit.undo');
    await inMenu('edit.undo').toMatchObject({ isEnabled: false });
    await chooseInMenu(running, 'go.assessments');
    await inMenu('assessment.issue-quote').toMatchObject({ isEnabled: false });
  });

  it('runs once: a second start hands over its workbook and ends', async () => {
    const userData = mkdtempSync(join(folder, 'once-'));
    const running = await launch({ userData });
    const second = await runApp(['--user-data', userData, '--workbook', join(folder, 'nowhere.ballast')], {
      timeoutMs: 30_000,
    });
    expect(second).toMatchObject({ exitCode: 0, signal: null });
    expect(await title(running)).toBe('Workbook.ballast – Ballast');
    const other = join(folder, 'handed over.ballast');
    const made = await launchApp({ args: ['--workbook', other] });
    await made.close();
    await runApp(['--user-data', userData, '--workbook', other], { timeoutMs: 30_000 });
    await expect.poll(() => title(running)).toBe('handed over.ballast – Ballast');
  });

  it('comes back where it was, with its settings and last workbook', async () => {
    const userData = mkdtempSync(join(folder, 'again-'));
    const workbook = join(folder, 'kept.ballast');
    const first = await launch({ userData, args: ['--workbook', workbook] });
    await first.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 50, width: 1210, height: 820 }),
    );
    await first.page.evaluate(() => window.ballast.settings.set({ theme: 'dark', underwriter: 'R. Vance' }));
    await first.close();
    const second = await launch({ userData });
    expect(await title(second)).toBe('kept.ballast – Ballast');
    const found = await second.electron.evaluate(({ BrowserWindow, nativeTheme }) => ({
      bounds: BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
      theme: nativeTheme.themeSource,
    }));
    expect(found).toMatchObject({ bounds: { width: 1210, height: 820 }, theme: 'dark' });
    const settings = await second.page.evaluate(() => window.ballast.settings.get());
    expect(settings).toMatchObject({ ok: true, value: { underwriter: 'R. Vance', theme: 'dark' } });
  });

  it('refuses input that the contract does not allow, naming the field', async () => {
    const { page } = await launch();
    const answer = await page.evaluate(() =>
      window.ballast.settings.set({ theme: 'pink', path: '/etc/passwd' } as never),
    );
    expect(answer).toMatchObject({ ok: false, failure: { code: 'invalid-input', field: 'theme' } });
  });

  it('loads its page again after a crash, with the work as it was saved', async () => {
    const running = await launch();
    await answerDialogs(running, { box: 0 });
    // The driver loses its page with the process, so the window itself is asked.
    await running.electron.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const loaded = new Promise<void>((resolve) => contents?.once('did-finish-load', () => resolve()));
      contents?.forcefullyCrashRenderer();
      await loaded;
    });
    const heading = () =>
      running.electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          'document.querySelector("h1")?.textContent ?? ""',
        ),
      );
    await expect.poll(heading, { timeout: 20_000 }).toBe('Assessments');
    expect(running.uncaught).toEqual(['window: its process crashed']);
    (running.uncaught as string[]).length = 0;
  });

  it('writes what is pending when it is closed in the middle of a word', async () => {
    const userData = mkdtempSync(join(folder, 'closing-'));
    const first = await launch({ userData });
    await first.page.getByRole('heading', { name: 'Assessments', level: 1 }).waitFor();
    await importFile(first, sample);
    await goToSection(first.page, 'Subject and exposures');
    await first.page.getByRole('textbox', { name: 'Legal name', exact: true }).fill('Half a wor');
    await first.close();
    const second = await launch({ userData });
    const name = await second.page.evaluate(async () => {
      const list = await window.ballast.assessments.list();
      const record = await window.ballast.assessments.open({ id: list.ok ? (list.value[0]?.id ?? '') : '' });
      return record.ok ? record.value.content.subject.legalName : null;
    });
    expect(name).toBe('Half a wor');
  });

  it('issues nothing, and says so, when the page cannot be printed', async () => {
    const { electron, page } = await launch();
    await page.getByRole('heading', { name: 'Assessments', level: 1 }).waitFor();
    if (app !== undefined) await importFile(app, sample);
    await electron.evaluate(({ app: application }) => {
      application.on('browser-window-created', (_event, window) => {
        window.webContents.printToPDF = async () => {
          throw new Error('out of ink');
        };
      });
    });
    const answer = await page.evaluate(async () => {
      const list = await window.ballast.assessments.list();
      const id = list.ok ? (list.value[0]?.id ?? '') : '';
      const found = await window.ballast.assessments.open({ id });
      const version = found.ok ? found.value.version : 0;
      const issued = await window.ballast.quotes.issue({ assessmentId: id, version, paper: 'a4' });
      return {
        issued,
        after: await window.ballast.assessments.open({ id }),
      };
    });
    expect(answer.issued).toMatchObject({
      ok: false,
      failure: {
        message: 'The document could not be printed.',
        logId: expect.stringMatching(/^[0-9a-f]{8}$/),
      },
    });
    expect(answer.after).toMatchObject({ ok: true, value: { summary: { state: 'draft' }, quotes: [] } });
    expect(electron.windows()).toHaveLength(1);
  });

  it('serves nothing but its own pages', async () => {
    const { electron } = await launch();
    const statuses = await electron.evaluate(async ({ session }) => {
      const ask = async (address: string, method = 'GET') =>
        (await session.defaultSession.fetch(address, { method })).status;
      return {
        page: await ask('app://ballast/index.html'),
        above: await ask('app://ballast/..%2f..%2fpackage.json'),
        folder: await ask('app://ballast/assets/'),
        missing: await ask('app://ballast/nothing.js'),
        post: await ask('app://ballast/index.html', 'POST'),
      };
    });
    expect(statuses).toEqual({ page: 200, above: 404, folder: 404, missing: 404, post: 403 });
  });
});
