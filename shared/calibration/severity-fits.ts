import { formatCount } from '../domain/format-date.ts';
import { LIBRARY_FILES, type LibraryFault, libraryFault } from '../library/library-fault.ts';
import { betaFixedAlpha, lognormalBySize, type SizeFamily, sizeFree } from './damage-by-size.ts';
import { toDecimals } from './numeric/round.ts';
import type { Recipe } from './recipe.ts';
import { SAMPLE_WORDS } from './sample-words.ts';
import { fitShares, maximumOf, type ShareFit, type ShareSight } from './share-fit.ts';
import { SHARE_SAMPLES, type ShareRow, type ShareSample } from './share-rows.ts';

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

/** The laws of all three samples. */
export const fitSeverities = (
  shares: Readonly<Record<ShareSample, readonly ShareRow[]>>,
  recipe: Recipe,
): SeverityFits => ({
  protocol: fitSeverity('protocol', shares.protocol, recipe),
  fidelity: fitSeverity('fidelity', shares.fidelity, recipe),
  online: fitSeverity('online', shares.online, recipe),
});

function fitSeverity(sample: ShareSample, rows: readonly ShareRow[], recipe: Recipe): SeverityFit {
  const family = SAMPLE_FAMILIES[sample];
  const sight = sampleSight(sample, recipe);
  return {
    ...fitShares({ family, sight, rows }),
    logLikelihoodSizeFree: maximumOf({ family: sizeFree(family), sight, rows }).value,
  };
}

/**
 * The laws that their losses do not tell: where most are total, or sizes hardly differ, a maximum runs away to where the law
 * is no law any more at the sizes that the recipe looks at.
 */
export function lawFaults(fits: SeverityFits, recipe: Recipe): readonly LibraryFault[] {
  return SHARE_SAMPLES.flatMap((sample) => {
    const { n, censored } = fits[sample];
    const { a, b, shape } = roundedLaw(fits[sample], recipe);
    const { referenceUsd } = sampleSight(sample, recipe);
    const isLaw = recipe.severity.valueClampUsd.every(
      (value) => SAMPLE_FAMILIES[sample].at([a, b, Math.log(shape)], Math.log(value / referenceUsd)) !== null,
    );
    if (isLaw) return [];
    const what = `does not tell the law of ${SAMPLE_WORDS[sample]}: ${formatCount(n, 'loss', 'losses')}, ${censored} of them nearly total, leave it open how the share lost goes with size`;
    return [libraryFault(LIBRARY_FILES.lossShare, what)];
  });
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
