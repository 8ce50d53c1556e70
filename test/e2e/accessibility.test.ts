import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#test/support/electron-launch.ts';
import { currentSample } from '../../scripts/samples/current-sample.ts';
import { axeFindings } from './axe-findings.ts';
import { chooseInMenu, goToSection, importFile } from './workbench-driver.ts';

const sample = currentSample('weak-exchange.json');
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

describe.each(['light', 'dark'] as const)('accessibility in the %s theme', (theme) => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await launchApp();
    await app.page.getByRole('heading', { name: 'Assessments', level: 1 }).waitFor();
    await importFile(app, sample);
    await command(`view.theme-${theme}`);
    await app.page.locator(`:root[data-theme="${theme}"]`).waitFor();
  });
  afterAll(() => app?.close());

  const command = (commandId: string): Promise<void> => chooseInMenu(app, commandId);

  const violations = (): Promise<string[]> => axeFindings(app.page, theme);

  it('of every section of the editor', async () => {
    const found: Record<string, string[]> = {};
    for (const section of SECTIONS) {
      await goToSection(app.page, section);
      found[section] = await violations();
    }
    expect(found).toEqual(Object.fromEntries(SECTIONS.map((section) => [section, []])));
  });

  it('of re-pricing the book, before and after', async () => {
    await command('workbook.reprice');
    await app.page.getByRole('button', { name: 'Start re-pricing' }).waitFor();
    expect(await violations()).toEqual([]);
    await app.page.getByRole('button', { name: 'Start re-pricing' }).click();
    await app.page.getByText(/re-priced at/).waitFor();
    expect(await violations()).toEqual([]);
  });

  it('of the list, the form of a new assessment, the bin and the settings', async () => {
    await command('go.assessments');
    await app.page.getByRole('grid', { name: 'Assessments' }).waitFor();
    expect(await violations()).toEqual([]);
    await command('assessment.new');
    await app.page.getByRole('form', { name: 'New assessment' }).waitFor();
    expect(await violations()).toEqual([]);
    await command('go.bin');
    expect(await violations()).toEqual([]);
    await command('go.settings');
    await app.page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
    expect(await violations()).toEqual([]);
  });
});
