import type { AssessmentContent } from '../domain/assessment-content.ts';
import { fillTemplate } from '../domain/fill-template.ts';
import { formatMoneyPlain } from '../domain/format-money.ts';
import { formatPercentValue } from '../domain/format-number.ts';
import type { AuthorityRule } from '../domain/model-wording.ts';
import { largestMinor, type MinorUnits, NO_MONEY, sumOfMinor } from '../domain/money.ts';
import { ourPercent, ourShareMinor } from '../domain/our-share.ts';
import type { AuthorityLimits, Profile } from '../domain/people.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { standsUnderPolicy } from '../domain/stands-under-policy.ts';
import { GRADES, type Grade } from '../domain/vocabulary.ts';
import type { Flag, ScoreResult } from '../scoring/score-result.ts';

/** What a deal is measured by against somebody's authority. Amounts in minor units of `currency`, at 100 %. */
export interface AuthorityFacts {
  readonly currency: string;
  /** The largest limit each event of a part; null without a part. */
  readonly limitEachEventMinor: MinorUnits | null;
  /** The most that can be paid in the period. */
  readonly aggregateMinor: MinorUnits | null;
  /** Our written line of that; all of it where no line is written. */
  readonly ourLineMinor: MinorUnits | null;
  readonly quotedMinor: MinorUnits | null;
  readonly technicalMinor: MinorUnits | null;
  /** Null for a subject without one: it is below every grade. */
  readonly grade: Grade | null;
  /** Whether the grade's own action is to decline. */
  readonly isDeclined: boolean;
  /** In per cent, up or down. */
  readonly schedulePercent: number;
  readonly referrals: readonly Pick<Flag, 'id' | 'label'>[];
}

export type AuthorityMeasure =
  | 'currency'
  | 'limitEachEvent'
  | 'aggregate'
  | 'ourLine'
  | 'premium'
  | 'grade'
  | 'schedule'
  | 'walkAway'
  | 'decline'
  | 'referral';

/** A measure in which a deal is beyond somebody's authority, with the figures as they are printed. */
export interface AuthorityFinding {
  readonly measure: AuthorityMeasure;
  readonly value: string;
  readonly limit: string;
  readonly sentence: string;
  /** The referral that may not be cleared; null of every other measure. */
  readonly referralId: string | null;
}

/** What of a price is measured. */
type PricedFacts = {
  readonly quotedMinor: MinorUnits;
  readonly technicalMinor: MinorUnits;
  readonly maximumPayableMinor: MinorUnits;
};

/** The figures of a deal that authority is about. Total and pure. */
export function authorityFacts(
  content: AssessmentContent,
  {
    score,
    price,
    referrals,
    model,
  }: {
    readonly score: Pick<ScoreResult, 'outcome'>;
    /** Null where there is no price: what can be paid is then read off the terms. */
    readonly price: PricedFacts | null;
    readonly referrals: AuthorityFacts['referrals'];
    readonly model: RatingModel;
  },
): AuthorityFacts {
  const { parts, line, schedulePercent } = content.terms;
  const grade = score.outcome.kind === 'graded' ? score.outcome.grade : null;
  const aggregateMinor = parts.length === 0 ? null : (price?.maximumPayableMinor ?? mostOfTerms(content));
  const percent = ourPercent({ line });
  return {
    currency: content.currency,
    limitEachEventMinor: parts.length === 0 ? null : largestMinor(parts.map(({ limitMinor }) => limitMinor)),
    aggregateMinor,
    ourLineMinor: aggregateMinor === null ? null : ourShareMinor(aggregateMinor, percent),
    quotedMinor: price?.quotedMinor ?? null,
    technicalMinor: price?.technicalMinor ?? null,
    grade,
    isDeclined:
      model.wording.decision?.gradeActions.some((rule) => rule.grade === grade && rule.does === 'decline') ===
      true,
    schedulePercent,
    referrals: referrals.map(({ id, label }) => ({ id, label })),
  };
}

/** The most that the terms alone let be paid in the period. */
function mostOfTerms({ terms }: AssessmentContent): MinorUnits {
  const isUnder = standsUnderPolicy(terms);
  const of = (isShared: boolean): readonly MinorUnits[] =>
    terms.parts
      .filter((part) => isUnder(part) === isShared)
      .map(({ aggregateLimitMinor, limitMinor }) => aggregateLimitMinor ?? limitMinor);
  const shared = of(true);
  const policy = shared.length === 0 ? NO_MONEY : (terms.policyAggregateLimitMinor ?? largestMinor(shared));
  return sumOfMinor([...of(false), policy]);
}

