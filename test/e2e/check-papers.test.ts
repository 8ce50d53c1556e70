import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runApp } from '#test/support/electron-command.ts';
import { launchApp, type RunningApp } from '#test/support/electron-launch.ts';
import { currentSample } from '../../scripts/samples/current-sample.ts';
import { axeFindings } from './axe-findings.ts';
import { answerSaveDialog, chooseByKeyboard, chooseInMenu, fill } from './workbench-driver.ts';

const SIGNER = `Ada ${'Marlow'.repeat(12)} Vane`;

let folder: string;
let out: string;
let userData: string;
let book: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ballast-check-'));
  [out, userData, book] = [join(folder, 'out'), join(folder, 'user-data'), join(folder, 'book.ballast')];
  mkdirSync(out);
  await runApp([
    '--user-data',
    userData,
    '--quote',
    currentSample('well-run-exchange.json'),
    '--workbook',
    book,
    '--out',
    out,
  ]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const paper = (end: string): string => {
  const name = readdirSync(out).find((one) => one.endsWith(end));
  if (name === undefined) throw new Error(`no paper ends with ${end}`);
  return join(out, name);
};

/** What the system's dialog is to answer. */
const answerWith = (app: RunningApp, paths: readonly string[]) =>
  app.electron.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [...filePaths] });
  }, paths);

describe('the command', () => {
  it('says what each paper is, and ends with 1 where one cannot be believed', async () => {
    const good = await runApp([
      '--user-data',
      userData,
      '--verify',
      paper('worksheet.pdf'),
      '--workbook',
      book,
    ]);
    expect(good).toMatchObject({ exitCode: 0 });
    expect(good.stdout).toContain('Matches');
    expect(good.stdout).toContain('agree to the cent');
    const huge = join(folder, 'huge.pdf');
    writeFileSync(huge, '%PDF-1.7');
    truncateSync(huge, 500 * 1024 * 1024);
    const both = await runApp([
      '--user-data',
      userData,
      '--verify',
      paper('v1.pdf'),
      '--verify',
      huge,
      '--workbook',
      book,
    ]);
    expect(both).toMatchObject({ exitCode: 1 });
    expect(both.stdout).toContain('Intact');
    expect(both.stdout).toContain('larger than 50 MB');
  });

  it('reopens a worksheet in an empty workbook, at the price of the paper', async () => {
    const target = join(folder, 'empty.ballast');
    const args = ['--user-data', userData, '--verify', paper('worksheet.pdf'), '--reopen-into', target];
    const first = await runApp(args);
    expect(first).toMatchObject({ exitCode: 0 });
    const price = /agree to the cent: (\S+\s[\d,.]+\d),/.exec(first.stdout)?.[1];
    expect(price).toBeDefined();
    expect(first.stdout).toContain(`as a draft, at ${price}, as on the paper`);
    const refused = await runApp([
      '--user-data',
      userData,
      '--verify',
      paper('v1.pdf'),
      '--reopen-into',
      target,
    ]);
    expect(refused).toMatchObject({ exitCode: 2 });
    expect(refused.stderr).toContain('Only a rating worksheet');
  });
});

