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

const momentOf = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
