import { z } from 'zod';
import { assessmentContentSchema } from './assessment-content.ts';
import { isoDateSchema } from './dates.ts';
import { EXPOSED_VALUE_RULE_IDS } from './exposures.ts';
import {
  basis,
  buildUpRules,
  damageRatioSchema,
  experienceRules,
  frequencySchema,
  freshnessRules,
  incidentRules,
  perilRules,
  RELATIVITY_GROUPS,
  relativitySchema,
  riskLoadRules,
  termsRulesSchema,
  yearEffectSchema,
} from './model-rules.ts';
import { modelWordingSchema } from './model-wording.ts';
import { minorUnitsSchema } from './money.ts';
import {
  COVERAGE_PARTS,
  CURRENCIES,
  EVIDENCE_STATES,
  FIX_STATUSES,
  GRADES,
  PERILS,
  PILLARS,
  RISK_LOAD_PRINCIPLES,
  SUBJECT_TYPES,
} from './vocabulary.ts';

// The rating model is data: no rate, weight or threshold stands in code. `basis` marks where a figure comes from:
// L = incident library, J = judgement, S = named source.

const finite = z.number({ error: 'must be a finite number' });
const positive = finite.gt(0);
const share = finite.min(0).max(1);
const score = finite.min(0).max(100);
const sourced = z.array(z.string()).default([]);

/** Points (x, y) of a piecewise linear map: x strictly increasing, flat outside. */
const piecewise = z
  .array(z.tuple([finite, score]))
  .min(2)
  .refine((points) => points.every((p, i) => i === 0 || p[0] > (points[i - 1]?.[0] ?? 0)), {
    error: 'x must increase strictly',
  });

const byPillar = <T extends z.ZodType>(value: T) =>
  z.strictObject({ custody: value, audits: value, incidents: value });

const factorBase = {
  id: z.string(),
  pillar: z.enum(PILLARS),
  label: z.string(),
  question: z.string(),
  weight: positive,
  evidence: z.array(z.string()),
  appliesTo: z.array(z.enum(SUBJECT_TYPES)).min(1),
  sources: sourced,
  judgement: z.string().nullable(),
  notes: z.string().nullable(),
};

export const factorSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...factorBase,
    kind: z.literal('ordinal'),
    levels: z.array(z.strictObject({ key: z.string(), label: z.string(), score })).min(2),
  }),
  z.strictObject({
    ...factorBase,
    kind: z.literal('numeric'),
    unit: z.string(),
    /** The largest answer that makes sense; null = open. */
    maximum: positive.nullable(),
    mapping: piecewise,
  }),
  z.strictObject({
    ...factorBase,
    kind: z.literal('computed'),
    unit: z.string().nullable(),
    /** The largest answer that makes sense, for a factor with its own answer; null = open or computed. */
    maximum: positive.nullable(),
    formula: z.string(),
    mapping: piecewise.nullable(),
    /** True when the factor is left out of the weighting for a record without material incident in the look-back. */
    isNotApplicableWhenClean: z.boolean(),
    /** `register`: capped by the incident register's evidence state; `answer`: carries its own answer and state. */
    evidenceFrom: z.enum(['register', 'answer']),
  }),
]);

const causeSchema = z.strictObject({
  code: z.string(),
  label: z.string(),
  definition: z.string(),
  controlWeight: positive,
  /** Coverage parts, `none`, `none-protocol`, `contingent` or `refer`. */
  responds: z.array(z.string()),
  owasp: z.string(),
});

