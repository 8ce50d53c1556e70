import {
  applyAggregateTerms,
  betaDamage,
  conditionalLognormalDamage,
  type DiscreteLaw,
  damageRatioSeverity,
  discreteMoments,
  discretiseWhole,
  expectValue,
  type Frequency,
  type LatticeLaw,
  type LayerMoments,
  layerMoments,
  negativeBinomialByMean,
  occurrencePayment,
  type Payment,
  probabilityAttach,
  probabilityExhaust,
} from '../actuarial/index.ts';
import { countBeyond } from '../actuarial/lattice/compound.ts';
import type { PerilModel, RatingModel } from '../domain/rating-model.ts';
import { compoundFirst } from './compound-capped.ts';
import type { PerilFrequency } from './frequency.ts';
import { type CompoundLaw, type LossCache, remembered } from './loss-cache.ts';
import type { ModelledPart } from './priced-terms.ts';

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

/** One part's loss: each event's payment, its count, and the loss of the period after the part's aggregate terms. */
export interface PartLoss {
  readonly part: ModelledPart;
  readonly frequency: PerilFrequency;
  readonly count: Frequency;
  readonly payment: Payment;
  readonly kappa: number;
  /** (min(r, V) / V)^(1 / kappa). */
  readonly retentionDamageRatio: number;
  readonly probabilityAttach: number;
  readonly probabilityExhaust: number;
  readonly event: LayerMoments;
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

const damageOf = (ratio: PerilModel['damageRatio']) =>
  expectValue(ratio.family === 'beta' ? betaDamage(ratio) : conditionalLognormalDamage(ratio));

/** Highest index that the aggregate terms can tell from the limit itself, plus one. */
function pointsSeen(step: number, retention: number, limit: number): number {
  return Math.ceil(((retention + limit) / step) * (1 - 1e-12));
}

/**
 * The loss of one part (rating algorithm, sections 3 to 5): ground-up `X = V D^kappa`, `Y = (1-c) min(max(X - r, 0), l)`
 * discretised mean-preserving on n points, compounded with the negative binomial count, AR and A applied to the lattice
 * values. Amounts in currency units. `aggregateCap` is a lower cap that a shared group's terms put on what can matter.
 */
export function partLoss(
  part: ModelledPart,
  frequency: PerilFrequency,
  kappa: number,
  grid: LossGrid,
  cache: LossCache,
): PartLoss {
  const { exposedValue, retention, limit, insurerShare, aggregateLimit, aggregateRetention } = part;
  const damage = damageOf(part.peril.damageRatio);
  const severityLaw = expectValue(damageRatioSeverity({ damage, exposedValue, kappa }));
  const payment = expectValue(
    occurrencePayment(severityLaw, { retention, limit, coinsurance: insurerShare }),
  );
  const count = expectValue(negativeBinomialByMean({ mean: frequency.frequency, cv2: frequency.mixingCv2 }));

  const key = [damage.key, exposedValue, kappa, retention, limit, insurerShare, grid.partPoints].join(' ');
  const severity = remembered(cache.severities, key, cache.maximumEntries, () =>
    expectValue(discretiseWhole(payment, grid.partPoints)),
  );
  const seen = pointsSeen(severity.step, aggregateRetention, aggregateLimit);
  const compoundKey = `${key} ${frequency.frequency} ${frequency.mixingCv2} ${grid.countTail}`;
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
  const attach = probabilityAttach(payment);
  const last = law.values.length - 1;
  const isAtLimit = law.values[last] === aggregateLimit;
  return {
    part,
    frequency,
    count,
    payment,
    kappa,
    retentionDamageRatio: Math.min(1, retention / exposedValue) ** (1 / kappa),
    probabilityAttach: attach,
    probabilityExhaust: probabilityExhaust(payment),
    event: layerMoments(payment),
    severity,
    law,
    mean: moments.mean,
    sd: moments.sd,
    // Closed where no aggregate retention stands between; the lattice moves some mass of small losses to 0.
    probabilityAny:
      aggregateRetention > 0 ? 1 - (law.values[0] === 0 ? law.mass[0]! : 0) : count.someEvent(attach),
    probabilityAggregateExhausted: isAtLimit ? Math.max(0, law.mass[last]!) : 0,
  };
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
