import { negativeBinomialByMean } from '../../actuarial/index.ts';
import { expectValue, gammaUpper } from '../../actuarial/library/index.ts';
import { logChance } from '../backtest/forecast.ts';
import type { CoreFits, Sample } from '../core-fits.ts';
import { fitElasticity } from '../elasticity-fit.ts';
import { type Forgetting, forecastCounts } from '../forgetting.ts';
import { bandData, bandLikelihood, bandSurvivals } from '../loss-bands.ts';
import { sumOf } from '../numeric/sum.ts';
import { largeSurvival } from '../peril-laws.ts';
import { changedRecipe, GROUPS, type Group, type Recipe } from '../recipe.ts';
import { columnWords, GROUP_WORDS, SAMPLE_WORDS } from '../sample-words.ts';
import { SAMPLE_FAMILIES } from '../severity-fits.ts';
import { differenceOfTypes, gainOfPrior } from '../type-relativities.ts';
import { groupCounts, MAIN_PERIL } from '../year-counts.ts';
import type { InsiderLosses } from './insider-losses.ts';
import type { ComparedLaws, LawScore } from './law-comparison.ts';
import type { CauseEffect } from './share-sensitivities.ts';

/** One decision of the recipe, and something else that it might have been, both computed on the library at hand. */
export interface WeighedChoice {
  readonly decision: string;
  readonly chosen: string;
  readonly other: string;
  readonly measure: string;
  readonly chosenScore: number;
  readonly otherScore: number;
  /** By how much the chosen one is better by the measure; negative where it is worse. */
  readonly gain: number;
  /**
   * Of two of which one is the other with something more: the chance of at least this difference where that something is
   * nothing (likelihood ratio against chi-square); null of others.
   */
  readonly pValue: number | null;
  /** What else is to be known of the two; empty for nothing. */
  readonly remark: string;
}

interface Weighing {
  readonly decision: string;
  readonly chosen: string;
  readonly other: string;
  readonly remark?: string;
}

/** A group of subjects, and what its choices are weighed on. */
interface OfGroup {
  readonly group: Group;
  readonly fits: CoreFits;
  readonly sample: Sample;
  readonly recipe: Recipe;
}

/** Of deviance and AIC less is better. */
const byLess = (
  measure: 'AIC' | 'deviance',
  weighing: Weighing,
  [chosenScore, otherScore]: readonly [number, number],
): WeighedChoice => ({
  remark: '',
  ...weighing,
  measure,
  chosenScore,
  otherScore,
  gain: otherScore - chosenScore,
  pValue: null,
});

/** Of likelihoods and log scores more is better. */
const byMore = (
  measure: string,
  weighing: Weighing,
  [chosenScore, otherScore]: readonly [number, number],
): WeighedChoice => ({
  remark: '',
  ...weighing,
  measure,
  chosenScore,
  otherScore,
  gain: chosenScore - otherScore,
  pValue: null,
});

/** Log-likelihoods of which one is the other with so many parameters more. */
function nested(weighing: Weighing, scores: readonly [number, number], more: number): WeighedChoice {
  const choice = byMore('log-likelihood', weighing, scores);
  return { ...choice, pValue: gammaUpper(more / 2, Math.abs(choice.gain)) };
}

/** Every decision that a library can speak to, with what it was weighed against (sections 3, 11 and 12). */
export function weighedChoices(parts: {
  readonly laws: readonly ComparedLaws[];
  readonly causes: readonly CauseEffect[];
  readonly insiders: InsiderLosses | null;
  readonly fits: CoreFits;
  readonly sample: Sample;
  readonly recipe: Recipe;
}): readonly WeighedChoice[] {
  const { laws, causes, insiders, fits, sample, recipe } = parts;
  return [
    ...laws.filter(({ isOfModel }) => isOfModel).flatMap((one) => lawChoices(one, fits)),
    ...causes.map(causeChoice),
    ...(insiders === null ? [] : [insiderChoice(insiders)]),
    ...GROUPS.flatMap((group) => elasticityChoices({ group, fits, sample, recipe })),
    ...GROUPS.flatMap((group) => forgettingChoices({ group, fits, recipe })),
    ...GROUPS.flatMap((group) => yearEffectChoice({ group, fits, sample, recipe })),
    ...typeChoices({ fits, recipe }),
  ];
}

