import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#test/support/electron-launch.ts';
import { currentSample } from '../../scripts/samples/current-sample.ts';
import { focusWords, type Keys, keysOf } from './keys.ts';
import { screenFaults } from './screen-faults.ts';
import { importFile } from './workbench-driver.ts';

const ADDRESS = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed';
const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

const SECTION_KEYS = {
  Overview: 'Alt+1',
  Custody: 'Alt+3',
  Terms: 'Alt+7',
  Contract: 'Alt+8',
  Options: 'Alt+9',
} as const;

// What a deal needs beside its dialogs, done without a mouse: each screen passes axe in both themes, Tab leads to everything
// on it, and nothing that is done on it leaves the keyboard on nothing.
describe('the screens of a deal, by keys alone', () => {
  let folder: string;
  let app: RunningApp;
  let keys: Keys;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ballast-screens-'));
    app = await launchApp();
    app.page.setDefaultTimeout(30_000);
    keys = keysOf(app.page);
    await app.page.getByRole('heading', { name: 'Assessments', level: 1 }).waitFor();
    await importFile(app, currentSample('well-run-exchange.json'));
  });
  afterEach(async () => {
    // A button that takes itself away hands the focus on a moment later.
    await theFocusIsSomewhere();
    expect(app.uncaught).toEqual([]);
    expect(app.consoleErrors).toEqual([]);
  });
  afterAll(async () => {
    await app?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const main = (): Locator => app.page.getByRole('main');
  const group = (name: string): Locator => main().getByRole('group', { name });
  /** Goes to a section of the editor. */
  const section = async (name: keyof typeof SECTION_KEYS): Promise<void> => {
    await keys.shortcut(SECTION_KEYS[name]);
    await app.page.locator('[aria-current="page"]', { hasText: name }).waitFor();
    // The list of sections is ahead of the section itself: until its heading is there, the one before is still shown.
    const heading = name === 'Overview' ? 'What is missing for a quote' : name;
    await app.page.locator('#section-heading', { hasText: heading }).waitFor();
  };
  const theFocusIsSomewhere = async (): Promise<void> => {
    await expect.poll(() => focusWords(app.page)).not.toBe('nothing');
  };

  const faults = (): Promise<readonly string[]> => screenFaults(app.page);

  it('an answer is judged, and the judgement taken off', async () => {
    await section('Custody');
    const question = main().getByRole('article').first();
    await keys.to(question.getByRole('button', { name: /^Judgement/ }));
    await keys.press('Enter');
    await keys.type('Score in its place', '71', question);
    await keys.choose('Reason', 'E', question);
    await keys.type('In words', LONG, question);
    expect(await faults()).toEqual([]);
    await keys.button('Set by judgement', question);
    await question.getByText(/^71\.0 in place of/).waitFor({ state: 'attached' });
    await theFocusIsSomewhere();
    await keys.button('Take the judgement off', question);
    await question.getByText('the score as computed counts').waitFor({ state: 'attached' });
  });

  it('the grade is judged, which undo takes back', async () => {
    await section('Overview');
    await keys.choose('Grade in its place', 'C', main());
    await keys.choose('Reason', 'E', main());
    await keys.type('In words', LONG, main());
    expect(await faults()).toEqual([]);
    await keys.button('Set by judgement', main());
    await main()
      .getByText(/^C+ in place of/)
      .waitFor();
    await theFocusIsSomewhere();
    await keys.press('Control+z');
    await main()
      .getByText(/^C+ in place of/)
      .waitFor({ state: 'detached' });
  });

  it('our line is given, held to the order, and follows a leader', async () => {
    await section('Terms');
    await keys.button('Give our line', main());
    await theFocusIsSomewhere();
    await keys.type(/^Order/, '50', main());
    await keys.type(/^Written line/, '60', main());
    await keys.press('Tab');
    await main().getByText('must not be above the order, 50%').first().waitFor();
    await keys.type(/^Written line/, '25', main());
    await keys.to(main().getByRole('radio', { name: 'Lead', exact: true }));
    await keys.press('ArrowRight');
    await keys.type(/^Leader/, LONG, main());
    await keys.type(/^Conditions of our line/, 'To follow the settlements of the leader.', main());
    expect(await faults()).toEqual([]);
    await keys.shortcut('Control+Shift+L');
    await app.page.getByText('All amounts at our line of 25%').first().waitFor();
    await keys.press('Control+Shift+L');
    await keys.button('Take the line away', main());
    await main().getByText('No line is given').waitFor();
  });

  it('the terms of the contract are taken over, chosen and written', async () => {
    await section('Contract');
    await keys.button('Take over the usual contract terms', main());
    await app.page.getByText(/^Filled .*with the usual words/).waitFor();
    await keys.to(
      main()
        .getByRole('checkbox', { name: /^(Condition|Warranty):/ })
        .first(),
    );
    await keys.press('Space');
    await keys.type('In your own words', LONG, main());
    await keys.button('Add to the contract', main());
    await main().getByText(`Condition: ${LONG}`).waitFor();
    await keys.to(main().getByRole('button', { name: /In the part$/ }));
    await keys.press('Enter', 'Enter');
    await keys.type('What is limited', LONG, main());
    await keys.press('Escape');
    await keys.type(/^Most that is paid/, '2m', main());
    await keys.button('Add sub-limit', main());
    await theFocusIsSomewhere();
    expect(await faults()).toEqual([]);
    await keys.button(`Remove ${LONG}`, main());
    await theFocusIsSomewhere();
  });

  it('the schedule of covered assets is typed, changed, pasted and removed', async () => {
    await section('Contract');
    const line = group('New line');
    await keys.type('Chain', 'Ethereum', line);
    await keys.press('Escape');
    await keys.type('Address', ADDRESS.replace(/d$/, 'D'), line);
    await keys.press('Tab');
    await line.getByText(/^The address fails its checksum/).waitFor();
    await keys.type('Address', ADDRESS, line);
    await keys.type('Used for', LONG, line);
    await keys.button('Add line', line);
    await main().getByRole('cell', { name: ADDRESS }).waitFor();
    await theFocusIsSomewhere();
    await keys.button('Change line 1', main());
    await keys.type('Used for', 'Hot wallet', group('Line to change'));
    await keys.button('Put the change', group('Line to change'));
    await main().getByRole('cell', { name: 'Hot wallet' }).waitFor();
    await theFocusIsSomewhere();
    await keys.type('Lines of a table', 'vault,,Vault 3,,', main());
    await keys.button('Add these lines', main());
    await main().getByRole('cell', { name: 'Vault 3' }).waitFor();
    await theFocusIsSomewhere();
    expect(await faults()).toEqual([]);
    await keys.button('Remove line 2', main());
    await main().getByRole('cell', { name: 'Vault 3' }).waitFor({ state: 'detached' });
    await theFocusIsSomewhere();
  });

  it('a file is attached as evidence, and detached', async () => {
    await section('Custody');
    const file = join(folder, `${LONG}.pdf`);
    writeFileSync(file, '%PDF-1.7 the report');
    const open = main().getByRole('button', { name: `Open ${LONG}.pdf` });
    const chooser = app.page.waitForEvent('filechooser');
    await keys.button(/^Attach a file/, main());
    await (await chooser).setFiles(file);
    // What kept it from being attached is told.
    await open.or(main().getByRole('alert')).first().waitFor();
    expect(await main().getByRole('alert').allInnerTexts()).toEqual([]);
    await open.waitFor();
    expect(await faults()).toEqual([]);
    await keys.button(`Detach ${LONG}.pdf`, main());
    await main()
      .getByRole('button', { name: `Open ${LONG}.pdf` })
      .waitFor({ state: 'detached' });
    await theFocusIsSomewhere();
  });

  it('options A to E are added, named, taken off the paper, shown and removed', async () => {
    await section('Options');
    for (const letter of ['B', 'C', 'D', 'E']) {
      await keys.shortcut('Control+Shift+O');
      await main()
        .getByRole('button', { name: `Option ${letter}`, exact: true })
        .waitFor();
    }
    const table = main().getByRole('region', { name: 'Options side by side' });
    await keys.type('What sets B apart', LONG, table);
    await keys.to(table.getByRole('checkbox', { name: 'On the paper' }).nth(4));
    await keys.press('Space');
    await keys.button('Option C', table);
    await expect
      .poll(() => table.getByRole('button', { name: 'Option C', exact: true }).getAttribute('aria-pressed'))
      .toBe('true');
    await keys.to(
      app.page.getByRole('radiogroup', { name: 'Option shown' }).getByRole('radio', { name: 'C' }),
    );
    await keys.press('ArrowLeft');
    await app.page.getByText(`Option B, ${LONG}`).first().waitFor();
    await expect.poll(() => table.locator('.is-stale').count(), { timeout: 30_000 }).toBe(0);
    expect(await faults()).toEqual([]);
    await keys.button('Remove option E', table);
    await table.getByRole('button', { name: 'Option E', exact: true }).waitFor({ state: 'detached' });
    await theFocusIsSomewhere();
  });

  it('a capacity is entered in the settings, and kept', async () => {
    await keys.shortcut('Control+Comma');
    await app.page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
    await keys.type(/^One custodian/, '50m', main());
    await keys.press('Tab');
    const kept = () =>
      app.page.evaluate(async () => {
        const capacities = await window.ballast.book.capacities();
        return capacities.ok ? capacities.value.map(({ amountMinor }) => amountMinor as number) : [];
      });
    await expect.poll(kept).toEqual([5_000_000_000]);
    expect(await faults()).toEqual([]);
  });
});
