import type { Page } from 'playwright-core';
import { axeFindings } from './axe-findings.ts';
import { missedControls, paint, strayStops } from './tab-rules.ts';

const MOST_STOPS = 500;

/** What is wrong with the screen as it stands: for axe in both themes, and for who goes through it by Tab alone. */
export async function screenFaults(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const theme of ['dark', 'light'] as const) {
    await paint(page, theme);
    found.push(...(await axeFindings(page, theme)).map((words) => `axe, ${theme}: ${words}`));
  }
  const isEndless = (await strayStops(page, 'body', MOST_STOPS)).includes('Tab never comes round');
  if (isEndless) found.push('Tab never comes round');
  found.push(...(await missedControls(page, 'main')).map((words) => `Tab never leads to it: ${words}`));
  return found;
}
