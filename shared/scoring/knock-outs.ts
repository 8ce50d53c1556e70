import type { AssessmentContent } from '../domain/assessment-content.ts';
import { daysBetween } from '../domain/dates.ts';
import { formatDate } from '../domain/format-date.ts';
import type { KnockOut, RatingModel } from '../domain/rating-model.ts';
import { assertNever } from '../domain/result.ts';
import { PILLARS } from '../domain/vocabulary.ts';
import { assetsAtStake } from './assets-at-stake.ts';
import { exceeds } from './compare.ts';
import type { FactorScore, Flag, IncidentWorking, ScoreResult } from './score-result.ts';
import { amountText, listText } from './words.ts';

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
      reason: `${recent.length} own material incidents in the last ${rule.ownWindowYears} years (${listText(recent.map((i) => formatDate(i.date)))}).`,
      fields: recent.map((i) => i.incidentId),
    };
  }
  const inWindow = own.filter((i) => i.ageYears <= rule.sameCauseWindowYears);
  const isListingIgnored = facts.model.incidentModel.sameDay === 'least-favourable';
  for (const later of inWindow) {
    if (later.fixStatus === 'verified') continue;
    const same = inWindow.filter(
      (i) =>
        i.cause === later.cause &&
        (inWindow.indexOf(i) <= inWindow.indexOf(later) || (isListingIgnored && i.date === later.date)) &&
        daysBetween(i.date, later.date) / 365.25 <= rule.sameCauseApartYears,
    );
    if (same.length >= rule.sameCauseCount) {
      return {
        reason: `${same.length} own incidents of cause "${later.cause}" at most ${rule.sameCauseApartYears} years apart (${listText(same.map((i) => formatDate(i.date)))}), the later without a verified fix.`,
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
      return {
        reason: `The incident of ${formatDate(latest.date)} is ${latest.ageDays} days old, under ${rule.incidentAgeDaysBelow}.`,
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

/** Factors that a knock-out of this subject type tests and that are not provided: the knock-out could not be tested. */
export function untestedFactors(facts: FlagFacts): readonly FactorScore[] {
  const ids = facts.model.knockOuts
    .filter((k) => k.appliesTo.includes(facts.content.subject.type))
    .flatMap(({ rule }) => {
      if (rule.kind === 'answer-level') return rule.anyOf.map((a) => a.factorId);
      return rule.kind === 'reserves' ? [rule.factorId] : [];
    });
  return [...new Set(ids)].flatMap((id) => {
    const factor = facts.factors.get(id);
    return factor?.status === 'not-provided' ? [factor] : [];
  });
}
