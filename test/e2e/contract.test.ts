import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#test/support/electron-launch.ts';
import { currentSample } from '../../scripts/samples/current-sample.ts';
import { axeFindings } from './axe-findings.ts';
import { goToSection, importFile, untilSaved } from './workbench-driver.ts';

const GOOD = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed';
const OTHER = '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359';
const BAD = GOOD.replace(/d$/, 'D');

describe('what the contract says and covers by name', () => {
  let folder: string;
  let app: RunningApp;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ballast-contract-'));
    app = await launchApp();
    await importFile(app, currentSample('well-run-exchange.json'));
    await goToSection(app.page, 'Contract');
    await app.page.getByRole('heading', { level: 2, name: 'Contract' }).waitFor();
  });
  afterAll(async () => {
    await app?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('fills what is empty with the usual words by one key, says what, and undo takes it back', async () => {
    const { page } = app;
    const days = page.getByRole('combobox', { name: 'Discovery period' });
    expect(await days.inputValue()).toBe('');
    await page.getByRole('heading', { level: 2, name: 'Contract' }).focus();
    await page.keyboard.press('Control+Shift+T');
    await page.getByText(/^Filled .*with the usual words/).waitFor();
    expect(await days.inputValue()).toBe('60');
    await page.keyboard.press('Control+Z');
    await page.waitForFunction(
      (id) => (document.getElementById(id) as HTMLInputElement | null)?.value === '',
      'field:terms.contract.discoveryDays',
    );
  });

  it('takes a pasted table whole, or names each bad line and takes nothing', async () => {
    const { page } = app;
    const field = page.getByLabel('Lines of a table');
    await field.fill(`wallet\tEthereum\t${GOOD}\tHot wallet\t\nwallet\tEthereum\t${BAD}\t\t`);
    await page.getByRole('button', { name: 'Add these lines' }).click();
    await page.getByText('Line 2: the address fails its checksum').waitFor();
    expect(await page.getByRole('table').filter({ hasText: GOOD }).count()).toBe(0);
    await field.fill(`wallet\tEthereum\t${GOOD}\tHot wallet\t\nvault\t\tVault 3\t\t`);
    await page.getByRole('button', { name: 'Add these lines' }).click();
    await page.getByRole('cell', { name: GOOD }).waitFor();
    await page.getByRole('cell', { name: 'Vault 3' }).waitFor();
  });

  it('reads the lines of a CSV file', async () => {
    const { page } = app;
    const file = join(folder, 'schedule.csv');
    writeFileSync(file, `Kind,Chain,Address,Used for,Part\ncontract,Base,${OTHER},Router,\n`);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import CSV…' }).click();
    await (await chooser).setFiles(file);
    await page.getByRole('cell', { name: OTHER }).waitFor();
    await untilSaved(page);
  });

  it.each(['light', 'dark'] as const)('passes axe in the %s theme', async (theme) => {
    expect(await axeFindings(app.page, theme)).toEqual([]);
  });

  it('keeps a file as evidence of an answer, and refuses a program by its first bytes', async () => {
    const { page } = app;
    await goToSection(page, 'Custody');
    const attach = page.getByRole('button', { name: /^Attach a file/ }).first();
    await attach.waitFor();
    const take = async (name: string, bytes: string | Uint8Array) => {
      const file = join(folder, name);
      writeFileSync(file, bytes);
      const chooser = page.waitForEvent('filechooser');
      await attach.click();
      await (await chooser).setFiles(file);
    };
    await take('Pentest.pdf', '%PDF-1.7 the report');
    await page.getByRole('button', { name: /^Open Pentest\.pdf/ }).waitFor();
    await take('Invoice.pdf', new Uint8Array([0x4d, 0x5a, 1, 2]));
    await page.getByText('“Invoice.pdf” is a program').waitFor();
    await untilSaved(page);
    await page.getByRole('button', { name: 'Detach Pentest.pdf' }).click();
    await page.getByRole('button', { name: /^Open Pentest\.pdf/ }).waitFor({ state: 'detached' });
  });
});
