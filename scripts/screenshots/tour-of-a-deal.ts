import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { readJsonText } from '#shared/domain/json-text.ts';
import { firstLimitsOf, type Role } from '#shared/domain/people.ts';
import { projectRoot } from '../runtime/paths.ts';
import { command, ISSUE_LIMIT_MS, section, settle, type TourOptions } from './tour-steps.ts';

/** 80 letters: what every screen must have room for. */
const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

/** One risk under a long name with two people: judged, in five options, and referred. */
export async function tourOfADeal(page: Page, { take }: TourOptions): Promise<void> {
  await addPerson(page, 'Hope Reed', 'head');
  await addPerson(page, 'Ada Vance', 'underwriter');
  await importUnderLongName(page);
  await page.getByRole('heading', { name: 'Assessments', level: 1 }).waitFor();
  await page.keyboard.press('Control+Comma');
  await page.getByRole('heading', { name: 'People and authority' }).scrollIntoViewIfNeeded();
  await take('people');
  await page
    .getByRole('button', { name: /^Change Ada Vance/ })
    .first()
    .click();
  await take('person');
  await page.keyboard.press('Escape');
  await signIn(page, 'Ada Vance');
  await page.keyboard.press('Control+1');
  await page.getByRole('row', { name: /Donaudampf/ }).press('Enter');
  await page.getByRole('complementary', { name: 'Verdict' }).waitFor();
  await judgement(page, take);
  await options(page, take);
  await referral(page, take);
}

const dialog = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name });

async function confirm(page: Page, shown: Locator, verb: string | RegExp): Promise<void> {
  await shown.getByRole('button', { name: verb, exact: true }).last().click();
  await shown.waitFor({ state: 'detached', timeout: ISSUE_LIMIT_MS });
  await settle(page);
}

async function asked(page: Page, expression: string): Promise<void> {
  const problem = await page.evaluate(
    `${expression}.then((result) => result.ok ? null : result.failure.message)`,
  );
  if (problem !== null) throw new Error(String(problem));
}

async function addPerson(page: Page, name: string, role: Role): Promise<void> {
  const initials = name.replace(/[^A-Z]/g, '');
  const entry = { name, initials, role, email: null, limits: firstLimitsOf(role) };
  const input = JSON.stringify({ entry, passphrase: null, isMe: role === 'head' });
  await asked(page, `window.ballast.people.addProfile(${input})`);
}

async function importUnderLongName(page: Page): Promise<void> {
  const file = 'weak-exchange.json';
  const stored = await readFile(join(projectRoot, 'resources', 'samples', file), 'utf8');
  const sample = readJsonText(stored, file).value as { subject: object; terms: object };
  const subject = { ...sample.subject, name: LONG };
  const text = JSON.stringify({
    ...sample,
    subject,
    terms: { ...sample.terms, insured: null, broker: LONG },
  });
  await asked(page, `window.ballast.assessments.importText(${JSON.stringify({ fileName: file, text })})`);
  await page.reload();
}

async function signIn(page: Page, name: string): Promise<void> {
  await command(page, 'You are');
  const who = dialog(page, 'You are signed in');
  await who.getByRole('button', { name: /Profile$/ }).click();
  await page.getByRole('option', { name }).first().click();
  await confirm(page, who, 'Sign in');
}

async function judgement(page: Page, take: TourOptions['take']): Promise<void> {
  await section(page, 'Custody');
  const question = page.getByRole('main').getByRole('article').first();
  await question.getByRole('button', { name: /^Judgement/ }).click();
  await question.getByRole('textbox', { name: 'Score in its place' }).fill('71');
  await question.getByRole('textbox', { name: 'In words' }).fill(LONG);
  await question.getByRole('textbox', { name: 'In words' }).press('Tab');
  await take('judgement-of-an-answer');
  await section(page, 'Overview');
  await page.getByRole('heading', { name: 'Judgement of the grade' }).scrollIntoViewIfNeeded();
  await take('judgement-of-the-grade');
}

async function options(page: Page, take: TourOptions['take']): Promise<void> {
  await section(page, 'Options');
  for (const id of ['B', 'C', 'D', 'E']) {
    await page.keyboard.press('Control+Shift+O');
    await page
      .getByRole('main')
      .getByRole('button', { name: `Option ${id}`, exact: true })
      .waitFor();
  }
  await page.getByRole('textbox', { name: 'What sets B apart' }).fill(LONG);
  await page.getByRole('textbox', { name: 'What sets B apart' }).press('Tab');
  await settle(page);
  await take('five-options');
  for (const id of ['E', 'D', 'C', 'B'])
    await page.getByRole('button', { name: `Remove option ${id}` }).click();
  await settle(page);
}

async function referral(page: Page, take: TourOptions['take']): Promise<void> {
  await command(page, 'Refer');
  await settle(page);
  await take('refer');
  await confirm(page, dialog(page, 'Refer'), 'Refer');
  await take('referred');
}
