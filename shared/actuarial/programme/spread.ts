/** Mean, standard deviation and third central moment of one loss. */
export interface Spread {
  readonly mean: number;
  readonly sd: number;
  readonly third: number;
}

/** Of a sum of independent losses. */
export function spreadOfSum(losses: readonly Spread[]): Spread {
  return {
    mean: losses.reduce((sum, loss) => sum + loss.mean, 0),
    sd: Math.sqrt(losses.reduce((sum, loss) => sum + loss.sd * loss.sd, 0)),
    third: losses.reduce((sum, loss) => sum + loss.third, 0),
  };
}

/**
 * The limit of step 0 from two lattices, the coarser of twice the step: mean-preserving discretisation errs by a multiple
 * of the step squared (methods note, section 3), so the error of the finer is a third of the difference.
 */
export function extrapolated<T extends Spread>(fine: T, coarse: Spread): T {
  const limit = (atFine: number, atCoarse: number) => atFine + (atFine - atCoarse) / 3;
  const variance = limit(fine.sd * fine.sd, coarse.sd * coarse.sd);
  return {
    ...fine,
    mean: limit(fine.mean, coarse.mean),
    sd: Math.sqrt(Math.max(0, variance)),
    third: limit(fine.third, coarse.third),
  };
}
