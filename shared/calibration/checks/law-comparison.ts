import {
  betaFixedAlpha,
  betaFixedPrecision,
  inflatedBetaBySize,
  lognormalBySize,
  lognormalSizeFree,
  powerBySize,
  type ShareLaw,
  type SizeFamily,
  sizeFree,
} from '../damage-by-size.ts';
import { gradient, hessian, type Objective } from '../numeric/derivatives.ts';
import { solveLinear } from '../numeric/linear.ts';
import { climb } from '../numeric/maximise.ts';
import { power } from '../numeric/power.ts';
import { sumOf } from '../numeric/sum.ts';
import { maximumOf, type ShareSight, shareScore, totalScore } from '../share-fit.ts';
import type { ShareRow, ShareSample } from '../share-rows.ts';

/** How well a law describes a sample of shares. */
export interface LawScore {
  readonly law: string;
  readonly logLikelihood: number;
  readonly aic: number;
  /** Sum over rows of the log-likelihood of each under the fit to all others; null at the edge of the law's domain. */
  readonly leaveOneOut: number | null;
  /** Under it no loss of any amount gets less likely as the subject grows: without that a layer may get safer with size. */
  readonly risesWithSize: boolean;
  /** The chance that one loss takes all, whatever the size; null for a law that has none. */
  readonly wholeLoss: number | null;
}

/** Laws held against each other on one sample. */
export interface ComparedLaws {
  readonly sample: string;
  readonly shares: ShareSample;
  /** Whether the sample was seen as the model's law is fitted on it. */
  readonly isOfModel: boolean;
  readonly scores: readonly LawScore[];
}

/** The laws that were tried, each with and without size. */
export const COMPARED_LAWS: readonly SizeFamily[] = [
  betaFixedAlpha,
  betaFixedPrecision,
  sizeFree(betaFixedAlpha),
  inflatedBetaBySize,
  sizeFree(inflatedBetaBySize),
  lognormalBySize,
  lognormalSizeFree,
  powerBySize,
  sizeFree(powerBySize),
];

/** Fits one law to a sample and scores it on the rows that each fit has not seen. */
export function scoreLaw({
  family,
  sight,
  rows,
  valueRangeUsd,
}: {
  readonly family: SizeFamily;
  readonly sight: ShareSight;
  readonly rows: readonly ShareRow[];
  /** The values of subjects between which a law has to rise. */
  readonly valueRangeUsd: readonly [number, number];
}): LawScore {
  const own = maximumOf({ family, sight, rows });
  const limit = family.limit === undefined ? null : maximumOf({ family: family.limit, sight, rows });
  const isAtLimit = limit !== null && limit.value > own.value;
  const { at, value } = isAtLimit ? limit : own;
  const reached = isAtLimit ? family.limit! : family;
  return {
    law: family.id,
    logLikelihood: value,
    aic: 2 * family.parameters.length - 2 * value,
    leaveOneOut: leaveOneOut({ family: reached, sight, rows, whole: at }),
    risesWithSize: risesWithSize(
      (value) => reached.at(at, Math.log(value / sight.referenceUsd)),
      valueRangeUsd,
    ),
    wholeLoss: reached.wholeLoss?.(at) ?? null,
  };
}

/** Values a fifth of a power of ten apart, amounts half a power: a law that falls does so over far more than that. */
const VALUES_A_POWER = 5;
const AMOUNTS_A_POWER = 2;
const ROUNDING = 1e-9;

const powersOfTen = ([from, to]: readonly [number, number], each: number): readonly number[] => {
  const steps = Math.round(Math.log10(to / from) * each);
  return Array.from({ length: steps + 1 }, (_, i) => from * power(10, i / each));
};

function risesWithSize(lawAt: (value: number) => ShareLaw | null, range: readonly [number, number]): boolean {
  const values = powersOfTen(range, VALUES_A_POWER);
  const laws = values.map(lawAt);
  return powersOfTen(range, AMOUNTS_A_POWER).every((amount) => {
    const above = values.map((value, i) => (amount >= value ? 0 : (laws[i]?.survival(amount / value) ?? 0)));
    return above.every((chance, i) => i === 0 || chance >= above[i - 1]! - ROUNDING);
  });
}

const SLOPE_STEP = 1e-4;
const FIXED_STEPS = 12;
const DONE = 1e-6;

/**
 * Each row scored by the maximum without it. The curvature without a row is that of the whole less the row's own, so a few
 * slopes mostly find each maximum from the whole one.
 */
function leaveOneOut({
  family,
  sight,
  rows,
  whole,
}: {
  readonly family: SizeFamily;
  readonly sight: ShareSight;
  readonly rows: readonly ShareRow[];
  readonly whole: readonly number[];
}): number | null {
  const score = shareScore(family, sight);
  const curvature = hessian(totalScore(score, rows), whole, 1e-3);
  if (!curvature.flat().every(Number.isFinite)) return null;
  return sumOf(rows, (left) => {
    const others = rows.filter((row) => row !== left);
    const own = hessian((at) => score(at, left), whole, 1e-3);
    const without = curvature.map((line, i) => line.map((x, j) => x - own[i]![j]!));
    return score(climbBy(totalScore(score, others), whole, without), left);
  });
}

/** Steps with one curvature while they shrink; what they have not settled, Newton's method does. */
function climbBy(
  f: Objective,
  start: readonly number[],
  curvature: readonly (readonly number[])[],
): readonly number[] {
  let at = start;
  let value = f(at);
  for (let step = 0; step < FIXED_STEPS; step += 1) {
    const move = solveLinear(curvature, gradient(f, at, SLOPE_STEP));
    if (move === null) break;
    const next = at.map((x, i) => x - move[i]!);
    const reached = f(next);
    if (!(reached >= value)) break;
    at = next;
    value = reached;
    if (Math.max(...move.map(Math.abs)) < DONE) return at;
  }
  return climb(f, { at, value }).at;
}
