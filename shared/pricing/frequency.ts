import type { PerilModel, RatingModel } from '../domain/rating-model.ts';
import { PILLARS, type Pillar, type SubjectType } from '../domain/vocabulary.ts';
import { clamp } from '../scoring/compare.ts';
import { effectiveYears } from '../scoring/incident-subsets.ts';
import type { ByPillar } from '../scoring/overall-score.ts';
import type { PillarScores } from '../scoring/pillar-scores.ts';
import { smallShareOf } from './damage-law.ts';
import { experienceWeights } from './experience-weights.ts';
import type { ModelledPart } from './priced-terms.ts';
import { sizeFactorOf, thresholdEvents } from './value-and-frequency.ts';

/** Own loss record as pricing uses it: the incidents of each peril, and whether the record is clean. */
export interface OwnRecord {
  /** m by peril: sum of count share times weight over the incidents that the peril responds to. */
  readonly m: Readonly<Record<string, number>>;
  /** q: the largest boundary times count share of the last years, of any cause; 0 = clean. */
  readonly q: number;
  readonly yearsLive: number;
}

/**
 * All that moves frequency and severity away from the class average; the premium bridge switches it on step by step.
 */
export interface RatingBasis {
  /** Null: the class average, t = 1. */
  readonly type: SubjectType | null;
  readonly scores: ByPillar;
  readonly gaps: ByPillar;
  /** Null: no own experience, m = 0 and Z = 1. */
  readonly record: OwnRecord | null;
  readonly severityScore: number;
}

/** Mean score of the containment factors that apply, not provided = 0; the reference when none is left. */
function severityScoreOf(score: PillarScores, model: RatingModel): number {
  const { factorIds, reference } = model.pricing.containment;
  const scores = PILLARS.flatMap((p) => score.pillars[p].factors)
    .filter((f) => factorIds.includes(f.factorId))
    .flatMap((f) => f.score ?? []);
  return scores.length === 0 ? reference : scores.reduce((a, b) => a + b, 0) / scores.length;
}

/** Own record by peril from the incidents of a score (rating algorithm, section 2, own experience). */
function ownRecordOf(score: PillarScores, model: RatingModel): OwnRecord {
  const { anyPerilCause, cleanLookbackYears } = model.pricing.credibility;
  const material = score.incidentWorking.incidents.filter((i) => i.isMaterial);
  const weights = experienceWeights(material, model);
  const m: Record<string, number> = {};
  for (const { id } of model.pricing.perils) {
    m[id] = material
      .map((i, at) => ({ ...i, weight: weights[at]! }))
      .filter(
        (i) =>
          i.cause === anyPerilCause || model.causes.find((c) => c.code === i.cause)?.responds.includes(id),
      )
      .reduce((sum, i) => sum + i.countShare * i.weight, 0);
  }
  const recent = material.filter((i) => i.ageYears <= cleanLookbackYears);
  const q = Math.max(0, ...recent.map((i) => i.boundary * i.countShare));
  return { m, q, yearsLive: score.incidentWorking.yearsLive };
}

/** What pricing takes from a score: any scored pillars with their incident working, of a subject of a type. */
export function ratingBasisOf(score: PillarScores, type: SubjectType, model: RatingModel): RatingBasis {
  const by = (of: (pillar: Pillar) => number) =>
    Object.fromEntries(PILLARS.map((p) => [p, of(p)])) as ByPillar;
  return {
    type,
    scores: by((p) => score.pillars[p].score),
    gaps: by((p) => score.pillars[p].evidenceGap),
    record: ownRecordOf(score, model),
    severityScore: severityScoreOf(score, model),
  };
}

/** The class-average subject: t = 1, every pillar at the reference, no own record, no gap, average containment. */
export function classAverage(model: RatingModel): RatingBasis {
  const { reference } = model.pricing.score;
  return {
    type: null,
    scores: { custody: reference, audits: reference, incidents: reference },
    gaps: { custody: 0, audits: 0, incidents: 0 },
    record: null,
    severityScore: model.pricing.containment.reference,
  };
}

/** Every number between the base rate and the expected events of a period, as the price result shows them. */
export interface PerilFrequency {
  readonly baseFrequency: number;
  readonly typeRelativity: number;
  readonly scoreRelativity: number;
  readonly scoreRelativityTerms: Readonly<Record<Pillar, number>>;
  readonly ownExperience: {
    readonly m: number;
    readonly effectiveYears: number;
    readonly z0: number;
    readonly q: number;
    readonly z: number;
  };
  readonly evidenceGap: number;
  readonly evidenceLoad: number;
  /** lambda: ground-up events in the period; where there are small ones, the large among them. */
  readonly frequency: number;
  readonly mixingCv2: number;
  /** f(V), where the model's frequency moves with size. */
  readonly sizeFactor?: number;
  /** s*: events counted among own losses for each large one, where the model counts those above a threshold. */
  readonly thresholdEvents?: number;
  /** lambda (1 + phi): events of either kind, where the model has small ones. */
  readonly eventFrequency?: number;
}

