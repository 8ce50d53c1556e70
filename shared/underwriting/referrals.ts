import type { AssessmentContent } from '../domain/assessment-content.ts';
import { contradictionRule, offeredShare } from '../domain/contradictions.ts';
import { fillTemplate } from '../domain/fill-template.ts';
import { formatDate } from '../domain/format-date.ts';
import type { Issue } from '../domain/issue.ts';
import type { RatingModel, Referral } from '../domain/rating-model.ts';
import { assertNever } from '../domain/result.ts';
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
import type { Flag, ScoreResult } from '../scoring/score-result.ts';
import {
  amountText,
  enteredText,
  listText,
  numberText,
  percentText,
  quantityText,
} from '../scoring/words.ts';
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

function evidenceFinding(facts: ReferralFacts, gapAbove: number): Finding | null {
  const untested = untestedFactors(facts);
  const sentences: string[] = [];
  if (exceeds(facts.score.evidenceGap, gapAbove)) {
    sentences.push(
      `${percentText(facts.score.evidenceGap)} of applicable weight is unproven, above ${percentText(gapAbove)}.`,
    );
  }
  if (untested.length > 0) {
    sentences.push(`Tested by a knock-out and not provided: ${listText(untested.map((f) => f.label))}.`);
  }
  return sentences.length === 0
    ? null
    : { reason: sentences.join(' '), fields: untested.map((f) => f.factorId) };
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
  const judged = judgementFinding(score, model);
  if (judged === null) return ofTerms;
  if (ofTerms === null) return judged;
  return {
    reason: `${judged.reason} ${ofTerms.reason}`,
    fields: [...judged.fields, ...ofTerms.fields],
    label: `${label}; ${ofTerms.label ?? label}`,
  };
}

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
      const each = found.map(
        (i) => `${formatDate(i.date)} (${amountText(i.loss)}, ${percentText(i.lossShare)} of assets)`,
      );
      return {
        reason: `Material loss within the last ${rule.ageYearsBelow === 1 ? 'year' : `${numberText(rule.ageYearsBelow)} years`}: ${listText(each)}.`,
        fields: found.map((i) => i.incidentId),
      };
    }
    case 'repeat': {
      const found = material.filter((i) => i.isRepeat && i.ageYears <= rule.ageYears);
      if (found.length === 0) return null;
      const causes = [...new Set(found.map((i) => `"${i.cause}"`))];
      return {
        reason: `Cause ${listText(causes)} came back within ${model.incidentModel.repeatWindowYears} years (${listText(found.map((i) => formatDate(i.date)))}).`,
        fields: found.map((i) => i.incidentId),
      };
    }
    case 'large-loss': {
      const found = material.filter(
        (i) => i.isOwn && i.ageYears <= rule.ageYears && reaches(i.lossShare, rule.share),
      );
      if (found.length === 0) return null;
      return {
        reason: `Own loss of ${listText(found.map((i) => `${percentText(i.lossShare)} of assets on ${formatDate(i.date)}`))}.`,
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
    case 'young': {
      if (reaches(facts.score.incidentWorking.yearsLive, rule.yearsLiveBelow)) return null;
      const since = content.subject.liveSince;
      return {
        reason:
          since === null
            ? 'The date live since is not given and counts as not yet live.'
            : `Live since ${formatDate(since)}: ${numberText(facts.score.incidentWorking.yearsLive)} years, under ${numberText(rule.yearsLiveBelow)}.`,
        fields: ['subject.liveSince'],
      };
    }
    case 'evidence':
      return evidenceFinding(facts, rule.gapAbove);
    case 'pillar-gap': {
      if (!reaches(facts.score.overall, rule.overallFrom)) return null;
      const weak = PILLARS.filter((p) => !reaches(facts.score.pillars[p].score, rule.pillarBelow));
      if (weak.length === 0) return null;
      const names = weak.map(
        (p) =>
          `${model.pillars.find((x) => x.id === p)?.label ?? p} (${numberText(facts.score.pillars[p].score)})`,
      );
      return {
        reason: `${listText(names)} below ${rule.pillarBelow} while the overall score is ${numberText(facts.score.overall)}.`,
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
  model.referrals.some((referral) => referral.id === id && ABOUT_TERMS.includes(referral.rule.kind));

/** A referral as an issue. */
export const referralIssue = (flag: Flag, model: RatingModel): Issue => ({
  severity: 'needs-authority',
  id: flag.id,
  about: isReferralOfTerms(flag, model) ? 'content' : 'score',
  field: flag.fields[0] ?? null,
  message: referralWords(flag),
});
