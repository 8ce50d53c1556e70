import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { projectRoot } from '../runtime/paths.ts';
import { tourOfADeal } from './tour-of-a-deal.ts';
import { command, ISSUE_LIMIT_MS, section, settle, type TourOptions } from './tour-steps.ts';

const SAMPLES = join(projectRoot, 'resources', 'samples');
const SECTIONS = [
  'Overview',
  'Subject and exposures',
  'Custody',
  'Audits',
  'Incidents',
  'Declarations',
  'Terms',
  'Contract',
  'Options',
  'Price',
  'Quotes and history',
] as const;

/** Walks through the window as a person would, with the bundled samples in the workbook. */
export async function tour(page: Page, options: TourOptions): Promise<void> {
  const { theme, take } = options;
  // No key is heard before the first page is there.
  await page.getByRole('heading', { name: 'Assessments', level: 1 }).waitFor();
  await page.keyboard.press('Control+Comma');
  await page
    .getByRole('radiogroup', { name: 'Theme' })
    .getByText(theme === 'light' ? 'Light' : 'Dark')
    .click();
  await take('settings');
  await page.keyboard.press('Control+1');
  await take('list-empty');
  await command(page, 'Re-price');
  await page.getByText('nothing to re-price').waitFor();
  await take('reprice-empty');
  await page.keyboard.press('Control+1');
  await importSamples(page);
  await page.getByRole('row', { name: /Calder Sound/ }).waitFor();
  await take('list');
  await page.keyboard.press('Control+n');
  await page.getByRole('textbox', { name: 'Name' }).fill('Calder Sound');
  await take('new');
  await page.keyboard.press('Control+1');
  for (const [name, sample] of [
    ['exchange', /Calder Sound/],
    ['weak', /Tidewrack/],
    ['bridge', /Causewright/],
  ] as const) {
    await page.getByRole('row', { name: sample }).press('Enter');
    await page.getByRole('complementary', { name: 'Verdict' }).waitFor();
    for (const title of SECTIONS) {
      await section(page, title);
      await settle(page);
      await take(`${name}-${title.toLowerCase().replaceAll(' ', '-')}`);
    }
    await page.keyboard.press('Control+1');
  }
  await quote(page, take);
  await reprice(page, take);
  await tourOfADeal(page, options);
}

/** Through the bridge, because the file dialog belongs to the system. */
async function importSamples(page: Page): Promise<void> {
  for (const file of (await readdir(SAMPLES))
    .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
    .sort()) {
    const text = await readFile(join(SAMPLES, file), 'utf8');
    const input = JSON.stringify({ fileName: file, text });
    const problem = await page.evaluate(
      `window.ballast.assessments.importText(${input}).then((result) => result.ok ? null : result.failure.message)`,
    );
    if (problem !== null) throw new Error(`${file} was not imported: ${String(problem)}`);
  }
  await page.reload();
}

async function quote(page: Page, take: TourOptions['take']): Promise<void> {
  await page.getByRole('row', { name: /Calder Sound/ }).press('Enter');
  await page.getByRole('button', { name: 'Issue quote…' }).first().click();
  await settle(page);
  await take('issue');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Issue/ })
    .click();
  await page.getByRole('dialog', { name: /issued$/ }).waitFor({ timeout: ISSUE_LIMIT_MS });
  await take('issued');
  await page.getByRole('button', { name: 'Show document' }).click();
  await page.frameLocator('iframe').getByText('Premium').first().waitFor();
  await settle(page);
  await take('document');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click();
  await settle(page);
  await take('finalised');
}

async function reprice(page: Page, take: TourOptions['take']): Promise<void> {
  await page.keyboard.press('Control+1');
  await page.getByRole('button', { name: 'Re-price the book' }).click();
  await page.getByText('with an issued quote').waitFor();
  await take('reprice');
  await page.getByRole('button', { name: 'Start re-pricing' }).click();
  await page.getByText('re-priced at').waitFor({ timeout: ISSUE_LIMIT_MS });
  await settle(page);
  await take('reprice-done');
  await page.keyboard.press('Control+1');
}
