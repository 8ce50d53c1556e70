import { betaFixedAlpha, type SizeFamily } from '../damage-by-size.ts';
import { maximise, standardErrors } from '../numeric/maximise.ts';
import { sum } from '../numeric/sum.ts';
import type { Recipe } from '../recipe.ts';
import { fitShares, type ShareFit, type ShareSight, shareScore, totalScore } from '../share-fit.ts';
import type { ShareRow } from '../share-rows.ts';

/** The fit of protocol shares on some of the rows, or with other weights. */
export interface ShareSensitivity {
  readonly name: string;
  readonly fit: ShareFit;
}

/** Contract and economic perils; the other causes of losses of protocols are of keys and people. */
const isContractCause = ({ incident }: ShareRow, { perilsOfCause }: Recipe): boolean => {
  const weights = perilsOfCause[incident.cause] ?? {};
  return weights.protocol !== undefined || weights['protocol-econ'] !== undefined;
};

/** Which rows of the protocol sample carry the fit: better denominators, large losses weighed down, contracts alone. */
export function shareSensitivities(
  rows: readonly ShareRow[],
  sight: ShareSight,
  recipe: Recipe,
): readonly ShareSensitivity[] {
  const sound = rows.filter(({ confidence }) => confidence !== 'low');
  const contracts = rows.filter((row) => isContractCause(row, recipe));
  return [
    { name: 'denominators not low', fit: fitShares({ family: betaFixedAlpha, sight, rows: sound }) },
    ...recipe.checks.inverseShareWeights.map((power) => ({
      name: `inverse-share weights ^-${power}`,
      fit: fitShares({ family: betaFixedAlpha, sight, rows, weights: inverseShareWeights(rows, power) }),
    })),
    { name: 'contract causes only', fit: fitShares({ family: betaFixedAlpha, sight, rows: contracts }) },
  ];
}

/** share^-power, scaled to sum to the number of rows. */
function inverseShareWeights(rows: readonly ShareRow[], power: number): readonly number[] {
  const raw = rows.map(({ share }) => Math.exp(-power * Math.log(share)));
  const total = sum(raw);
  return raw.map((weight) => (weight * rows.length) / total);
}

/** What other causes than contracts add to the logit of the mean share. */
export interface KeyCauseEffect {
  readonly value: number;
  readonly se: number | null;
  readonly logLikelihood: number;
}

export function keyCauseEffect(rows: readonly ShareRow[], sight: ShareSight, recipe: Recipe): KeyCauseEffect {
  const shifted: SizeFamily = {
    ...betaFixedAlpha,
    at: ([a, b, lnAlpha, key], z) => betaFixedAlpha.at([a! + key!, b!, lnAlpha!], z),
  };
  const contracts = totalScore(
    shareScore(betaFixedAlpha, sight),
    rows.filter((row) => isContractCause(row, recipe)),
  );
  const others = totalScore(
    shareScore(shifted, sight),
    rows.filter((row) => !isContractCause(row, recipe)),
  );
  const objective = (at: readonly number[]) => contracts(at.slice(0, 3)) + others(at);
  const { at, value } = maximise(
    objective,
    betaFixedAlpha.starts.map((start) => [...start, 0]),
  );
  return { value: at[3]!, se: standardErrors(objective, at)[3] ?? null, logLikelihood: value };
}
