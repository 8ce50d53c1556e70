import { exactProduct } from '../domain/exact-cents.ts';
import type { MinorUnits } from '../domain/money.ts';

/**
 * The lowest premium that may be offered: the technical premium times the walk-away percentage of the authority, in cents,
 * rounded half-up once. Null where no floor is set. Throws on a percentage that is not finite.
 */
export const walkAwayMinor = (technicalMinor: MinorUnits, percent: number | null): MinorUnits | null =>
  percent === null ? null : exactProduct([technicalMinor, percent], [100]);
