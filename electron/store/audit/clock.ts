import { fault } from '../connection/store-fault.ts';

/** Less than this is how clocks are corrected every day. */
const SLACK_MS = 5 * 60_000;

/**
 * What to say of the computer's clock at `now` when the newest entry was made at `lastAt`; null when it is later or about the
 * same. The order of entries is their sequence, whatever the clock says.
 */
export function clockRanBack(lastAt: string, now: Date): string | null {
  const last = Date.parse(lastAt);
  if (Number.isNaN(last) || now.getTime() >= last - SLACK_MS) return null;
  return `The computer’s clock ran back: the entry before is of ${momentOf(new Date(last))}, and now it says ${momentOf(now)}.`;
}

/** What is entered is dated with four digits of the year. */
const LAST_YEAR = 9999;

/** Fails when the computer's clock says a year that no entry can be dated with. */
export function mustBeDatable(now: Date): void {
  if (now.getUTCFullYear() <= LAST_YEAR && now.getUTCFullYear() >= 0) return;
  throw fault(
    'invalid-input',
    `The computer’s clock says the year ${now.getUTCFullYear()}, with which nothing can be entered. Set the clock right and try again.`,
  );
}

const momentOf = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
