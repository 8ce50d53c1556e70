import type { Frequency } from '../frequency/frequency.ts';
import { coarsened } from '../lattice/coarsen.ts';
import { countBeyond } from '../lattice/compound.ts';
import { compoundFirst, compoundWork } from '../lattice/compound-first.ts';
import { discretiseWhole } from '../lattice/discretise.ts';
import { type DiscreteLaw, type LatticeLaw, valuesOf } from '../lattice/lattice-law.ts';
import { type AggregateTerms, capValues } from '../lattice/values.ts';
import { expectValue, type Requirement, requires } from '../outcome.ts';
import { probabilityAbove0, probabilityAt } from './chances.ts';
import { type CompoundLaw, type LossCache, remembered } from './loss-cache.ts';
import type { SeenPayment } from './seen-payment.ts';
import { type Spread, spreadOf } from './spread.ts';

/** One part's loss of the period after its own aggregate terms. */
export interface PartLoss extends Spread {
  readonly seen: SeenPayment;
  /** The discretised payment before compounding. */
  readonly severity: LatticeLaw;
  /** The sum over the period before aggregate terms, as far as they see it. */
  readonly compound: CompoundLaw;
  /** After aggregate retention and limit. */
  readonly law: DiscreteLaw;
  readonly probabilityAny: number;
  /** P(loss of the period at the aggregate limit). */
  readonly probabilityExhausted: number;
}

/** Highest index that the aggregate terms can tell from the limit itself, plus one. */
const pointsSeen = (step: number, { retention, limit }: AggregateTerms): number =>
  Math.ceil(((retention + limit) / step) * (1 - 1e-12));

/** The discretised payment; one on half the step is coarsened, which gives the same masses exactly. */
function severityOf({ payment }: SeenPayment, points: number, finer: LatticeLaw | null): LatticeLaw {
  return finer !== null && finer.mass.length === 2 * points + 1
    ? coarsened(finer)
    : expectValue(discretiseWhole(payment, points));
}

/** The most work that a part's compounding may be, in points transformed: some seconds. */
const MOST_WORK = 2 ** 25;

/** A count whose sums the engine can form on the part's points in the time a person waits. */
export function isCompoundable({ part, payment, points }: SeenPayment, countTail: number): Requirement {
  const { label, frequency, terms } = part;
  const reach = compoundReach(points, payment.top / points, frequency, terms, countTail);
  const work = payment.top > 0 ? compoundWork(points, reach.counts, reach.points) : 0;
  return requires(
    `${label}: frequency`,
    'low enough for a programme, whose parts are compounded loss by loss; an annual sum takes more',
    frequency.mean,
    work <= MOST_WORK,
  );
}

/**
 * The sum over the period as far as the aggregate terms see it, to the payment's points times a power of two: terms that
 * differ by less share one law, and whatever a cache holds, the same terms are read from the same numbers.
 */
function compoundReach(
  cells: number,
  step: number,
  frequency: Frequency,
  terms: AggregateTerms,
  countTail: number,
): { readonly counts: number; readonly points: number; readonly isWhole: boolean } {
  const counts = Math.max(1, countBeyond(frequency, countTail));
  const whole = cells * counts + 1;
  const doublings = cells === 0 ? 0 : Math.max(0, Math.ceil(Math.log2(pointsSeen(step, terms) / cells)));
  const points = Math.min(whole, Math.max(1, cells) * 2 ** doublings);
  return { counts, points, isWhole: points === whole };
}

/**
 * The loss of the period of one part: the payment discretised mean-preserving on `points` (or taken from `finer`, the
 * same part's on twice as many), compounded with its count, aggregate terms applied to the lattice values.
 */
export function partLoss(
  seen: SeenPayment,
  points: number,
  countTail: number,
  finer: LatticeLaw | null,
  cache: LossCache,
): PartLoss {
  const { frequency, frequencyKey, terms, payment } = seen.part;
  const key = `${seen.key} ${points}${finer === null ? '' : ' coarsened'}`;
  const severity = remembered(cache.severities, key, cache.maximumEntries, () =>
    severityOf(seen, points, finer),
  );
  const reach = compoundReach(severity.mass.length - 1, severity.step, frequency, terms, countTail);
  const compound = remembered(
    cache.compounds,
    `${key} ${frequencyKey} ${countTail} ${reach.points}`,
    cache.maximumEntries,
    (): CompoundLaw => ({
      step: severity.step,
      ...compoundFirst(severity, frequency, reach.points, countTail),
      isWhole: reach.isWhole,
    }),
  );
  const law = afterAggregateTerms(compound, pointsSeen(severity.step, terms), terms);
  return {
    seen,
    severity,
    compound,
    law,
    ...spreadOf(law),
    // Closed where no aggregate retention stands between; the lattice moves some mass of small losses to 0.
    probabilityAny: terms.retention > 0 ? probabilityAbove0(law) : frequency.someEvent(payment.survival(0)),
    probabilityExhausted: probabilityAt(law, terms.limit),
  };
}

/** What a sum of masses may miss 1 by without anything being beyond them. */
const ROUNDING = 1e-13;

/** Aggregate terms on the lattice values, the mass beyond the points seen put on the limit. */
function afterAggregateTerms(compound: CompoundLaw, points: number, terms: AggregateTerms): DiscreteLaw {
  const mass = compound.mass.subarray(0, Math.min(points, compound.mass.length));
  const below = capValues(valuesOf({ step: compound.step, mass }), terms);
  if (compound.isWhole && mass.length === compound.mass.length) return below;
  let within = 0;
  for (let j = 0; j < below.mass.length; j += 1) within += below.mass[j]!;
  const last = below.values.length - 1;
  const isLimitThere = last >= 0 && below.values[last] === terms.limit;
  const values = isLimitThere ? below.values : append(below.values, terms.limit);
  const masses = isLimitThere ? below.mass : append(below.mass, 0);
  const rest = 1 - within;
  masses[masses.length - 1] = masses[masses.length - 1]! + (rest > ROUNDING ? rest : 0);
  return { values, mass: masses };
}

function append(values: Float64Array, last: number): Float64Array {
  const longer = new Float64Array(values.length + 1);
  longer.set(values);
  longer[values.length] = last;
  return longer;
}