const incidentModelSchema = z.strictObject({
  materialLossUsd: positive,
  materialShare: share,
  blendGross: share,
  blendNet: share,
  k: positive,
  xCap: positive,
  absoluteFloorUsd: positive,
  absoluteDecades: positive,
  relativeWeight: share,
  absoluteWeight: share,
  fixMultiplier: z.record(z.enum(FIX_STATUSES), positive),
  halfLifeYears: z.record(z.enum(FIX_STATUSES), positive),
  fixScore: z.record(z.enum(FIX_STATUSES), score),
  postmortemScore: z.strictObject({ full30: score, full_late: score, partial: score, none: score }),
  /** Recency multiplier by upper age in years, ascending; 1 beyond the last. */
  recency: z.array(z.tuple([positive, positive])),
  repeatWindowYears: positive,
  repeatMultiplier: positive,
  affiliateMultiplier: positive,
  loadScale: positive,
  frequencyHalfLifeYears: positive,
  lookbackYears: positive,
  credibilityYears: positive,
  fullCountSeverity: positive,
  capShare: share,
  capFiveYears: score,
  capTwoYears: score,
  capTwoYearsAge: positive,
  capUnwholeShare: share,
  capUnwhole: score,
  wholeShare: share,
  socialisedLossCap: score,
  /**
   * Above this many material incidents the least over subsets is taken over the full set and each with one left out.
   */
  exhaustiveSubsetLimit: z.number().int().positive(),
  ...incidentRules,
});

const knockOutRuleSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('answer-level'),
    anyOf: z.array(z.strictObject({ factorId: z.string(), level: z.string() })),
  }),
  z.strictObject({
    kind: z.literal('reserves'),
    factorId: z.string(),
    level: z.string(),
    assetsAboveUsd: positive,
  }),
  z.strictObject({ kind: z.literal('declared') }),
  z.strictObject({ kind: z.literal('declared-or-recent-incident'), incidentAgeDaysBelow: positive }),
  z.strictObject({
    kind: z.literal('chronic'),
    ownCount: z.number().int(),
    ownWindowYears: positive,
    sameCauseCount: z.number().int(),
    sameCauseApartYears: positive,
    sameCauseWindowYears: positive,
  }),
]);

export const knockOutSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  test: z.string(),
  appliesTo: z.array(z.enum(SUBJECT_TYPES)),
  sources: sourced,
  outcome: z.string(),
  rule: knockOutRuleSchema,
});

/** What a referral rule needs to be computed. `not-computed`: needs the book or an authority, later. */
const referralRuleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('recent-loss'), ageYearsBelow: positive, lossUsd: positive, share }),
  z.strictObject({ kind: z.literal('repeat'), ageYears: positive }),
  z.strictObject({ kind: z.literal('large-loss'), ageYears: positive, share }),
  z.strictObject({ kind: z.literal('numeric-above'), factorId: z.string(), above: finite }),
  z.strictObject({
    kind: z.literal('answer-level'),
    factorId: z.string(),
    levels: z.array(z.string()).min(1),
  }),
  z.strictObject({ kind: z.literal('young'), yearsLiveBelow: positive }),
  z.strictObject({ kind: z.literal('evidence'), gapAbove: share }),
  z.strictObject({ kind: z.literal('pillar-gap'), pillarBelow: score, overallFrom: score }),
  z.strictObject({ kind: z.literal('override'), scheduleBeyondPercent: positive }),
  z.strictObject({ kind: z.literal('overinsured') }),
  z.strictObject({ kind: z.literal('declared') }),
  z.strictObject({ kind: z.literal('cyber-clause') }),
  z.strictObject({ kind: z.literal('signing-wording') }),
  z.strictObject({ kind: z.literal('stale'), daysAtInception: positive }),
  z.strictObject({ kind: z.literal('own-experience'), factorAbove: positive }),
  z.strictObject({ kind: z.literal('not-computed'), why: z.string() }),
]);

export const referralSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  threshold: z.string(),
  sources: sourced,
  outcome: z.string(),
  rule: referralRuleSchema,
});

const corridorSchema = z.strictObject({
  measure: z.enum(['rate-on-line', 'premium-over-protocol-premium']),
  bands: z.array(z.strictObject({ types: z.array(z.enum(SUBJECT_TYPES)), low: share, high: share })).min(1),
});