/** The law of a sample against the same without size, the best that rises with size, and the best of all, by AIC. */
function lawChoices({ shares, scores }: ComparedLaws, { severity }: CoreFits): readonly WeighedChoice[] {
  const family = SAMPLE_FAMILIES[shares].id;
  const chosen = scores.find(({ law }) => law === family);
  if (chosen === undefined) return [];
  const decision = `Law of the share: ${SAMPLE_WORDS[shares]}`;
  const { logLikelihood, logLikelihoodSizeFree, n, censored } = severity[shares];
  const others = scores
    .filter(({ law, aic }) => law !== family && Number.isFinite(aic))
    .toSorted((a, b) => a.aic - b.aic);
  const weighed = [others[0], others.find(({ risesWithSize }) => risesWithSize)];
  const about = ({ risesWithSize, wholeLoss }: LawScore): string =>
    [
      ...(risesWithSize ? [] : ['under the other a layer may get safer as the subject grows']),
      ...(wholeLoss === null
        ? []
        : [
            `the other gives a subject of any size a chance of ${percent(wholeLoss)} to lose all in one event, which rests on ${censored} of ${n} losses`,
          ]),
    ].join('; ');
  return [
    nested(
      { decision, chosen: family, other: 'the same without size' },
      [logLikelihood, logLikelihoodSizeFree],
      1,
    ),
    ...[...new Set(weighed)].flatMap((other) => {
      if (other === undefined) return [];
      const weighing = { decision, chosen: family, other: other.law, remark: about(other) };
      return [
        byLess('AIC', weighing, [chosen.aic, other.aic]),
        ...(chosen.leaveOneOut === null || other.leaveOneOut === null
          ? []
          : [byMore('leave-one-out', { ...weighing, remark: '' }, [chosen.leaveOneOut, other.leaveOneOut])]),
      ];
    }),
  ];
}

/** One law of losses for all against one of dishonest staff by itself, by the logarithm of the loss. */
const insiderChoice = ({ n, others, value, se, pValue }: InsiderLosses): WeighedChoice => ({
  decision: 'Losses by dishonest staff, all subjects',
  chosen: 'the law of all losses',
  other: 'losses of a size of their own',
  measure: 'difference of ln loss, in SE',
  chosenScore: 0,
  otherScore: Math.abs(value) / se,
  gain: -Math.abs(value) / se,
  pValue,
  remark: `ln loss differs by ${value.toFixed(2)} (${se.toFixed(2)}), ${n} losses against ${others}`,
});

/** One law for all causes against one whose level some causes shift. */
const causeChoice = ({ sample, causes, value, se, logLikelihood, logLikelihoodWithout }: CauseEffect) =>
  nested(
    {
      decision: `Causes: ${SAMPLE_WORDS[sample]}`,
      chosen: 'one law for all',
      other: `a level of its own for ${causes}`,
      remark: `the level would move by ${value.toFixed(2)}${se === null ? '' : ` (${se.toFixed(2)})`}`,
    },
    [logLikelihoodWithout, logLikelihood],
    1,
  );

/** The elasticity of the model against none, against the fit before floor and rounding, and against other clamps of value. */
function elasticityChoices({
  group,
  fits,
  sample: { library, rows, end },
  recipe,
}: OfGroup): readonly WeighedChoice[] {
  const decision = `Frequency with size: ${GROUP_WORDS[group]}`;
  const exposure = library.exposure.filter(({ year }) => year <= end.year);
  const survival = largeSurvival({ group, peril: MAIN_PERIL[group], laws: fits.size.laws, recipe });
  const data = bandData({ group, rows, exposure, recipe });
  const survivals = bandSurvivals(data, survival);
  const fit = fits.elasticity[group];
  const model = fits.size.elasticity[group];
  const atModel = bandLikelihood({ data, survivals, elasticity: model, recipe });
  const fitted = `the fit, ${fit.value.toFixed(3)}`;
  const [least, most] = recipe.elasticity.valueRatioClamp;
  return [
    nested({ decision, chosen: fitted, other: 'none' }, [fit.logLikelihood, fit.logLikelihoodAt0], 1),
    byMore(
      'log-likelihood',
      {
        decision,
        chosen: `${model}, within ${recipe.elasticity.modelRange.join(' to ')} and rounded`,
        other: fitted,
      },
      [atModel, fit.logLikelihood],
    ),
    ...[...recipe.checks.valueRatioClamps, recipe.checks.jointValueRatioClamp].map((valueRatioClamp) => {
      const other = changedRecipe(recipe, { elasticity: { valueRatioClamp } });
      const refit = fitElasticity(bandData({ group, rows, exposure, recipe: other }), survival, other);
      return byMore(
        'log-likelihood',
        {
          decision,
          chosen: `values held within ${least} to ${most} reference values`,
          other:
            valueRatioClamp === recipe.checks.jointValueRatioClamp
              ? 'not held'
              : `within ${valueRatioClamp.join(' to ')}`,
          remark: `the fit would be ${refit.value.toFixed(3)} instead of ${fit.value.toFixed(3)}`,
        },
        [fit.logLikelihood, refit.logLikelihood],
      );
    }),
  ];
}

