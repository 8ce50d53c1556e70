import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
] as const;

/** For whoever wants to look: with BALLAST_PICTURES=FOLDER each dialog that is walked through is drawn in every size and theme. */
export async function takePictures(dialog: Locator, theme: 'light' | 'dark'): Promise<void> {
  const folder = process.env.BALLAST_PICTURES;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  const page = dialog.page();
  const before = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const headings = await dialog.getByRole('heading').allTextContents();
  const title = headings[0] ?? (await dialog.getAttribute('aria-label')) ?? 'dialog';
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await page.waitForTimeout(300);
    const name = `${title.replace(/[^\p{L}\p{N}]+/gu, '-')}-${theme}-${size.width}.png`;
    await page.screenshot({ path: join(folder, name) });
  }
  await page.setViewportSize(before);
}
