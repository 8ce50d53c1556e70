import { expect } from 'vitest';

/** Any reference that begins so, with the mark of whichever workbook it is of: `BAL-2026-0001` stands for `BAL-2026-0001-K7QX2`. */
export const marked = (numbered: string): string =>
  expect.stringMatching(new RegExp(`^${numbered}-[0-9A-HJKMNP-TV-Z]{5}$`)) as string;
