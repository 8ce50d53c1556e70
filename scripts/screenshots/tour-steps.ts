import type { Page } from 'playwright-core';

export interface TourOptions {
  readonly theme: 'light' | 'dark';
  readonly take: (name: string) => Promise<void>;
}

/** Pricing all, and drawing a paper, on a busy machine. */
export const ISSUE_LIMIT_MS = 90_000;

/** Goes to a section of the editor. */
export async function section(page: Page, title: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('button', { name: new RegExp(`^${title}`) })
    .click();
  await page.locator('[aria-current="page"]', { hasText: title }).waitFor();
}

/** Runs a command by its name in the palette. */
export async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox', { name: 'Search commands and assessments' }).fill(title);
  await page
    .getByRole('menuitem', { name: new RegExp(`^${title}`) })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
}

/** Until no figure is marked as belonging to an earlier input, and what moves has stopped. */
export async function settle(page: Page): Promise<void> {
  await page.locator('.is-stale').first().waitFor({ state: 'detached', timeout: ISSUE_LIMIT_MS });
  await page.waitForTimeout(400);
}
