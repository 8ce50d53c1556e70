import {
  betaFixedAlpha,
  betaFixedPrecision,
  inflatedBetaBySize,
  lognormalBySize,
  lognormalSizeFree,
  powerBySize,
  type SizeFamily,
  sizeFree,
} from '../damage-by-size.ts';
import { gradient, hessian, type Objective } from '../numeric/derivatives.ts';
import { solveLinear } from '../numeric/linear.ts';
import { climb } from '../numeric/maximise.ts';
import { sumOf } from '../numeric/sum.ts';
import { maximumOf, type ShareSight, shareScore, totalScore } from '../share-fit.ts';
import type { ShareRow } from '../share-rows.ts';

/** How well a law describes a sample of shares. */
export interface LawScore {
  readonly law: string;
  readonly logLikelihood: number;
  readonly aic: number;
  /** Sum over rows of the log-likelihood of each under the fit to all others; null at the edge of the law's domain. */
  readonly leaveOneOut: number | null;
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
export function scoreLaw(family: SizeFamily, sight: ShareSight, rows: readonly ShareRow[]): LawScore {
  const own = maximumOf({ family, sight, rows });
  const limit = family.limit === undefined ? null : maximumOf({ family: family.limit, sight, rows });
  const isAtLimit = limit !== null && limit.value > own.value;
  const { at, value } = isAtLimit ? limit : own;
  return {
    law: family.id,
    logLikelihood: value,
    aic: 2 * family.parameters.length - 2 * value,
    leaveOneOut: leaveOneOut({ family: isAtLimit ? family.limit! : family, sight, rows, whole: at }),
  };
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
