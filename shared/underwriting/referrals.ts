import type { AssessmentContent } from '../domain/assessment-content.ts';
import { contradictionRule, offeredShare } from '../domain/contradictions.ts';
import { fillTemplate } from '../domain/fill-template.ts';
import { formatDate } from '../domain/format-date.ts';
import { formatScore } from '../domain/format-number.ts';
import type { Issue } from '../domain/issue.ts';
import { listOfSome, listText } from '../domain/list-text.ts';
import { causeLabel } from '../domain/model-words.ts';
import type { RatingModel, Referral } from '../domain/rating-model.ts';
import { assertNever } from '../domain/result.ts';
import { RULES_OF_TERMS } from '../domain/rule-labels.ts';
import { ageUnder, lastYearsText, yearsText } from '../domain/span-text.ts';
import { leastDaysAfter, whenText } from '../domain/unknown-day.ts';
import { PILLARS } from '../domain/vocabulary.ts';
import { exceeds, reaches } from '../scoring/compare.ts';
import {
  answeredLevel,
  declaredReason,
  type FlagFacts,
  flagFacts,
  isDeclared,
  untestedFactors,
} from '../scoring/knock-outs.ts';
import type { Flag, IncidentWorking, ScoreResult } from '../scoring/score-result.ts';
import { amountText, enteredText, ofAssetsText, percentText, quantityText } from '../scoring/words.ts';
import { judgementFinding } from './judgement-findings.ts';
import { referralWords } from './referral-words.ts';
import {
  type Finding,
  noCyberClause,
  noSigningWording,
  overinsured,
  override,
  ownExperience,
  staleAtInception,
} from './terms-findings.ts';

type RuleKind = Referral['rule']['kind'];

/** The rules about terms, which are raised once a part is chosen; a document lists their referrals with the price. */
const ABOUT_TERMS: readonly RuleKind[] = [
  'override',
  'overinsured',
  'cyber-clause',
  'signing-wording',
  'stale',
  'own-experience',
];

/** The scores that referrals look at, beside the facts. */
interface ReferralFacts extends FlagFacts {
  readonly score: ScoreResult;
}

/** Answers that are not proven, and those without which a knock-out could not be tested: each has a name of its own. */
function evidenceFinding(facts: ReferralFacts, label: string, gapAbove: number): Finding | null {
  const untested = untestedFactors(facts);
  const gap = facts.score.evidenceGap;
  const isGap = exceeds(gap, gapAbove);
  if (!isGap && untested.length === 0) return null;
  const ofGap = `${percentText(gap)} of applicable weight is unproven, above ${percentText(gapAbove)}.`;
  const ofUntested = `Tested by a knock-out and not provided: ${listText(untested.map((f) => f.label))}.`;
  const own = facts.model.wording.decision?.labelsByCause?.untestedKnockOut ?? label;
  const labels = [...(isGap ? [label] : []), ...(untested.length > 0 ? [own] : [])];
  return {
    reason: [...(isGap ? [ofGap] : []), ...(untested.length > 0 ? [ofUntested] : [])].join(' '),
    fields: untested.map((f) => f.factorId),
    ...labelled([...new Set(labels)].join('; ')),
  };
}

/** A share that no answer gives, where the exposures do. */
function unansweredAbove(
  { content, model }: ReferralFacts,
  { factorId, above }: { readonly factorId: string; readonly above: number },
  unit: string | null,
): Finding | null {
  const factor = model.factors.find(({ id }) => id === factorId);
  const words = contradictionRule(factorId, model)?.referred ?? null;
  if (words === null || factor === undefined || !factor.appliesTo.includes(content.subject.type)) return null;
  const share = offeredShare(content, factor, model);
  if (share === null || !exceeds(share, above)) return null;
  const filled = { label: factor.label, share: quantityText(share, unit), limit: enteredText(above, unit) };
  return { reason: fillTemplate(words, filled), fields: [factorId] };
}