/** Between which values the score relativity of a peril is held: its own, or those of all. */
export const scoreClampOf = (
  { scoreClamp }: Pick<PerilModel, 'scoreClamp'>,
  { pricing: { score } }: RatingModel,
): { readonly low: number; readonly high: number } =>
  scoreClamp ?? { low: score.clampLow, high: score.clampHigh };

/** The mean number of events of either kind in the period. */
export const eventsOf = ({ frequency, eventFrequency }: PerilFrequency): number =>
  eventFrequency ?? frequency;

function typeRelativityOf(peril: PerilModel, type: SubjectType | null, model: RatingModel): number {
  if (type === null) return 1;
  const row = model.pricing.typeRelativities.find((r) => r.type === type);
  return row?.[peril.relativityGroup] ?? 1;
}

/** Exponent `scale * (score - reference) / 10`, clamped on the outcome: the severity power of section 3. */
export function kappaOf(severityScore: number, model: RatingModel): number {
  const { slope, reference, clampLow, clampHigh } = model.pricing.containment;
  return clamp(Math.exp((slope * (severityScore - reference)) / 10), clampLow, clampHigh);
}

/**
 * Frequency of one peril: `lambda = b f(V) t R Z U days/365`, with the size factor f, the score relativity R, the
 * Gamma-Poisson credibility factor Z on the own record, the evidence load U, and the mixing cv^2 = 1 / (a + m) of the
 * negative binomial count. An expected own loss is one above the threshold from which incidents count (model's choice).
 * Source: rating algorithm, section 2; Klugman, Panjer, Willmot, Loss Models, credibility.
 */
export function rateFrequency({
  part,
  basis,
  days,
  model,
}: {
  readonly part: Pick<ModelledPart, 'peril' | 'baseFrequency' | 'group' | 'exposedValue'>;
  readonly basis: RatingBasis;
  readonly days: number;
  readonly model: RatingModel;
}): PerilFrequency {
  const { peril, baseFrequency, group } = part;
  const { score, credibility, evidence, frequency: sizeRule } = model.pricing;
  const sizeFactor = sizeFactorOf(part, model);
  const counted = thresholdEvents(part, model);
  const typeRelativity = typeRelativityOf(peril, basis.type, model);

  const termOf = (p: Pillar) => (peril.beta[p] * (score.reference - basis.scores[p])) / 10;
  const scoreRelativityTerms = {
    custody: termOf('custody'),
    audits: termOf('audits'),
    incidents: termOf('incidents'),
  };
  const exponent = PILLARS.reduce((sum, p) => sum + scoreRelativityTerms[p], 0);
  const { low, high } = scoreClampOf(peril, model);
  const scoreRelativity = clamp(Math.exp(exponent), low, high);

  const a = credibility.heterogeneity;
  const m = basis.record?.m[peril.id] ?? 0;
  const q = basis.record?.q ?? 0;
  const years = effectiveYears(
    Math.min(basis.record?.yearsLive ?? 0, credibility.yearsCap),
    credibility.halfLifeYears,
  );
  const expected = baseFrequency * typeRelativity * scoreRelativity * years * sizeFactor * counted;
  const z0 = basis.record === null ? 1 : (a + m) / (a + expected);
  const z = clamp(z0 >= 1 ? z0 : 1 - (1 - z0) * (1 - q), credibility.clampLow, credibility.clampHigh);

  const betaSum = PILLARS.reduce((sum, p) => sum + peril.beta[p], 0);
  const evidenceGap =
    betaSum > 0 ? PILLARS.reduce((sum, p) => sum + peril.beta[p] * basis.gaps[p], 0) / betaSum : 0;
  const evidenceLoad = Math.exp(evidence.slope * evidenceGap);
  const frequency =
    ((baseFrequency * typeRelativity * scoreRelativity * z * evidenceLoad * days) / 365) * sizeFactor;
  const smallShare = smallShareOf(peril, group);
  return {
    baseFrequency,
    typeRelativity,
    scoreRelativity,
    scoreRelativityTerms,
    ownExperience: { m, effectiveYears: years, z0, q, z },
    evidenceGap,
    evidenceLoad,
    frequency,
    mixingCv2: 1 / (a + m),
    ...(sizeRule.form === 'size-free' ? {} : { sizeFactor }),
    ...(credibility.expected.form === 'all-events' ? {} : { thresholdEvents: counted }),
    ...(smallShare > 0 ? { eventFrequency: frequency * (1 + smallShare) } : {}),
  };
}
