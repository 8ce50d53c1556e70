import {
  exceedance,
  expectValue,
  groupsOf,
  type OccurrencePeril,
  occurrenceExceedance,
  occurrenceReturnLoss,
  returnPeriodLoss,
  tailValueAtRisk,
  valueAtRisk,
  type WholeLoss,
} from '../actuarial/index.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import type { PeriodLoss } from './period-loss.ts';
import type { ExceedancePoint, LossDistribution } from './price-result.ts';

const LINEAR_POINTS = 150;
const LOGARITHMIC_POINTS = 45;

/** Losses at which a curve is read: even over the range, denser near 0, and both sides of every jump. */
function curvePoints(top: number, jumps: readonly number[]): readonly number[] {
  if (top <= 0) return [0];
  const even = Array.from({ length: LINEAR_POINTS + 1 }, (_, i) => (top * i) / LINEAR_POINTS);
  const small = Array.from(
    { length: LOGARITHMIC_POINTS },
    (_, i) => top * 10 ** (-4 * (1 - i / LOGARITHMIC_POINTS)),
  );
  const sides = jumps.filter((j) => j > 0 && j <= top).flatMap((j) => [j * (1 - 1e-9), j]);
  return [...new Set([...even, ...small, ...sides])].sort((a, b) => a - b);
}

const perilsOf = (loss: PeriodLoss): readonly OccurrencePeril[] =>
  loss.events.map(({ payment, frequency }) => ({ payment, frequency }));

function aggregateCurve(loss: PeriodLoss, { distribution }: WholeLoss): readonly ExceedancePoint[] {
  const limits = loss.events.filter((e) => !e.isShared).map((e) => e.terms.limit);
  const sharedTop = loss.shared?.law.values.at(-1);
  const jumps = [...limits, ...(sharedTop === undefined ? [] : [sharedTop])];
  const top = distribution.values.at(-1) ?? 0;
  return curvePoints(top, jumps).map((x) => ({ loss: x, probability: exceedance(distribution, x) }));
}

function occurrenceCurve(perils: readonly OccurrencePeril[]): readonly ExceedancePoint[] {
  const tops = perils.map((p) => p.payment.top);
  return curvePoints(Math.max(0, ...tops), tops).map((x) => ({
    loss: x,
    probability: occurrenceExceedance(perils, x),
  }));
}

/**
 * What section 5 reports of the loss of the period: moments, chances, VaR and TVaR at the model's levels, return-period
 * losses (aggregate from the lattice, occurrence closed and before aggregate terms) and both exceedance curves.
 * "Limit exhausted" is the chance that some aggregate limit is used up: the policy's, or that of a part beside it.
 */
export function lossDistribution(loss: PeriodLoss, whole: WholeLoss, model: RatingModel): LossDistribution {
  const { valueAtRiskLevels, returnPeriods } = model.pricing;
  const { distribution } = whole;
  const groups = groupsOf(loss);
  const atLeastOne = (of: (g: (typeof groups)[number]) => number) =>
    -Math.expm1(groups.reduce((sum, g) => sum + Math.log1p(-of(g)), 0));
  const perils = perilsOf(loss);
  return {
    mean: loss.mean,
    sd: loss.sd,
    skewness: whole.moments.skewness,
    sharedMean: loss.shared?.mean ?? 0,
    sharedSd: loss.shared?.sd ?? 0,
    probabilityAnyLoss: atLeastOne((g) => g.probabilityAny),
    probabilityLimitExhausted: atLeastOne((g) => g.probabilityExhausted),
    tails: valueAtRiskLevels.map((level) => ({
      level,
      valueAtRisk: expectValue(valueAtRisk(distribution, level)),
      tailValueAtRisk: expectValue(tailValueAtRisk(distribution, level)),
    })),
    returnLosses: returnPeriods.map((years) => ({
      years,
      aggregate: expectValue(returnPeriodLoss(distribution, years)),
      occurrence: perils.length === 0 ? 0 : expectValue(occurrenceReturnLoss(perils, years)),
    })),
    aggregateCurve: aggregateCurve(loss, whole),
    occurrenceCurve: occurrenceCurve(perils),
  };
}
