import type { Factor, RatingModel } from '../domain/rating-model.ts';
import { type AnswerScore, isUnprovenState } from './answer-score.ts';
import { type PillarInput, underEvidence } from './incident-pillar.ts';
import { REGISTER_FACTORS, type RegisterFactorId } from './incident-subsets.ts';
import type { RegisterTable } from './register-table.ts';
import type { FactorRule } from './score-result.ts';
import { numberText, percentText, quantityText } from './words.ts';

/** An answer's score with the factor it belongs to. */
export type Scored = AnswerScore & { readonly factor: Factor };

/** Whether a factor is one of the ten computed from the incident register. */
export const isRegisterFactor = (id: string): id is RegisterFactorId =>
  (REGISTER_FACTORS as readonly string[]).includes(id);

function figureText(id: RegisterFactorId, quantity: number | null, unit: string | null): string {
  if (quantity === null)
    return id === 'ih-recency' ? 'No material loss on record' : 'No material loss in the look-back';
  switch (id) {
    case 'ih-loss-load':
      return `Load ${numberText(quantity)}`;
    case 'ih-max-loss':
      return `${percentText(quantity)} of assets`;
    case 'ih-restitution':
      return `${numberText(quantity)}% of user loss restored`;
    case 'ih-recovery':
      return `${numberText(quantity)}% recovered`;
    case 'ih-root-cause-fix':
    case 'ih-disclosure-speed':
    case 'ih-postmortem':
      return `${numberText(quantity)} of 100, weighted by severity`;
    default:
      return quantityText(quantity, unit);
  }
}

/**
 * Scores one factor computed from the register under the register's one evidence state: capped, 0 when not provided,
 * not applicable on a clean record where the model says so (rating algorithm, section 0).
 */
export function scoreRegisterFactor(
  factor: Factor & { readonly kind: 'computed' },
  id: RegisterFactorId,
  table: RegisterTable,
  input: PillarInput,
  model: RatingModel,
): Scored {
  const { quantity, score: raw } = table.full.figures[id];
  const score = underEvidence(raw, input, id);
  const isMissing = input.registerEvidence === 'not-provided' && !input.atBest?.has(id);
  const rules: FactorRule[] = [];
  if (isMissing) rules.push({ kind: 'register-not-provided' });
  else if (raw === null) rules.push({ kind: 'clean-record' });
  else if (raw > input.registerCap) rules.push({ kind: 'evidence-cap', cap: input.registerCap });
  const evidence = input.atBest?.has(id) ? 'verified' : input.registerEvidence;
  return {
    factor,
    status: isMissing ? 'not-provided' : score === null ? 'not-applicable' : 'scored',
    evidence: score === null ? 'not-applicable' : evidence,
    answer: isMissing ? null : quantity,
    answerText: isMissing ? 'Incident register not provided' : figureText(id, quantity, factor.unit),
    uncapped: isMissing ? 0 : raw,
    score,
    isUnproven: score !== null && isUnprovenState(model, evidence),
    rules,
  };
}
