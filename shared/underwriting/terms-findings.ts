import type { AssessmentContent } from '../domain/assessment-content.ts';
import { daysBetween } from '../domain/dates.ts';
import { formatCount, formatDate } from '../domain/format-date.ts';
import { formatMoneyPlain } from '../domain/format-money.ts';
import { formatPercentValue, formatSignificant } from '../domain/format-number.ts';
import { listText } from '../domain/list-text.ts';
import { partLabel } from '../domain/model-words.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { exposedValueOf } from '../pricing/exposed-value.ts';
import { rateFrequency, ratingBasisOf } from '../pricing/frequency.ts';
import { readTerms } from '../pricing/priced-terms.ts';
import { pricingFault } from '../pricing/pricing-fault.ts';
import { exceeds } from '../scoring/compare.ts';
import type { PillarScores } from '../scoring/pillar-scores.ts';

// What the terms of an assessment raise, each a rule of the model with its numbers; who refers, and in which order, is told
// in referrals.ts.

/** Why a referral is raised, and which fields to look at. */
export type Finding = {
  readonly reason: string;
  readonly fields: readonly string[];
  /** In place of the rule's own name. */
  readonly label?: string;
};

/** Parts whose limit is above their exposed value. */
export function overinsured(content: AssessmentContent, model: RatingModel): Finding | null {
  const found = content.terms.parts.flatMap((terms) => {
    const peril = model.pricing.perils.find((p) => p.id === terms.part);
    const value =
      peril === undefined ? null : exposedValueOf(peril.exposedValue, content.exposures).valueMinor;
    if (value === null || terms.limitMinor <= value) return [];
    const limit = formatMoneyPlain(terms.limitMinor, content.currency);
    const above =
      value === 0
        ? 'where nothing is exposed'
        : `above exposed value ${formatMoneyPlain(value, content.currency)}`;
    return [{ part: terms.part, text: `${partLabel(model, terms.part)}: limit ${limit} ${above}` }];
  });
  if (found.length === 0) return null;
  return { reason: `${found.map((f) => f.text).join('; ')}.`, fields: found.map((f) => f.part) };
}

/** A schedule adjustment beyond its range, and parts at an entered rate. */
export function override(
  content: AssessmentContent,
  model: RatingModel,
  beyondPercent: number,
): Finding | null {
  const { schedulePercent, parts } = content.terms;
  const { decision } = model.wording;
  const sentences: string[] = [];
  const fields: string[] = [];
  const labels: string[] = [];
  if (Math.abs(schedulePercent) > beyondPercent) {
    const given = formatPercentValue(schedulePercent);
    sentences.push(`Schedule adjustment of ${given} is beyond ±${formatPercentValue(beyondPercent)}.`);
    fields.push('terms.schedulePercent');
    if (decision !== null) labels.push(decision.override.schedule);
  }
  const entered = parts.filter((p) => p.enteredRate !== null);
  if (entered.length > 0) {
    sentences.push(`Not the model’s own price: ${listText(entered.map((p) => partLabel(model, p.part)))}.`);
    fields.push(...entered.map((p) => p.part));
    if (decision !== null) labels.push(decision.override.enteredRate);
  }
  if (sentences.length === 0) return null;
  const reason = sentences.join(' ');
  return labels.length === 0 ? { reason, fields } : { reason, fields, label: labels.join('; ') };
}

/** Quoted perils whose own losses take their frequency above a multiple of what the record of a subject alike would. */
export function ownExperience(
  content: AssessmentContent,
  { score, factorAbove }: { readonly score: PillarScores; readonly factorAbove: number },
  model: RatingModel,
): Finding | null {
  const { terms } = readTerms(content, model);
  if (terms === null || pricingFault(model) !== null) return null;
  const basis = ratingBasisOf(score, content.subject.type, model);
  const found = terms.modelled.flatMap((part) => {
    const { z } = rateFrequency({ part, basis, days: terms.days, model }).ownExperience;
    return exceeds(z, factorAbove) ? [{ part, z }] : [];
  });
  if (found.length === 0) return null;
  const each = found.map(({ part, z }) => `${part.label} (${formatSignificant(z, 3)} times)`);
  return {
    reason: `Own losses raise the expected number of events above ${formatSignificant(factorAbove)} times that of a subject alike: ${listText(each)}.`,
    fields: found.map(({ part }) => part.part),
  };
}

export const noCyberClause = ({ terms }: AssessmentContent): Finding | null =>
  terms.cyberClause === null
    ? { reason: 'The quote names no cyber-operation clause.', fields: ['terms.cyberClause'] }
    : null;

export const noSigningWording = ({ terms }: AssessmentContent): Finding | null =>
  terms.signingWording === null
    ? {
        reason: 'The wording does not say which part answers when a signer is tricked.',
        fields: ['terms.signingWording'],
      }
    : null;

/** An assessment older at inception than the model allows. */
export function staleAtInception(
  { terms, asOf }: AssessmentContent,
  daysAtInception: number,
): Finding | null {
  if (terms.periodStart === null) return null;
  const age = daysBetween(asOf, terms.periodStart);
  if (age <= daysAtInception) return null;
  const days = formatCount(age, 'day');
  return {
    reason: `Assessed as of ${formatDate(asOf)}, ${days} before inception on ${formatDate(terms.periodStart)}; more than ${daysAtInception}.`,
    fields: ['asOf', 'terms.periodStart'],
  };
}
