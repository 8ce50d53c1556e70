import { fieldsOf, isFloat64Array, mustBeObject } from '../../argument-checks.ts';
import type { AggregateTerms } from '../../lattice/aggregate-terms.ts';
import { type ActuarialResult, type ArgumentCheck, mustBe, whenValid } from '../../result.ts';
import { integrateDyadic } from '../../special/gauss-legendre.ts';
import { type AggregateLoss, termChecks, WHOLE } from './aggregate-loss.ts';
import { curveExcess, curveSurvival, type LossCurve } from './loss-curve.ts';

/** Z = min(max(S - retention, 0), limit) of a compounded annual sum: costs no transform. */
export interface NetLoss {
  readonly aggregate: AggregateLoss;
  readonly terms: AggregateTerms;
  readonly mean: number;
  readonly sd: number;
  /** P(S > retention). */
  readonly probabilityAttach: number;
  /** P(S >= retention + limit), 0 when unlimited. */
  readonly probabilityExhaust: number;
}

/** With more mass than this beyond the lattice, no tail measure that reaches there is given. */
export const LOST = 1e-9;

/**
 * Applies programme terms; fails on anything but an annual sum, a negative retention, a limit not above 0 or one that
 * the lattice cannot hold.
 */
export function netLoss(aggregate: AggregateLoss, terms: AggregateTerms = WHOLE): ActuarialResult<NetLoss> {
  const checked = whenValid([mustBeAggregateLoss('aggregate', aggregate), ...termChecks(terms)], () => true);
  if (!checked.ok) return checked;
  const { curve } = aggregate;
  const { retention, limit } = terms;
  const top = (curve.mass.length - 1) * curve.step;
  const exit = retention + limit;
  const isLost = curve.massBeyond > LOST;
  return whenValid(
    [
      mustBe({
        parameter: 'limit',
        domain: `such that deductible and limit lie on the lattice, up to ${top}, since the loss reaches beyond it`,
        given: limit,
        holds: !isLost || limit === Number.POSITIVE_INFINITY || exit <= top,
      }),
    ],
    () => ({
      aggregate,
      terms,
      mean: netMean(aggregate, curve, terms),
      sd: netSd(aggregate, terms),
      probabilityAttach: curveSurvival(curve, retention, false),
      probabilityExhaust: Number.isFinite(exit) ? curveSurvival(curve, exit, true) : 0,
    }),
  );
}

/** Checks that an argument is an annual sum as aggregateLoss makes it. */
export const mustBeAggregateLoss = (parameter: string, given: unknown): ArgumentCheck => {
  const { curve, gross, perils } = fieldsOf(given as AggregateLoss);
  const isSum =
    isFloat64Array(fieldsOf(curve).mass) && mustBeObject('gross', '', gross).holds && Array.isArray(perils);
  return mustBe({ parameter, domain: 'an annual sum, as aggregateLoss makes it', given, holds: isSum });
};

/** Whether a value is a net loss as netLoss makes it. */
export const isNetLoss = (given: unknown): given is NetLoss => {
  const { aggregate, terms } = fieldsOf(given as NetLoss);
  return mustBeAggregateLoss('aggregate', aggregate).holds && mustBeObject('terms', '', terms).holds;
};

function netMean(aggregate: AggregateLoss, curve: LossCurve, { retention, limit }: AggregateTerms): number {
  if (Number.isFinite(limit)) return curveExcess(curve, retention) - curveExcess(curve, retention + limit);
  // Unlimited with mass beyond the lattice: the analytic mean less what lies below the retention.
  if (curve.massBeyond > LOST) {
    return aggregate.gross.mean - (curveExcess(curve, 0) - curveExcess(curve, retention));
  }
  return curveExcess(curve, retention);
}

/** Standard deviation of Z; Infinity where it does not exist. */
export function netSd(aggregate: AggregateLoss, terms: AggregateTerms): number {
  const { retention, limit } = terms;
  const { curve, gross } = aggregate;
  const { mass, step } = curve;
  const isTailLost = limit === Number.POSITIVE_INFINITY && curve.massBeyond > LOST;
  if (isTailLost && !Number.isFinite(gross.sd)) return Number.POSITIVE_INFINITY;
  if (isTailLost) return unlimitedSd(aggregate, retention);
  let first = 0;
  let second = 0;
  const exit = Math.min(mass.length, Math.floor((retention + limit) / step) + 1);
  for (let k = Math.ceil(retention / step); k < exit; k += 1) {
    const z = k * step - retention;
    const moment = z * mass[k]!;
    first += moment;
    second += z * moment;
  }
  if (exit < mass.length) {
    const above = curve.survivalAfter[exit - 1] ?? 1;
    first += limit * above;
    second += limit * limit * above;
  } else if (Number.isFinite(limit)) {
    // The limit lies beyond the lattice, where only rounding noise or a few large payments are left.
    const z = Math.min(limit, (mass.length - 1) * step - retention);
    const above = Math.max(0, curve.massBeyond);
    first += z * above + beyond(aggregate, terms, () => 1);
    second += z * z * above + beyond(aggregate, terms, (x) => 2 * (x - retention));
  }
  return Math.sqrt(Math.max(0, second - first * first));
}

/** Integral of weight(x) P(S > x) from the lattice's top to the exit, where one large payment makes the sum large. */
function beyond(
  { curve, perils }: AggregateLoss,
  { retention, limit }: AggregateTerms,
  weight: (x: number) => number,
): number {
  const top = (curve.mass.length - 1) * curve.step;
  let sum = 0;
  for (const { frequency, payments, aggregateLimit } of perils) {
    for (const { payment, weight: share } of payments) {
      const end = Math.min(retention + limit, payment.top, aggregateLimit);
      if (end <= top) continue;
      const magnitudes = Array.from({ length: 30 }, (_, j) => top * 1e4 ** (j + 1));
      const f = (x: number) => weight(x) * payment.survival(x);
      sum += frequency.mean * share * integrateDyadic({ f, from: top, to: end, kinks: magnitudes });
    }
  }
  return sum;
}

/** sd of (S - d)+ from the analytic moments of S and what the lattice has below d. */
function unlimitedSd(aggregate: AggregateLoss, d: number): number {
  const { curve, gross } = aggregate;
  let below = 0;
  for (let k = 0; k * curve.step < d && k < curve.mass.length; k += 1)
    below += (d - k * curve.step) ** 2 * curve.mass[k]!;
  const second = gross.variance + gross.mean ** 2 - 2 * d * gross.mean + d * d - below;
  const first = netMean(aggregate, curve, { retention: d, limit: Number.POSITIVE_INFINITY });
  return Math.sqrt(Math.max(0, second - first * first));
}
