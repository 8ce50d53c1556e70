import { fieldsOf, isNumber, mustBeWholeWithin } from '../argument-checks.ts';
import type { CompoundStart } from '../lattice/compound-up-to.ts';
import type { LatticeLaw } from '../lattice/lattice-law.ts';
import { type ArgumentCheck, expectValue, mustBe, whenValid } from '../result.ts';

/** Losses of one part summed over the period, before aggregate terms; `mass` may stop where a limit makes it end. */
export interface CompoundLaw extends CompoundStart {
  readonly step: number;
  /** True when `mass` is the whole law and not only what the aggregate limit of the time could see. */
  readonly isWhole: boolean;
}

/**
 * Discretised payments and compounded laws by the inputs that made them, so that re-pricing with other aggregate terms,
 * premiums or principles does not compound again. Passed in by whoever re-prices; keys hold every input, so an entry
 * cannot go stale; the oldest leave when it is full.
 */
export interface LossCache {
  readonly severities: Map<string, LatticeLaw>;
  readonly compounds: Map<string, CompoundLaw>;
  readonly maximumEntries: number;
}

/** An empty cache of 1 to 2^24 entries of either kind. Throws an ActuarialError on another number. */
export const makeLossCache = (maximumEntries = 64): LossCache =>
  expectValue(
    whenValid([mustBeWholeWithin('maximumEntries', maximumEntries, 1, 2 ** 24)], () => ({
      severities: new Map(),
      compounds: new Map(),
      maximumEntries,
    })),
  );

export function mustBeLossCache(cache: LossCache): ArgumentCheck {
  const { severities, compounds, maximumEntries } = fieldsOf(cache);
  const isCache = severities instanceof Map && compounds instanceof Map && isNumber(maximumEntries);
  return mustBe('cache', 'a cache, as makeLossCache makes it', cache, isCache && maximumEntries >= 1);
}

/** The entry of a key, made and kept when there is none. */
export function fromCache<T>(map: Map<string, T>, key: string, maximumEntries: number, make: () => T): T {
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
