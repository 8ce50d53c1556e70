import type { CoreFits } from './core-fits.ts';
import { GROUPS } from './recipe.ts';
import { columnWords, GROUP_WORDS, PERIL_WORDS, SAMPLE_WORDS, SUBJECT_WORDS } from './sample-words.ts';
import { SHARE_SAMPLES } from './share-rows.ts';

/** One figure that is fitted, with what it is uncertain by. */
export interface FitFigure {
  /** The same figure has the same key in the fits of another library. */
  readonly key: string;
  readonly section: 'Severity by size' | 'Elasticity of frequency' | 'Base rates' | 'Relativities of types';
  readonly label: string;
  readonly value: number;
  readonly se: number | null;
  readonly interval: readonly [number, number] | null;
}

const PARAMETER_WORDS: Readonly<Record<string, string>> = {
  a: 'level a',
  b: 'slope in size b',
  lnAlpha: 'ln alpha',
  lnSigma: 'ln sigma',
};

/** Every figure that a calibration gives the model, unrounded. */
export function fitFigures(fits: CoreFits): readonly FitFigure[] {
  return [
    ...SHARE_SAMPLES.flatMap((sample) =>
      Object.entries(fits.severity[sample].parameters).map(
        ([name, { value, se }]): FitFigure => ({
          key: `severity ${sample} ${name}`,
          section: 'Severity by size',
          label: `${SAMPLE_WORDS[sample]}: ${PARAMETER_WORDS[name] ?? name}`,
          value,
          se,
          interval: null,
        }),
      ),
    ),
    ...GROUPS.map(
      (group): FitFigure => ({
        key: `elasticity ${group}`,
        section: 'Elasticity of frequency',
        label: GROUP_WORDS[group],
        value: fits.elasticity[group].value,
        se: fits.elasticity[group].se,
        interval: null,
      }),
    ),
    ...fits.baseRates.rates.map(
      ({ group, peril, rate, interval }): FitFigure => ({
        key: `rate ${group} ${peril}`,
        section: 'Base rates',
        label: `${GROUP_WORDS[group]}, ${PERIL_WORDS[peril]}`,
        value: rate,
        se: null,
        interval,
      }),
    ),
    ...fits.types.flatMap(({ column, types }) =>
      types.map(
        ({ type, relativity, interval }): FitFigure => ({
          key: `type ${column} ${type}`,
          section: 'Relativities of types',
          label: `${SUBJECT_WORDS[type]}, ${columnWords(column)}`,
          value: relativity,
          se: null,
          interval,
        }),
      ),
    ),
  ];
}
