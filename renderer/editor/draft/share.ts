import { formatPercentValue } from '#shared/domain/format-number.ts';
import type { MinorUnits } from '#shared/domain/money.ts';
import { ourPercent, ourShareMinor } from '#shared/domain/our-share.ts';
import { explanationAtShare, priceAtShare } from '#shared/pricing/price-at-share.ts';
import { useShareView } from '../state/share-view.ts';
import { useEditorPart } from './editor-context.tsx';
import type { PriceView } from './judgement-view.ts';

/** The share at which amounts are shown now. */
export interface Share {
  readonly percent: number;
  /** What stands beside an amount: `at 100%`, `at our line of 12.5%`. */
  readonly words: string;
  readonly of: (minor: MinorUnits) => MinorUnits;
}

const shareOf = (percent: number, isOurs: boolean): Share => ({
  percent,
  words: isOurs ? `at our line of ${formatPercentValue(percent)}` : 'at 100%',
  of: (minor) => (percent === 100 ? minor : ourShareMinor(minor, percent)),
});

/** True where a line is given, so that there is something to switch to. */
export const useHasLine = (): boolean => useEditorPart(({ content }) => content.terms.line !== undefined);

/** The share that the switch of the window says, of the line that the terms give. */
export function useShare(): Share {
  const at = useShareView((state) => state.at);
  const percent = useEditorPart(({ content }) => ourPercent(content.terms));
  const isOurs = useHasLine() && at === 'ours';
  return shareOf(isOurs ? percent : 100, isOurs);
}

/** Each price is taken at a share once: figures that are not drawn again stay the same object. */
const known = new WeakMap<PriceView, Map<number, PriceView>>();

/** The price that the window shows, at a share. */
export function priceViewAt(view: PriceView, percent: number): PriceView {
  if (percent === 100) return view;
  let byPercent = known.get(view);
  if (byPercent === undefined) {
    byPercent = new Map();
    known.set(view, byPercent);
  }
  let at = byPercent.get(percent);
  if (at === undefined) {
    const { price, explanation } = view;
    at = {
      ...view,
      price: price === null ? null : priceAtShare(price, percent),
      explanation: explanation === null ? null : explanationAtShare(explanation, percent),
    };
    byPercent.set(percent, at);
  }
  return at;
}
