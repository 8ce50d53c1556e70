import type { DiscreteLaw } from '../lattice/lattice-law.ts';
import { discreteMoments } from '../measures/distribution.ts';

/** Mean, standard deviation and third central moment of the loss of a period. */
export interface PeriodMoments {
  readonly mean: number;
  readonly sd: number;
  readonly third: number;
}

/** The moments of a discrete law. */
export function periodMoments(law: DiscreteLaw): PeriodMoments {
  const { mean, sd, skewness } = discreteMoments(law);
  return { mean, sd, third: skewness * sd ** 3 };
}

/** The moments of a sum of independent losses. */
export function momentsOfSum(losses: readonly PeriodMoments[]): PeriodMoments {
  return {
    mean: losses.reduce((sum, loss) => sum + loss.mean, 0),
    sd: Math.sqrt(losses.reduce((sum, loss) => sum + loss.sd * loss.sd, 0)),
    third: losses.reduce((sum, loss) => sum + loss.third, 0),
  };
}

/**
 * Extrapolates to step 0 from two lattices, the coarser of twice the step: mean-preserving discretisation errs by a
 * multiple of the step squared (methods note, section 3), so the error of the finer is a third of the difference. Where
 * that would go below 0, for a negligible loss, the finer lattice's own value is kept.
 */
export function extrapolateToStep0<T extends PeriodMoments>(fine: T, coarse: PeriodMoments): T {
  const limit = (atFine: number, atCoarse: number) => atFine + (atFine - atCoarse) / 3;
  const notBelow0 = (atFine: number, atCoarse: number) => {
    const value = limit(atFine, atCoarse);
    return value >= 0 ? value : atFine;
  };
  return {
    ...fine,
    mean: notBelow0(fine.mean, coarse.mean),
    sd: Math.sqrt(notBelow0(fine.sd * fine.sd, coarse.sd * coarse.sd)),
    third: limit(fine.third, coarse.third),
  };
}
