import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds, as lines that name rule, place and reason; in the dark theme contrast alone, all else being the same. */
export async function axeFindings(
  page: Page,
  theme: 'light' | 'dark',
  /** A selector of what is looked at, without the papers that it shows; the whole page without it. */
  within?: string,
): Promise<string[]> {
  // Until the last change has been drawn: a half-faded text has no contrast.
  await page.waitForTimeout(400);
  const whole = new AxeBuilder({ page }).setLegacyMode(true);
  const axe = within === undefined ? whole : whole.include(within).exclude('iframe');
  const { violations } = await (theme === 'light' ? axe : axe.withRules(['color-contrast'])).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}
