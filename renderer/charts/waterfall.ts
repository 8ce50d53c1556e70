/** One line of a waterfall: a step moves the running sum, a total restates it from zero. */
export interface WaterfallItem {
  readonly amountMinor: number;
  readonly kind: 'step' | 'total';
}

/** Where a line's bar stands, and whether it rises, falls or restates. */
export interface WaterfallSpan {
  readonly fromMinor: number;
  readonly toMinor: number;
  readonly direction: 'up' | 'down' | 'total';
  /** A total that is not the sum of the steps before it: the chart must not hide it. */
  readonly differenceMinor: number;
}

/** Places each line of a waterfall; amounts in integer cents, so the sums are exact. */
export function placeWaterfall(items: readonly WaterfallItem[]): readonly WaterfallSpan[] {
  let running = 0;
  return items.map((item, index) => {
    if (item.kind === 'total') {
      const differenceMinor = index === 0 ? 0 : item.amountMinor - running;
      running = item.amountMinor;
      return { fromMinor: 0, toMinor: item.amountMinor, direction: 'total', differenceMinor };
    }
    const fromMinor = running;
    running += item.amountMinor;
    return {
      fromMinor,
      toMinor: running,
      direction: item.amountMinor < 0 ? 'down' : 'up',
      differenceMinor: 0,
    };
  });
}
