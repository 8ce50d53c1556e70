import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#test/support/electron-launch.ts';
import { currentSample } from '../../scripts/samples/current-sample.ts';
import { fill, goToSection, importFile, untilSaved } from './workbench-driver.ts';

describe('what subjects share', () => {
  let folder: string;
  let app: RunningApp;
  const file = (name: string, custodians: readonly string[]): string => {
    const sample = JSON.parse(readFileSync(currentSample('well-run-exchange.json'), 'utf8'));
    const path = join(folder, `${name}.json`);
    const links = custodians.length === 0 ? {} : { custodians };
    writeFileSync(path, JSON.stringify({ ...sample, subject: { ...sample.subject, name, ...links } }));
    return path;
  };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ballast-shared-'));
    app = await launchApp();
  });
  afterAll(async () => {
    await app?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is picked or typed, limited in the settings and told in the decision', async () => {
    const { page } = app;
    await importFile(app, file('First Exchange', ['Vault & Sons']));
    await importFile(app, file('Second Exchange', []));
    await goToSection(page, 'Subject');
    const custodian = page.getByRole('combobox', { name: 'Custodians' });
    await custodian.fill('VAULT & sons');
    await custodian.press('Enter');
    await page.getByRole('list', { name: 'Custodians' }).getByText('Vault & Sons').waitFor();
    await fill(page, 'Group', 'Harbour Holding');
    await untilSaved(page);

    await page.getByRole('button', { name: 'Settings' }).first().click();
    await fill(page, 'One custodian', '10m');
    await expect
      .poll(async () => {
        const kept = await page.evaluate(() => window.ballast.book.capacities());
        return kept.ok ? kept.value : [];
      })
      .toEqual([{ field: 'custodians', amountMinor: 1_000_000_000, currency: 'USD' }]);

    await page.getByRole('button', { name: 'Assessments' }).first().click();
    await page.getByText('Second Exchange').first().dblclick();
    const verdict = page.locator('.verdict-side');
    await verdict.getByText('Accumulation above the capacity').waitFor();
    expect((await verdict.innerText()).replaceAll('\u00a0', ' ')).toMatch(
      /Custodian “Vault & Sons”: limits of USD [\d,]+ each event with this offer and 0 other papers of the workbook, above the capacity of USD 10,000,000\./,
    );
  });
});