export const coveragePartSchema = z.strictObject({
  id: z.enum(COVERAGE_PARTS),
  label: z.string(),
  insures: z.string(),
  respondsTo: z.array(z.string()),
  market: z.array(z.string()),
  suggest: z.strictObject({
    limit: z.string(),
    retention: z.string(),
    rateOnLine: z.string(),
    waiting: z.string(),
    sublimits: z.array(z.string()),
  }),
  corridor: corridorSchema.nullable(),
});

const perilSchema = z.strictObject({
  id: z.enum(PERILS),
  /** How the exposed value V is read from the exposures. */
  exposedValue: z.enum(EXPOSED_VALUE_RULE_IDS),
  /** Base frequency by group, events per subject-year; null = no base rate. */
  baseFrequency: z.strictObject({ custodial: positive.nullable(), protocol: positive.nullable(), basis }),
  relativityGroup: z.enum(RELATIVITY_GROUPS),
  /** Slope of ln frequency per 10 points of pillar score. */
  beta: byPillar(finite.min(0)),
  damageRatio: damageRatioSchema,
  ...perilRules,
});

const pricingSchema = z.strictObject({
  groups: z.strictObject({
    custodial: z.array(z.enum(SUBJECT_TYPES)),
    protocol: z.array(z.enum(SUBJECT_TYPES)),
  }),
  frequency: frequencySchema,
  terms: termsRulesSchema,
  yearEffect: yearEffectSchema,
  perils: z.array(perilSchema),
  typeRelativities: z.array(relativitySchema),
  score: z.strictObject({ reference: score, clampLow: positive, clampHigh: positive }),
  credibility: z.strictObject({
    heterogeneity: positive,
    yearsCap: positive,
    halfLifeYears: positive,
    clampLow: positive,
    clampHigh: positive,
    cleanLookbackYears: positive,
    /** Cause code that counts for every peril. */
    anyPerilCause: z.string(),
    ...experienceRules,
  }),
  evidence: z.strictObject({ slope: finite.min(0) }),
  containment: z.strictObject({
    slope: finite,
    reference: score,
    clampLow: positive,
    clampHigh: positive,
    factorIds: z.array(z.string()).min(1),
  }),
  lattice: z.strictObject({
    partPoints: z.number().int().min(256),
    policyPoints: z.number().int().min(256),
    draftPartPoints: z.number().int().min(256),
    draftPolicyPoints: z.number().int().min(256),
    countTail: positive,
  }),
  valueAtRiskLevels: z.array(share),
  returnPeriods: z.array(positive),
  riskLoad: z.strictObject({
    default: z.enum(RISK_LOAD_PRINCIPLES),
    standardDeviation: positive,
    costOfCapital: z.strictObject({ rate: positive, share: positive, level: share }),
    wangLambda: positive,
    proportionalHazardRho: positive,
    ...riskLoadRules,
  }),
  buildUp: z.strictObject({
    claimsHandlingShare: share,
    fixedExpenseMinor: minorUnitsSchema,
    internalExpenseShare: share,
    brokerageShare: share,
    marginShare: share,
    scheduleRangePercent: positive,
    minimumPremiumMinor: minorUnitsSchema,
    minimumShareOfMaximumPayable: share,
    roundingMinor: minorUnitsSchema.min(1),
    warnAboveShareOfMaximumPayable: share,
    ...buildUpRules,
  }),
});

/**
 * By path into the result, segments parted by `/`; a list is entered by the id of its record (part, factor, level ...).
 */
const printedFigures = z.record(z.string(), z.string());

