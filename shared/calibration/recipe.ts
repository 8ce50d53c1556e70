import { z } from 'zod';
import { isoDateSchema } from '../domain/dates.ts';
import { PERILS, SUBJECT_TYPES } from '../domain/vocabulary.ts';
import { CONFIDENCES, LIBRARY_CAUSES, LIBRARY_SUBJECT_TYPES } from '../library/library-row.ts';

// The recipe of a calibration is data: every threshold, group, judged figure, prior, search range and rounding, each
// section with a note on where its figures come from. What stands in code is the arithmetic.

const finite = z.number();
const positive = finite.gt(0);
const share = finite.min(0).max(1);
const range = z.tuple([finite, finite]).refine(([low, high]) => low < high, { error: 'must rise' });
const year = z.int().min(2009).max(2100);
const note = z.string().min(1);
const byGroup = <T extends z.ZodType>(value: T) => z.strictObject({ custodial: value, protocol: value });
const byPeril = <T extends z.ZodType>(value: T) => z.partialRecord(z.enum(PERILS), value);
const perils = z.array(z.enum(PERILS)).min(1);
const subjectTypes = z.array(z.enum(LIBRARY_SUBJECT_TYPES)).min(1);
const modelType = z.enum(SUBJECT_TYPES);

const judgedLaw = z.strictObject({
  /** Odds of the mean share at the reference value: the logit is its logarithm. */
  meanOdds: positive,
  alpha: positive,
  /** The fitted law whose slope it takes; null for none. */
  slopeOf: z.enum(['protocol', 'online']).nullable(),
});
const smallLaw = z.strictObject({ phi: positive, medianUsd: positive, sigma: positive });

export const recipeSchema = z.strictObject({
  id: z.string().min(1),
  modelVersion: z.string().min(1),
  source: note,
  /** The library on which its judgements were set, and its last date. */
  madeOn: z.strictObject({ library: note, end: isoDateSchema }),
  rows: z.strictObject({
    thresholdUsd: positive,
    droppedConfidence: z.array(z.enum(CONFIDENCES)),
    droppedIdPrefixes: z.array(z.string().min(1)),
    note,
  }),
  groups: z.strictObject({
    custodial: subjectTypes,
    broker: subjectTypes,
    protocol: subjectTypes,
    firstCountYear: byGroup(year),
    note,
  }),
  perilsOfCause: z.partialRecord(z.enum(LIBRARY_CAUSES), byPeril(share)),
  perilsOfCauseNote: note,
  /** The cause of the rating model under which a row goes into the register of an assessment. */
  registerCauseOf: z.record(z.enum(LIBRARY_CAUSES), z.string().min(1)),
  registerCauseOfNote: note,
  population: z.strictObject({
    protocol: z.strictObject({
      fromLog10: finite,
      toLog10: finite,
      cells: z.int().min(1),
      typedShare: share,
      lowFactor: positive,
      highFactor: positive,
      note,
    }),
    exchange: z.strictObject({
      medianAssetsUsd: positive,
      logSpread: positive,
      fromZ: finite,
      toZ: finite,
      cells: z.int().min(1),
      note,
    }),
    onlineShare: z.strictObject({ atOneBillion: share, slope: finite, least: share, most: share, note }),
    vaultShareOfOffline: share,
    brokersAYear: positive,
    note,
  }),
  referenceValueUsd: z.record(z.enum(PERILS), positive),
  severity: z.strictObject({
    censoredFrom: share,
    valueClampUsd: range,
    droppedCauses: z.array(z.enum(LIBRARY_CAUSES)),
    protocolTypes: subjectTypes,
    centralisedTypes: subjectTypes,
    notOnlineCauses: z.array(z.enum(LIBRARY_CAUSES)),
    judged: byGroup(byPeril(judgedLaw)),
    note,
  }),
  small: z.strictObject({
    medianShareOfValue: share,
    custodial: byPeril(smallLaw),
    protocol: byPeril(smallLaw),
    note,
  }),
  elasticity: z.strictObject({
    bandEdgesUsd: z.array(positive).min(2),
    valueRatioClamp: range,
    search: range,
    modelRange: range,
    firstYear: byGroup(year),
    perils: byGroup(perils),
    note,
  }),
  forgetting: z.strictObject({
    /** Years; null for no forgetting. */
    halfLives: z.array(positive.nullable()).min(1),
    exponents: z.array(share).min(1),
    firstForecastYear: year,
    priorCount: positive,
    mustEarn: positive,
    note,
  }),
  baseRates: z.strictObject({
    priorCount: positive,
    pooledPriorCount: positive,
    pooledPeril: z.enum(PERILS),
    exposureWeights: z.strictObject({ low: share, mid: share, high: share }),
    interval: range,
    slashing: positive,
    perils: byGroup(perils),
    note,
  }),
  types: z.strictObject({
    firstYear: year,
    subjectTypeOf: z.partialRecord(z.enum(LIBRARY_SUBJECT_TYPES), modelType),
    shareOfProtocols: z.partialRecord(modelType, share),
    columns: z.record(z.string(), z.enum(PERILS)),
    concentrationRange: range,
    clamp: range,
    brokerConcentration: positive,
    judged: z.partialRecord(modelType, z.record(z.string(), positive)),
    note,
  }),
  rounding: z.strictObject({
    severityDecimals: z.int().min(0),
    elasticityDecimals: z.int().min(0),
    baseRateDigits: z.int().min(1),
    relativityDecimals: z.int().min(0),
    note,
  }),
  checks: z.strictObject({
    jointValueRatioClamp: range,
    smallLossFloorUsd: positive,
    smallLossFirstYear: year,
    smallLossShares: z.array(share),
    sensitivities: z.array(
      z.strictObject({ name: z.string().min(1), changes: z.record(z.string(), z.unknown()) }),
    ),
    inverseShareWeights: z.array(positive),
    /** Other judgements that the choices are held against. */
    censoredFrom: z.array(share),
    thresholdsUsd: z.array(positive),
    valueRatioClamps: z.array(range),
    note,
  }),
  backtest: z.strictObject({
    cuts: z.array(year),
    horizons: z.array(z.int().min(1)),
    largeLossUsd: positive,
    yearCv: finite.min(0),
    interval: range,
    lossQuantiles: z.array(share),
    /** Judgements that were set with the outcome of the backtest in view, on the library that the recipe was made on. */
    setInView: z.array(note),
    note,
  }),
});
export type Recipe = z.infer<typeof recipeSchema>;

export const GROUPS = ['custodial', 'protocol'] as const;
/** Subjects with a population; brokers only have a relativity to exchanges. */
export type Group = (typeof GROUPS)[number];

/** The recipe with some of its figures changed: objects are merged, anything else replaced. Throws what the schema refuses. */
export const changedRecipe = (recipe: Recipe, changes: Readonly<Record<string, unknown>>): Recipe =>
  recipeSchema.parse(merged(recipe, changes));

function merged(base: unknown, changes: unknown): unknown {
  if (!isPlain(base) || !isPlain(changes)) return changes;
  const keys = [...new Set([...Object.keys(base), ...Object.keys(changes)])];
  return Object.fromEntries(
    keys.map((key) => [key, key in changes ? merged(base[key], changes[key]) : base[key]]),
  );
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
