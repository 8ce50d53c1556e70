import type { Frequency } from '../frequency/frequency.ts';
import { type AggregateTerms, netOfAggregateTerms } from '../lattice/aggregate-terms.ts';
import { coarsenLattice } from '../lattice/coarsen.ts';
import { countBeyond } from '../lattice/compound.ts';
import { compoundUpTo, compoundWork } from '../lattice/compound-up-to.ts';
import { discretiseWhole } from '../lattice/discretise.ts';
import { type DiscreteLaw, type LatticeLaw, latticePoints } from '../lattice/lattice-law.ts';
import { type ArgumentCheck, expectValue, mustBe } from '../result.ts';
import type { DiscretisationPlan } from './discretisation-plan.ts';
import { type CompoundLaw, fromCache, type LossCache } from './loss-cache.ts';
import { probabilityAtLimit, probabilityOfLoss } from './loss-probabilities.ts';
import { type PeriodMoments, periodMoments } from './period-moments.ts';

/** One part's loss of the period after its own aggregate terms. */
export interface PartLoss extends PeriodMoments {
  readonly plan: DiscretisationPlan;
  /** The discretised payment before compounding. */
  readonly severity: LatticeLaw;
  /** The sum over the period before aggregate terms, up to their exit point. */
  readonly compound: CompoundLaw;
  /** After aggregate retention and limit. */
  readonly law: DiscreteLaw;
  readonly probabilityAny: number;
  /** P(loss of the period at the aggregate limit). */
  readonly probabilityExhausted: number;
}

/** The number of lattice points below the exit (retention plus limit) of the aggregate terms. */
const pointsBelowExit = (step: number, { retention, limit }: AggregateTerms): number =>
  Math.ceil(((retention + limit) / step) * (1 - 1e-12));

/** The discretised payment; where one on half the step exists it is coarsened, which gives exactly the same masses. */
function severityOf({ payment }: DiscretisationPlan, points: number, finer: LatticeLaw | null): LatticeLaw {
  return finer !== null && finer.mass.length === 2 * points + 1
    ? coarsenLattice(finer)
    : expectValue(discretiseWhole(payment, points));
}

/** The most work that compounding one part may take, in points transformed: some seconds. */
const MOST_WORK = 2 ** 25;

/** Checks that the count is low enough for the engine to compound it on the part's points while a person waits. */
export function mustBeCompoundable(
  { part, payment, points }: DiscretisationPlan,
  countTail: number,
): ArgumentCheck {
  const { label, frequency, terms } = part;
  const reach = compoundReach({ cells: points, step: payment.top / points, frequency, terms, countTail });
  const work = payment.top > 0 ? compoundWork(points, reach.counts, reach.points) : 0;
  return mustBe({
    parameter: `${label}: frequency`,
    domain: 'low enough for a programme, whose parts are compounded loss by loss',
    given: frequency.mean,
    holds: work <= MOST_WORK,
  });
}

/**
 * How far the sum over the period must be formed for the aggregate terms: the payment's points times a power of two.
 * Terms that need the same power share one law, and results do not depend on what a cache holds.
 */
function compoundReach({
  cells,
  step,
  frequency,
  terms,
  countTail,
}: {
  readonly cells: number;
  readonly step: number;
  readonly frequency: Frequency;
  readonly terms: AggregateTerms;
  readonly countTail: number;
}): { readonly counts: number; readonly points: number; readonly isWhole: boolean } {
  const counts = Math.max(1, countBeyond(frequency, countTail));
  const whole = cells * counts + 1;
  const doublings = cells === 0 ? 0 : Math.max(0, Math.ceil(Math.log2(pointsBelowExit(step, terms) / cells)));
  const points = Math.min(whole, Math.max(1, cells) * 2 ** doublings);
  return { counts, points, isWhole: points === whole };
}

/**
 * The loss of the period of one part: the payment discretised mean-preserving on `points` (or taken from `finer`, the
 * same part's on twice as many), compounded with its count, aggregate terms applied to the lattice values.
 */
export function partLoss({
  plan,
  points,
  countTail,
  finer,
  cache,
}: {
  readonly plan: DiscretisationPlan;
  readonly points: number;
  readonly countTail: number;
  readonly finer: LatticeLaw | null;
  readonly cache: LossCache;
}): PartLoss {
  const { frequency, frequencyKey, terms, payment } = plan.part;
  const key = `${plan.key} ${points}${finer === null ? '' : ' coarsened'}`;
  const severity = fromCache({
    map: cache.severities,
    key,
    maximumEntries: cache.maximumEntries,
    make: () => severityOf(plan, points, finer),
  });
  const reach = compoundReach({
    cells: severity.mass.length - 1,
    step: severity.step,
    frequency,
    terms,
    countTail,
  });
  const compound = fromCache({
    map: cache.compounds,
    key: `${key} ${frequencyKey} ${countTail} ${reach.points}`,
    maximumEntries: cache.maximumEntries,
    make: (): CompoundLaw => ({
      step: severity.step,
      ...compoundUpTo({ severity, frequency, points: reach.points, countTail }),
      isWhole: reach.isWhole,
    }),
  });
  const law = afterAggregateTerms(compound, pointsBelowExit(severity.step, terms), terms);
  return {
    plan,
    severity,
    compound,
    law,
    ...periodMoments(law),
    // In closed form without an aggregate retention; the lattice moves some mass of small losses to 0.
    probabilityAny: terms.retention > 0 ? probabilityOfLoss(law) : frequency.someEvent(payment.survival(0)),
    probabilityExhausted: probabilityAtLimit(law, terms.limit),
  };
}

/** A sum of masses this close to 1 is 1 up to rounding: nothing lies beyond them. */
const ROUNDING = 1e-13;

/** Applies aggregate terms to the lattice values; the mass beyond the exit goes to the limit. */
function afterAggregateTerms(compound: CompoundLaw, points: number, terms: AggregateTerms): DiscreteLaw {
  const mass = compound.mass.subarray(0, Math.min(points, compound.mass.length));
  const below = netOfAggregateTerms(latticePoints({ step: compound.step, mass }), terms);
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
