import type { AssessmentContent } from '../domain/assessment-content.ts';
import { formatCount } from '../domain/format-date.ts';
import { listText } from '../domain/list-text.ts';
import { causeLabel } from '../domain/model-words.ts';
import type { KnockOut, RatingModel } from '../domain/rating-model.ts';
import { assertNever } from '../domain/result.ts';
import { lastYearsText, yearsText } from '../domain/span-text.ts';
import { leastDaysAfter, whenText } from '../domain/unknown-day.ts';
import { PILLARS } from '../domain/vocabulary.ts';
import { answerFor } from './answer-score.ts';
import { assetsAtStake } from './assets-at-stake.ts';
import { exceeds } from './compare.ts';
import type { FactorScore, Flag, IncidentWorking, ScoreResult } from './score-result.ts';
import { amountText } from './words.ts';

/** What the knock-out and referral rules look at. */
export interface FlagFacts {
  readonly content: AssessmentContent;
  readonly factors: ReadonlyMap<string, FactorScore>;
  /** Material incidents, oldest first. */
  readonly material: readonly IncidentWorking[];
  readonly model: RatingModel;
}

/** The facts of a score for the rules. */
export const flagFacts = (
  content: AssessmentContent,
  model: RatingModel,
  { pillars, incidentWorking }: Pick<ScoreResult, 'pillars' | 'incidentWorking'>,
): FlagFacts => ({
  content,
  model,
  factors: new Map(PILLARS.flatMap((p) => pillars[p].factors.map((f) => [f.factorId, f] as const))),
  material: incidentWorking.incidents.filter((i) => i.isMaterial),
});

type Finding = { readonly reason: string; readonly fields: readonly string[] } | null;

/** The level answered for a factor that applies and is provided; undefined otherwise. */
export function answeredLevel(facts: FlagFacts, factorId: string): FactorScore | undefined {
  const factor = facts.factors.get(factorId);
  return factor?.status === 'scored' ? factor : undefined;
}

/** Whether the underwriter answered a declaration with yes. */
export const isDeclared = (facts: FlagFacts, id: string): boolean =>
  (facts.content.declarations as Readonly<Record<string, string | undefined>>)[id] === 'yes';

/** Sentence for something the underwriter declared: the question itself, answered. */
export function declaredReason(facts: FlagFacts, id: string): string {
  const question = facts.model.declarations.find((d) => d.id === id)?.question ?? id;
  return `Declared: "${question}" Yes.`;
}

function chronic(facts: FlagFacts, rule: KnockOut['rule'] & { readonly kind: 'chronic' }): Finding {
  const own = facts.material.filter((i) => i.isOwn);
  const recent = own.filter((i) => i.ageYears <= rule.ownWindowYears);
  if (recent.length >= rule.ownCount) {
    return {
      reason: `${recent.length} own material incidents in ${lastYearsText(rule.ownWindowYears)} (${listText(recent.map(whenText))}).`,
      fields: recent.map((i) => i.incidentId),
    };
  }
  const inWindow = own.filter((i) => i.ageYears <= rule.sameCauseWindowYears);
  const isListingIgnored = facts.model.incidentModel.sameDay === 'least-favourable';
  /** Whether one may have been the earlier, on any day that is known of them, and near enough. */
  const mayPrecede = (one: IncidentWorking, later: IncidentWorking): boolean => {
    if (!isListingIgnored && inWindow.indexOf(one) > inWindow.indexOf(later)) return false;
    const days = leastDaysAfter(one, later, facts.content.asOf);
    return days !== null && days / 365.25 <= rule.sameCauseApartYears;
  };
  for (const later of inWindow) {
    if (later.fixStatus === 'verified') continue;
    const same = inWindow.filter((i) => i.cause === later.cause && (i === later || mayPrecede(i, later)));
    if (same.length >= rule.sameCauseCount) {
      return {
        reason: `${same.length} own incidents of one cause, “${causeLabel(facts.model, later.cause)}”, at most ${yearsText(rule.sameCauseApartYears)} apart (${listText(same.map(whenText))}), the later without a verified fix.`,
        fields: same.map((i) => i.incidentId),
      };
    }
  }
  return null;
}