/** What was changed by hand, in terms or judgement: the rule's own words stand for judgement. */
function manualChange(
  { content, score, model }: ReferralFacts,
  label: string,
  beyondPercent: number,
): Finding | null {
  const ofTerms = override(content, model, beyondPercent);
  const judged = judgementFinding(score, label, model);
  if (judged === null) return ofTerms;
  if (ofTerms === null) return judged;
  return {
    reason: `${judged.reason} ${ofTerms.reason}`,
    fields: [...judged.fields, ...ofTerms.fields],
    label: [...new Set([judged.label ?? label, ofTerms.label ?? label])].join('; '),
  };
}

/** Each cause that came back, with the days of all its losses that make it so. */
function repeatedCauses(
  { material, model, content }: ReferralFacts,
  found: readonly IncidentWorking[],
): string {
  const window = model.incidentModel.repeatWindowYears;
  const isWithin = (one: IncidentWorking, later: IncidentWorking): boolean => {
    const days = leastDaysAfter(one, later, content.asOf);
    return one !== later && days !== null && days / 365.25 <= window;
  };
  const sentences = [...new Set(found.map(({ cause }) => cause))].map((cause) => {
    const again = found.filter((i) => i.cause === cause);
    const all = material.filter(
      (i) => i.cause === cause && (again.includes(i) || again.some((later) => isWithin(i, later))),
    );
    return `“${causeLabel(model, cause)}” came back within ${yearsText(window)}: ${listText(all.map(whenText))}.`;
  });
  return sentences.join(' ');
}

/** A subject that has not been live for long, or of which nobody has said since when it is. */
function young({ content, score, model }: ReferralFacts, yearsLiveBelow: number): Finding | null {
  if (reaches(score.incidentWorking.yearsLive, yearsLiveBelow)) return null;
  const fields = ['subject.liveSince'];
  const since = content.subject.liveSince;
  if (since === null)
    return {
      reason: 'The date live since is not given and counts as not yet live.',
      fields,
      ...labelled(model.wording.decision?.labelsByCause?.liveSinceNotGiven),
    };
  const age = ageUnder(since, content.asOf, yearsLiveBelow);
  return { reason: `Live since ${formatDate(since)}: ${age}, under ${yearsText(yearsLiveBelow)}.`, fields };
}

/** What a referral is called by the cause that raised it; the name of its rule where the wording has none. */
const labelled = (label: string | undefined): Pick<Finding, 'label'> =>
  label === undefined ? {} : { label };

