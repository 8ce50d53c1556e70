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

/** The whole loss of a programme read as one distribution, with the lattice it stands on. */
export interface WholeLoss {
  readonly distribution: Distribution;
  /** Null when there was nothing to add, and the one law kept its own values. */
  readonly step: number | null;
  /** Of the lattice itself. */
  readonly moments: Moments;
}

/** How far lattice masses may miss 1 before the law is no law; the certificate judges what lies below. */
const MASS_TOLERANCE = 1e-6;

/**
 * The groups of a run added on one lattice of at most range / policyPoints. Throws an ActuarialError on what is no run of
 * a programme.
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
