import {
  applyAggregateTerms,
  type DiscreteLaw,
  discreteMoments,
  discretiseWhole,
  expectValue,
  type LatticeLaw,
} from '../actuarial/index.ts';
import { countBeyond } from '../actuarial/lattice/compound.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { compoundFirst } from './compound-capped.ts';
import { type CompoundLaw, type LossCache, remembered } from './loss-cache.ts';
import type { PartEvent } from './part-event.ts';
import { widenedMasses } from './widened-masses.ts';

/** Points of the lattices of one run (rating algorithm, section 5). */
export interface LossGrid {
  readonly name: 'draft' | 'full';
  readonly partPoints: number;
  readonly policyPoints: number;
  readonly countTail: number;
}

export function lossGrid(name: 'draft' | 'full', model: RatingModel): LossGrid {
  const { lattice } = model.pricing;
  return name === 'full'
    ? {
        name,
        partPoints: lattice.partPoints,
        policyPoints: lattice.policyPoints,
        countTail: lattice.countTail,
      }
    : {
        name,
        partPoints: lattice.draftPartPoints,
        policyPoints: lattice.draftPolicyPoints,
        countTail: lattice.countTail,
      };
}

/** One part's loss of the period after its own aggregate terms. */
export interface PartLoss extends PartEvent {
  /** The discretised payment before compounding. */
  readonly severity: LatticeLaw;
  /** After AR and A. */
  readonly law: DiscreteLaw;
  readonly mean: number;
  readonly sd: number;
  readonly probabilityAny: number;
  /** P(loss of the period at the aggregate limit). */
  readonly probabilityAggregateExhausted: number;
}

/** Highest index that the aggregate terms can tell from the limit itself, plus one. */
function pointsSeen(step: number, retention: number, limit: number): number {
  return Math.ceil(((retention + limit) / step) * (1 - 1e-12));
}

/** The discretised payment; one on a multiple of the step is spread on this grid, which gives the same masses exactly. */
function severityOf(
  { seenPayment, key }: PartEvent,
  grid: LossGrid,
  finer: LatticeLaw | null,
  cache: LossCache,
) {
  return remembered(cache.severities, `${key} ${grid.partPoints}`, cache.maximumEntries, () => {
    const ratio = finer === null ? 0 : (finer.mass.length - 1) / grid.partPoints;
    if (finer === null || ratio < 1 || !Number.isInteger(ratio)) {
      return expectValue(discretiseWhole(seenPayment, grid.partPoints));
    }
    return { step: finer.step * ratio, mass: widenedMasses(finer.mass, ratio) };
  });
}

/**
 * The loss of the period of one part (rating algorithm, section 5): the payment discretised mean-preserving on n points
 * (or taken from `finer`, the same part's on a finer grid), compounded with its count, AR and A applied to the lattice
 * values.
 */
export function partLoss(
  single: PartEvent,
  grid: LossGrid,
  finer: LatticeLaw | null,
  cache: LossCache,
): PartLoss {
  const { aggregateLimit, aggregateRetention } = single.part;
  const { count, frequency } = single;
  const severity = severityOf(single, grid, finer, cache);
  const seen = pointsSeen(severity.step, aggregateRetention, aggregateLimit);
  const compoundKey = `${single.key} ${grid.partPoints} ${frequency.frequency} ${frequency.mixingCv2} ${grid.countTail}`;
  const compound = remembered(
    cache.compounds,
    compoundKey,
    cache.maximumEntries,
    (): CompoundLaw => {
      const whole = (severity.mass.length - 1) * Math.max(1, countBeyond(count, grid.countTail)) + 1;
      const points = Math.min(seen, whole);
      return {
        step: severity.step,
        mass: compoundFirst(severity, count, points, grid.countTail),
        isWhole: points === whole,
      };
    },
    (known) => known.isWhole || known.mass.length >= seen,
  );
  const law = afterAggregateTerms(compound, seen, aggregateRetention, aggregateLimit);
  const moments = discreteMoments(law);
  const last = law.values.length - 1;
  const isAtLimit = law.values[last] === aggregateLimit;
  return {
    ...single,
    severity,
    law,
    mean: moments.mean,
    sd: moments.sd,
    // Closed where no aggregate retention stands between; the lattice moves some mass of small losses to 0.
    probabilityAny:
      aggregateRetention > 0 ? probabilityAbove0(law) : count.someEvent(single.probabilityAttach),
    probabilityAggregateExhausted: isAtLimit ? Math.max(0, law.mass[last]!) : 0,
  };
}

/** P(L > 0) of a law: its masses above 0, so that a small chance keeps its digits. */
export function probabilityAbove0({ values, mass }: DiscreteLaw): number {
  let sum = 0;
  for (let j = values[0] === 0 ? 1 : 0; j < mass.length; j += 1) sum += mass[j]!;
  return Math.min(1, Math.max(0, sum));
}

/** AR and A on the lattice values, the mass beyond the points seen put on the limit. */
function afterAggregateTerms(
  compound: CompoundLaw,
  seen: number,
  retention: number,
  limit: number,
): DiscreteLaw {
  const mass = compound.mass.subarray(0, Math.min(seen, compound.mass.length));
  const below = expectValue(applyAggregateTerms({ step: compound.step, mass }, { retention, limit }));
  if (compound.isWhole && mass.length === compound.mass.length) return below;
  let within = 0;
  for (let j = 0; j < below.mass.length; j += 1) within += below.mass[j]!;
  const last = below.values.length - 1;
  const isLimitThere = last >= 0 && below.values[last] === limit;
  const values = isLimitThere ? below.values : append(below.values, limit);
  const masses = isLimitThere ? below.mass : append(below.mass, 0);
  masses[masses.length - 1] = masses[masses.length - 1]! + Math.max(0, 1 - within);
  return { values, mass: masses };
}

function append(values: Float64Array, last: number): Float64Array {
  const longer = new Float64Array(values.length + 1);
  longer.set(values);
  longer[values.length] = last;
  return longer;
}
