import { addLosses } from '../lattice/add-losses.ts';
import { largestCommonStep } from '../lattice/common-step.ts';
import type { DiscreteLaw } from '../lattice/lattice-law.ts';
import { trimTail } from '../lattice/trim-tail.ts';
import {
  type Distribution,
  discreteMoments,
  distributionFrom,
  type Moments,
} from '../measures/distribution.ts';
import { expectValue } from '../result.ts';
import { groupsOf, type ProgrammeRun } from './programme-loss.ts';

/** The whole loss of a programme as one distribution, with the step of its lattice. */
export interface WholeLoss {
  readonly distribution: Distribution;
  /** Null when only one law was left, which keeps its own values. */
  readonly step: number | null;
  /** Moments of the lattice itself, not extrapolated. */
  readonly moments: Moments;
}

/** How far the sum of the masses may be from 1 before the law is refused; below that the certificate decides. */
const MASS_TOLERANCE = 1e-6;

/** A lattice over amounts that are never paid may be too coarse for those that are: its sd is then off by this share. */
const FAR_OFF = 1e-4;
/** An sd below this share of what can be paid is negligible, and measured against that share. */
const NEGLIGIBLE = 1e-4;
/** What such amounts may have of the variance of the whole, which is far below what the lattice would add to it. */
const UNSEEN = 1e-5;

/**
 * The groups of a run added on one lattice whose step is at most range / policyPoints. Throws an ActuarialError on
 * anything but a run of a programme.
 */
export function wholeLoss(run: ProgrammeRun): WholeLoss {
  const groups = groupsOf(run);
  const whole = sumOf(
    groups.map(({ law, sd }) => trimTail(law, sd * sd)),
    run,
  );
  const payable = groups.reduce((sum, { law }) => sum + (law.values.at(-1) ?? 0), 0);
  const scale = Math.max(run.sd, NEGLIGIBLE * payable);
  if (Math.abs(whole.moments.sd - run.sd) <= FAR_OFF * scale) return whole;
  return sumOf(
    groups.map(({ law }) => trimTail(law, run.sd * run.sd, UNSEEN)),
    run,
  );
}

function sumOf(laws: readonly DiscreteLaw[], run: ProgrammeRun): WholeLoss {
  const largest = laws.map((law) => law.values.at(-1) ?? 0);
  const range = largest.reduce((a, b) => a + b, 0);
  const isOne = laws.filter((law) => law.values.length > 1).length <= 1 || range === 0;
  const limits = [...largest].sort((a, b) => b - a);
  const step = isOne ? null : largestCommonStep(limits, range / run.grid.policyPoints);
  const law = addLosses(laws, step ?? 1, Number.POSITIVE_INFINITY);
  return {
    distribution: expectValue(distributionFrom(law, MASS_TOLERANCE)),
    step,
    moments: discreteMoments(law),
  };
}
