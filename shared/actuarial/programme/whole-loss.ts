import { addLosses } from '../lattice/add-losses.ts';
import { largestCommonStep } from '../lattice/common-step.ts';
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

/**
 * The groups of a run added on one lattice whose step is at most range / policyPoints. Throws an ActuarialError on
 * anything but a run of a programme.
 */
export function wholeLoss(run: ProgrammeRun): WholeLoss {
  const laws = groupsOf(run).map((group) => trimTail(group.law, group.sd * group.sd));
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
