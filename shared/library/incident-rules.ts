import type { IsoDate } from '../domain/dates.ts';

// What no incident may be, whether it comes in a file or from a form. Each rule gives what is wrong, without the field's
// name, or null.

/**
 * Loss and assets are public figures, rounded and priced on different days: a loss this little above the assets is a
 * total loss, one further above is a wrong row.
 */
const LOSS_OVER_ASSETS_ALLOWED = 1.1;

export const futureDate = (date: IsoDate, today: IsoDate): string | null =>
  date > today ? `lies in the future: ${date} is after ${today}` : null;

/** Both in US dollars. */
export const assetsBelowLoss = (loss: number, assets: number): string | null =>
  loss > assets * LOSS_OVER_ASSETS_ALLOWED
    ? `is below the incident's loss: ${loss} was lost of ${assets}`
    : null;
