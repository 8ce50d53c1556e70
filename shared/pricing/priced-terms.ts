import type { AssessmentContent, PartTerms } from '../domain/assessment-content.ts';
import { exactRest } from '../domain/exact-cents.ts';
import { formatMoneyPlain } from '../domain/format-money.ts';
import { formatShareValue } from '../domain/format-number.ts';
import type { Issue } from '../domain/issue.ts';
import { lowerFirst } from '../domain/lower-first.ts';
import { shareOfPercent } from '../domain/minor-share.ts';
import { type SubjectGroup, subjectGroupOf } from '../domain/model-rules.ts';
import { exposureLabel, partLabel } from '../domain/model-words.ts';
import {
  fromMinor,
  largestMinor,
  type MinorUnits,
  minorOf,
  minorWithout,
  NO_MONEY,
  smallestMinor,
  sumOfMinor,
  toMinor,
} from '../domain/money.ts';
import type { CoveragePart, PerilModel, RatingModel } from '../domain/rating-model.ts';
import { standsUnderPolicy } from '../domain/stands-under-policy.ts';
import type { CoveragePartId, Peril } from '../domain/vocabulary.ts';
import { exposedValueOf, exposureFieldOf } from './exposed-value.ts';

/** A part with a loss model and its terms, amounts in currency units (rating algorithm, section 4). */
export interface ModelledPart {
  readonly part: Peril;
  /** Where its terms stand in the content. */
  readonly at: string;
  readonly label: string;
  readonly terms: PartTerms;
  readonly peril: PerilModel;
  readonly coverage: CoveragePart;
  /** Base frequency of the subject's group, events a subject-year. */
  readonly baseFrequency: number;
  /** The subject's group, by which the model gives base rates and laws. */
  readonly group: SubjectGroup;
  readonly exposedValue: number;
  /** What an average clause leaves of each loss: min(1, limit / exposed value); 1 without one. */
  readonly lossScale: number;
  readonly limit: number;
  readonly retention: number;
  /** The insurer's share of each loss, in (0, 1]. */
  readonly insurerShare: number;
  readonly aggregateLimit: number;
  readonly aggregateLimitMinor: MinorUnits;
  readonly aggregateRetention: number;
  /** The most the part can pay in the period, in cents: what the model takes of the aggregate limit. */
  readonly mostPayableMinor: MinorUnits;
  readonly isShared: boolean;
}

/** A part at an entered rate: no loss model, or no base rate for the subject's group. */
export interface RatedPart {
  readonly terms: PartTerms;
  readonly coverage: CoveragePart;
  readonly aggregateLimitMinor: MinorUnits;
  readonly ratePercent: number;
  readonly reason: string;
}

export interface PricedTerms {
  readonly days: number;
  /** Brokerage of the gross premium: as agreed for this deal, else the model's. */
  readonly brokerageShare: number;
  readonly modelled: readonly ModelledPart[];
  readonly entered: readonly RatedPart[];
  /** Limit and retention over the shared parts; limit null when no part is shared. */
  readonly policyLimit: number | null;
  readonly policyLimitMinor: MinorUnits | null;
  readonly policyRetention: number;
  readonly maximumPayableMinor: MinorUnits;
}

const cannotPrice = (id: string, field: string, message: string): Issue => ({
  severity: 'cannot-price',
  id,
  about: 'content',
  field,
  message,
});

/**
 * The most that the limits may come to together, in cents (USD 100 billion). The dearest premium is an entered rate of
 * 100% over 1,096 days with a schedule adjustment of +1,000% and twenty taxes of 100%, some 694 times the limits: it
 * still is below 2^53 cents, so that every sum of a price is exact.
 */
const MAXIMUM_LIMITS_MINOR = minorOf(10_000_000_000_000);

const sumOfLimits = (parts: readonly PartTerms[]): MinorUnits =>
  sumOfMinor(parts.map((p) => largestMinor([p.limitMinor, p.aggregateLimitMinor ?? NO_MONEY])));

/** The highest limit each event that a part can have beside the others. */
export const limitRoom = ({ terms }: AssessmentContent, part: CoveragePartId): MinorUnits =>
  minorWithout(MAXIMUM_LIMITS_MINOR, sumOfLimits(terms.parts.filter((p) => p.part !== part)));

