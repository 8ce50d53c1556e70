import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#test/support/electron-launch.ts';
import { currentSample } from '../../scripts/samples/current-sample.ts';
import { axeFindings } from './axe-findings.ts';
import { readPdf } from './pdf-facts.ts';
import { answerSaveDialog, chooseByKeyboard, chooseInMenu, importFile } from './workbench-driver.ts';

const resources = resolve(import.meta.dirname, '../../resources');

describe('the incident library, the calibration report and the model’s book', () => {
  let folder: string;
  let app: RunningApp;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ballast-library-'));
    app = await launchApp();
    app.page.setDefaultTimeout(60_000);
    await app.page.getByRole('heading', { name: 'Assessments', level: 1 }).waitFor();
    await importFile(app, currentSample('well-run-exchange.json'));
  });
  afterEach(() => {
    expect(app.uncaught).toEqual([]);
    expect(app.consoleErrors).toEqual([]);
  });
  afterAll(async () => {
    await app?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const grid = () => app.page.getByRole('grid', { name: 'Incident library' });
  const filters = (): Locator => app.page.getByRole('group', { name: 'Filters' });
  const dialog = (): Locator => app.page.getByRole('dialog');
  const press = (...keys: string[]) =>
    keys.reduce((done, key) => done.then(() => app.page.keyboard.press(key)), Promise.resolve());
  const status = (text: RegExp) => app.page.getByRole('status').filter({ hasText: text }).first().waitFor();
  const findings = async () => ({
    light: await themed('light'),
    dark: await themed('dark'),
  });
  async function themed(theme: 'light' | 'dark'): Promise<string[]> {
    await chooseInMenu(app, `view.theme-${theme}`);
    await app.page.locator(`:root[data-theme="${theme}"]`).waitFor();
    return axeFindings(app.page, theme);
  }
  const none = { light: [], dark: [] };
  const answerOpenDialog = (path: string) =>
    app.electron.evaluate(({ dialog: system }, file) => {
      system.showOpenDialog = async () => ({ canceled: false, filePaths: [file] });
    }, path);

  it('opens by key, filters, and puts a row into a register with keys alone; undo takes it back', async () => {
    const { page } = app;
    await press('Control+2');
    await grid().waitFor();
    await status(/^762\s/);
    await chooseByKeyboard(filters(), 'Type', 'Bridge');
    await chooseByKeyboard(filters(), 'Actor', 'State');
    await page.getByRole('searchbox', { name: 'Filter incidents' }).focus();
    await page.keyboard.type('ronin');
    await status(/^1 of 762\s/);
    await grid().locator('tr[data-row]').first().focus();
    await press('Enter');
    await dialog().getByRole('button', { name: 'Add to an assessment…' }).focus();
    await press('Enter');
    await dialog().getByRole('list', { name: 'Drafts' }).getByRole('button').first().focus();
    await press('Enter');
    const line = page.getByRole('button', { name: /^23 Mar 2022.*Ronin/ });
    await line.waitFor();
    await press('Control+z');
    await line.waitFor({ state: 'detached' });
  });

  it('keeps an incident of one’s own in the workbook, refusing what is wrong by field', async () => {
    const { page } = app;
    await chooseInMenu(app, 'go.library');
    await page.getByRole('button', { name: 'Clear filter' }).click();
    await page.getByRole('button', { name: 'Add incident…' }).click();
    const form = dialog();
    const field = (name: string) => form.getByRole('textbox', { name, exact: true });
    await field('Subject').fill('Northwind');
    await field('Date').fill('2099-01-01');
    await field('Loss, USD').fill('2.5m');
    await field('Source').fill('Claim file');
    await chooseByKeyboard(form, 'Type', 'Exchange');
    await chooseByKeyboard(form, 'Cause', 'Insider');
    await chooseByKeyboard(form, 'Confidence', 'High');
    await form.getByRole('button', { name: 'Add incident', exact: true }).click();
    await form
      .getByText(/^Loss, USD must be an amount in US dollars.*“2\.5m”\.$/)
      .first()
      .waitFor();
    await field('Loss, USD').fill('2500000');
    await form
      .getByText(/^Date lies in the future/)
      .first()
      .waitFor();
    expect(await axeFindings(page, 'dark')).toEqual([]);
    await field('Date').fill('2026-03-02');
    await form.getByRole('button', { name: 'Add incident', exact: true }).click();
    await dialog().waitFor({ state: 'detached' });
    await status(/^763\s/);
    await chooseByKeyboard(filters(), 'Rows', 'Yours only');
    await grid().getByText('Yours', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Clear filter' }).click();
    const trail = await page.evaluate(async () => {
      const report = await window.ballast.workbook.check();
      return report.ok ? report.value.isSound : false;
    });
    expect(trail).toBe(true);
  });

  it('draws counts and fits without a finding of axe, light and dark', async () => {
    const { page } = app;
    expect(await findings()).toEqual(none);
    await page.locator('label', { hasText: 'Counts and losses' }).click();
    await page.getByRole('heading', { name: /^2026 has most/ }).waitFor();
    expect(await findings()).toEqual(none);
    await page.locator('label', { hasText: /^Fits$/ }).click();
    await page.getByRole('heading', { name: 'Fitted figures' }).waitFor();
    expect(await findings()).toEqual(none);
    const figures = await page.getByRole('region', { name: 'Fitted figures' }).boundingBox();
    expect(figures?.height).toBeGreaterThan(600);
  });

  it('shows what the newest pack does to the fits that the model stands on', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Own incidents and packs' }).click();
    await page.getByRole('menuitem', { name: 'Effect of pack-2 on the fits of the model' }).click();
    await dialog().getByRole('heading', { name: 'Effect of pack-2 on the fits' }).waitFor();
    await dialog()
      .getByText(
        /The fits of pack-1, on which the rating model stands.*Nine incidents of July and August 2026/,
      )
      .waitFor();
    await dialog().getByText('None of the 41 fitted figures moves.').waitFor();
    expect(await dialog().locator('tbody tr').count()).toBe(41);
    expect(await findings()).toEqual(none);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });

  it('shows the effect of a pack before it is loaded, and loads nothing of one that is wrong', async () => {
    const { page } = app;
    const pack = join(folder, 'pack-3');
    cpSync(join(resources, 'library', 'pack-1'), pack, { recursive: true });
    const manifest = JSON.parse(readFileSync(join(pack, 'manifest.json'), 'utf8'));
    writeFileSync(join(pack, 'manifest.json'), JSON.stringify({ ...manifest, id: 'pack-3' }));
    writeFileSync(join(pack, 'incidents.csv'), 'id\n');
    const load = async () => {
      await page.getByRole('button', { name: 'Own incidents and packs' }).click();
      await page.getByRole('menuitem', { name: 'Load a library pack…' }).click();
    };
    await answerOpenDialog(join(pack, 'manifest.json'));
    await load();
    await dialog()
      .getByText(/incidents\.csv is not the file that the manifest names/)
      .waitFor();
    expect(await dialog().getByRole('button', { name: 'Load this pack' }).isDisabled()).toBe(true);
    cpSync(join(resources, 'library', 'pack-1', 'incidents.csv'), join(pack, 'incidents.csv'));
    await dialog().getByRole('button', { name: 'Choose another…' }).click();
    await dialog().getByText('None of the 41 fitted figures moves.').waitFor();
    expect(await findings()).toEqual(none);
    await dialog().getByRole('button', { name: 'Load this pack' }).click();
    await page.getByRole('button', { name: /Library pack-3/ }).waitFor();
  });

  it('calibrates in the background, and saves the report as a tagged PDF', async () => {
    const { page } = app;
    await chooseInMenu(app, 'go.calibration');
    await page.getByRole('button', { name: 'Calibrate' }).press('Enter');
    await page.getByRole('progressbar', { name: 'Calibration' }).waitFor();
    await page
      .getByRole('navigation', { name: 'Contents' })
      .getByRole('button', { name: 'Backtest' })
      .press('Enter');
    await page.getByText(/^Of 12 intervals of 90 % each, 12 hold/).waitFor();
    expect(await findings()).toEqual(none);
    const facts = await savedPdf('calibration.pdf');
    expect(facts).toMatchObject({ title: 'Calibration', isTagged: true, language: 'en-GB' });
    expect(facts.pages.join('\n')).toContain('What was chosen, and what it beat');
    expect(facts.pages.join('\n')).toContain('What the data cannot carry');
    expect(facts.fonts.every(({ isEmbedded }) => isEmbedded)).toBe(true);
  });

  it('reads the model in use as a book, its card on one page of the PDF', async () => {
    const { page } = app;
    await chooseInMenu(app, 'go.model-book');
    await page.getByRole('heading', { name: 'Model card' }).waitFor();
    expect(await findings()).toEqual(none);
    const facts = await savedPdf('book.pdf');
    expect(facts.isTagged).toBe(true);
    expect(facts.pages[0]).toContain('Model card');
    expect(facts.pages[0]).toContain('Not to be used');
    expect(facts.pages[1]).toContain('How a subject is scored');
    expect(facts.outline.length).toBeGreaterThan(0);
  });

  async function savedPdf(name: string) {
    const path = join(folder, name);
    await answerSaveDialog(app, path);
    await app.page.getByRole('button', { name: 'Save PDF…' }).press('Enter');
    await app.page.getByText(`Saved ${name}.`).waitFor();
    return readPdf(readFileSync(path));
  }
});
