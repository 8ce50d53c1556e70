import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, localDay } from '#shared/domain/dates.ts';
import { formatDate } from '#shared/domain/format-date.ts';
import { launchApp, type RunningApp } from '#test/support/electron-launch.ts';
import { currentSample } from '../../scripts/samples/current-sample.ts';
import { fill, goToSection, importFile, sayWhoWorksHere, untilSaved } from './workbench-driver.ts';

const SAMPLE = currentSample('well-run-exchange.json');
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('an assessment of a day that has begun nowhere', () => {
  let folder: string;
  let app: RunningApp;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ballast-tomorrow-'));
    app = await launchApp({
      userData: join(folder, 'user-data'),
      args: ['--workbook', join(folder, 'book.ballast')],
    });
    app.page.setDefaultTimeout(20_000);
    await app.page.getByRole('heading', { level: 1 }).waitFor();
    await sayWhoWorksHere(app.page, 'Class underwriter');
    await importFile(app, SAMPLE);
  });
  afterAll(async () => {
    expect(app?.uncaught).toEqual([]);
    expect(app?.consoleErrors).toEqual([]);
    await app?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const issueDialog = () => app.page.getByRole('dialog', { name: 'Issue quote' });
  const setAsOf = async (date: string) => {
    await goToSection(app.page, 'Subject and exposures');
    await fill(app.page, 'As of', plain(formatDate(date)));
    await untilSaved(app.page);
  };

  it('is refused by the window and by the main process in the same words', async () => {
    const { page } = app;
    const today = localDay(new Date());
    const ahead = addDays(today, 2);
    const sentence = plain(
      `The assessment date ${formatDate(ahead)} is after today (${formatDate(today)}); an assessment cannot know the future.`,
    );
    await setAsOf(ahead);
    await page.getByText('Cannot be issued yet').first().waitFor();
    await page.keyboard.press('Control+Enter');
    await issueDialog().getByText('This cannot be issued yet').waitFor();
    expect(plain(await issueDialog().innerText())).toContain(sentence);
    expect(await issueDialog().innerText()).not.toMatch(/will be issued as a quote|asOf/i);
    expect(await issueDialog().getByRole('button', { name: 'Issue quote' }).isDisabled()).toBe(true);

    const answer = await page.evaluate(async () => {
      const list = await window.ballast.assessments.list();
      const id = list.ok ? (list.value[0]?.id ?? '') : '';
      const found = await window.ballast.assessments.open({ id });
      if (!found.ok) return found;
      return window.ballast.quotes.issue({ assessmentId: id, version: found.value.version, paper: 'a4' });
    });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'not-ready' } });
    expect(plain(answer.ok ? '' : answer.failure.message)).toBe(`This cannot be issued. ${sentence}`);
    await page.keyboard.press('Escape');
    await issueDialog().waitFor({ state: 'detached' });
  });

  it('goes out as a quote once it is dated tomorrow, as a colleague further east may date it', async () => {
    const { page } = app;
    await setAsOf(addDays(localDay(new Date()), 1));
    await page.getByText('Goes out as a quote: no rule that is computed refers it.').first().waitFor();
    await page.keyboard.press('Control+Enter');
    await issueDialog().getByText('This will be issued as a quote').waitFor();
    await expect
      .poll(() => issueDialog().getByRole('button', { name: 'Issue quote' }).isEnabled())
      .toBe(true);
  });
});
