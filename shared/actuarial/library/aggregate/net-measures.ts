import { isNumber, mustBeLevel, mustBeList, mustBeReturnPeriod } from '../../argument-checks.ts';
import type { AggregateTerms } from '../../lattice/aggregate-terms.ts';
import { distortedBlocks, distortedValues, survivalBlocks } from '../../premium/distorted-sum.ts';
import { type Distortion, mustBeDistortion, SURVIVAL_FLOOR } from '../../premium/distortion.ts';
import { type ActuarialResult, assertArgument, invalid, mustBe, valid, whenValid } from '../../result.ts';
import { curveExcess, curveQuantile, curveSurvival, type LossCurve } from './loss-curve.ts';
import { isNetLoss, LOST, type NetLoss } from './net-loss.ts';

/** VaR_p of Z, the least z with P(Z <= z) >= p; fails where that lies beyond the lattice. */
export function netValueAtRisk(net: NetLoss, p: number): ActuarialResult<number> {
  const checked = whenValid([isNet(net)], () => net);
  return checked.ok ? quantileOn(net.aggregate.curve, net.terms, p) : checked;
}

const isNet = (net: NetLoss) =>
  mustBe({ parameter: 'net', domain: 'a net loss, as netLoss makes it', given: net, holds: isNetLoss(net) });

/**
 * VaR_p under terms, read from one curve: the fine or the coarse one of an annual sum. Fails as netValueAtRisk does.
 */
export function quantileOn(curve: LossCurve, terms: AggregateTerms, p: number): ActuarialResult<number> {
  const level = whenValid([mustBeLevel('p', p)], () => p);
  if (!level.ok) return level;
  const s = curveQuantile(curve, p);
  if (s !== null) return valid(Math.min(Math.max(s - terms.retention, 0), terms.limit));
  const top = (curve.mass.length - 1) * curve.step;
  if (terms.retention + terms.limit <= top) return valid(terms.limit);
  return invalid('p', `at most ${1 - curve.massBeyond}, since the lattice loses ${curve.massBeyond}`, p);
}

/** TVaR_p of Z; the value Infinity when its mean is infinite; fails where the tail lies beyond the lattice. */
export function netTailValueAtRisk(net: NetLoss, p: number): ActuarialResult<number> {
  const checked = whenValid([isNet(net), mustBeLevel('p', p)], () => net);
  if (!checked.ok) return checked;
  if (net.mean === Number.POSITIVE_INFINITY) return valid(net.mean);
  return tailOn(net.aggregate.curve, net.terms, p);
}

/** TVaR_p under terms, read from one curve. Fails as netTailValueAtRisk does. */
export function tailOn(curve: LossCurve, terms: AggregateTerms, p: number): ActuarialResult<number> {
  const at = quantileOn(curve, terms, p);
  if (!at.ok) return at;
  const exit = terms.retention + terms.limit;
  const isLost = curve.massBeyond > LOST && exit > (curve.mass.length - 1) * curve.step;
  if (isLost) return invalid('p', `a level whose tail the lattice holds; it loses ${curve.massBeyond}`, p);
  const above =
    curveExcess(curve, terms.retention + at.value) - (Number.isFinite(exit) ? curveExcess(curve, exit) : 0);
  return valid(at.value + Math.max(0, above) / (1 - p));
}

/**
 * Aggregate (AEP) loss of a return period, in years above 1, to 1e15: VaR at 1 - 1/years. Not the occurrence (OEP)
 * loss.
 */
export const netReturnLoss = (net: NetLoss, years: number): ActuarialResult<number> => {
  const checked = whenValid([mustBeReturnPeriod(years)], () => 1 - 1 / years);
  return checked.ok ? netValueAtRisk(net, checked.value) : checked;
};

/** P(Z > z), z >= 0. Throws an ActuarialError on any other z and on anything but a net loss. */
export function netExceedance(net: NetLoss, z: number): number {
  assertArgument({
    holds: isNetLoss(net),
    parameter: 'net',
    domain: 'a net loss, as netLoss makes it',
    given: net,
  });
  assertArgument({ holds: isNumber(z) && z >= 0, parameter: 'z', domain: '0 or more', given: z });
  return z >= net.terms.limit ? 0 : curveSurvival(net.aggregate.curve, net.terms.retention + z, false);
}

/**
 * Distorted mean of Z: the integral of g(P(Z > z)), midpoints being where the lattice knows the survival function.
 * Survival probabilities below 1e-12 are rounding noise and count as 0. Infinity when the mean is infinite.
 */
export function netDistortedMean(net: NetLoss, distortion: Distortion): ActuarialResult<number> {
  const checked = whenValid([isNet(net), mustBeDistortion('distortion', distortion)], () => net);
  if (!checked.ok) return checked;
  const { curve } = net.aggregate;
  const { retention, limit } = net.terms;
  if (net.mean === Number.POSITIVE_INFINITY) return valid(Number.POSITIVE_INFINITY);
  const exit = retention + limit;
  const top = (curve.mass.length - 1) * curve.step;
  if (curve.massBeyond > LOST && exit > top) {
    return invalid('limit', `on the lattice, up to ${top}, since the loss reaches beyond it`, limit);
  }
  const { survivalAfter, step } = curve;
  const from = Math.floor(retention / step);
  let end = Math.min(survivalAfter.length, Math.ceil(exit / step));
  while (end > from && survivalAfter[end - 1]! <= SURVIVAL_FLOOR) end -= 1;
  const width = (k: number) => Math.min((k + 1) * step, exit) - Math.max(k * step, retention);
  return valid(
    distortion.isSmooth
      ? distortedBlocks(survivalBlocks({ survival: survivalAfter, width, from, end }), distortion.apply)
      : distortedValues({ g: distortion.apply, survival: survivalAfter, width, from, end }),
  );
}

/** The measures of a set of levels at once; fails with the first that fails. */
export const netMeasures = (net: NetLoss, levels: readonly number[]): ActuarialResult<readonly NetTail[]> => {
  const checked = whenValid([isNet(net), mustBeList('levels', 'a list of levels', levels)], () => net);
  if (!checked.ok) return checked;
  const tails: NetTail[] = [];
  for (const p of levels) {
    const valueAtRisk = netValueAtRisk(net, p);
    if (!valueAtRisk.ok) return valueAtRisk;
    const tail = netTailValueAtRisk(net, p);
    tails.push({ level: p, valueAtRisk: valueAtRisk.value, tailValueAtRisk: tail.ok ? tail.value : null });
  }
  return valid(tails);
};

/** VaR and TVaR of one level; TVaR null where the lattice cannot claim it. */
export interface NetTail {
  readonly level: number;
  readonly valueAtRisk: number;
  readonly tailValueAtRisk: number | null;
}
