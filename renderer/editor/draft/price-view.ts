import type {
  FactorEffect,
  PremiumBridge,
  PremiumRange,
  PriceNote,
  PriceResult,
} from '#shared/pricing/price-result.ts';

/** Why the price is what it is; computed last, when input rests. */
export interface Explanation {
  readonly bridge: PremiumBridge | null;
  readonly effects: readonly FactorEffect[] | null;
  readonly range: PremiumRange | null;
}

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
  readonly explanation: Explanation | null;
  readonly isExplanationCurrent: boolean;
  /** The engine itself failed. */
  readonly failure: string | null;
}

export const noPriceYet: PriceView = {
  price: null,
  problems: [],
  isCurrent: false,
  grid: null,
  explanation: null,
  isExplanationCurrent: false,
  failure: null,
};