const forgettingWords = ({ halfLife, exponent }: Forgetting): string =>
  `half-life ${halfLife === null ? 'none' : `${halfLife} years`}, exponent ${exponent}`;

/** The pair chosen against counts that go with the population unforgotten, and against the best of all others. */
function forgettingChoices({ group, fits, recipe }: Omit<OfGroup, 'sample'>): readonly WeighedChoice[] {
  const { halfLife, exponent, deviances } = fits.forgetting[group];
  const isChosen = (one: Forgetting) => one.halfLife === halfLife && one.exponent === exponent;
  const chosen = deviances.find(isChosen);
  if (chosen === undefined) return [];
  const others = deviances.filter((one) => !isChosen(one)).toSorted((a, b) => a.deviance - b.deviance);
  const plain = others.find((one) => one.halfLife === null && one.exponent === 1);
  const { mustEarn } = recipe.forgetting;
  return [...new Set([others[0], plain])].flatMap((other) =>
    other === undefined
      ? []
      : [
          byLess(
            'deviance',
            {
              decision: `Forgetting: ${GROUP_WORDS[group]}`,
              chosen: forgettingWords(chosen),
              other: forgettingWords(other),
              remark:
                other.deviance < chosen.deviance ? `two parameters have to earn ${mustEarn} of deviance` : '',
            },
            [chosen.deviance, other.deviance],
          ),
        ],
  );
}

/** The years' counts as forecast by those before, with and without an effect of the year. */
function yearEffectChoice({
  group,
  fits,
  sample: { library, rows, end },
  recipe,
}: OfGroup): readonly WeighedChoice[] {
  const { thresholdUsd: leastUsd } = recipe.rows;
  const history = groupCounts({
    group,
    leastUsd,
    size: fits.size,
    rows,
    exposure: library.exposure,
    end,
    recipe,
  });
  const forecasts = forecastCounts(history, fits.forgetting[group], recipe);
  const cv = fits.forgetting[group].yearEffectCv;
  if (forecasts.length === 0) return [];
  const score = (effect: number) =>
    sumOf(forecasts, ({ count, mean, shape }) => {
      const law = expectValue(negativeBinomialByMean({ mean, cv2: 1 / shape + effect * effect }));
      return logChance(law, Math.round(count));
    });
  return [
    byMore(
      'log score',
      {
        decision: `Effect of the year: ${GROUP_WORDS[group]}`,
        chosen: `cv ${cv.toFixed(2)}`,
        other: 'none',
        remark: `${forecasts.length} years, each forecast by those before`,
      },
      [score(cv), score(0)],
    ),
  ];
}

/** Types drawn towards each other against all alike, and contracts and economic attacks apart against together. */
function typeChoices({
  fits,
  recipe,
}: {
  readonly fits: CoreFits;
  readonly recipe: Recipe;
}): readonly WeighedChoice[] {
  const [least, most] = recipe.types.concentrationRange;
  const contracts = fits.types.filter(({ column }) => column !== 'keys');
  const apart = differenceOfTypes(contracts);
  return [
    ...fits.types.map((column) => {
      const { own, alike } = gainOfPrior(column);
      return nested(
        {
          decision: `Types: ${columnWords(column.column)}`,
          chosen: `drawn to the average, concentration ${column.concentration.toFixed(2)}`,
          other: 'all types alike',
          remark: `concentration sought from ${least} to ${most}`,
        },
        [own, alike],
        1,
      );
    }),
    ...(apart === null
      ? []
      : [
          nested(
            {
              decision: 'Types: contracts and economic attacks',
              chosen: 'apart',
              other: 'one relativity for both',
            },
            [apart.apart, apart.together],
            apart.more,
          ),
        ]),
  ];
}

const percent = (part: number): string => `${(100 * part).toFixed(0)} %`;