describe('the window', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await launchApp({ userData, args: ['--workbook', book] });
    app.page.setDefaultTimeout(30_000);
    await app.page.getByRole('heading', { name: 'Assessments', level: 1 }).waitFor();
  });
  afterAll(() => app?.close());

  it('checks several papers by keys alone and leads to the assessment', async () => {
    const { page } = app;
    await answerWith(app, [paper('worksheet.pdf'), paper('v1.pdf')]);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('check a paper');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Check of 2 papers' });
    await dialog.getByText('Matches', { exact: true }).waitFor();
    await dialog.getByText('Intact', { exact: true }).waitFor();
    expect(await dialog.innerText()).toContain('agree to the cent');
    const open = dialog.getByRole('button', { name: 'Open its assessment' }).first();
    for (let i = 0; i < 12 && !(await open.evaluate((node) => node === document.activeElement)); i += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('navigation', { name: 'Sections' }).waitFor();
  });

  it('checks what is dropped on it, wherever it is, and is free of faults of access in both themes', async () => {
    const { page } = app;
    const bytes = readFileSync(paper('v1.pdf'));
    bytes[bytes.length - 3000] = (bytes[bytes.length - 3000] ?? 0) ^ 1;
    await page.evaluate(
      ({ base64, name }) => {
        const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const transfer = new DataTransfer();
        transfer.items.add(new File([data], name, { type: 'application/pdf' }));
        transfer.items.add(new File(['a letter'], 'letter.txt'));
        const target = document.querySelector('main');
        for (const type of ['dragover', 'drop'])
          target?.dispatchEvent(
            new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }),
          );
      },
      { base64: bytes.toString('base64'), name: `${'n'.repeat(80)}.pdf` },
    );
    const dialog = page.getByRole('dialog', { name: 'Check of 2 papers' });
    await dialog.getByText('Not a paper of Ballast').first().waitFor();
    await dialog.getByText('letter.txt').waitFor();
    expect(await dialog.innerText()).not.toMatch(/^Matches|^Intact/m);
    expect(await axeFindings(page, 'light')).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await chooseInMenu(app, 'view.theme-dark');
    await answerWith(app, [paper('worksheet.pdf')]);
    await chooseInMenu(app, 'workbook.check-papers');
    await page
      .getByRole('dialog', { name: 'Check of a paper' })
      .getByText('Matches', { exact: true })
      .waitFor();
    expect(await axeFindings(page, 'dark')).toEqual([]);
    await page.keyboard.press('Escape');
    const log = join(userData, 'logs', 'main.log');
    if (existsSync(log)) expect(readFileSync(log, 'utf8')).not.toContain('No thread for a paper');
  });

  it('reopens a worksheet of another workbook as a draft', async () => {
    const { page } = app;
    await app.electron.evaluate(
      ({ dialog }, path) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
      },
      join(folder, 'other.ballast'),
    );
    await chooseInMenu(app, 'workbook.create');
    await page.getByText('This workbook is empty').waitFor();
    await answerWith(app, [paper('worksheet.pdf')]);
    await chooseInMenu(app, 'workbook.check-papers');
    const dialog = page.getByRole('dialog', { name: 'Check of a paper' });
    await dialog.getByText('Agrees with itself, but unsigned and unknown to this workbook').waitFor();
    await dialog.getByRole('button', { name: 'Reopen as a draft' }).click();
    await page.getByRole('navigation', { name: 'Sections' }).waitFor();
    const price = await page.evaluate(async () => {
      const list = await window.ballast.assessments.list();
      return list.ok ? list.value.map(({ quotedMinor }) => quotedMinor) : [];
    });
    expect(price).toHaveLength(1);
    const verified = await runApp(['--user-data', userData, '--verify', paper('worksheet.pdf')]);
    const amount = /agree to the cent: \S+\s([\d,.]+\d)/.exec(verified.stdout)?.[1] ?? '';
    expect(Number(price[0]) / 100).toBe(Number(amount.replaceAll(',', '')));
  });

  it('signs the papers of whoever is signed in, and names them when a copy is checked', async () => {
    const { page } = app;
    await chooseInMenu(app, 'people.who');
    const who = page.getByRole('dialog', { name: 'Who are you, and for which insurer?' });
    await fill(who, 'Your name', SIGNER);
    await chooseByKeyboard(who, 'Role', 'Head');
    await who.getByRole('button', { name: 'Save' }).click();
    await who.waitFor({ state: 'detached' });
    await chooseInMenu(app, 'assessment.issue-quote');
    const issuing = page.getByRole('dialog', { name: 'Issue quote' });
    await issuing.getByText('Sign the papers').click();
    expect(await axeFindings(page, 'dark')).toEqual([]);
    await issuing.getByText('A key file').click();
    await issuing.getByRole('button', { name: 'Choose key file…' }).waitFor();
    await issuing.getByLabel('Passphrase of the key file').waitFor();
    expect(await issuing.getByRole('button', { name: /^Issue (quote|as)/ }).isDisabled()).toBe(true);
    expect(await axeFindings(page, 'dark')).toEqual([]);
    await issuing.getByText('My key on this computer').click();
    await issuing.getByRole('button', { name: /^Issue (quote|as)/ }).click();
    const issued = page.getByRole('dialog', { name: /issued/ });
    await answerSaveDialog(app, join(folder, 'signed.pdf'));
    await issued.getByRole('button', { name: 'Save PDF' }).click();
    await expect.poll(() => existsSync(join(folder, 'signed.pdf'))).toBe(true);
    await page.keyboard.press('Escape');
    const elsewhere = await runApp([
      '--verify',
      join(folder, 'signed.pdf'),
      '--user-data',
      join(folder, 'new'),
    ]);
    expect(elsewhere.exitCode).toBe(1);
    expect(elsewhere.stdout).toContain('Signed by somebody unknown here');
    await answerWith(app, [join(folder, 'signed.pdf')]);
    await chooseInMenu(app, 'workbook.check-papers');
    const dialog = page.getByRole('dialog', { name: 'Check of a paper' });
    await dialog.getByText(`Signed by ${SIGNER}, with a key that this workbook knows`).waitFor();
    expect(await dialog.innerText()).toContain('Intact');
    await page.keyboard.press('Escape');
    await answerSaveDialog(app, join(folder, 'card.txt'));
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('card of my signing key');
    await page.keyboard.press('Enter');
    await expect.poll(() => existsSync(join(folder, 'card.txt'))).toBe(true);
    const fingerprint = /Fingerprint {2}(.+)/.exec(readFileSync(join(folder, 'card.txt'), 'utf8'))?.[1];
    expect(elsewhere.stdout).toContain(fingerprint);
    expect(app.uncaught).toEqual([]);
    expect(app.consoleErrors).toEqual([]);
  });
});