/** The limits together, each part's larger one; the parts and the policy must stay where sums in cents are exact. */
function limitsProblem({ terms, currency }: AssessmentContent): readonly Issue[] {
  const sum = sumOfLimits(terms.parts);
  if (sum <= MAXIMUM_LIMITS_MINOR) return [];
  const most = formatMoneyPlain(MAXIMUM_LIMITS_MINOR, currency);
  return [cannotPrice('limits-too-high', 'terms.parts', `The limits together must not be above ${most}.`)];
}

/** Base frequency of a peril for the subject's group; null when the group has none. */
export const baseFrequencyOf = (peril: PerilModel, type: string, model: RatingModel): number | null =>
  peril.baseFrequency[subjectGroupOf(type, model)];

/** The most that a part can pay in the period, in cents, and the sentence for one that can pay nothing. */
function payableOf(
  part: Omit<ModelledPart, 'mostPayableMinor'>,
  { at, currency }: { readonly at: (field: string) => string; readonly currency: string },
  model: RatingModel,
): { readonly mostPayableMinor: MinorUnits; readonly problem: Issue | null } {
  const { mostPayable } = model.pricing.terms;
  if (mostPayable.form === 'aggregate-limit')
    return { mostPayableMinor: part.aggregateLimitMinor, problem: null };
  const value = part.exposedValue * part.lossScale;
  const ofEvent = part.insurerShare * Math.min(part.limit, Math.max(0, value - part.retention));
  const reach = mostPayable.events * ofEvent - part.aggregateRetention;
  if (reach > 0) {
    // A model may count events without end: what is beyond the aggregate limit needs no cents.
    const mostPayableMinor = largestMinor([minorOf(1), toMinor(Math.min(part.aggregateLimit, reach))]);
    return { mostPayableMinor, problem: null };
  }
  const money = (units: number) => formatMoneyPlain(toMinor(units), currency);
  const [id, field, why] =
    ofEvent > 0
      ? [
          'aggregate-retention-out-of-reach',
          'aggregateRetentionMinor',
          `its aggregate retention of ${money(part.aggregateRetention)} is more than its losses of the period can reach`,
        ]
      : [
          'cannot-attach',
          'retentionMinor',
          part.lossScale < 1
            ? `its retention of ${money(part.retention)} is at or above the ${money(value)} that the average clause leaves of a total loss`
            : `its retention of ${money(part.retention)} is at or above the exposed value of ${money(value)}`,
        ];
  const message = `${part.label} can pay nothing: ${why}. Lower it, or take the part off.`;
  return { mostPayableMinor: NO_MONEY, problem: cannotPrice(id, at(field), message) };
}

