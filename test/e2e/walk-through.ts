import { brokenRules } from './dialog-rules.ts';

import { focusWords, wordsOf } from './keys.ts';
import type { DialogWalk, Walker } from './walk-steps.ts';

/** Opens a dialog, holds it to the rules, cancels it, and then fills it in and confirms it; gives what is wrong. */
export async function walkThrough(
  { title, before, open, confirm }: DialogWalk,
  walker: Walker,
): Promise<readonly string[]> {
  const { keys, app } = walker;
  const { page } = app;
  const dialog = page.getByRole('dialog', { name: title }).or(page.getByRole('alertdialog', { name: title }));
  await before?.(walker);
  await open(keys);
  await dialog.waitFor();
  const opener = await keys.lastPlace();
  const broken = [...(await brokenRules(keys, dialog, opener))];
  if ((await wordsOf(opener)) === 'nothing') broken.push('nothing had the focus before it');
  if (confirm === undefined) return broken;
  await open(keys);
  await dialog.waitFor();
  await confirm(keys, dialog, walker);
  await dialog.waitFor({ state: 'detached' });
  for (let tries = 0; tries < 60 && (await focusWords(page)) === 'nothing'; tries += 1)
    await page.waitForTimeout(50);
  if ((await focusWords(page)) === 'nothing') broken.push('the focus is lost once it is confirmed');
  return broken;
}
