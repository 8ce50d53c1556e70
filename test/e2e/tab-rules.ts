import type { Page } from 'playwright-core';
import { focusWords } from './keys.ts';

/** Once around by Tab, marking every place; gives in words those outside what `inside` selects. */
export async function strayStops(page: Page, inside: string, mostStops: number): Promise<readonly string[]> {
  const strays: string[] = [];
  let first: string | null = null;
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(
      ({ selector, number }) => {
        const element = document.activeElement ?? document.body;
        const seen = element.getAttribute('data-stop');
        if (seen === null) element.setAttribute('data-stop', String(number));
        return { isInside: element.closest(selector) !== null, stop: seen ?? String(number) };
      },
      { selector: inside, number: stop },
    );
    if (!at.isInside) strays.push(await focusWords(page));
    if (first === at.stop) return strays;
    first ??= at.stop;
  }
  return [...strays, 'Tab never comes round'];
}

/** What can be used inside and was not marked on the way round; of radios that belong together one is enough. */
export const missedControls = (page: Page, inside: string): Promise<readonly string[]> =>
  page.evaluate((selector) => {
    const whole = document.querySelector(selector);
    const all = [...(whole?.querySelectorAll('button, input, textarea, select, a[href]') ?? [])];
    const missed = all
      .filter((control) => !control.matches(':disabled, [tabindex="-1"], [type="radio"], [type="hidden"]'))
      .filter(
        (control) => control.closest('[aria-hidden="true"], [hidden], .react-aria-SelectHidden') === null,
      )
      .filter((control) => control.checkVisibility() && !control.hasAttribute('data-stop'))
      .map((control) => `${control.tagName} ${control.getAttribute('aria-label') ?? control.textContent}`);
    const groups = [...(whole?.querySelectorAll('[role="radiogroup"]') ?? [])]
      .filter((group) => group.querySelector('input:not(:disabled)') !== null)
      .filter((group) => group.querySelector('[data-stop]') === null)
      .map((group) => `group ${group.getAttribute('aria-label') ?? group.textContent}`);
    for (const marked of document.querySelectorAll('[data-stop]')) marked.removeAttribute('data-stop');
    return [...missed, ...groups];
  }, inside);

/** Paints the window in a theme, whatever its settings say. */
export const paint = (page: Page, theme: 'light' | 'dark'): Promise<void> =>
  page.evaluate((name) => {
    document.documentElement.dataset.theme = name;
  }, theme);
