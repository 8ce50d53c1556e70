import type { LibraryFault } from '../library/library-fault.ts';
import type { Library } from '../library/read-library.ts';
import { type BacktestCell, backtestCut } from './backtest/backtest.ts';
import { type AuditRecord, auditRecord } from './checks/audit-record.ts';
import { insiderLosses } from './checks/insider-losses.ts';
import { bandsWithSmallLosses, fitJoint, type JointFit } from './checks/joint-fit.ts';
import { COMPARED_LAWS, type ComparedLaws, type LawScore, scoreLaw } from './checks/law-comparison.ts';
import { type QuantileResiduals, quantileResiduals } from './checks/quantile-residuals.ts';
import { type RecipeSensitivity, sensitivityOf, sensitivityTo } from './checks/recipe-sensitivities.ts';
import { type RecordFacts, recordFacts } from './checks/record-facts.ts';
import {
  type CauseEffect,
  causeEffects,
  type RecordSensitivity,
  recordSensitivities,
  type ShareSensitivity,
  shareSensitivities,
} from './checks/share-sensitivities.ts';
import { type WeighedChoice, weighedChoices } from './checks/weighed-choices.ts';
import { type CoreFits, coreFits, type Sample, sampleOf } from './core-fits.ts';
import { bandData } from './loss-bands.ts';
import { calibrationFaults } from './needed-years.ts';
import { type ProposedFigures, proposedFigures } from './proposed-figures.ts';
import { changedRecipe, GROUPS, type Group, type Recipe } from './recipe.ts';
import { fitSeverities, lawFaults, sampleSight } from './severity-fits.ts';
import type { ShareSample } from './share-rows.ts';

/** Every fit, check and proposed figure of one library by one recipe, unrounded but for what the model carries. */
export interface Calibration {
  readonly recipeId: string;
  readonly rows: { readonly incidents: number; readonly lossShares: number };
  readonly notes: readonly string[];
  readonly fits: CoreFits;
  readonly proposed: ProposedFigures;
  readonly checks: CalibrationChecks;
  readonly backtest: readonly BacktestCell[];
  /** Cuts from which nothing could be tested, with what the library before each lacks. */
  readonly untested: readonly UntestedCut[];
}

export interface UntestedCut {
  readonly cut: number;
  readonly why: readonly string[];
}

export interface CalibrationChecks {
  readonly residuals: Readonly<Record<ShareSample, QuantileResiduals>>;
  readonly laws: readonly ComparedLaws[];
  readonly joint: Readonly<Record<Group, JointFit>>;
  readonly jointWithSmallLosses: readonly { readonly share: number; readonly fit: JointFit }[];
  readonly shareSensitivities: readonly ShareSensitivity[];
  readonly recordSensitivities: readonly RecordSensitivity[];
  readonly causes: readonly CauseEffect[];
  readonly choices: readonly WeighedChoice[];
  readonly recipeSensitivities: readonly RecipeSensitivity[];
  readonly audits: AuditRecord;
  readonly record: RecordFacts;
}

/** How far a calibration is: steps done of all, and what comes next. */
export interface CalibrationProgress {
  readonly done: number;
  readonly total: number;
  readonly next: string;
}

export type CalibrationResult =
  | { readonly ok: true; readonly calibration: Calibration }
  | { readonly ok: false; readonly faults: readonly LibraryFault[] };

const SHARE_SAMPLE: Readonly<Record<Group, ShareSample>> = { custodial: 'online', protocol: 'protocol' };

/**
 * Calibrates a recipe on a library (section 11 of the model's specification) and tests it backwards (section 14). No clock,
 * no random numbers, no dependence on the order of rows. Yields before each step: not asking for the next one cancels.
 */