function readPart({
  terms,
  index,
  content,
  model,
}: {
  readonly terms: PartTerms;
  readonly index: number;
  readonly content: AssessmentContent;
  readonly model: RatingModel;
}): { readonly problems: Issue[]; readonly modelled?: ModelledPart; readonly entered?: RatedPart } {
  const at = (field: string) => `terms.parts.${index}.${field}`;
  const coverage = model.coverageParts.find((c) => c.id === terms.part);
  const label = coverage?.label ?? terms.part;
  const problems: Issue[] = [];
  if (coverage === undefined) {
    problems.push(
      cannotPrice('unknown-part', at('part'), `Model ${model.version} has no coverage part ${terms.part}.`),
    );
    return { problems };
  }
  if (terms.limitMinor === 0)
    problems.push(cannotPrice('no-limit', at('limitMinor'), `Enter a limit for ${label}.`));
  if (terms.aggregateLimitMinor === 0) {
    const message = `The aggregate limit of ${label} must be above 0, or left out.`;
    problems.push(cannotPrice('no-aggregate-limit', at('aggregateLimitMinor'), message));
  }
  const aggregateLimitMinor = terms.aggregateLimitMinor ?? terms.limitMinor;
  const peril = model.pricing.perils.find((p) => p.id === terms.part);
  const type = content.subject.type;
  const baseFrequency = peril === undefined ? null : baseFrequencyOf(peril, type, model);

  if (peril === undefined || baseFrequency === null) {
    if (terms.enteredRate === null) {
      const typeLabel = model.subjectTypes.find((t) => t.id === type)?.label ?? type;
      const why =
        peril === undefined ? 'has no loss model yet' : `has no base rate for the type "${typeLabel}"`;
      const message = `${label} ${why}; enter a rate with its reason, or take the part off.`;
      problems.push(cannotPrice('no-base-rate', at('enteredRate'), message));
      return { problems };
    }
    const { ratePercent, reason } = terms.enteredRate;
    if (reason.trim() === '') {
      problems.push(
        cannotPrice('no-rate-reason', at('enteredRate.reason'), `Give the reason for the rate of ${label}.`),
      );
    }
    return { problems, entered: { terms, coverage, aggregateLimitMinor, ratePercent, reason } };
  }

  if (terms.enteredRate !== null) {
    const message = `${label} has a loss model for this subject type; remove its entered rate.`;
    problems.push(cannotPrice('rate-beside-model', at('enteredRate'), message));
  }
  if (terms.coinsurancePercent >= 100) {
    const message = `With a coinsurance of 100% ${label} insures nothing.`;
    problems.push(cannotPrice('whole-coinsurance', at('coinsurancePercent'), message));
  }
  const { valueMinor, missing } = exposedValueOf(peril.exposedValue, content.exposures);
  for (const field of missing) {
    const message = `${label} needs the ${lowerFirst(exposureLabel(model, field))}; enter it (0 if there is none).`;
    problems.push(cannotPrice('no-exposed-value', `exposures.${field}`, message));
  }
  if (valueMinor === 0) {
    const message = `The exposed value of ${label} is 0; there is nothing to insure.`;
    problems.push(
      cannotPrice('zero-exposed-value', `exposures.${exposureFieldOf(peril.exposedValue)}`, message),
    );
  }
  const hasAverage = terms.hasAverageClause === true;
  if (hasAverage && model.pricing.terms.averageClause === 'not-offered') {
    const message = `Model ${model.version} has no average clause; take it off ${label}.`;
    problems.push(cannotPrice('no-average-clause', at('hasAverageClause'), message));
  }
  if (problems.length > 0 || valueMinor === null) return { problems };
  const part = {
    part: peril.id,
    at: `terms.parts.${index}`,
    label,
    terms,
    peril,
    coverage,
    baseFrequency,
    group: subjectGroupOf(type, model),
    exposedValue: fromMinor(valueMinor),
    lossScale: hasAverage ? Math.min(1, terms.limitMinor / valueMinor) : 1,
    limit: fromMinor(terms.limitMinor),
    retention: fromMinor(terms.retentionMinor),
    insurerShare: 1 - terms.coinsurancePercent / 100,
    aggregateLimit: fromMinor(aggregateLimitMinor),
    aggregateLimitMinor,
    aggregateRetention: fromMinor(terms.aggregateRetentionMinor),
    isShared: standsUnderPolicy(content.terms)(terms),
  };
  const { mostPayableMinor, problem } = payableOf(part, { at, currency: content.currency }, model);
  return problem === null
    ? { problems, modelled: { ...part, mostPayableMinor } }
    : { problems: [...problems, problem] };
}

interface ReadTerms {
  readonly terms: PricedTerms | null;
  readonly problems: readonly Issue[];
}

/** Each content is read by each model once: a judgement asks for issues, referrals and price, and changes neither. */
const known = new WeakMap<AssessmentContent, WeakMap<RatingModel, ReadTerms>>();

/**
 * Reads the terms into parts with and without a loss model, the exposed values, and the policy's aggregate terms
 * (rating algorithm, sections 1 and 4). `terms` is null when anything needed for a price is missing or cannot be;
 * `problems` then names each, with the field to look at.
 */
export function readTerms(content: AssessmentContent, model: RatingModel): ReadTerms {
  let byModel = known.get(content);
  if (byModel === undefined) {
    byModel = new WeakMap();
    known.set(content, byModel);
  }
  let read = byModel.get(model);
  if (read === undefined) {
    read = readAfresh(content, model);
    byModel.set(model, read);
  }
  return read;
}

/** The parts in the order in which the model adds them up. */
function inOrder<P extends { readonly coverage: CoveragePart }>(
  parts: readonly P[],
  { coverageParts, pricing }: RatingModel,
): readonly P[] {
  if (pricing.terms.partOrder === 'as-entered') return parts;
  const place = ({ coverage }: P) => coverageParts.findIndex(({ id }) => id === coverage.id);
  return parts.toSorted((a, b) => place(a) - place(b));
}

