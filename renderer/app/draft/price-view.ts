import type { PriceNote, PriceResult } from '#shared/pricing/price-result.ts';

/** What the window knows of the price of the content that is shown now. */
export interface PriceView {
  /** The last figures computed; null when nothing could be priced yet. */
  readonly price: PriceResult | null;
  /** Why there is no price, one sentence each. */
  readonly problems: readonly Pick<PriceNote, 'message' | 'field'>[];
  /** False while the figures belong to an earlier input: they are then marked, never shown as new. */
  readonly isCurrent: boolean;
  /** The full grid is the one a quote is issued on; the draft grid answers while one types. */
  readonly grid: 'draft' | 'full' | null;
  /** The engine itself failed. */
  readonly failure: string | null;
}

export const noPriceYet: PriceView = {
  price: null,
  problems: [],
  isCurrent: false,
  grid: null,
  failure: null,
};
