import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#test/support/electron-launch.ts';
import { axeFindings } from './axe-findings.ts';
import { chooseInMenu, goToSection, menuItem, untilSaved } from './workbench-driver.ts';

const fieldWorkbook = resolve(import.meta.dirname, '../store/fixtures/workbook-060.sqlite.gz');
const MOVE = 'assessment.move-model';

describe('a draft that an earlier version of the application began', () => {
  let folder: string;
  let app: RunningApp;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ballast-retired-'));
    const file = join(folder, 'field.ballast');
    writeFileSync(file, gunzipSync(readFileSync(fieldWorkbook)));
    app = await launchApp({ args: ['--workbook', file] });
    app.page.setDefaultTimeout(60_000);
    await app.page
      .getByRole('row', { name: /Calder Sound Exchange.*Draft/i })
      .first()
      .dblclick();
    await app.page.getByRole('navigation', { name: 'Sections' }).waitFor();
  });
  afterEach(() => {
    expect(app.uncaught).toEqual([]);
    expect(app.consoleErrors).toEqual([]);
  });
  afterAll(async () => {
    await app?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const notice = (): Locator =>
    app.page.getByText('This draft is priced under model 2026.1, which is retired.');
  const dialog = (): Locator => app.page.getByRole('dialog');
  const causes = (): Locator => dialog().getByRole('region', { name: 'Why the technical premium changes' });
  const quoted = (amount: string): Promise<void> =>
    app.page.getByRole('complementary', { name: 'Verdict' }).getByText(amount).first().waitFor();
  const cents = (text: string): number => Number(text.replace('−', '-').replaceAll(/[^\d-]/g, ''));

  it('stays under its model, and shows what that of today changes, to the cent', async () => {
    const { page } = app;
    await notice().waitFor();
    await quoted('1,890,600');
    await page.getByRole('button', { name: 'See what model 2026.2 changes…' }).press('Enter');
    await causes().waitFor();
    const rows = await causes()
      .locator('tbody tr')
      .evaluateAll((lines) => lines.map((line) => [...line.children].map((cell) => cell.textContent ?? '')));
    const changes = rows.map(([, change = '']) => cents(change));
    const total = changes.pop();
    expect(total).toBe(230_109_841 - 199_012_524);
    expect(changes.reduce((sum, change) => sum + change, 0)).toBe(total);
    expect(await axeFindings(page, 'light')).toEqual([]);
    await dialog().getByRole('button', { name: 'Keep model 2026.1' }).press('Enter');
    await dialog().waitFor({ state: 'detached' });
    await notice().waitFor();
  });

  it('is moved by the command of the menu; undo takes it back, and the history tells both', async () => {
    const { page } = app;
    await chooseInMenu(app, MOVE);
    await causes().waitFor();
    await dialog().getByRole('button', { name: 'Move to model 2026.2' }).press('Enter');
    await notice().waitFor({ state: 'detached' });
    await quoted('2,186,000');
    await untilSaved(page);
    expect((await menuItem(app, MOVE))?.isEnabled).toBe(false);
    await goToSection(page, 'Quotes and history');
    await page
      .getByText(
        /Moved to rating model digital-asset-2026\.2 from digital-asset-2026\.1: .* became .*2,186,000\.00\./,
      )
      .waitFor();
    await page.keyboard.press('Control+z');
    await notice().waitFor();
    await quoted('1,890,600');
    await untilSaved(page);
    const history = await page.evaluate(async () => {
      const list = await window.ballast.assessments.list();
      const draft = list.ok
        ? list.value.find(({ subjectName, state }) => /^Calder/.test(subjectName) && state === 'draft')
        : undefined;
      if (draft === undefined) return [];
      const record = await window.ballast.assessments.open({ id: draft.id });
      return record.ok ? record.value.history.map(({ action }) => action) : [];
    });
    expect(history.filter((action) => action === 'assessment-moved')).toHaveLength(2);
    const isSound = await page.evaluate(async () => {
      const report = await window.ballast.workbook.check();
      return report.ok && report.value.isSound;
    });
    expect(isSound).toBe(true);
  });
});