export function* calibrate(
  library: Library,
  recipe: Recipe,
): Generator<CalibrationProgress, CalibrationResult, undefined> {
  const faults = calibrationFaults(library, recipe);
  if (faults.length > 0) return { ok: false, faults };

  const { sensitivities, smallLossShares } = recipe.checks;
  const samples = comparedSamples(recipe);
  const total =
    3 +
    samples.length * COMPARED_LAWS.length +
    GROUPS.length +
    smallLossShares.length +
    sensitivities.length +
    recipe.backtest.cuts.length;
  let done = 0;
  const step = (next: string): CalibrationProgress => {
    done += 1;
    return { done: done - 1, total, next };
  };

  const sample = sampleOf(library, recipe);
  yield step('fits and proposed figures');
  const severity = fitSeverities(sample.shares, recipe);
  const unfit = lawFaults(severity, recipe);
  if (unfit.length > 0) return { ok: false, faults: unfit };
  const fits = coreFits(sample, recipe, severity);
  const proposed = proposedFigures(fits, recipe);

  const laws: ComparedLaws[] = [];
  for (const { name, shares, thresholdUsd } of samples) {
    const scores: LawScore[] = [];
    for (const family of COMPARED_LAWS) {
      yield step(`laws of ${name}: ${family.id}`);
      const sight = { ...sampleSight(shares, recipe), thresholdUsd };
      scores.push(
        scoreLaw({
          family,
          sight,
          rows: sample.shares[shares],
          valueRangeUsd: recipe.severity.valueClampUsd,
        }),
      );
    }
    laws.push({ sample: name, shares, isOfModel: thresholdUsd === recipe.rows.thresholdUsd, scores });
  }

  yield step('joint fit of shares and losses, protocols');
  const protocol = jointFit({ group: 'protocol', fits, sample, recipe });
  yield step('joint fit of shares and losses, exchanges');
  const custodial = jointFit({ group: 'custodial', fits, sample, recipe });
  const jointWithSmallLosses: { share: number; fit: JointFit }[] = [];
  for (const share of smallLossShares) {
    yield step(`joint fit with ${100 * share} % of small losses`);
    jointWithSmallLosses.push({
      share,
      fit: jointFit({ group: 'protocol', fits, sample, recipe, smallShare: share }),
    });
  }

  yield step('subsets and weights of shares');
  const ofShares = shareSensitivities(sample.shares.protocol, sampleSight('protocol', recipe), recipe);
  const ofRecord = recordSensitivities(library, recipe);
  yield step('causes, audits and what the choices beat');
  const causes = causeEffects(sample.shares, recipe);
  const insiders = insiderLosses(sample.rows, recipe);
  const choices = weighedChoices({ laws, causes, insiders, fits, sample, recipe });
  const audits = auditRecord(library.incidents, recipe);

  const recipeSensitivities = [sensitivityOf('base', fits)];
  for (const change of sensitivities) {
    yield step(`sensitivity: ${change.name}`);
    recipeSensitivities.push(sensitivityTo({ sensitivity: change, fits, sample, recipe }));
  }

  const backtest: BacktestCell[] = [];
  const untested: UntestedCut[] = [];
  for (const cut of recipe.backtest.cuts) {
    yield step(`backtest from the end of ${cut}`);
    if (cut >= fits.end.year) continue;
    const { cells, lacks } = backtestCut(cut, sample, recipe);
    backtest.push(...cells);
    if (lacks.length > 0) untested.push({ cut, why: lacks.map(({ sentence }) => sentence) });
  }
  return {
    ok: true,
    calibration: {
      recipeId: recipe.id,
      rows: { incidents: library.incidents.length, lossShares: library.lossShares.length },
      notes: [...library.notes].sort(),
      fits,
      proposed,
      checks: {
        residuals: {
          protocol: residualsOf({ shares: 'protocol', fits, sample, recipe }),
          fidelity: residualsOf({ shares: 'fidelity', fits, sample, recipe }),
          online: residualsOf({ shares: 'online', fits, sample, recipe }),
        },
        laws,
        joint: { custodial, protocol },
        jointWithSmallLosses,
        shareSensitivities: ofShares,
        recordSensitivities: ofRecord,
        causes,
        choices,
        recipeSensitivities,
        audits,
        record: recordFacts({ fits, sample, recipe }),
      },
      backtest,
      untested,
    },
  };
}

/** Runs a calibration to its end at once. */
export function calibrateNow(library: Library, recipe: Recipe): CalibrationResult {
  const steps = calibrate(library, recipe);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

interface ComparedSample {
  readonly name: string;
  readonly shares: ShareSample;
  readonly thresholdUsd: number;
}

/** The samples on which laws are compared: with the threshold of record, and without it for protocols. */
const comparedSamples = ({ rows: { thresholdUsd } }: Recipe): readonly ComparedSample[] => [
  { name: 'protocols', shares: 'protocol', thresholdUsd },
  { name: 'protocols, without the threshold', shares: 'protocol', thresholdUsd: 0 },
  { name: 'exchanges and custodians, all assets', shares: 'fidelity', thresholdUsd },
  { name: 'exchanges and custodians, online balance', shares: 'online', thresholdUsd },
];

const residualsOf = ({
  shares,
  fits,
  sample,
  recipe,
}: {
  readonly shares: ShareSample;
  readonly fits: CoreFits;
  readonly sample: Sample;
  readonly recipe: Recipe;
}): QuantileResiduals =>
  quantileResiduals({
    sample: shares,
    law: fits.size.laws[shares],
    rows: sample.shares[shares],
    shareSight: sampleSight(shares, recipe),
  });

function jointFit({
  group,
  fits,
  sample: { shares, rows, library },
  recipe,
  smallShare,
}: {
  readonly group: Group;
  readonly fits: CoreFits;
  readonly sample: Sample;
  readonly recipe: Recipe;
  readonly smallShare?: number | undefined;
}): JointFit {
  const sample = SHARE_SAMPLE[group];
  const start = [
    ...Object.values(fits.severity[sample].parameters).map(({ value }) => value),
    fits.elasticity[group].value,
  ];
  const exposure = library.exposure.filter(({ year }) => year <= fits.end.year);
  if (smallShare !== undefined) {
    const bands = bandsWithSmallLosses({ group, share: smallShare, rows, exposure, recipe });
    return fitJoint({ shares: shares[sample], sight: sampleSight(sample, recipe), bands, start, recipe });
  }
  const unclamped = changedRecipe(recipe, {
    elasticity: { valueRatioClamp: recipe.checks.jointValueRatioClamp },
  });
  const bands = bandData({ group, rows, exposure, recipe: unclamped });
  return fitJoint({
    shares: shares[sample],
    sight: sampleSight(sample, recipe),
    bands,
    start,
    recipe: unclamped,
  });
}
