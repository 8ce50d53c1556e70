import { formatDate } from '../domain/format-date.ts';
import type { Referral } from '../domain/rating-model.ts';
import { assertNever } from '../domain/result.ts';
import { PILLARS } from '../domain/vocabulary.ts';
import { exceeds, reaches } from './compare.ts';
import { answeredLevel, declaredReason, type FlagFacts, isDeclared, untestedFactors } from './knock-outs.ts';
import type { ByPillar } from './overall-score.ts';
import type { Flag } from './score-result.ts';
import { amountText, listText, numberText, percentText, quantityText } from './words.ts';

/** The scores that referrals look at, beside the facts. */
export interface ScoreFacts extends FlagFacts {
  readonly evidenceGap: number;
  readonly pillarScores: ByPillar;
  readonly overall: number;
  readonly yearsLive: number;
}

type Finding = { readonly reason: string; readonly fields: readonly string[] } | null;

function evidenceFinding(facts: ScoreFacts, gapAbove: number): Finding {
  const untested = untestedFactors(facts);
  const sentences: string[] = [];
  if (exceeds(facts.evidenceGap, gapAbove)) {
    sentences.push(
      `${percentText(facts.evidenceGap)} of applicable weight is unproven, above ${percentText(gapAbove)}.`,
    );
  }
  if (untested.length > 0) {
    sentences.push(`Tested by a knock-out and not provided: ${listText(untested.map((f) => f.label))}.`);
  }
  return sentences.length === 0
    ? null
    : { reason: sentences.join(' '), fields: untested.map((f) => f.factorId) };
}

function test(facts: ScoreFacts, { id, rule }: Referral): Finding {
  const { material, model } = facts;
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
      if (typeof factor?.answer !== 'number' || !exceeds(factor.answer, rule.above)) return null;
      return {
        reason: `${factor.label} is ${factor.answerText}, above ${quantityText(rule.above, unitOf(rule.factorId))}.`,
        fields: [factor.factorId],
      };
    }
    case 'answer-level': {
      const factor = answeredLevel(facts, rule.factorId);
      if (typeof factor?.answer !== 'string' || !rule.levels.includes(factor.answer)) return null;
      return { reason: `${factor.label} is "${factor.answerText}".`, fields: [factor.factorId] };
    }
    case 'young': {
      if (reaches(facts.yearsLive, rule.yearsLiveBelow)) return null;
      const since = facts.content.subject.liveSince;
      return {
        reason:
          since === null
            ? 'The date live since is not given and counts as not yet live.'
            : `Live since ${formatDate(since)}: ${numberText(facts.yearsLive)} years, under ${numberText(rule.yearsLiveBelow)}.`,
        fields: ['subject.liveSince'],
      };
    }
    case 'evidence':
      return evidenceFinding(facts, rule.gapAbove);
    case 'pillar-gap': {
      if (!reaches(facts.overall, rule.overallFrom)) return null;
      const weak = PILLARS.filter((p) => !reaches(facts.pillarScores[p], rule.pillarBelow));
      if (weak.length === 0) return null;
      const names = weak.map(
        (p) => `${model.pillars.find((x) => x.id === p)?.label ?? p} (${numberText(facts.pillarScores[p])})`,
      );
      return {
        reason: `${listText(names)} below ${rule.pillarBelow} while the overall score is ${numberText(facts.overall)}.`,
        fields: weak,
      };
    }
    case 'declared':
      return isDeclared(facts, id) ? { reason: declaredReason(facts, id), fields: [id] } : null;
    case 'override':
    case 'overinsured':
    case 'cyber-clause':
    case 'signing-wording':
    case 'stale':
    case 'not-computed':
      return null;
    default:
      return assertNever(rule);
  }
}

/**
 * The referrals that answers, incidents, declarations and scores raise, in the model's order (rating algorithm,
 * section 0). Those that need terms (over-insurance, overrides, clauses, age at inception) are raised by pricing.
 */
export function findScoreReferrals(facts: ScoreFacts): readonly Flag[] {
  return facts.model.referrals.flatMap((referral) => {
    const finding = test(facts, referral);
    return finding === null
      ? []
      : [{ id: referral.id, kind: 'referral' as const, label: referral.label, ...finding }];
  });
}
