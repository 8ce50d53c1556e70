import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { optionedSubmission } from '#test/papers/optioned-submission.ts';
import { launchApp, type RunningApp } from '#test/support/electron-launch.ts';
import { currentSample } from '../../scripts/samples/current-sample.ts';
import { chooseInMenu, goToSection, importFile } from './workbench-driver.ts';

const NAME = 'Donaudampfschifffahrtsgesellschaft'.repeat(6).slice(0, 200);
const WIDTHS = [1024, 1440, 1920] as const;

describe('a subject whose name has 200 letters, with options of as long a word', () => {
  let folder: string;
  let app: RunningApp;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ballast-long-names-'));
    const sample = JSON.parse(readFileSync(currentSample('well-run-exchange.json'), 'utf8'));
    const subject = { ...sample.subject, name: NAME, legalName: null };
    const terms = { ...sample.terms, insured: null, broker: NAME };
    // A label of an option stands in the narrowest column that a paper has.
    const options = JSON.parse(optionedSubmission('well-run-exchange')).options.map(
      (option: object, at: number) => ({
        ...option,
        label: NAME.slice(at, at + 100),
      }),
    );
    const file = join(folder, 'long.json');
    writeFileSync(file, JSON.stringify({ ...sample, subject, terms, options }));
    app = await launchApp();
    await importFile(app, file);
  });
  afterAll(async () => {
    await app?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const setWidth = async (width: number): Promise<void> => {
    await app.electron.evaluate(
      ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setContentSize(to, 800),
      width,
    );
    await app.page.waitForFunction((to) => window.innerWidth === to, width);
  };

  /** What reaches beyond the window, or from the work into the verdict beside it. */
  const outOfPlace = (): Promise<string[]> =>
    app.page.evaluate(() => {
      const isCut = (element: Element) =>
        element.closest('svg, .visually-hidden, .section-nav, .record-room') !== null;
      const beyond = (within: ParentNode, edge: number) =>
        [...within.querySelectorAll('*')]
          .filter((element) => !isCut(element))
          .filter((element) => element.getBoundingClientRect().right > edge + 1)
          .map((element) => `${element.tagName} ${element.className}`);
      const work = document.querySelector('.editor-work');
      const verdict = document.querySelector('.verdict-side');
      return [
        ...beyond(document, window.innerWidth),
        ...(work && verdict ? beyond(work, verdict.getBoundingClientRect().left) : []),
      ];
    });

  it('stays in its room at every width, in the editor and in the dialog that issues', async () => {
    for (const width of WIDTHS) {
      await setWidth(width);
      for (const section of ['Overview', 'Terms', 'Options', 'Quotes and history']) {
        await goToSection(app.page, section);
        await app.page.getByRole('heading', { level: 2 }).first().waitFor();
        expect(await outOfPlace(), `${section} at ${width}`).toEqual([]);
      }
      await chooseInMenu(app, 'assessment.issue-quote');
      await app.page.getByRole('dialog', { name: 'Issue quote' }).getByText(NAME).waitFor();
      expect(await outOfPlace(), `the dialog at ${width}`).toEqual([]);
      await app.page.keyboard.press('Escape');
      await app.page.getByRole('dialog').waitFor({ state: 'detached' });
    }
  });

  it('is found by the reference of its quote once a revision is begun after it', async () => {
    const { page } = app;
    await chooseInMenu(app, 'assessment.issue-quote');
    const issuing = page.getByRole('dialog', { name: 'Issue quote' }).getByRole('button', { name: /^Issue/ });
    await issuing.click();
    const issued = page.getByRole('dialog', { name: /issued$/ });
    const title = await issued.getByText(/^BAL-\d{4}-\d{4}-.{5} v1$/).innerText();
    await issued.getByRole('button', { name: 'Close' }).last().click();
    await page.getByRole('button', { name: 'Make a new revision' }).first().click();
    await page.getByText('draft, revision 2').waitFor();
    // The figures of the last save stand there from the first: no moment says that there is no price.
    expect(await page.getByText('No price yet').count()).toBe(0);
    await chooseInMenu(app, 'go.assessments');
    await page.getByRole('searchbox').fill(title.split(' ')[0]!.toLowerCase());
    const row = page.getByRole('row', { name: /revision 2/ });
    await row.getByText(title).waitFor();
    // Without the legal name of the insured it is an indication.
    await row.getByText(/^indication, until /).waitFor();
    expect(await outOfPlace()).toEqual([]);
    await chooseInMenu(app, 'view.palette');
    await page.getByRole('searchbox', { name: 'Search commands and assessments' }).fill(title.split(' ')[0]!);
    await page.getByRole('menuitem').filter({ hasText: title }).waitFor();
    expect(await page.getByRole('menuitem').count()).toBe(1);
    expect(app.uncaught).toEqual([]);
    expect(app.consoleErrors).toEqual([]);
  });
});