/** The one place where the kinds of referral rules are told apart: the compiler finds a new kind here. */
function test(facts: ReferralFacts, { id, label, rule }: Referral): Finding | null {
  const { material, model, content } = facts;
  const unitOf = (factorId: string) => {
    const factor = model.factors.find((f) => f.id === factorId);
    return factor === undefined || factor.kind === 'ordinal' ? null : factor.unit;
  };
  switch (rule.kind) {
    case 'recent-loss': {
      const found = material.filter(
        (i) =>
          i.ageYears < rule.ageYearsBelow &&
          (reaches(i.loss, rule.lossUsd) || reaches(i.lossShare, rule.share)),
      );
      if (found.length === 0) return null;
      const each = found.map((i) => `${whenText(i)} (${amountText(i.loss)}, ${ofAssetsText(i.lossShare)})`);
      return {
        reason: `${found.length === 1 ? 'Loss' : 'Losses'} ${listOfSome(each)}, in ${lastYearsText(rule.ageYearsBelow)}.`,
        fields: found.map((i) => i.incidentId),
      };
    }
    case 'repeat': {
      const found = material.filter((i) => i.isRepeat && i.ageYears <= rule.ageYears);
      if (found.length === 0) return null;
      return { reason: repeatedCauses(facts, found), fields: found.map((i) => i.incidentId) };
    }
    case 'large-loss': {
      const found = material.filter(
        (i) => i.isOwn && i.ageYears <= rule.ageYears && reaches(i.lossShare, rule.share),
      );
      if (found.length === 0) return null;
      return {
        reason: `Own loss of ${listText(found.map((i) => `${ofAssetsText(i.lossShare)} ${whenText(i)}`))}.`,
        fields: found.map((i) => i.incidentId),
      };
    }
    case 'numeric-above': {
      const factor = answeredLevel(facts, rule.factorId);
      if (factor === undefined) return unansweredAbove(facts, rule, unitOf(rule.factorId));
      if (typeof factor.answer !== 'number' || !exceeds(factor.answer, rule.above)) return null;
      return {
        reason: `${factor.label} is ${factor.answerText}, above ${enteredText(rule.above, unitOf(rule.factorId))}.`,
        fields: [factor.factorId],
      };
    }
    case 'answer-level': {
      const factor = answeredLevel(facts, rule.factorId);
      if (typeof factor?.answer !== 'string' || !rule.levels.includes(factor.answer)) return null;
      return { reason: `${factor.label} is "${factor.answerText}".`, fields: [factor.factorId] };
    }
    case 'young':
      return young(facts, rule.yearsLiveBelow);
    case 'evidence':
      return evidenceFinding(facts, label, rule.gapAbove);
    case 'pillar-gap': {
      if (!reaches(facts.score.overall, rule.overallFrom)) return null;
      const weak = PILLARS.filter((p) => !reaches(facts.score.pillars[p].score, rule.pillarBelow));
      if (weak.length === 0) return null;
      const names = weak.map(
        (p) =>
          `${model.pillars.find((x) => x.id === p)?.label ?? p} (${formatScore(facts.score.pillars[p].score)})`,
      );
      return {
        reason: `${listText(names)} below ${rule.pillarBelow} while the overall score is ${formatScore(facts.score.overall)}.`,
        fields: weak,
      };
    }
    case 'declared':
      return isDeclared(facts, id) ? { reason: declaredReason(facts, id), fields: [id] } : null;
    case 'override':
      return manualChange(facts, label, rule.scheduleBeyondPercent);
    case 'overinsured':
      return overinsured(content, model);
    case 'cyber-clause':
      return noCyberClause(content);
    case 'signing-wording':
      return noSigningWording(content);
    case 'stale':
      return staleAtInception(content, rule.daysAtInception);
    case 'own-experience':
      return ownExperience(content, { score: facts.score, factorAbove: rule.factorAbove }, model);
    case 'not-computed':
      return null;
    default:
      return assertNever(rule);
  }
}

/**
 * The referrals that an assessment raises, in the model's order: first those of answers, incidents, declarations and
 * scores, then those of its terms, of which there are none while no part is chosen (rating algorithm, section 0).
 */
export function findReferrals(
  content: AssessmentContent,
  score: ScoreResult,
  model: RatingModel,
): readonly Flag[] {
  const facts: ReferralFacts = { ...flagFacts(content, model, score), score };
  const raised = (referrals: readonly Referral[]): readonly Flag[] =>
    referrals.flatMap((referral) => {
      const finding = test(facts, referral);
      return finding === null
        ? []
        : [{ id: referral.id, kind: 'referral' as const, label: referral.label, ...finding }];
    });
  const isAboutTerms = ({ rule }: Referral) => ABOUT_TERMS.includes(rule.kind);
  return [
    ...raised(model.referrals.filter((referral) => !isAboutTerms(referral))),
    ...(content.terms.parts.length === 0 ? [] : raised(model.referrals.filter(isAboutTerms))),
  ];
}

/** Whether a referral is about the terms, rather than the subject. */
export const isReferralOfTerms = ({ id }: Pick<Flag, 'id'>, model: RatingModel): boolean =>
  (RULES_OF_TERMS as readonly string[]).includes(id) ||
  model.referrals.some((referral) => referral.id === id && ABOUT_TERMS.includes(referral.rule.kind));

/** A referral as an issue. */
export const referralIssue = (flag: Flag, model: RatingModel): Issue => ({
  severity: 'needs-authority',
  id: flag.id,
  about: isReferralOfTerms(flag, model) ? 'content' : 'score',
  field: flag.fields[0] ?? null,
  message: referralWords(flag),
});