/** Cases that must pass before the model may be used. */
export const modelTestCaseSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('incident-pillar'),
    id: z.string(),
    input: z.strictObject({
      asOf: isoDateSchema,
      liveSince: isoDateSchema,
      prior: score,
      haltDays: finite.min(0),
      readiness: score,
      incidents: assessmentContentSchema.shape.incidents,
    }),
    /** Figures as printed: each must agree when rounded to its printed decimals. */
    expected: z.strictObject({
      pillar: finite,
      experience: finite,
      credibility: finite,
      load: finite,
      rate: finite,
      severities: z.array(finite),
      factorScores: z.record(z.string(), finite),
    }),
  }),
  z.strictObject({
    kind: z.literal('quote'),
    id: z.string(),
    content: assessmentContentSchema,
    /** Figures as printed: a number must agree when rounded to its printed decimals, text must be equal. */
    expected: printedFigures,
    /**
     * Absolute difference allowed in place of half a unit of the last printed decimal, for figures read off a lattice.
     */
    tolerance: z.record(z.string(), finite.min(0)),
  }),
]);

export const ratingModelSchema = z.strictObject({
  format: z.literal('ballast-rating-model/1'),
  id: z.string(),
  title: z.string(),
  version: z.string(),
  effectiveFrom: isoDateSchema,
  status: z.enum(['draft', 'approved', 'retired']),
  owner: z.string(),
  statement: z.string(),
  currencies: z.array(z.enum(CURRENCIES)).min(1),
  sources: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      url: z.string().nullable(),
      reliability: z.string(),
    }),
  ),
  subjectTypes: z.array(
    z.strictObject({
      id: z.enum(SUBJECT_TYPES),
      label: z.string(),
      family: z.string(),
      why: z.string(),
      pillarWeights: byPillar(finite.min(0)),
      incidentPrior: score,
    }),
  ),
  evidenceStates: z.array(
    z.strictObject({
      id: z.enum(EVIDENCE_STATES),
      label: z.string(),
      cap: score.nullable(),
      isUnproven: z.boolean(),
    }),
  ),
  pillars: z.array(z.strictObject({ id: z.enum(PILLARS), label: z.string() })),
  factors: z.array(factorSchema),
  aggregation: z.strictObject({
    meanShare: share,
    lowestShare: share,
    weakPillarBelow: score,
    weakPillarCap: score,
    noGradeGapAbove: share,
    freshnessFloor: z.strictObject({ factorId: z.string(), score, ...freshnessRules }),
    rationale: z.string(),
  }),
  incidentModel: incidentModelSchema,
  causes: z.array(causeSchema),
  knockOuts: z.array(knockOutSchema),
  referrals: z.array(referralSchema),
  gradeBands: z.array(z.strictObject({ grade: z.enum(GRADES), minimumScore: score, action: z.string() })),
  gradeStatus: z.string(),
  coverageParts: z.array(coveragePartSchema),
  exclusions: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      plain: z.string(),
      appliesTo: z.array(z.enum(COVERAGE_PARTS)),
      sources: sourced,
    }),
  ),
  conditions: z.array(z.strictObject({ id: z.string(), text: z.string(), sources: sourced })),
  subjectivities: z.array(z.strictObject({ id: z.string(), text: z.string() })),
  walletTiers: z.array(
    z.strictObject({
      implementation: z.string(),
      onlineSingle: z.string().nullable(),
      onlineMulti: z.string().nullable(),
      offline: z.string().nullable(),
    }),
  ),
  declarations: z.array(z.strictObject({ id: z.string(), question: z.string() })),
  pricing: pricingSchema,
  testCases: z.array(modelTestCaseSchema),
});

/** A rating model with the wording that belongs to it: what score, price, form and paper read. */
export const wordedModelSchema = ratingModelSchema.extend({ wording: modelWordingSchema });

/** What stands in the model's own file, which its hash is of. */
export type RatingModelData = z.infer<typeof ratingModelSchema>;
export type RatingModel = z.infer<typeof wordedModelSchema>;
export type Factor = z.infer<typeof factorSchema>;
export type KnockOut = z.infer<typeof knockOutSchema>;
export type Referral = z.infer<typeof referralSchema>;
export type CoveragePart = z.infer<typeof coveragePartSchema>;
export type PerilModel = RatingModel['pricing']['perils'][number];
export type ModelTestCase = z.infer<typeof modelTestCaseSchema>;
