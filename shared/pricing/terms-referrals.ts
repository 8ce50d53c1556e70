import type { AssessmentContent } from '../domain/assessment-content.ts';
import { daysBetween } from '../domain/dates.ts';
import { formatCount, formatDate } from '../domain/format-date.ts';
import { formatMoneyPlain } from '../domain/format-money.ts';
import { formatPercentValue } from '../domain/format-number.ts';
import type { RatingModel, Referral } from '../domain/rating-model.ts';
import type { Flag } from '../scoring/score-result.ts';
import { listText } from '../scoring/words.ts';
import { exposedValueOf } from './exposed-value.ts';

type Finding = { readonly reason: string; readonly fields: readonly string[] };

const labelOf = (part: string, model: RatingModel): string =>
  model.coverageParts.find((c) => c.id === part)?.label ?? part;

function overinsured(content: AssessmentContent, model: RatingModel): Finding | null {
  const found = content.terms.parts.flatMap((terms) => {
    const peril = model.pricing.perils.find((p) => p.id === terms.part);
    const value =
      peril === undefined ? null : exposedValueOf(peril.exposedValue, content.exposures).valueMinor;
    if (value === null || terms.limitMinor <= value) return [];
    const limit = formatMoneyPlain(terms.limitMinor, content.currency);
    const exposed = formatMoneyPlain(value, content.currency);
    return [
      {
        part: terms.part,
        text: `${labelOf(terms.part, model)}: limit ${limit} above exposed value ${exposed}`,
      },
    ];
  });
  if (found.length === 0) return null;
  return { reason: `${found.map((f) => f.text).join('; ')}.`, fields: found.map((f) => f.part) };
}

function override(content: AssessmentContent, model: RatingModel, beyondPercent: number): Finding | null {
  const { schedulePercent, parts } = content.terms;
  const sentences: string[] = [];
  const fields: string[] = [];
  if (Math.abs(schedulePercent) > beyondPercent) {
    const given = formatPercentValue(schedulePercent);
    sentences.push(`Schedule adjustment of ${given} is beyond ±${formatPercentValue(beyondPercent)}.`);
    fields.push('terms.schedulePercent');
  }
  const entered = parts.filter((p) => p.enteredRate !== null);
  if (entered.length > 0) {
    sentences.push(`At an entered rate: ${listText(entered.map((p) => labelOf(p.part, model)))}.`);
    fields.push(...entered.map((p) => p.part));
  }
  return sentences.length === 0 ? null : { reason: sentences.join(' '), fields };
}

function test({ rule }: Referral, content: AssessmentContent, model: RatingModel): Finding | null {
  const { terms, asOf } = content;
  switch (rule.kind) {
    case 'overinsured':
      return overinsured(content, model);
    case 'override':
      return override(content, model, rule.scheduleBeyondPercent);
    case 'cyber-clause':
      return terms.cyberClause === null
        ? { reason: 'The quote names no cyber-operation clause.', fields: ['terms.cyberClause'] }
        : null;
    case 'signing-wording':
      return terms.signingWording === null
        ? {
            reason: 'The wording does not say which part answers when a signer is tricked.',
            fields: ['terms.signingWording'],
          }
        : null;
    case 'stale': {
      if (terms.periodStart === null) return null;
      const age = daysBetween(asOf, terms.periodStart);
      if (age <= rule.daysAtInception) return null;
      const days = formatCount(age, 'day');
      return {
        reason: `Assessed as of ${formatDate(asOf)}, ${days} before inception on ${formatDate(terms.periodStart)}; more than ${rule.daysAtInception}.`,
        fields: ['asOf', 'terms.periodStart'],
      };
    }
    default:
      return null;
  }
}

/**
 * The referrals that terms raise, in the model's order: over-insurance, overrides (schedule beyond its range, entered
 * rates), clauses not chosen, age at inception (rating algorithm, section 0). None while no part is chosen: there is no
 * quote yet. Scoring raises all others; no referral comes from both.
 */
export function termsReferrals(content: AssessmentContent, model: RatingModel): readonly Flag[] {
  if (content.terms.parts.length === 0) return [];
  return model.referrals.flatMap((referral) => {
    const finding = test(referral, content, model);
    return finding === null
      ? []
      : [{ id: referral.id, kind: 'referral' as const, label: referral.label, ...finding }];
  });
}
