import { fieldsOf, isNumber, mustBeWholeWithin } from '../argument-checks.ts';
import type { CompoundStart } from '../lattice/compound-up-to.ts';
import type { LatticeLaw } from '../lattice/lattice-law.ts';
import { type ArgumentCheck, expectValue, mustBe, whenValid } from '../result.ts';

/** Losses of one part summed over the period, before aggregate terms; `mass` may stop at the aggregate limit. */
export interface CompoundLaw extends CompoundStart {
  readonly step: number;
  /** True when `mass` is the whole law; false when it stops where an aggregate limit makes it end. */
  readonly isWhole: boolean;
}

/**
 * Discretised payments and compounded laws by the inputs that made them, so that re-pricing with other aggregate terms,
 * premiums or principles does not compound again. The caller that re-prices keeps it. Keys hold every input, so an
 * entry cannot go stale; the oldest are dropped when it is full.
 */
export interface LossCache {
  readonly severities: Map<string, LatticeLaw>;
  readonly compounds: Map<string, CompoundLaw>;
  readonly maximumEntries: number;
}

/** An empty cache for 1 to 2^24 entries of each kind. Throws an ActuarialError on any other number. */
export const makeLossCache = (maximumEntries = 64): LossCache =>
  expectValue(
    whenValid(
      [mustBeWholeWithin({ parameter: 'maximumEntries', given: maximumEntries, least: 1, most: 2 ** 24 })],
      () => ({
        severities: new Map(),
        compounds: new Map(),
        maximumEntries,
      }),
    ),
  );

/** Checks that an argument is a cache as makeLossCache makes it. */
export function mustBeLossCache(cache: LossCache): ArgumentCheck {
  const { severities, compounds, maximumEntries } = fieldsOf(cache);
  const isCache = severities instanceof Map && compounds instanceof Map && isNumber(maximumEntries);
  return mustBe({
    parameter: 'cache',
    domain: 'a cache, as makeLossCache makes it',
    given: cache,
    holds: isCache && maximumEntries >= 1,
  });
}

/** The entry of a key, made and kept when there is none. */
export function fromCache<T>({
  map,
  key,
  maximumEntries,
  make,
}: {
  readonly map: Map<string, T>;
  readonly key: string;
  readonly maximumEntries: number;
  readonly make: () => T;
}): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  if (map.size >= maximumEntries) {
    const oldest = map.keys().next();
    if (!oldest.done) map.delete(oldest.value);
  }
  map.set(key, made);
  return made;
}
