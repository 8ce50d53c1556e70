import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstLimitsOf } from '#shared/domain/people.ts';
import { checkArchive } from '#test/papers/archive/check-archive.ts';
import { readPaperText } from '#test/papers/paper-text.ts';
import { sumsOf } from '#test/papers/sums.ts';
import { checkPaper } from '#test/papers/ua/check-paper.ts';
import { launchApp, type RunningApp } from '#test/support/electron-launch.ts';
import { currentSample } from '../../scripts/samples/current-sample.ts';
import { axeFindings } from './axe-findings.ts';
import { pageSettings } from './page-setting.ts';
import { readPdf } from './pdf-facts.ts';
import { settingFaults } from './setting-faults.ts';
import {
  answerSaveDialog,
  chooseByKeyboard,
  chooseInMenu,
  goToSection,
  importFile,
} from './workbench-driver.ts';

const PRINTING_MS = 60_000;

// The letters, memos and schedules of a case: shown as they are printed, made, kept and saved.
describe('the papers of a case', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await launchApp();
    await app.page.getByRole('heading', { name: 'Assessments', level: 1 }).waitFor();
    await app.page.evaluate(async (limits) => {
      const entry = { name: 'Hope Reed', initials: 'HR', role: 'head', email: null, limits } as const;
      const added = await window.ballast.people.addProfile({ entry, passphrase: null, isMe: true });
      if (!added.ok) throw new Error(added.failure.message);
    }, firstLimitsOf('head') as never);
  });
  afterAll(() => app?.close());

  const dialog = (name: string): Locator => app.page.getByRole('dialog', { name });
  const button = (name: string | RegExp, within: Locator = app.page.locator('body')): Locator =>
    within.getByRole('button', { name });
  const made = async (within: Locator, fileName: string): Promise<string> => {
    const path = join(app.userData, fileName);
    await answerSaveDialog(app, path);
    await button('Make and save PDF', within).click();
    await expect.poll(() => existsSync(path), { timeout: PRINTING_MS }).toBe(true);
    return path;
  };

  it('a decline letter says the reasons that were chosen, and is kept', async () => {
    await importFile(app, currentSample('declined-yield-vault.json'));
    await chooseInMenu(app, 'deal.decline');
    const declining = dialog('Decline');
    await chooseByKeyboard(declining, 'Reason', 'Grade');
    await button('Decline', declining).focus();
    await app.page.keyboard.press('Enter');
    await declining.waitFor({ state: 'detached' });
    await goToSection(app.page, 'Quotes and history');
    await button('Decline letter…').click();
    const letter = dialog('Decline letter');
    await letter.getByText('Choose a reason, and the letter is shown here.').waitFor();
    // By key alone: to the first reason, and chosen with the space bar.
    await letter.getByRole('checkbox').first().focus();
    await app.page.keyboard.press('Space');
    const page = letter.frameLocator('iframe');
    await page.getByText('The risk lies outside what we insure at present.').waitFor();
    expect(await page.getByText(/Not quotable|Score|Grade/).count()).toBe(0);
    expect(await axeFindings(app.page, 'light')).toEqual([]);
    await made(letter, 'decline.pdf');
    await letter.waitFor({ state: 'detached' });
    await button('Save PDF of decline letter no. 1').waitFor();
  });

  it('what is missing is shown as a letter to the broker', async () => {
    await button('Missing information…').click();
    const letter = dialog('Missing information');
    await letter.frameLocator('iframe').getByText('Open questions, the weightiest first').waitFor();
    await letter.getByText('Sign the paper').click();
    const signed = readFileSync(await made(letter, 'missing.pdf'));
    expect(signed.toString('latin1')).toContain('/ByteRange');
    expect([...(await checkPaper(signed)), ...(await checkArchive(signed))]).toEqual([]);
    await button('Save PDF of missing information no. 2').waitFor();
  });

  it('what was bound is scheduled, with the hash of the paper that was accepted', async () => {
    await importFile(app, currentSample('well-run-exchange.json'));
    const path = join(app.userData, 'schedule.pdf');
    await answerSaveDialog(app, path);
    const accepted = await app.page.evaluate(
      async (today) => {
        const { assessments, deal, quotes } = window.ballast;
        const done = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T => {
          if (!result.ok) throw new Error(JSON.stringify(result));
          return result.value;
        };
        const list = done(await assessments.list());
        const { id } = list.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))[0]!;
        const { version } = done(await assessments.open({ id }));
        const issued = done(await quotes.issue({ assessmentId: id, version, paper: 'a4' }));
        const quote = issued.quotes[0]!;
        const acceptance = {
          by: 'The broker',
          on: today,
          how: 'by e-mail',
          option: 'A',
          signedLinePercent: 80,
        };
        const stands = done(
          await deal.accept({ id: quote.id, acceptance: acceptance as never, words: null }),
        );
        for (const { key } of stands.deal.subjectivities)
          done(await deal.moveSubjectivity({ id: quote.id, subjectivity: key, to: 'met', words: null }));
        done(await deal.bind({ id: quote.id, words: null }));
        const order = { kind: 'cover-schedule' } as const;
        const kept = done(await deal.makePaper({ id, paper: 'a4', order }));
        done(await deal.savePaper({ id, sequence: kept.sequence }));
        return quote.pdfSha256;
      },
      new Date().toISOString().slice(0, 10),
    );
    const bytes = readFileSync(path);
    expect([...(await checkPaper(bytes)), ...(await checkArchive(bytes))]).toEqual([]);
    expect(settingFaults({ name: 'schedule', bytes, pages: await pageSettings(bytes) })).toEqual([]);
    const sums = sumsOf(await readPaperText(bytes));
    expect(sums.length).toBeGreaterThan(0);
    expect(sums.filter(({ said, made: of, within }) => !(Math.abs(said - of) <= within + 1e-9))).toEqual([]);
    const { pages } = await readPdf(bytes);
    const text = pages.join(' ').replaceAll(/\s+/g, ' ');
    for (const words of ['Cover schedule', 'Bound at', 'Hope Reed', '80% of 100%', accepted])
      expect(text).toContain(words);
    for (const words of ['Acceptance', 'Offer ends']) expect(text).not.toContain(words);
  }, 120_000);
});
