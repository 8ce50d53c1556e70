import type { SizeFamily } from './damage-by-size.ts';
import { type Maximum, maximise, standardErrors } from './numeric/maximise.ts';
import type { ShareRow } from './share-rows.ts';

/** How shares were seen: from which share "at least that", and the loss below which nothing was recorded (0: all was). */
export interface ShareSight {
  readonly censoredFrom: number;
  readonly thresholdUsd: number;
  readonly referenceUsd: number;
}

export type RowScore = (parameters: readonly number[], row: ShareRow) => number;

/**
 * Log-likelihood of one share: ln f(y), or ln S(c) from the share c on, less ln S(min(threshold / assets, c)), the chance of
 * being recorded; -Infinity outside the family's domain.
 */
export function shareScore(family: SizeFamily, sight: ShareSight): RowScore {
  const { censoredFrom, thresholdUsd, referenceUsd } = sight;
  return (parameters, { assetsUsd, share }) => {
    const law = family.at(parameters, Math.log(assetsUsd / referenceUsd));
    if (law === null) return Number.NEGATIVE_INFINITY;
    const isCensored = share >= censoredFrom;
    const seen = isCensored ? Math.log(law.survival(censoredFrom)) : law.logDensity(share);
    const least = Math.min(thresholdUsd / assetsUsd, censoredFrom);
    const score = seen - (least > 0 ? Math.log(law.survival(least)) : 0);
    return Number.isNaN(score) ? Number.NEGATIVE_INFINITY : score;
  };
}

/** A maximum with its standard errors, and what may be said of the sample. */
export interface ShareFit {
  readonly n: number;
  readonly censored: number;
  readonly logLikelihood: number;
  readonly aic: number;
  readonly parameters: Readonly<Record<string, { readonly value: number; readonly se: number | null }>>;
}

export function totalScore(score: RowScore, rows: readonly ShareRow[], weights?: readonly number[]) {
  return (parameters: readonly number[]): number => {
    let total = 0;
    for (let i = 0; i < rows.length; i += 1) {
      const value = score(parameters, rows[i]!);
      if (value === Number.NEGATIVE_INFINITY) return value;
      total += (weights?.[i] ?? 1) * value;
    }
    return total;
  };
}

export const maximumOf = ({
  family,
  sight,
  rows,
  weights,
}: {
  readonly family: SizeFamily;
  readonly sight: ShareSight;
  readonly rows: readonly ShareRow[];
  readonly weights?: readonly number[] | undefined;
}): Maximum => maximise(totalScore(shareScore(family, sight), rows, weights), family.starts);

/** Maximum likelihood of a family on shares, with standard errors from the inverse information. */
export function fitShares({
  family,
  sight,
  rows,
  weights,
}: {
  readonly family: SizeFamily;
  readonly sight: ShareSight;
  readonly rows: readonly ShareRow[];
  readonly weights?: readonly number[] | undefined;
}): ShareFit {
  const objective = totalScore(shareScore(family, sight), rows, weights);
  const maximum = maximise(objective, family.starts);
  const errors = standardErrors(objective, maximum.at);
  return {
    n: rows.length,
    censored: rows.filter(({ share }) => share >= sight.censoredFrom).length,
    logLikelihood: maximum.value,
    aic: 2 * family.parameters.length - 2 * maximum.value,
    parameters: Object.fromEntries(
      family.parameters.map((name, i) => [name, { value: maximum.at[i]!, se: errors[i] ?? null }]),
    ),
  };
}
