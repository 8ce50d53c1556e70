import { normalCdf } from '../../actuarial/library/index.ts';
import { type CountedRow, rowsFrom } from '../counted-rows.ts';
import { sumOf } from '../numeric/sum.ts';
import { GROUPS, type Recipe } from '../recipe.ts';
import { LEAST_SHARES } from '../share-rows.ts';

/** How losses by dishonest staff differ in size from all others, as the difference of mean ln loss. */
export interface InsiderLosses {
  readonly n: number;
  readonly others: number;
  readonly value: number;
  readonly se: number;
  /** Of a difference at least as large where there is none. */
  readonly pValue: number;
}

/**
 * Of losses from the threshold on, those at exchanges and at protocols each against the others of their group, one spread for
 * all; null where there are too few.
 */
export function insiderLosses(rows: readonly CountedRow[], recipe: Recipe): InsiderLosses | null {
  const counted = GROUPS.flatMap((group) =>
    rowsFrom(rows, recipe.groups[group], recipe.rows.thresholdUsd)
      .filter(({ weights }) => Object.keys(weights).length > 0)
      .map(({ lossUsd, weights }) => ({
        group,
        isInsider: weights['crime-fidelity'] === undefined ? 0 : 1,
        lnLoss: Math.log(lossUsd),
      })),
  );
  const n = sumOf(counted, ({ isInsider }) => isInsider);
  const others = counted.length - n;
  if (Math.min(n, others) < LEAST_SHARES) return null;
  // Least squares of ln loss on dishonest staff, each group with a level of its own.
  const centred = GROUPS.flatMap((group) => {
    const own = counted.filter((row) => row.group === group);
    const x = sumOf(own, ({ isInsider }) => isInsider) / own.length;
    const y = sumOf(own, ({ lnLoss }) => lnLoss) / own.length;
    return own.map(({ isInsider, lnLoss }) => ({ x: isInsider - x, y: lnLoss - y }));
  });
  const squares = sumOf(centred, ({ x }) => x * x);
  const value = sumOf(centred, ({ x, y }) => x * y) / squares;
  const left = sumOf(centred, ({ x, y }) => (y - value * x) ** 2);
  const se = Math.sqrt(left / (counted.length - GROUPS.length - 1) / squares);
  return { n, others, value, se, pValue: 2 * normalCdf(-Math.abs(value) / se) };
}
