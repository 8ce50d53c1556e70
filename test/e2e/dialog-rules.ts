import type { ElementHandle, Locator } from 'playwright-core';
import { axeFindings } from './axe-findings.ts';
import { takePictures } from './dialog-pictures.ts';
import { focusWords, type Keys, wordsOf } from './keys.ts';
import { missedControls, paint, strayStops } from './tab-rules.ts';

const DIALOG = '[role="dialog"], [role="alertdialog"]';
const MOST_STOPS = 150;

/** Each rule that a dialog breaks, in words. It is open when this begins and closed by Escape when it ends. */
export async function brokenRules(
  { page, press }: Keys,
  dialog: Locator,
  opener: ElementHandle,
): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const theme of ['light', 'dark'] as const) {
    await paint(page, theme);
    await takePictures(dialog, theme);
    broken.push(...(await axeFindings(page, theme, DIALOG)).map((words) => `axe, ${theme}: ${words}`));
  }
  await paint(page, 'light');
  broken.push(
    ...(await strayStops(page, DIALOG, MOST_STOPS)).map((place) => `Tab leads behind it: ${place}`),
  );
  broken.push(...(await missedControls(page, DIALOG)).map((control) => `Tab never leads to it: ${control}`));
  broken.push(...(await beyondTheEdge(dialog)).map((words) => `beyond its edge: ${words}`));
  await press('Escape');
  const isClosed = await dialog.waitFor({ state: 'detached' }).then(
    () => true,
    () => false,
  );
  if (!isClosed) return [...broken, 'Escape does not close it'];
  const isBack = () => opener.evaluate((element) => element === document.activeElement);
  for (let tries = 0; tries < 40 && !(await isBack()); tries += 1) await page.waitForTimeout(50);
  if (!(await isBack()))
    broken.push(`the focus goes to ${await focusWords(page)}, from where it was: ${await wordsOf(opener)}`);
  return broken;
}

/** What reaches beyond the side of the dialog. */
const beyondTheEdge = (dialog: Locator): Promise<readonly string[]> =>
  dialog.evaluate((whole) => {
    const edge = whole.getBoundingClientRect().right + 1;
    return [...whole.querySelectorAll('*')]
      .filter((element) => element.closest('svg, .visually-hidden, iframe, .data-table') === null)
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > edge)
      .map(
        (element) => `${element.tagName} ${element.className}: ${(element.textContent ?? '').slice(0, 40)}`,
      );
  });
