import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchApp, type RunningApp } from '#test/support/electron-launch.ts';
import { currentSample } from '../../scripts/samples/current-sample.ts';
import { axeFindings } from './axe-findings.ts';
import { answerSaveDialog, chooseInMenu, goToSection, importFile, untilSaved } from './workbench-driver.ts';

const sample = currentSample('well-run-exchange.json');

describe('the file of a workbook', () => {
  let folder: string;
  let app: RunningApp;

  const start = () =>
    launchApp({
      userData: join(folder, 'user-data'),
      args: ['--workbook', join(folder, 'Book.ballast')],
    });
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ballast-file-'));
    app = await start();
    app.page.setDefaultTimeout(20_000);
    await app.page.getByRole('heading', { level: 1 }).waitFor();
    await importFile(app, sample);
    await goToSection(app.page, 'Subject');
    await untilSaved(app.page);
  });
  afterEach(() => {
    expect(app.uncaught).toEqual([]);
    expect(app.consoleErrors).toEqual([]);
  });
  afterAll(async () => {
    await app?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const nameField = () => app.page.getByRole('main').getByRole('textbox', { name: 'Name', exact: true });
  const button = (name: string | RegExp) => app.page.getByRole('button', { name, exact: true });

  it('renamed under the window: the next save says so, keeps what was typed, and goes on under a new name', async () => {
    renameSync(join(folder, 'Book.ballast'), join(folder, 'Taken away.ballast'));
    await nameField().fill('Typed after it was gone');
    await app.page.getByText('was moved, renamed or deleted while it was open').first().waitFor();
    await answerSaveDialog(app, join(folder, 'New name.ballast'));
    await app.page.getByRole('alert').getByRole('button', { name: 'Save under a new name…' }).click();
    await app.page.getByText(/^The workbook is now New name\.ballast/).waitFor();
    await untilSaved(app.page);
    expect(await nameField().inputValue()).toBe('Typed after it was gone');
    await app.page.keyboard.press('Control+1');
    await app.page.getByRole('row', { name: /Typed after it was gone/ }).waitFor();
    expect(existsSync(join(folder, 'Book.ballast'))).toBe(false);
  });

  it('is backed up and restored on trial in a thread, which the window says', async () => {
    await chooseInMenu(app, 'workbook.back-up');
    await app.page.getByText(/^Backed up to New name/).waitFor();
    await app.page.keyboard.press('Control+,');
    await app.page.getByText(/Restore proven .*1.assessment/).waitFor();
    expect(await axeFindings(app.page, 'light')).toEqual([]);
    expect(app.output()).not.toContain('No thread for');
  });

  it('is restored to a new file, with a way back', async () => {
    await chooseInMenu(app, 'workbook.restore');
    const dialog = app.page.getByRole('dialog', { name: 'Restore a backup' });
    await dialog
      .getByText(/Restored on trial and found whole/)
      .first()
      .waitFor();
    expect(await axeFindings(app.page, 'light')).toEqual([]);
    await answerSaveDialog(app, join(folder, 'Restored.ballast'));
    await dialog
      .getByRole('button', { name: /^Restore the backup of/ })
      .first()
      .click();
    await button('Back to New name.ballast').first().click();
    await app.page.getByText('Opened the workbook New name.ballast.').waitFor();
    expect(readdirSync(folder)).toContain('Restored.ballast');
  });

  it('left by a crash is named at the next start, until it is put away by key', async () => {
    await app.killHard();
    app = await launchApp({
      userData: join(folder, 'user-data'),
      args: ['--workbook', join(folder, 'New name.ballast')],
    });
    app.page.setDefaultTimeout(20_000);
    const notices = app.page.getByRole('region', { name: 'Notices about the workbook' });
    await notices.getByText('This workbook was not closed properly last time').waitFor();
    expect(await axeFindings(app.page, 'light')).toEqual([]);
    await notices.getByRole('button', { name: 'Dismiss' }).focus();
    // Escape closes the button's own hint first where that is open.
    await app.page.keyboard.press('Enter');
    await vi.waitFor(async () => expect(await notices.getByRole('status').count()).toBe(0), 10_000);
  });

  it('of which drafts in the bin are removed for good, with a question before', async () => {
    const page = app.page;
    await page.keyboard.press('Control+1');
    await page.getByRole('row', { name: /Typed after/ }).waitFor();
    await page.evaluate(async () => {
      const list = await window.ballast.assessments.list();
      if (list.ok) await window.ballast.assessments.moveToBin({ id: list.value[0]?.id ?? '' });
    });
    await chooseInMenu(app, 'go.bin');
    await button('Empty the bin…').click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByText(/^One draft is removed and cannot be brought back/).waitFor();
    await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByText(/^Removed one draft for good/).waitFor();
    await page.getByText('The bin is empty').waitFor();
  });
});