function test(facts: FlagFacts, knockOut: KnockOut): Finding {
  const { rule } = knockOut;
  switch (rule.kind) {
    case 'answer-level': {
      for (const { factorId, level } of rule.anyOf) {
        const factor = answeredLevel(facts, factorId);
        if (factor?.answer === level) {
          return { reason: `${factor.label} is "${factor.answerText}".`, fields: [factorId] };
        }
      }
      return null;
    }
    case 'reserves': {
      const factor = answeredLevel(facts, rule.factorId);
      const assets = assetsAtStake(facts.content, facts.model);
      if (factor?.answer !== rule.level || !exceeds(assets, rule.assetsAboveUsd)) return null;
      return {
        reason: `${factor.label} is "${factor.answerText}" with assets of ${amountText(assets)}, above ${amountText(rule.assetsAboveUsd)}.`,
        fields: [rule.factorId],
      };
    }
    case 'declared':
      return isDeclared(facts, knockOut.id)
        ? { reason: declaredReason(facts, knockOut.id), fields: [knockOut.id] }
        : null;
    case 'declared-or-recent-incident': {
      if (isDeclared(facts, knockOut.id)) {
        return { reason: declaredReason(facts, knockOut.id), fields: [knockOut.id] };
      }
      const live = facts.material.filter((i) => i.ageDays < rule.incidentAgeDaysBelow);
      const latest = live.at(-1);
      if (latest === undefined) return null;
      const age = latest.ageDays === 0 ? 'less than a day' : formatCount(latest.ageDays, 'day');
      const limit = formatCount(rule.incidentAgeDaysBelow, 'day');
      const isDayKnown = latest.datePrecision === undefined;
      return {
        reason: isDayKnown
          ? `The incident ${whenText(latest)} is ${age} old, under ${limit}.`
          : `The incident ${whenText(latest)} may be under ${limit} old.`,
        fields: live.map((i) => i.incidentId),
      };
    }
    case 'chronic':
      return chronic(facts, rule);
    default:
      return assertNever(rule);
  }
}

/**
 * The knock-outs that fire, in the model's order (rating algorithm, section 0). An answer not provided trips none; only
 * material incidents count.
 */
export function findKnockOuts(facts: FlagFacts): readonly Flag[] {
  return facts.model.knockOuts.flatMap((knockOut) => {
    if (!knockOut.appliesTo.includes(facts.content.subject.type)) return [];
    const finding = test(facts, knockOut);
    return finding === null
      ? []
      : [{ id: knockOut.id, kind: 'knock-out' as const, label: knockOut.label, ...finding }];
  });
}

/** Ids of the questions whose answers the knock-outs of this subject type test. */
const testedByKnockOuts = ({ model, content }: FlagFacts): readonly string[] =>
  model.knockOuts
    .filter(({ appliesTo }) => appliesTo.includes(content.subject.type))
    .flatMap(({ rule }) => {
      if (rule.kind === 'answer-level') return rule.anyOf.map(({ factorId }) => factorId);
      return rule.kind === 'reserves' ? [rule.factorId] : [];
    });

/** Ids of the questions whose answers the referrals test. */
const testedByReferrals = ({ model }: FlagFacts): readonly string[] =>
  model.referrals.flatMap(({ rule }) =>
    rule.kind === 'answer-level' || rule.kind === 'numeric-above' ? [rule.factorId] : [],
  );

/** Those of the questions that apply and have this status, each once. */
const having = (
  facts: FlagFacts,
  ids: readonly string[],
  status: FactorScore['status'],
): readonly FactorScore[] =>
  [...new Set(ids)].flatMap((id) => {
    const factor = facts.factors.get(id);
    return factor?.status === status ? [factor] : [];
  });

/** Factors that a knock-out of this subject type tests and that are not provided: the knock-out could not be tested. */
export const untestedFactors = (facts: FlagFacts): readonly FactorScore[] =>
  having(facts, testedByKnockOuts(facts), 'not-provided');

/** Those that only a referral tests: it could not be, where no answer may be the worst one. */
export function untestedByReferrals(facts: FlagFacts): readonly FactorScore[] {
  const knockOuts = testedByKnockOuts(facts);
  return having(
    facts,
    testedByReferrals(facts).filter((id) => !knockOuts.includes(id)),
    'not-provided',
  );
}

/**
 * Factors that a knock-out or a referral tests and that are said not to apply, which would pass any test; those among them
 * that count as the exposures make them.
 */
export const setAsideFactors = (facts: FlagFacts): readonly FactorScore[] => {
  const tested = [...testedByKnockOuts(facts), ...testedByReferrals(facts)];
  const isSetAside = ({ factorId }: FactorScore) =>
    answerFor(facts.content.answers, factorId)?.evidence === 'not-applicable';
  return [...having(facts, tested, 'not-applicable'), ...having(facts, tested, 'scored').filter(isSetAside)];
};
