import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { getAssessment, listAssessments } from '#electron/store/assessments/read-assessments.ts';
import { checkedInFull } from '#electron/store/check/check-workbook.ts';
import { verifyQuote } from '#electron/store/check/verify-quote.ts';
import { closeWorkbook, openWorkbook } from '#electron/store/workbook/workbook.ts';
import { inElectron } from '#test/bench/window/in-electron.ts';
import { goToSection, importFile } from '#test/e2e/workbench-driver.ts';
import { valueIn } from '#test/store/support/results.ts';
import { launchApp, type RunningApp } from '#test/support/electron-launch.ts';
import { currentSample } from '../../scripts/samples/current-sample.ts';
import type { Random } from './random.ts';
import { Counting, type SoakKind, type SoakRoom, type Tally } from './soak-kind.ts';

// The real window is driven as a person would: something is typed again and again, or a quote is issued, and the main
// process dies by SIGKILL in the middle of it. What the window said was saved or issued must be in the workbook.

const SAMPLE = currentSample('well-run-exchange.json');
const NAME = /Calder Sound/;
const LONGEST_TYPING_MS = 4000;
const LONGEST_ISSUING_MS = 4000;
const AFTER_ISSUE_MS = 300;
/** What a save takes at most until the window tells of it, where nothing fails. */
const SAVED_WITHIN_MS = 10_000;

/** What the window had said until it was killed. */
interface Said {
  readonly id: string;
  /** The last entry that was typed, and the last of which the window said that it was saved. */
  typed: number;
  saved: number;
  hasIssued: boolean;
}

const note = (entry: number): string => `entry ${entry}`;
const noteField = (page: Page) => page.getByRole('textbox', { name: 'Note', exact: true }).first();

/** Opens the draft of the sample, which is imported where there is none. */
async function openDraft(app: RunningApp): Promise<string> {
  const { page } = app;
  // It comes back where it was, if it had time to note that.
  await page
    .getByRole('navigation', { name: 'Ballast' })
    .getByRole('button', { name: 'Assessments', exact: true })
    .click();
  const draftId = () =>
    page.evaluate(async (pattern) => {
      const list = await window.ballast.assessments.list();
      const isName = new RegExp(pattern);
      return list.ok
        ? list.value.find(({ subjectName, state }) => isName.test(subjectName) && state === 'draft')?.id
        : undefined;
    }, NAME.source);
  const there = await draftId();
  if (there === undefined) await importFile(app, SAMPLE);
  else await page.getByRole('row', { name: NAME }).filter({ hasText: 'Draft' }).first().dblclick();
  await goToSection(page, 'Subject and exposures');
  const id = there ?? (await draftId());
  if (id === undefined) throw new Error('no draft was imported');
  return id;
}

/** Types one entry after the other, and waits until the window says of each that it is saved. */
async function typeOn(page: Page, said: Said): Promise<never> {
  const status = page.locator('.save-indicator');
  for (;;) {
    await noteField(page).fill(note(said.typed + 1));
    said.typed += 1;
    // It says so of an earlier entry until it notices this one.
    await status.filter({ hasText: 'Saving' }).waitFor({ timeout: SAVED_WITHIN_MS });
    await status.filter({ hasText: /^Saved/ }).waitFor({ timeout: SAVED_WITHIN_MS });
    said.saved = said.typed;
  }
}

async function issue(page: Page, said: Said): Promise<void> {
  await page.getByRole('button', { name: 'Issue quote…' }).click();
  await page
    .getByRole('dialog', { name: 'Issue quote' })
    .getByRole('button', { name: /^Issue/ })
    .click();
  await page.getByRole('dialog', { name: /^(Quote|Indication) issued$/ }).waitFor();
  said.hasIssued = true;
}

interface Place {
  readonly path: string;
  readonly userData: string;
}