/** The brokerage of a deal, and what is wrong with one that leaves nothing of the premium for the risk. */
function brokerageOf(
  { terms: { brokeragePercent } }: AssessmentContent,
  { pricing: { buildUp } }: RatingModel,
): { readonly share: number; readonly problems: readonly Issue[] } {
  if (brokeragePercent === undefined) return { share: buildUp.brokerageShare, problems: [] };
  const share = shareOfPercent(brokeragePercent);
  const others = [buildUp.internalExpenseShare, buildUp.marginShare];
  if (exactRest([share, ...others]) > 0) return { share, problems: [] };
  const most = formatShareValue(exactRest(others));
  const message = `The brokerage must be below ${most}: beside expense and margin it would leave nothing of the premium for the risk.`;
  return { share, problems: [cannotPrice('brokerage-too-high', 'terms.brokeragePercent', message)] };
}

function readAfresh(content: AssessmentContent, model: RatingModel): ReadTerms {
  const { parts, policyAggregateLimitMinor, policyAggregateRetentionMinor, periodDays } = content.terms;
  const problems: Issue[] = [];
  if (parts.length === 0)
    problems.push(cannotPrice('no-parts', 'terms.parts', 'Choose at least one coverage part.'));
  if (policyAggregateLimitMinor === 0) {
    const message = 'The aggregate limit of the policy must be above 0, or left out.';
    problems.push(cannotPrice('no-policy-limit', 'terms.policyAggregateLimitMinor', message));
  }
  for (const [i, part] of parts.entries()) {
    if (parts.findIndex((p) => p.part === part.part) === i) continue;
    const label = partLabel(model, part.part);
    const message = `${label} is chosen twice; keep one.`;
    problems.push(cannotPrice('part-twice', `terms.parts.${i}.part`, message));
  }
  const read = parts.map((part, i) => readPart({ terms: part, index: i, content, model }));
  const brokerage = brokerageOf(content, model);
  problems.push(...read.flatMap((r) => r.problems), ...limitsProblem(content), ...brokerage.problems);
  if (problems.length > 0) return { terms: null, problems };

  const modelled = inOrder(
    read.flatMap((r) => r.modelled ?? []),
    model,
  );
  const entered = inOrder(
    read.flatMap((r) => r.entered ?? []),
    model,
  );
  const shared = modelled.filter((m) => m.isShared);
  const sharedSum = sumOfMinor(shared.map((m) => m.mostPayableMinor));
  const isReach = model.pricing.terms.mostPayable.form === 'reach';
  const sharedMost = isReach ? minorWithout(sharedSum, policyAggregateRetentionMinor) : sharedSum;
  if (shared.length > 0 && sharedMost <= 0) {
    const retention = formatMoneyPlain(policyAggregateRetentionMinor, content.currency);
    const message = `The parts under the policy's terms can pay nothing: the policy retention of ${retention} is at or above the most that they can come to. Lower it.`;
    return {
      terms: null,
      problems: [
        cannotPrice('policy-retention-out-of-reach', 'terms.policyAggregateRetentionMinor', message),
      ],
    };
  }
  const policyLimitMinor =
    shared.length === 0
      ? null
      : (policyAggregateLimitMinor ?? largestMinor(shared.map((m) => m.aggregateLimitMinor)));
  const alone = [
    ...modelled.filter((m) => !m.isShared).map((m) => m.mostPayableMinor),
    ...entered.map((e) => e.aggregateLimitMinor),
  ];
  return {
    problems,
    terms: {
      days: periodDays,
      brokerageShare: brokerage.share,
      modelled,
      entered,
      policyLimit: policyLimitMinor === null ? null : fromMinor(policyLimitMinor),
      policyLimitMinor,
      policyRetention: shared.length === 0 ? 0 : fromMinor(policyAggregateRetentionMinor),
      maximumPayableMinor: sumOfMinor([
        policyLimitMinor === null ? NO_MONEY : smallestMinor([policyLimitMinor, sharedMost]),
        ...alone,
      ]),
    },
  };
}
