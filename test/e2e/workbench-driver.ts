import type { Locator, Page } from 'playwright-core';
import { firstLimitsOf } from '#shared/domain/people.ts';
import { actInMain, type RunningApp } from '#test/support/electron-launch.ts';

/** What the next file dialog is to answer: it is the system's own and cannot be driven. */
export const answerSaveDialog = (app: RunningApp, filePath: string): Promise<void> =>
  app.electron.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
  }, filePath);

/** An item of the native menu; null before the window has put its commands there. */
export const menuItem = (
  app: RunningApp,
  commandId: string,
): Promise<{ readonly label: string; readonly isEnabled: boolean } | null> =>
  app.electron.evaluate(({ Menu }, id) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(id);
    return item == null ? null : { label: item.label, isEnabled: item.enabled };
  }, commandId);

/** Chooses an item of the native menu as a person would. */
export async function chooseInMenu(app: RunningApp, commandId: string): Promise<void> {
  // Not vitest's waiting: benches and the soak drive the window too.
  const late = Date.now() + 20_000;
  while ((await menuItem(app, commandId))?.isEnabled !== true) {
    if (Date.now() > late) throw new Error(`${commandId} cannot be chosen`);
    await app.page.waitForTimeout(50);
  }
  await actInMain(app, ({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), commandId);
}

/** Imports a submission file through the menu; the editor then shows it. */
export async function importFile(app: RunningApp, path: string): Promise<void> {
  await app.electron.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] });
  }, path);
  const before = await newestIn(app.page);
  await chooseInMenu(app, 'assessment.import');
  // A backup is made first, so that the editor of another assessment may stand there for a while.
  const imported = await untilNewer(app.page, before);
  await app.page.getByRole('heading', { level: 1, name: imported }).waitFor();
  await app.page.getByRole('navigation', { name: 'Sections' }).waitFor();
}

/** The assessment that was made last. */
const newestIn = (page: Page) =>
  page.evaluate(async () => {
    const list = await window.ballast.assessments.list();
    const newest = list.ok
      ? list.value.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))[0]
      : undefined;
    return newest === undefined ? null : { id: newest.id as string, name: newest.subjectName };
  });

async function untilNewer(page: Page, before: { readonly id: string } | null): Promise<string> {
  for (let tries = 0; tries < 300; tries += 1) {
    const newest = await newestIn(page);
    if (newest !== null && newest.id !== before?.id) return newest.name;
    await page.waitForTimeout(100);
  }
  throw new Error('nothing was imported');
}

/** The sections of the editor, as a person reads them in its list. */
export async function goToSection(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();
}

/** Chooses from a drop-down by keyboard: focus, Enter, first letters, Enter. */
export async function chooseByKeyboard(scope: Page | Locator, label: string, option: string): Promise<void> {
  const page = 'keyboard' in scope ? scope : scope.page();
  await scope.getByRole('button', { name: new RegExp(`${label}$`) }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('listbox').waitFor();
  await page.keyboard.type(option);
  await page.keyboard.press('Enter');
  await page.getByRole('listbox').waitFor({ state: 'detached' });
}

/** Chooses from a drop-down by mouse. */
export async function chooseByMouse(scope: Page | Locator, label: string, option: string): Promise<void> {
  const page = 'keyboard' in scope ? scope : scope.page();
  await scope.getByRole('button', { name: new RegExp(`${label}$`) }).click();
  await page.getByRole('option', { name: option }).first().click();
}

/** Puts text into a field as one types it, and leaves the field. */
export async function fill(scope: Page | Locator, label: string | RegExp, text: string): Promise<void> {
  const field = scope.getByRole('textbox', { name: label, exact: typeof label === 'string' });
  await field.fill(text);
  await field.press('Tab');
}

/** Picks a radio by mouse: what is drawn is its label. */
export async function pick(group: Locator, name: string | RegExp): Promise<void> {
  const radio = group.getByRole('radio', { name });
  if (!(await radio.isChecked())) await radio.locator('xpath=ancestor::label[1]').click();
}

/**
 * Answers every question of the section shown: ordinal ones with the level `fromBest` places below the best, numeric ones
 * with `number`, all of them documented.
 */
export async function answerSection(page: Page, number: string, fromBest = 1): Promise<number> {
  const questions = page.getByRole('main').getByRole('article');
  const count = await questions.count();
  let answered = 0;
  for (let index = 0; index < count; index += 1) {
    const question = questions.nth(index);
    const evidence = question.getByRole('radiogroup', { name: /^Evidence for / });
    if ((await evidence.count()) === 0) continue;
    const levels = question.getByRole('radio', { name: /, score \d+$/ });
    const levelCount = await levels.count();
    if (levelCount > 0) {
      await levels
        .nth(levelCount - 1 - fromBest)
        .locator('xpath=ancestor::label[1]')
        .click();
    } else {
      const field = question.getByRole('textbox').first();
      await field.fill(number);
      await field.press('Tab');
    }
    await pick(evidence, 'Documented');
    answered += 1;
  }
  // One press dates the evidence of them all.
  const undated = page.getByRole('main').getByRole('button', { name: /^Set “Seen on” to / });
  if ((await undated.count()) > 0) await undated.click();
  return answered;
}

/** Waits until the window says that everything is written. */
export const untilSaved = (page: Page): Promise<void> =>
  page
    .getByRole('status')
    .filter({ hasText: /^Saved/ })
    .first()
    .waitFor();

/** Adds a head of underwriting who works here, beside the window, which then begins again. */
export async function sayWhoWorksHere(page: Page, name: string): Promise<void> {
  const entry = {
    name,
    initials: 'CU',
    role: 'head',
    email: null,
    limits: firstLimitsOf('head') as never,
  } as const;
  await page.evaluate(async (asked) => {
    const added = await window.ballast.people.addProfile({ entry: asked, passphrase: null, isMe: true });
    if (!added.ok) throw new Error(added.failure.message);
  }, entry);
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
}