/** Each measure in which the facts are beyond what a person may do; none where they are within. Total and pure. */
export function authorityFindings(
  facts: AuthorityFacts,
  { name, limits }: Pick<Profile, 'name' | 'limits'>,
  words: AuthorityRule,
): readonly AuthorityFinding[] {
  const finding = (
    measure: AuthorityMeasure,
    { value, limit, referralId = null }: { value: string; limit: string; referralId?: string | null },
  ): AuthorityFinding => ({
    measure,
    value,
    limit,
    referralId,
    sentence: fillTemplate(words[measure], { name, value, limit }),
  });
  const percent = formatPercentValue;
  const money = (measure: AuthorityMeasure, value: MinorUnits | null, limit: MinorUnits | null) =>
    value === null || limit === null || value <= limit
      ? []
      : [
          finding(measure, {
            value: formatMoneyPlain(value, facts.currency),
            limit: formatMoneyPlain(limit, limits.currency),
          }),
        ];
  const amounts =
    facts.currency === limits.currency || !hasMoneyLimit(limits)
      ? [
          ...money('limitEachEvent', facts.limitEachEventMinor, limits.limitEachEventMinor),
          ...money('aggregate', facts.aggregateMinor, limits.aggregateMinor),
          ...money('ourLine', facts.ourLineMinor, limits.ourLineMinor),
          ...money('premium', facts.quotedMinor, limits.premiumMinor),
        ]
      : [finding('currency', { value: facts.currency, limit: limits.currency })];
  const { lowestGrade, schedulePercent, walkAwayPercent, mayClear, mayApproveDecline } = limits;
  const adequacy = adequacyPercent(facts);
  return [
    ...amounts,
    ...(lowestGrade !== null && isBelow(facts.grade, lowestGrade)
      ? [finding('grade', { value: facts.grade ?? words.noGrade, limit: lowestGrade })]
      : []),
    ...(facts.isDeclined && !mayApproveDecline
      ? [finding('decline', { value: facts.grade ?? words.noGrade, limit: '' })]
      : []),
    ...(schedulePercent !== null && Math.abs(facts.schedulePercent) > schedulePercent
      ? [finding('schedule', { value: percent(facts.schedulePercent), limit: percent(schedulePercent) })]
      : []),
    ...(walkAwayPercent !== null && adequacy !== null && adequacy < walkAwayPercent
      ? [finding('walkAway', { value: percent(adequacy), limit: percent(walkAwayPercent) })]
      : []),
    ...facts.referrals
      .filter(({ id }) => mayClear !== 'all' && !mayClear.includes(id))
      .map(({ id, label }) => finding('referral', { value: label, limit: '', referralId: id })),
  ];
}

const hasMoneyLimit = (limits: AuthorityLimits): boolean =>
  [limits.limitEachEventMinor, limits.aggregateMinor, limits.ourLineMinor, limits.premiumMinor].some(
    (limit) => limit !== null,
  );

/** The grades stand from the best to the worst. */
const isBelow = (grade: Grade | null, lowest: Grade): boolean =>
  grade === null || GRADES.indexOf(grade) > GRADES.indexOf(lowest);

/** Quoted in per cent of technical; null where either is not there. */
const adequacyPercent = ({ quotedMinor, technicalMinor }: AuthorityFacts): number | null =>
  quotedMinor === null || technicalMinor === null || technicalMinor <= 0
    ? null
    : (quotedMinor / technicalMinor) * 100;

/**
 * The referral that a deal beyond somebody's authority raises, in the order of the measures; null where it is within.
 * Referrals of their own kind and a grade that is declined speak for themselves. Total and pure.
 */
export function authorityReferral(
  facts: AuthorityFacts,
  profile: Pick<Profile, 'name' | 'limits'>,
  words: AuthorityRule,
): Flag | null {
  const found = authorityFindings(facts, profile, words).filter(
    ({ measure }) => measure !== 'referral' && measure !== 'decline',
  );
  if (found.length === 0) return null;
  return {
    id: words.flag,
    kind: 'referral',
    label: words.label,
    reason: found.map(({ sentence }) => sentence).join(' '),
    fields: [...new Set(found.map(({ measure }) => FIELD_OF[measure]))],
  };
}

const FIELD_OF: Readonly<Record<AuthorityMeasure, string>> = {
  currency: 'currency',
  limitEachEvent: 'terms.parts',
  aggregate: 'terms.parts',
  ourLine: 'terms.line.writtenPercent',
  premium: 'terms.parts',
  grade: 'answers',
  schedule: 'terms.schedulePercent',
  walkAway: 'terms.schedulePercent',
  decline: 'answers',
  referral: 'answers',
};