/** One life of the window, ended in the middle of what it does. */
async function lifeOfWindow({ path, userData }: Place, random: Random, typed: number): Promise<Said> {
  const app = await launchApp({ userData, args: ['--workbook', path] });
  let isKilled = false;
  try {
    const id = await openDraft(app).catch(async (error: unknown) => {
      const shown = await app.page.locator('body').ariaSnapshot();
      throw new Error(`the draft was not opened: ${String(error)}\nThe window shows:\n${shown}`);
    });
    const said: Said = { id, typed, saved: 0, hasIssued: false };
    const isIssuing = random.below(4) === 0;
    // Half of them die right after the window said that the quote is issued, the others somewhere on the way.
    const isAfterIssue = isIssuing && random.below(2) === 0;
    const milliseconds = isAfterIssue
      ? random.below(AFTER_ISSUE_MS)
      : random.below(isIssuing ? LONGEST_ISSUING_MS : LONGEST_TYPING_MS);
    // What is under way when the process dies fails, as it must.
    const work = (isIssuing ? issue(app.page, said) : typeOn(app.page, said)).catch((error: unknown) => {
      if (!isKilled) throw error;
    });
    if (isAfterIssue) await work.then(() => wait(milliseconds));
    else await Promise.race([wait(milliseconds), work.then(() => wait(milliseconds))]);
    isKilled = true;
    await app.killHard();
    await work;
    return said;
  } finally {
    if (!isKilled) await app.killHard();
  }
}

/** What the workbook then holds otherwise than it should. */
async function wrongIn(path: string, said: Said): Promise<readonly string[]> {
  const now = new Date();
  const opened = openWorkbook(path, { mode: 'open', appVersion: 'soak', now });
  if (!opened.ok) return [`refused: ${opened.failure.message}`];
  const { db } = opened.value;
  try {
    const report = await checkedInFull(db, { now });
    const wrong = report.findings.filter(({ isSound }) => !isSound).map(({ message }) => message);
    const record = valueIn(listAssessments(db)).find(({ id }) => id === said.id);
    if (record === undefined) return [...wrong, 'the assessment is gone'];
    const found = getAssessment(db, record.id);
    if (!found.ok) return [...wrong, found.failure.message];
    const kept = Number(/^entry (\d+)$/.exec(found.value.content.exposures.note ?? '')?.[1] ?? 0);
    if (kept < said.saved || kept > said.typed)
      wrong.push(`“${note(said.saved)}” was saved and “${note(said.typed)}” typed; it holds “${note(kept)}”`);
    const [quote] = found.value.quotes;
    if (said.hasIssued && quote === undefined) wrong.push('the issued quote is gone');
    if ((quote !== undefined) !== (record.state === 'finalised')) wrong.push('issued by half');
    if (quote !== undefined) {
      const verdict = verifyQuote(db, quote.id);
      if (!verdict.ok || !verdict.value.isSound) wrong.push('the quote is not as it was issued');
    }
    return wrong;
  } finally {
    closeWorkbook(opened.value);
  }
}

/** Kills the built application, which must be there to be run. */
export async function killWindows({ folder, workbook, random, count, isTimeOver }: SoakRoom): Promise<Tally> {
  const counting = new Counting();
  const place = { path: join(folder, 'Window.ballast'), userData: join(folder, 'user-data') };
  copyFileSync(workbook, place.path);
  let typed = 0;
  for (let i = 0; i < count && !isTimeOver(); i += 1) {
    try {
      const said = await lifeOfWindow(place, random, typed);
      typed = said.typed;
      const wrong = await wrongIn(place.path, said);
      if (said.saved > 0) counting.add('lives in which the window said “Saved”');
      if (wrong.length > 0) counting.wrong(`kill ${i}: ${wrong.join('; ')}`);
      else counting.end(said.hasIssued ? 'killed after an issue, all there' : 'nothing lost, sound');
    } catch (error) {
      counting.wrong(`kill ${i}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return counting.tally;
}

async function run(room: SoakRoom): Promise<Tally> {
  const killed = await inElectron(() => killWindows(room), 'the window');
  if (typeof killed !== 'string') return killed;
  return { tried: 0, ended: {}, wrong: [killed] };
}

export const windowKillsKind: SoakKind = { name: 'window-kills', whole: 50, short: 0, run };
