import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getQuotePaper, paperKindsOf, quoteNames } from '#electron/store/quotes/read-quotes.ts';
import { closeWorkbook, openWorkbook } from '#electron/store/workbook/workbook.ts';
import { sha256Hex } from '#shared/domain/sha256.ts';
import { runApp } from '#test/support/electron-command.ts';
import { launchApp, type RunningApp } from '#test/support/electron-launch.ts';
import { electronTarget, targetEnvironment } from '#test/support/electron-target.ts';
import { currentSample } from '../../scripts/samples/current-sample.ts';
import { readPdf } from './pdf-facts.ts';
import { chooseInMenu, importFile } from './workbench-driver.ts';

const sample = currentSample('well-run-exchange.json');

let folder: string;
let out: string;
let userData: string;
let book: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ballast-evidence-'));
  [out, userData, book] = [join(folder, 'out'), join(folder, 'user-data'), join(folder, 'book.ballast')];
  mkdirSync(out);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const papers = (): readonly string[] => readdirSync(out).filter((name) => !name.startsWith('.'));

/** The SHA-256 of each PDF that the workbook keeps. */
function keptPapers(): readonly string[] {
  const opened = openWorkbook(book, { mode: 'open', appVersion: 'test', now: new Date() });
  if (!opened.ok) throw new Error(opened.failure.message);
  const { db } = opened.value;
  try {
    return quoteNames(db).flatMap(({ id }) =>
      paperKindsOf(db, id).map((kind) => {
        const paper = getQuotePaper(db, id, kind);
        if (!paper.ok) throw new Error(paper.failure.message);
        return sha256Hex(paper.value.pdf);
      }),
    );
  } finally {
    closeWorkbook(opened.value);
  }
}

/** Starts the command and kills it, with its helpers, as soon as a file that `isMet` takes appears in the folder. */
async function killedAt(isMet: (name: string) => boolean): Promise<void> {
  const target = electronTarget();
  const args = ['--user-data', userData, '--quote', sample, '--workbook', book, '--out', out];
  const child = spawn(target.executable, [...target.leadingArgs, ...args], {
    env: targetEnvironment(),
    stdio: 'ignore',
    detached: true,
  });
  const ended = new Promise((done) => child.on('close', done));
  const watcher = watch(out, (_event, name) => {
    if (name !== null && isMet(name) && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  });
  await ended;
  watcher.close();
}

describe('the command, killed as its paper appears', () => {
  it.each([
    ['as room is made for it', (name: string) => name.startsWith('.')],
    ['as it is named', (name: string) => name.endsWith('.pdf')],
  ])('%s: the disk has no paper that the workbook does not know', async (_what, isMet) => {
    await killedAt(isMet);
    const kept = existsSync(book) ? keptPapers() : [];
    for (const name of papers()) expect(kept).toContain(sha256Hex(readFileSync(join(out, name))));
  });

  it('and every paper is written again from the workbook', async () => {
    await runApp(['--user-data', userData, '--quote', sample, '--workbook', book, '--out', out]);
    for (const name of readdirSync(out)) rmSync(join(out, name));
    const kept = keptPapers();
    expect(kept.length).toBeGreaterThan(0);
    const again = await runApp(['--user-data', userData, '--papers', out, '--workbook', book]);
    expect(again).toMatchObject({ exitCode: 0 });
    expect(again.stdout).toContain(`${kept.length} of ${kept.length} papers were missing`);
    expect(
      papers()
        .map((name) => sha256Hex(readFileSync(join(out, name))))
        .sort(),
    ).toEqual([...kept].sort());
    const once = await runApp(['--user-data', userData, '--papers', out, '--workbook', book]);
    expect(once.stdout).toContain('Every paper');
  });
});

describe('the window', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await launchApp({ userData, args: ['--workbook', book] });
    app.page.setDefaultTimeout(30_000);
  });
  afterAll(() => app?.close());

  it('checks the workbook in a thread of its own and says what it compared', async () => {
    const { page } = app;
    await page.getByRole('heading', { name: 'Assessments', level: 1 }).waitFor();
    await chooseInMenu(app, 'workbook.check');
    const dialog = page.getByRole('dialog', { name: 'Check workbook' });
    await dialog.getByText('The workbook is sound').waitFor();
    const text = await dialog.innerText();
    for (const words of ['by this installation', 'out to the cent', 'It ends at'])
      expect(text).toContain(words);
    const log = join(userData, 'logs', 'main.log');
    if (existsSync(log)) expect(readFileSync(log, 'utf8')).not.toContain('No thread for');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('compares a paper by the head that is printed on each of its pages', async () => {
    const { page } = app;
    const [name = ''] = papers();
    const facts = await readPdf(readFileSync(join(out, name)));
    const heads = new Set(facts.pages.map((text) => /Trail (\d+-[0-9a-f]{16})/.exec(text)?.[1]));
    expect(heads.size).toBe(1);
    const [head = ''] = heads;
    await chooseInMenu(app, 'workbook.compare-paper');
    const dialog = page.getByRole('dialog', { name: 'Compare with paper' });
    const compare = async (typed: string): Promise<void> => {
      await dialog.getByRole('textbox', { name: 'Trail on the paper' }).fill(typed);
      await dialog.getByRole('button', { name: 'Compare' }).click();
    };
    await compare(head);
    await dialog.getByText('The paper is of this workbook', { exact: true }).waitFor();
    expect(await dialog.innerText()).toContain('BAL-');
    await compare(head.replace(/-.{4}/, '-0000'));
    await dialog.getByText('The paper is not of this workbook as it is').waitFor();
    await compare('nothing of the kind');
    await dialog.getByText(/is a number and 16 digits/).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('shows the head of a quote as it is issued', async () => {
    const { page } = app;
    await importFile(app, sample);
    await chooseInMenu(app, 'assessment.issue-quote');
    const dialog = page.getByRole('dialog', { name: 'Issue quote' });
    await dialog.getByRole('button', { name: /^Issue/ }).click();
    await page
      .getByRole('dialog', { name: /issued/ })
      .getByText(/^\d+-[0-9a-f]{16}$/)
      .waitFor();
    expect(app.uncaught).toEqual([]);
    expect(app.consoleErrors).toEqual([]);
  });
});
