import { betaFixedAlpha, lognormalBySize, type SizeFamily, sizeFree } from './damage-by-size.ts';
import { toDecimals } from './numeric/round.ts';
import type { Recipe } from './recipe.ts';
import { fitShares, maximumOf, type ShareFit, type ShareSight } from './share-fit.ts';
import type { ShareRow, ShareSample } from './share-rows.ts';

/** The fitted laws of the share lost: of value locked, of all assets, of the online balance. */
export const SAMPLE_FAMILIES: Readonly<Record<ShareSample, SizeFamily>> = {
  protocol: betaFixedAlpha,
  fidelity: lognormalBySize,
  online: betaFixedAlpha,
};

export interface SeverityFit extends ShareFit {
  /** The maximum with the slope held at 0. */
  readonly logLikelihoodSizeFree: number;
}
export type SeverityFits = Readonly<Record<ShareSample, SeverityFit>>;

export function sampleSight(sample: ShareSample, recipe: Recipe): ShareSight {
  const peril = sample === 'fidelity' ? 'crime-fidelity' : sample === 'online' ? 'crime-online' : 'protocol';
  return {
    censoredFrom: recipe.severity.censoredFrom,
    thresholdUsd: recipe.rows.thresholdUsd,
    referenceUsd: recipe.referenceValueUsd[peril],
  };
}

export function fitSeverity(sample: ShareSample, rows: readonly ShareRow[], recipe: Recipe): SeverityFit {
  const family = SAMPLE_FAMILIES[sample];
  const sight = sampleSight(sample, recipe);
  return {
    ...fitShares({ family, sight, rows }),
    logLikelihoodSizeFree: maximumOf({ family: sizeFree(family), sight, rows }).value,
  };
}

/** A fitted law as the model carries it. */
export interface RoundedLaw {
  readonly a: number;
  readonly b: number;
  /** alpha of a Beta, sigma of a lognormal. */
  readonly shape: number;
}
export type RoundedLaws = Readonly<Record<ShareSample, RoundedLaw>>;

export function roundedLaw(fit: Pick<ShareFit, 'parameters'>, recipe: Recipe): RoundedLaw {
  const decimals = recipe.rounding.severityDecimals;
  const [a, b, lnShape] = Object.values(fit.parameters).map(({ value }) => value);
  return {
    a: toDecimals(a!, decimals),
    b: toDecimals(b!, decimals),
    shape: toDecimals(Math.exp(lnShape!), decimals),
  };
}
